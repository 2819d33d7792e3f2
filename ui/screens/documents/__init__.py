"""文书: what a visit has on paper: seen in the window, printed, saved, and a single page printed anew.

Vocabulary: a *sheet* is one document of one visit in one version; the *panel* shows it and puts it on paper.
Promise: what is printed of a final record is listed with its version; a character that no font has is said before, with
its field.
"""
