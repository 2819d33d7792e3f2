"""The left side of the registry: a list that is searched, and what is chosen in it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.models.paged import Cell, Column, PagedModel
from ui.tasks import Tasks
from ui.widgets.card import Card
from ui.widgets.composition import EnterKey
from ui.widgets.table import Table
from ui.widgets.toolbar import SearchField

FetchFound = Callable[[str, Any, int], Sequence[Any]]
"""The rows after a given one that a text finds, at most so many."""


class Directory(QWidget):
    """Chooses the first entry by itself, so that its file is beside it.

    Signals:
        chosen: the id of the entry that the person is on.
        opened: the same, when Enter was pressed on it.
        is_filled: whether there is anything, and whether that depends on what is searched for.
    """

    chosen = Signal(str)
    opened = Signal(str)
    is_filled = Signal(bool, bool)

    def __init__(
        self,
        name: str,
        hint: str,
        tasks: Tasks,
        fetch: FetchFound,
        cell: Callable[[Any], Cell],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._wanted = ""
        self.search = SearchField(hint)
        self.model: PagedModel[Any] = PagedModel(tasks, [Column(name, 0, cell)], self)
        self.table = Table(name, self.model, two_lines=True)
        card = Card()
        card.column.setContentsMargins(*[theme.space(1)] * 4)
        card.column.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(self.search)
        column.addWidget(card, 1)
        self.setMaximumWidth(theme.space(88))
        self.search.asked.connect(lambda _: self.ask())
        self.model.filled.connect(self._filled)
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)
        EnterKey(self.search).pressed.connect(self.table.setFocus)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self.table.setFocus)

    def ask(self) -> None:
        """Reads from the beginning."""
        self.model.ask(partial(self._fetch, self.search.text().strip()))

    def look_again(self) -> None:
        """Reads what is shown anew."""
        if self.model.is_asked:
            self.model.refresh()
        else:
            self.ask()

    def go_to(self, entity: str) -> None:
        """Goes to that entry as soon as it is shown; one that is far down is told of all the same."""
        self._wanted = entity
        self.search.reset()
        self.ask()

    def _filled(self) -> None:
        self.is_filled.emit(bool(self.model.rows), bool(self.search.text().strip()))
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.table.clearSelection()
            self.table.choose(wanted)
            if self.model.row_of(wanted) < 0:
                self.chosen.emit(wanted)
        elif self.model.rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
