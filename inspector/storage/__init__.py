"""Where a workspace keeps its facts: the only home of peewee.

Vocabulary: the *tail* holds the newest commits one by one, *segments* hold older runs compressed, *things* hold the state
of each root, *projections* (visit, party, stall rows, tallies, search) are what lists are drawn from, *local* tables
hold what is not a fact (drafts, the place to resume, thumbnails, delivery).
Promise: journal and state are written in one transaction; rows never leave this package; a write outside
`Store.writing` is refused by the database itself.
"""
