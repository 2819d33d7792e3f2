"""Editors for facts, one for each kind: text, number, date, a choice, several choices, an identifier.

Promise: every editor gives a fact in the one form that the checklist stores (see `checklist.facts`), keeps half-typed text as
a draft, and never takes an Enter that belongs to an input method.
"""

from ui.answers.editor import FactEditor
from ui.answers.making import editor_for

__all__ = ["FactEditor", "editor_for"]
