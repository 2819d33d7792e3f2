"""The rows as a Qt model: answers are taken into the sheet at once, so that the next key finds them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from inspector.checklist import Answer, Answers, Evaluated, Item, Mark
from inspector.errors import Problem
from ui import text
from ui.screens.fill_in.items.rows import LineRow, Row, rows
from ui.screens.fill_in.visited import Visited

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Shown:
    """What a line shows besides its item."""

    answer: Answer
    fact: str
    photos: int
    is_suspicion: bool
    problem: str


class RowModel(QAbstractListModel):
    """Rows of one visit. `take` answers in memory; what is on disk comes with the next `show_visit`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self._visited: Visited | None = None
        self._answers = Answers()
        self._evaluated: Evaluated | None = None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.rows[index.row()], LineRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled

    def show_visit(self, visited: Visited) -> None:
        """Shows what is on disk; rows that stay are kept, so that the cursor stays with them."""
        self._visited = visited
        self._settle()

    def take(self, row: LineRow, change: Callable[[Answer], Answer]) -> None:
        """Takes an answer into the sheet and shows what follows from it."""
        if self._visited is None:
            return
        answer = change(self._answers.at(row.line.address))
        self._visited.sheet.answer(row.line.item.name, answer, row.line.card)
        self._settle()

    def shown(self, row: LineRow) -> Shown:
        """What stands on the line now."""
        assert self._visited is not None
        assert self._evaluated is not None
        at, item = row.line.address, row.line.item
        answer = self._answers.at(at)
        inspection = self._visited.inspection
        return Shown(
            answer=answer,
            fact=self._visited.template.shown(item, answer.fact, text.language()),
            photos=len(inspection.photos_on(at)),
            is_suspicion=answer.mark is Mark.SUSPECT,
            problem=self._problem(at, item),
        )

    def row_of(self, key: str) -> int:
        """Where the row *key* stands; -1 when it does not show."""
        return next((n for n, row in enumerate(self.rows) if row.key == key), -1)

    def next_line(self, after: int, step: int = 1) -> int:
        """The next line after row *after*, or *after* itself at the end."""
        number = after + step
        while 0 <= number < len(self.rows):
            if isinstance(self.rows[number], LineRow):
                return number
            number += step
        return after

    def _settle(self) -> None:
        assert self._visited is not None
        sheet = self._visited.sheet
        self._answers, self._evaluated = sheet.answers, sheet.evaluated
        self._exchange(rows(self._visited.template, sheet, text.language()))
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def _exchange(self, new: tuple[Row, ...]) -> None:
        """Replaces what differs between the two ends that are the same."""
        old = self.rows
        keys_old, keys_new = [r.key for r in old], [r.key for r in new]
        if keys_old == keys_new:
            self.rows = new
            return
        start = 0
        while start < min(len(old), len(new)) and keys_old[start] == keys_new[start]:
            start += 1
        end = 0
        while end < min(len(old), len(new)) - start and keys_old[-1 - end] == keys_new[-1 - end]:
            end += 1
        if len(old) - end > start:
            self.beginRemoveRows(QModelIndex(), start, len(old) - end - 1)
            self.rows = old[:start] + old[len(old) - end :]
            self.endRemoveRows()
        if len(new) - end > start:
            self.beginInsertRows(QModelIndex(), start, len(new) - end - 1)
            self.rows = new
            self.endInsertRows()
        self.rows = new

    def _problem(self, at: str, item: Item) -> str:
        assert self._evaluated is not None
        for code, addresses in (
            ("fact_malformed", self._evaluated.malformed),
            ("fact_refused", self._evaluated.refused),
            ("fact_missing", self._evaluated.missing),
        ):
            if at in addresses:
                language = text.language()
                message = item.constraint_message.of(language) if item.constraint_message else ""
                return text.problem(Problem(code, at, {"label": item.label.of(language), "message": message}))
        return ""

    def _words(self, row: Row) -> str:
        if not isinstance(row, LineRow):
            return row.label
        shown = self.shown(row)
        words = [f"{row.number} {row.line.item.label.of(text.language())}"]
        if row.line.item.marked:
            words.append(text.label(shown.answer.mark))
        return "，".join([*words, *filter(None, (shown.fact, shown.answer.note, shown.problem))])


def marked(mark: Mark) -> Callable[[Answer], Answer]:
    """The change that sets a mark."""
    return lambda answer: replace(answer, mark=mark)


def stated(fact: str) -> Callable[[Answer], Answer]:
    """The change that sets a fact."""
    return lambda answer: replace(answer, fact=fact)


def noted(note: str) -> Callable[[Answer], Answer]:
    """The change that sets a note."""
    return lambda answer: replace(answer, note=note)
