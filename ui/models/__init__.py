"""Models of lists: what a view scrolls through, fetched beside the window.

Vocabulary: *page* a run of rows that one question brings; *key* the value of the last row by which the next page is asked
for, so that no page is counted off or skipped over.
Promise: rows arrive in order, none twice and none left out; the window never waits for them.
"""
