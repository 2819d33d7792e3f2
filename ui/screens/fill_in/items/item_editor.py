"""The item at hand: its answer, its fact, its note, what the law says, its photos, and its suspicion."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from inspector import law
from inspector.checklist import Item
from ui import text, theme
from ui.answers import FactEditor, editor_for
from ui.screens.fill_in.items.answer_rows import AnswerRows
from ui.screens.fill_in.items.item_photos import ItemPhotos
from ui.screens.fill_in.items.mark_bar import MarkBar
from ui.screens.fill_in.items.rows import LineRow
from ui.screens.fill_in.items.suspicion_panel import SuspicionPanel
from ui.screens.fill_in.step import Way
from ui.screens.fill_in.visited import Visited
from ui.widgets.card import small
from ui.widgets.kept_text import KeptText


class ItemEditor(QFrame):
    """One for the whole column: it is laid over the row at hand and filled anew for each.

    Signals:
        marked: the mark that was pressed.
        stated, noted: what was typed, when the person left it.
        drafted: the field (fact or note) and what is being typed.
        done: Enter in a line of text: the person is done here.
        left: Escape: back to the keys.
        resized: its height may have changed.
    """

    marked = Signal(object)
    stated = Signal(str)
    noted = Signal(str)
    drafted = Signal(str, str)
    done = Signal()
    left = Signal()
    resized = Signal()

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_kind(self, "at-hand")
        self.row: LineRow | None = None
        self.fact: FactEditor | None = None
        self._number = QLabel()
        theme.set_tone(self._number, theme.Tone.ACCENT)
        self.label = QLabel()
        theme.set_kind(self.label, "label")
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.marks = MarkBar()
        self.marks.chosen.connect(self.marked)
        self.hint = small("")
        self.problem = small("")
        theme.set_tone(self.problem, theme.Tone.WARN)
        self.note = KeptText(self.tr("Note"))
        self.note.set_placeholder(self.tr("Note"))
        self.note.settled.connect(self.noted)
        self.note.drafted.connect(partial(self.drafted.emit, "note"))
        self.note.enter.pressed.connect(self.done)
        self.basis = small("")
        self.photos = ItemPhotos(way)
        self.suspicion = SuspicionPanel(way)
        self._lay_out()

    def _lay_out(self) -> None:
        words = QHBoxLayout()
        words.setSpacing(theme.space(2))
        words.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(self.label, 1, Qt.AlignmentFlag.AlignTop)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(theme.space(2))
        self._head.addLayout(words, 1)
        self._head.addWidget(self.marks, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._typed = QHBoxLayout()
        self._typed.setSpacing(theme.space(3))
        self._typed.addWidget(self.note, 1, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.space(3), theme.space(3), theme.space(3), theme.space(3))
        self.column.setSpacing(theme.space(2))
        self.column.addLayout(self._head)
        self.column.addWidget(self.hint)
        self.column.addWidget(self.problem)
        self.column.addLayout(self._typed)
        self.column.addWidget(self.basis)
        self.column.addWidget(self.photos)
        self.column.addWidget(self.suspicion)

    def show_row(self, row: LineRow, rows: AnswerRows, visited: Visited) -> None:
        """Shows that row; what is being typed on the same row is left alone."""
        item, is_new = row.line.item, self.row is None or self.row.key != row.key
        if is_new:
            self._change_fact(visited, item)
        self.row = row
        shown = rows.shown(row)
        language = text.language()
        self._number.setText(str(row.number))
        self.label.setText(item.label.of(language))
        self.marks.setVisible(item.marked)
        self.marks.show_mark(shown.answer.mark, writable=visited.is_writable)
        self._say(self.hint, " · ".join(_hints(item, language)))
        self._say(self.problem, shown.problem)
        entity = f"{visited.id}/answer/{row.line.address}"
        if self.fact is not None:
            self.fact.show_fact(shown.answer.fact, visited.draft(entity, "fact"))
            self.fact.setEnabled(visited.is_writable)
        self.note.setVisible(item.marked)
        self.note.show_text(shown.answer.note, visited.draft(entity, "note"))
        self.note.set_writable(visited.is_writable)
        if is_new:
            self._show_bases(item, visited)
        self.photos.show_line(row, visited)
        self.suspicion.show_line(row, visited)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What an editor within has no use for goes no further: a digit typed here never answers the item."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            pressed := self.focusWidget(), QPushButton
        ):
            pressed.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self.suspicion.hasFocus():
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Says when what it holds wants another height, such as words that come or go."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.resized.emit()
        return handled

    def settle(self) -> None:
        """Takes everything that is being typed as said, before another row comes to hand."""
        if self.fact is not None:
            self.fact.settle()
        self.note.settle()
        self.suspicion.settle()

    def height_at(self, width: int) -> int:
        """How high it wants to be when it is *width* wide: its words wrap, and the marks go below them."""
        is_narrow = width < self.marks.width_of_row * 2
        self.marks.fold(width - theme.space(8))
        self._head.setDirection(
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )
        return (
            self.column.totalHeightForWidth(width)
            if self.column.hasHeightForWidth()
            else self.sizeHint().height()
        )

    def take_cursor(self, field: str = "fact") -> bool:
        """Puts the cursor into the fact, or into the note; whether there is one."""
        if field == "note":
            self.note.setFocus()
            return True
        if self.fact is None:
            return False
        self.fact.take_cursor()
        return True

    def take_first(self) -> bool:
        """Puts the cursor into the first text of the item: its fact, what is seen of a suspicion, or its note."""
        if self.take_cursor():
            return True
        if self.suspicion.isVisibleTo(self):
            self.suspicion.take_cursor()
            return True
        return self.note.isVisibleTo(self) and self.take_cursor("note")

    def _change_fact(self, visited: Visited, item: Item) -> None:
        if self.fact is not None:
            self.fact.hide()
            self._typed.removeWidget(self.fact)
            self.fact.deleteLater()
        day = visited.inspection.visit.started_at
        self.fact = editor_for(visited.template, item, day.date() if day else None)
        if self.fact is not None:
            self._typed.insertWidget(0, self.fact, 1, Qt.AlignmentFlag.AlignTop)
            self.fact.settled.connect(self.stated)
            self.fact.drafted.connect(partial(self.drafted.emit, "fact"))
            self.fact.entered.connect(self.done)

    def _show_bases(self, item: Item, visited: Visited) -> None:
        """The bases in force on the day of the visit; the tip tells of each its version, since when, and its gist."""
        language, started = text.language(), visited.inspection.visit.started_at
        found = [law.on(key, started.date()) for key in item.basis] if started else []
        bases = [basis for basis in found if basis is not None]
        cited = " · ".join(basis.cited(language) for basis in bases)
        day = f"{started:%Y-%m-%d}" if started else ""
        self._say(self.basis, self.tr("On {day}: {bases}").format(day=day, bases=cited) if bases else "")
        tip = self.tr("{basis}, version {version}, in force since {since}: {gist}")
        self.basis.setToolTip(
            "\n".join(
                tip.format(
                    basis=b.cited(language), version=b.version, since=b.valid_from, gist=b.gist[language]
                )
                for b in bases
            )
        )

    @staticmethod
    def _say(line: QLabel, words: str) -> None:
        line.setText(words)
        line.setVisible(bool(words))


def _hints(item: Item, language: str) -> list[str]:
    return [t.of(language) for t in (item.hint, item.only_for) if t is not None]
