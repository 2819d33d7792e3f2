"""Tables that hold for one day: standards, and the legal bases of the checklists."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.models.paged import Column, PagedModel
from ui.screens.screen import Context
from ui.widgets.card import Card, small
from ui.widgets.date_field import DateField
from ui.widgets.table import Table
from ui.widgets.toolbar import SearchField, Toolbar


class Entry(Protocol):
    """A row: `words` are what is searched, `told` what is shown below the table when one is on it."""

    @property
    def id(self) -> str: ...

    @property
    def words(self) -> str: ...

    @property
    def told(self) -> str: ...


E = TypeVar("E", bound=Entry)


@dataclass(frozen=True)
class Look(Generic[E]):
    """What a page shows: the rows of a day, in which columns, under which explanation."""

    name: str
    lead: str
    day_label: str
    rows: Callable[[date], Sequence[E]]
    columns: tuple[Column[E], ...]


class DatedPage(QWidget, Generic[E]):
    """A day, a search and a table; below it the whole text of the row that the person is on."""

    def __init__(self, context: Context, look: Look[E], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._today = context.workspace.clock.now().date()
        self.day = DateField()
        self.day.setAccessibleName(look.day_label)
        self.day.setMaximumWidth(theme.space(36))
        self.day.show_day(self._today)
        self.search = SearchField(self.tr("Search"))
        self.search.setMaximumWidth(theme.space(70))
        self.model: PagedModel[Any] = PagedModel(context.tasks, look.columns, self)
        self.table = Table(look.name, self.model)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told_card = Card()
        self.told_card.column.addWidget(self.told)
        bar = Toolbar()
        bar.add(QLabel(look.day_label))
        bar.add(self.day)
        bar.add(self.search, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addWidget(bar)
        column.addWidget(small(look.lead))
        card = Card()
        card.column.setContentsMargins(*[theme.space(1)] * 4)
        card.column.addWidget(self.table)
        column.addWidget(card, 1)
        column.addWidget(self.told_card)
        self.day.textChanged.connect(lambda _: self.ask())
        self.search.asked.connect(lambda _: self.ask())
        self.model.filled.connect(self._filled)
        self.table.chosen.connect(self._choose)

    def ask(self) -> None:
        """Reads the rows of the day anew."""
        if self.day.is_readable:
            self.model.ask(
                partial(self._rows, self.day.day or self._today, self.search.text().strip().casefold())
            )

    def _rows(self, day: date, wanted: str, after: E | None, _most: int) -> Sequence[E]:
        if after is not None:
            return ()
        return [row for row in self._look.rows(day) if wanted in row.words.casefold()]

    def _filled(self) -> None:
        self.told_card.setVisible(bool(self.model.rows))
        if self.model.rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
            self._choose(self.model.rows[0].id)

    def _choose(self, row: str) -> None:
        self.told.setText(self.model.rows[self.model.row_of(row)].told)
