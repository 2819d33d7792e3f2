"""检查项: one column of items, answered by four keys, with everything that belongs to the item at hand opened in place.

Vocabulary: a *row* is a line of the column: a section, a card, or an item; the *item at hand* is the current row, the only
one that has editors. Promise: an answer is seen at once and on disk before the tick says so.
"""
