"""One heading of the page of the day, with its entries and the way to all of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.widgets.button import Button, Weight
from ui.widgets.card import Card
from ui.widgets.entry import Entry


class Section(Card):
    """Hidden while it has no entries.

    Signals:
        all_asked: the person wants to see everything under this heading.
    """

    all_asked = Signal()

    def __init__(self, heading: str, see_all: str = "", parent: QWidget | None = None) -> None:
        super().__init__(heading, parent=parent)
        side = theme.space(2)
        self.column.setContentsMargins(side, theme.space(3), side, side)
        self.column.setSpacing(0)
        self.heading.layout().setContentsMargins(theme.space(3), 0, theme.space(1), theme.space(1))  # type: ignore[union-attr]
        self._heading, self._see_all = heading, see_all
        self.all = Button("", Weight.LINK)
        self.all.clicked.connect(self.all_asked)
        self.heading.add_action(self.all)
        self.entries: tuple[Entry, ...] = ()
        self.hide()

    def show_entries(self, entries: Sequence[Entry], count: int = 0) -> None:
        """Puts *entries* in the place of those that were there; *count* is how many the way to all leads to."""
        was_here = next((n for n, entry in enumerate(self.entries) if entry.hasFocus()), -1)
        for old in self.entries:
            self.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.entries = tuple(entries)
        for entry in entries:
            self.column.addWidget(entry)
        self.all.setText(self._see_all or self.tr("All {number}").format(number=count))
        self.all.setAccessibleName(f"{self._heading}: {self.all.text()}")
        self.setVisible(bool(entries))
        if was_here >= 0 and entries:
            entries[min(was_here, len(entries) - 1)].setFocus()
