"""基本情况: party, place, time, officers, and how the party attends.

Each part is a card of its own; what is said in one (a stall) can complete another (the party, the place).
"""
