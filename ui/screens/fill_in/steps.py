"""The steps of a visit, in their order; a person may go through them in any other."""

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.screens.fill_in.step import Step, Way


def _basics(way: Way) -> Step:
    from ui.screens.fill_in.basics.step import BasicsStep

    return BasicsStep(way)


def _items(way: Way) -> Step:
    from ui.screens.fill_in.items.step import ItemsStep

    return ItemsStep(way)


def _words(way: Way) -> Step:
    from ui.screens.fill_in.words.step import WordsStep

    return WordsStep(way)


def _finish(way: Way) -> Step:
    from ui.screens.fill_in.finish.step import FinishStep

    return FinishStep(way)


STEPS: tuple[tuple[object, Callable[[Way], Step]], ...] = (
    (QT_TRANSLATE_NOOP("FillInScreen", "Basics"), _basics),
    (QT_TRANSLATE_NOOP("FillInScreen", "Check items"), _items),
    (QT_TRANSLATE_NOOP("FillInScreen", "Words of the record"), _words),
    (QT_TRANSLATE_NOOP("FillInScreen", "Sign and lock"), _finish),
)
"""What each step is called, and what makes it."""
