"""A table that grows page by page: the next page is on its way before it is scrolled to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.tasks import Tasks
from ui.theme import Tone

PAGE = 60
"""Rows of a page: more than the tallest window shows."""

DETAIL = Qt.ItemDataRole.UserRole + 1
"""The role of a second, muted line below the words."""

TONE = Qt.ItemDataRole.UserRole + 10
"""The role that says in which tone a cell is shown as a chip; None for plain text."""

Index = QModelIndex | QPersistentModelIndex


class Row(Protocol):
    """A row has an id that stays, so that it is found again after a refresh."""

    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=Row)
Fetch = Callable[[R | None, int], Sequence[R]]
"""The rows after a given one (from the beginning for None), at most so many; a shorter page is the last one."""


@dataclass(frozen=True)
class Cell:
    """What a cell shows: words, a second line where lists have two, and a tone where the words stand in a chip."""

    words: str
    tone: Tone | None = None
    detail: str = ""


@dataclass(frozen=True)
class Column(Generic[R]):
    """A column: its heading, the least width in steps (0: what is left over), and what it shows of a row.

    `words` are all that its chips can say, so that it is made wide enough in every language. A column that `yields` is
    left out where the others would get too little room.
    """

    heading: str
    width: float
    cell: Callable[[R], Cell]
    words: tuple[str, ...] = ()
    yields: bool = False


class PagedModel(QAbstractTableModel, Generic[R]):
    """Rows fetched with `ask`, and again with `refresh`.

    Signals:
        filled: the first page of what was asked for has arrived, or a refresh.
    """

    filled = Signal()

    def __init__(self, tasks: Tasks, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.columns = tuple(columns)
        self.rows: list[R] = []
        self._fetch: Fetch[R] | None = None
        self._asked = 0  # answers to older questions are told by it
        self._ahead: Sequence[R] | None = None
        self._is_waiting = False  # the view wants the next page, which is still on its way
        self._is_whole = True

    @property
    def is_asked(self) -> bool:
        """Whether anything was asked for yet."""
        return self._fetch is not None

    def ask(self, fetch: Fetch[R]) -> None:
        """Shows what *fetch* brings, from its beginning."""
        self._fetch = fetch
        self._begin(PAGE, partial(self._show_first, PAGE))

    def refresh(self) -> None:
        """Reads anew as many rows as are shown; those that are still there stay where they are for the view."""
        if self._fetch is not None:
            most = max(PAGE, len(self.rows))
            self._begin(most, partial(self._show_anew, most))

    def row_of(self, entity: str) -> int:
        """The number of the row with that id; -1 where it is not shown."""
        return next((n for n, row in enumerate(self.rows) if row.id == entity), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.columns[index.column()].cell(self.rows[index.row()])
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return cell.words
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (cell.words, cell.detail)))
            case _ if role == TONE:
                return cell.tone
            case _ if role == DETAIL:
                return cell.detail
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._is_whole

    def fetchMore(self, parent: Index) -> None:
        if parent.isValid() or self._is_whole:
            return
        if self._ahead is None:
            self._is_waiting = True
        else:
            self._append()

    def _begin(self, most: int, then: Callable[[Sequence[R]], None]) -> None:
        assert self._fetch is not None
        self._asked += 1
        self._ahead, self._is_waiting, self._is_whole = None, False, True
        self._tasks.run(partial(self._fetch, None, most), partial(self._arrived, self._asked, then))

    def _arrived(self, asked: int, then: Callable[[Sequence[R]], None], rows: Sequence[R]) -> None:
        if asked == self._asked:
            then(rows)

    def _show_first(self, most: int, rows: Sequence[R]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()
        self._go_on(is_whole=len(rows) < most)
        self.filled.emit()

    def _show_anew(self, most: int, rows: Sequence[R]) -> None:
        if [row.id for row in rows] == [row.id for row in self.rows]:
            self.rows = list(rows)
            if rows:
                last = self.index(len(rows) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
        else:
            self._replace(rows)
        self._go_on(is_whole=len(rows) < most)
        self.filled.emit()

    def _replace(self, rows: Sequence[R]) -> None:
        """Puts other rows in; what the view points at is pointed at again where it went."""
        self.layoutAboutToBeChanged.emit()
        places = {row.id: number for number, row in enumerate(rows)}
        old = self.persistentIndexList()
        new = []
        for index in old:
            place = places.get(self.rows[index.row()].id, -1)
            new.append(self.createIndex(place, index.column()) if place >= 0 else QModelIndex())
        self.rows = list(rows)
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _go_on(self, *, is_whole: bool) -> None:
        """Asks for the page after the last one that is shown."""
        self._is_whole = is_whole
        if is_whole:
            return
        assert self._fetch is not None
        fetch = partial(self._fetch, self.rows[-1], PAGE)
        self._tasks.run(fetch, partial(self._arrived, self._asked, self._keep))

    def _keep(self, rows: Sequence[R]) -> None:
        self._ahead = rows
        if not rows:
            self._is_whole = True
        elif self._is_waiting:
            self._append()

    def _append(self) -> None:
        rows, self._ahead, self._is_waiting = self._ahead or (), None, False
        first = len(self.rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self.rows.extend(rows)
        self.endInsertRows()
        self._go_on(is_whole=len(rows) < PAGE)
