"""The rows with what stands on them: answers are taken into the sheet at once, so that the next key finds them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from inspector.checklist import Answer, Answers, Evaluated, Item, Mark, Sheet
from inspector.errors import Problem
from ui import text
from ui.screens.fill_in.items.rows import LineRow, Row, rows
from ui.screens.fill_in.visited import Visited


@dataclass(frozen=True)
class Shown:
    """What a line shows besides its item."""

    answer: Answer
    fact: str
    photos: int
    is_suspicion: bool
    problem: str


class AnswerRows(QObject):
    """Rows of one visit. `take` answers in memory; what is on disk comes with the next `show_visit`.

    Signals:
        changed: the rows are other ones.
        restated: the rows are the same, and what stands on them may be something else.
    """

    changed = Signal()
    restated = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self._visited: Visited | None = None
        self._answers = Answers()
        self._evaluated: Evaluated | None = None

    def show_visit(self, visited: Visited) -> None:
        """Shows what is on disk; rows that stay are kept, so that the cursor stays with them."""
        before, self._visited = self.sheet, visited
        self._settle(anew=visited.sheet is not before)

    def take(self, row: LineRow, change: Callable[[Answer], Answer]) -> None:
        """Takes an answer into the sheet and shows what follows from it."""
        if self._visited is None:
            return
        answer = change(self._answers.at(row.line.address))
        self._visited.sheet.answer(row.line.item.name, answer, row.line.card)
        self._settle(anew=row.line.item.name in self._naming)

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

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that answers are taken into."""
        return self._visited.sheet if self._visited else None

    @property
    def _naming(self) -> frozenset[str]:
        """The items whose facts name their card."""
        repeats = self._visited.template.repeats.values() if self._visited else ()
        return frozenset(name for repeat in repeats for name in repeat.named_by)

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

    def words(self, row: Row) -> str:
        """The row as it is read aloud."""
        if not isinstance(row, LineRow):
            return row.label
        shown = self.shown(row)
        words = [f"{row.number} {row.line.item.label.of(text.language())}"]
        if row.line.item.marked:
            words.append(text.label(shown.answer.mark))
        return "，".join([*words, *filter(None, (shown.fact, shown.answer.note, shown.problem))])

    def _settle(self, *, anew: bool) -> None:
        """Takes up what the sheet says; the rows are made again only where others may show."""
        assert self._visited is not None
        sheet = self._visited.sheet
        before = self._evaluated
        self._answers, self._evaluated = sheet.answers, sheet.evaluated
        if anew or before is None or self._evaluated.relevant != before.relevant:
            self.rows = rows(self._visited.template, sheet, text.language())
            self.changed.emit()
        else:
            self.restated.emit()

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


def marked(mark: Mark) -> Callable[[Answer], Answer]:
    """The change that sets a mark."""
    return lambda answer: replace(answer, mark=mark)


def stated(fact: str) -> Callable[[Answer], Answer]:
    """The change that sets a fact."""
    return lambda answer: replace(answer, fact=fact)


def noted(note: str) -> Callable[[Answer], Answer]:
    """The change that sets a note."""
    return lambda answer: replace(answer, note=note)
