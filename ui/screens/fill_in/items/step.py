"""The step 检查项: wires the column to the workspace. Every answer is one write; the sheet in memory is ahead of the disk."""

from functools import partial

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from inspector.changes import Changes
from inspector.checklist import Mark
from inspector.errors import Trouble
from inspector.evidence.intake import Source
from ui import theme
from ui.dialogs.dialog import Question
from ui.screens.fill_in.items.answer_rows import AnswerRows, marked, noted, stated
from ui.screens.fill_in.items.card_bar import CardBar
from ui.screens.fill_in.items.column import ItemColumn
from ui.screens.fill_in.items.item_editor import ItemEditor
from ui.screens.fill_in.items.rows import LineRow
from ui.screens.fill_in.items.watching import Watching
from ui.screens.fill_in.step import Step, Way
from ui.screens.fill_in.visited import Visited
from ui.tasks import Work
from ui.widgets.card import small


class ItemsStep(Step):
    """Answers items. While writes are on their way, what comes back from the disk is older than what is seen, and waits."""

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(way, parent)
        self._visited: Visited | None = None
        self._on_their_way = 0
        self._wants_suspicion = ""
        self._wanted_card = self._remembered = ""
        self._answering = self.context.workspace.answering
        self.rows = AnswerRows(self)
        self.editor = ItemEditor(way)
        self.items = ItemColumn(self.rows, self.editor)
        self.items.answered.connect(self.answer)
        self.items.came.connect(self._came)
        self.editor.marked.connect(self._pressed)
        self.editor.stated.connect(self._state)
        self.editor.noted.connect(self._note)
        self.editor.drafted.connect(self._draft)
        self.editor.done.connect(self._done)
        self.editor.left.connect(self.items.setFocus)
        self.items.pasted.connect(self._paste)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            on = QShortcut(QKeySequence(keys), self)
            on.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            on.activated.connect(self.go_on)
        self.cards = CardBar()
        self.cards.add_asked.connect(self._add_card)
        self.cards.copy_asked.connect(self._copy)
        self.cards.remove_asked.connect(self._remove_card)
        self.watching = Watching(self.context)
        self.watching.arrived.connect(lambda files: self.editor.photos.take_files(files, Source.WATCHED))
        if isinstance(application := QApplication.instance(), QApplication):
            application.focusChanged.connect(self._reveal)
        hint = small(
            self.tr(
                "1 nothing found   2 suspicion   3 not applicable   0 not checked   Enter: into the item and out again   "
                "Ctrl+Enter: next   ↑ ↓: move"
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(self.cards)
        column.addWidget(self.items, 1)
        column.addWidget(hint)
        self.cards.add_last(self.watching.button)

    def show_visit(self, visited: Visited) -> None:
        if self._on_their_way:
            return
        is_new = self._visited is None or self._visited.id != visited.id
        at_hand = None if is_new else self.items.at_hand
        self._visited = visited
        if is_new:
            self._remembered = ""
            self.items.forget()
        self.rows.show_visit(visited)
        self.cards.show_visit(visited)
        number = self.rows.row_of(at_hand.key) if at_hand else self._resumed(visited)
        if self._wanted_card and self.rows.row_of(f"card/{self._wanted_card}") >= 0:
            number = self.rows.next_line(self.rows.row_of(f"card/{self._wanted_card}"))
            self._wanted_card = ""
        if number < 0:
            number = self.rows.next_line(-1)
        self.items.go(number)
        if self._wants_suspicion and self.editor.suspicion.isVisibleTo(self.editor):
            self.editor.suspicion.take_cursor()
            self._wants_suspicion = ""

    def go_to(self, place: str) -> bool:
        kind, _, rest = place.partition("/")
        if kind not in ("suspicion", "goods", "item", "photos") or self._visited is None:
            return False
        thing, _, field = rest.partition("#")
        goods = next((g for g in self._visited.inspection.goods if g.id == thing), None)
        owner = goods.suspicion if goods else thing
        address = next((s.item for s in self._visited.inspection.suspicions if s.id == owner), thing)
        number = self.rows.row_of(address) if address else self.items.row_at_hand
        self.items.go(number)
        self.items.setFocus()
        if goods is not None:
            self.editor.suspicion.goods.go_to(goods.id, field)
        elif kind == "suspicion":
            self.editor.suspicion.take_cursor()
        elif field:
            self.editor.take_cursor(field)
        return True

    @property
    def place(self) -> str:
        return f"item/{self.items.at_hand.key}" if self.items.at_hand else ""

    def take_focus(self) -> None:
        """The keys answer the item at hand."""
        self.items.setFocus()

    def leave(self) -> None:
        self.editor.settle()

    def answer(self, row: LineRow, mark: Mark) -> None:
        """Gives the row a mark and moves on; a suspicion opens in place and is stayed with."""
        if self._visited is None or not self._visited.is_writable:
            return
        at_hand = row is self.items.at_hand
        if mark is Mark.SUSPECT and at_hand and self.editor.suspicion.isVisibleTo(self.editor):
            self.editor.suspicion.take_cursor()
        elif mark is not Mark.SUSPECT and at_hand and self._holds_something(row):
            self._ask(row, mark)
        else:
            self._answer(
                row, mark, partial(self._answering.answer, self.way.visit(), row.line.address, mark=mark)
            )

    def _answer(self, row: LineRow, mark: Mark, write: Work[Changes]) -> None:
        self.rows.take(row, marked(mark))
        self._write(write)
        if mark is Mark.SUSPECT:
            self._wants_suspicion = row.key
            self._came(row)
        else:
            self.go_on()

    def _holds_something(self, row: LineRow) -> bool:
        """Whether the suspicion in sight would take something with it."""
        suspicion = self.editor.suspicion
        photos = self.rows.shown(row).photos if suspicion.suspicion else 0
        return suspicion.is_written_in or bool(photos)

    def _ask(self, row: LineRow, mark: Mark) -> None:
        """Asks once whether the suspicion goes with what is in it."""
        self.editor.settle()
        suspicion = self.editor.suspicion.suspicion
        self._came(row)  # the mark that stands, until there is an answer
        question = Question(
            self.tr("Remove the suspicion?"),
            self.tr(
                "Its facts and its goods lines go with it; photos stay on the item. Undo brings it back."
            ),
            self.tr("Remove with its content"),
            self.tr("Keep the suspicion"),
            self,
        )
        remove = partial(self._answering.remove_suspicion, self.way.visit(), suspicion, mark)
        question.accepted.connect(partial(self._answer, row, mark, remove))
        question.open()

    def go_on(self) -> None:
        """On to the next row: to its fact where there is nothing to mark, to the keys otherwise."""
        self.editor.settle()
        before = self.items.row_at_hand
        self.items.go(self.rows.next_line(before))
        row = self.items.at_hand
        if (
            row is None
            or row.line.item.marked
            or self.items.row_at_hand == before
            or not self.editor.take_cursor()
        ):
            self.items.setFocus()

    def _done(self) -> None:
        """Out of the item's text: to its keys while it has no answer yet, else on."""
        row = self.items.at_hand
        if row is not None and row.line.item.marked and self.rows.shown(row).answer.mark is Mark.UNCHECKED:
            self.editor.settle()
            self.items.setFocus()
        else:
            self.go_on()

    def _paste(self, given: QMimeData) -> None:
        if self._visited is not None and self._visited.is_writable:
            self.editor.photos.strip.take(given)

    def _reveal(self, _: QWidget | None, focused: QWidget | None) -> None:
        """Scrolls to what the person is in now."""
        if focused is not None:
            self.items.show_within(focused)

    def _pressed(self, mark: Mark) -> None:
        if (row := self.items.at_hand) is not None:
            self.answer(row, mark)

    def _state(self, fact: str) -> None:
        row = self.editor.row
        if row is not None and self._visited is not None:
            self.rows.take(row, stated(fact))
            self._write(partial(self._answering.answer, self._visited.id, row.line.address, fact=fact))
            self._drop_draft(row, "fact")

    def _note(self, note: str) -> None:
        row = self.editor.row
        if row is not None and self._visited is not None:
            self.rows.take(row, noted(note))
            self._write(partial(self._answering.answer, self._visited.id, row.line.address, note=note))
            self._drop_draft(row, "note")

    def _draft(self, field: str, typed: str) -> None:
        row = self.editor.row
        if row is not None and self._visited is not None:
            entity = f"{self._visited.id}/answer/{row.line.address}"
            self.context.tasks.write(partial(self.context.workspace.drafts.keep, entity, field, typed))

    def _drop_draft(self, row: LineRow, field: str) -> None:
        entity = f"{self.way.visit()}/answer/{row.line.address}"
        self.context.tasks.write(partial(self.context.workspace.drafts.drop, entity, field))

    def _came(self, row: LineRow) -> None:
        if self._visited is None:
            return
        self.editor.show_row(row, self.rows, self._visited)
        self.cards.show_card(row.line.card.id if row.line.card else "")
        if self.isVisible() and row.key != self._remembered:
            self._remembered = row.key
            remember = self.context.workspace.drafts.remember
            self.context.tasks.write(partial(remember, self._visited.id, f"item/{row.key}"))

    def _resumed(self, visited: Visited) -> int:
        """The row that the person was at; else the first that is not answered."""
        kind, _, key = visited.place.partition("/")
        if kind == "item" and self.rows.row_of(key) >= 0:
            return self.rows.row_of(key)
        for number, row in enumerate(self.rows.rows):
            if (
                isinstance(row, LineRow)
                and row.line.item.marked
                and self.rows.shown(row).answer.mark is Mark.UNCHECKED
            ):
                return number
        return -1

    def _add_card(self, repeat: str) -> None:
        self.editor.settle()
        self.context.add(partial(self._answering.add_card, self.way.visit(), repeat), self._go_to_card)

    def _go_to_card(self, card: str) -> None:
        self._wanted_card = card

    def _copy(self, card: str) -> None:
        self.editor.settle()
        self._write(partial(self._answering.same_as_previous, self.way.visit(), card))

    def _remove_card(self, card: str) -> None:
        self.items.forget()
        self._write(partial(self._answering.remove_card, self.way.visit(), card))

    def _write(self, work: Work[Changes]) -> None:
        self._on_their_way += 1
        self.context.write(work, self._arrived, self._failed)

    def _arrived(self) -> None:
        self._on_their_way -= 1

    def _failed(self, trouble: Trouble) -> None:
        self._on_their_way -= 1
        self.context.messages.trouble(trouble)
        self.way.reload()
