"""The domain of Inspector (知识产权巡查): everything that is true without a window.

Vocabulary: a *visit* (检查) of two *officers* (执法人员) to a *party* (当事人) at a *venue* (场所) answers the items of a
*checklist* (检查表), gathers *evidence* (证据), opens *suspicions* (疑点) and ends in a locked *record* (笔录).
Promise: nothing in here imports Qt, and values flow up while calls flow down (the contracts in pyproject.toml).
"""

__version__ = "0.1.0"
