"""现场检查: the visit from its first fact to its lock, in four steps that can be gone through in any order.

Vocabulary: a *step* 步骤 is one page of the visit (基本情况, 检查项, 笔录内容, 签字归档); a *place* names a field in it, as
the missing elements do; *visited* is all that the page shows, read at once beside the window.
"""
