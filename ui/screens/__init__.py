"""The places that a person can be: doors before a workspace is open, and the screens of an open one.

Vocabulary: a *place* 位置 has a name in the navigation; a *context* is all that a screen is given.
Promise: a screen builds widgets, connects them and shows values; it never waits and never queries on the window's thread.
"""
