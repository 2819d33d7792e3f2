"""号码核对: a label is typed or pasted, and every number in it is judged in a sentence to read aloud."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui import text, theme
from ui.screens.screen import Context
from ui.theme import Tone
from ui.widgets.button import Button, IconButton, Weight
from ui.widgets.card import Card, small
from ui.widgets.date_field import DateField
from ui.widgets.empty_state import EmptyState
from ui.widgets.field_row import FieldRow
from ui.widgets.page import Page

if TYPE_CHECKING:
    from inspector.identifiers.judgement import Judgement
    from inspector.identifiers.recognition import Found

PAUSE_MS = 150

_ICONS = {Tone.GOOD: "check-circle", Tone.WARN: "warning", Tone.BAD: "error"}


def find(words: str, on: date) -> "tuple[Found, ...]":
    """Every number and standard in *words* in the order in which they stand there; else what it resembles as a whole."""
    from inspector.identifiers.recognition import Found, identify, recognise
    from inspector.law import standards

    numbers = recognise(words, on)
    taken = [(f.start, f.end) for f in numbers]
    apart = (
        f
        for f in standards.recognise(words, on)
        if all(f.end <= start or f.start >= end for start, end in taken)
    )
    found = sorted((*numbers, *apart), key=lambda f: f.start)
    if not found and words.strip() and "\n" not in words.strip():
        found = [Found(0, len(words), words.strip(), identify(words, on=on)[0])]
    return tuple(found)


class CheckerPage(QWidget):
    """The text on the left with what was found marked in it, the verdicts on the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = 0
        today = context.workspace.clock.now().date()
        self.words = QPlainTextEdit()
        self.words.setPlaceholderText(
            self.tr("Type or paste what stands on the label, the licence or the packaging")
        )
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("Text of the label"))
        self.day = DateField()
        self.day.show_day(today)
        self._today = today
        self.clear = Button(self.tr("Empty"), Weight.QUIET, "trash")
        self.clear.clicked.connect(self._empty)
        self.verdicts = Page(width=170, margin=0, centred=False)
        self.verdicts.column.setSpacing(theme.space(3))
        hint = self.tr(
            "Numbers are checked as they are typed: form, check digit, dates. Nothing is asked of the network."
        )
        self.empty = EmptyState("search", hint)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.words.textChanged.connect(self._pause.start)
        self.day.textChanged.connect(lambda _: self._pause.start())
        self._lay_out()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.space(3))
        left.addWidget(self.words, 1)
        below = QHBoxLayout()
        day = FieldRow(
            self.tr("As of"),
            self.day,
            self.tr("Terms and standards are counted on the day the goods were made or the act was done"),
        )
        below.addWidget(day, 1)
        below.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignTop)
        left.addLayout(below)
        side = QWidget()
        side.setLayout(left)
        side.setMaximumWidth(theme.space(105))
        left.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.verdicts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(5))
        row.addWidget(side, 2)
        row.addWidget(self.stack, 3)

    def _ask(self) -> None:
        self._asked += 1
        typed = self.words.toPlainText()
        on = self.day.day or self._today
        self._context.tasks.run(partial(find, typed, on), partial(self._show, self._asked))

    def _show(self, asked: int, found: "Sequence[Found]") -> None:
        if asked != self._asked:
            return
        while (item := self.verdicts.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in found:
            self.verdicts.column.addWidget(VerdictCard(one.judgement))
        if found:
            count = self.tr(
                "%n number(s) found. A check says whether a number is well formed, not whether it is real.",
                "",
                len(found),
            )
            self.verdicts.column.addWidget(small(count))
        self.verdicts.column.addStretch(1)
        self.stack.setCurrentIndex(1 if found else 0)
        self._mark(found)

    def _mark(self, found: "Sequence[Found]") -> None:
        """Underlines in the text what was found."""
        marks = []
        for one in found:
            mark = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setBackground(QColor(str(getattr(theme.colours(), f"{_tone(one.judgement).value}_soft"))))
            cursor = QTextCursor(self.words.document())
            cursor.setPosition(_utf16(self.words.toPlainText(), one.start))
            cursor.setPosition(_utf16(self.words.toPlainText(), one.end), QTextCursor.MoveMode.KeepAnchor)
            mark.cursor, mark.format = cursor, look
            marks.append(mark)
        self.words.setExtraSelections(marks)

    def _empty(self) -> None:
        self.words.clear()
        self.words.setFocus()


class VerdictCard(Card):
    """One number: its kind, the verdict as a sentence, the facts that it states, the reasons."""

    def __init__(self, judgement: "Judgement", parent: QWidget | None = None) -> None:
        from inspector.identifiers import readout

        super().__init__(parent=parent)
        language = text.language()
        tone = _tone(judgement)
        kind = readout.kind_name(judgement.kind, language)
        margin = theme.space(4)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(theme.space(1.5))
        number = QLabel(judgement.normalised)
        number.setWordWrap(True)
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        theme.set_kind(number, "heading")
        self.sentence = readout.headline(judgement, language)
        self.reasons = readout.reasons(judgement, language)
        facts = readout.summary(judgement, language)
        spoken = [f"{kind} {judgement.normalised}", self.sentence, facts, *self.reasons]
        copy = IconButton("copy", self.tr("Copy the sentence"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText("\n".join(filter(None, spoken))))
        top = QHBoxLayout()
        top.addWidget(small(kind), 1)
        top.addWidget(copy)
        self.column.addLayout(top)
        self.column.addWidget(number)
        self.column.addLayout(self._verdict(tone))
        for words in filter(None, (facts, *self.reasons)):
            line = QLabel(words)
            line.setWordWrap(True)
            self.column.addWidget(line)

    def _verdict(self, tone: Tone) -> QHBoxLayout:
        icon, words = QLabel(), QLabel(self.sentence)
        theme.dress(icon, _ICONS[tone], tone.value, theme.text_size(1.25))
        theme.set_kind(words, "label")
        theme.set_tone(words, tone)
        words.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(theme.space(2))
        line.addWidget(icon)
        line.addWidget(words, 1)
        return line


def _tone(judgement: "Judgement") -> Tone:
    if judgement.verdict == "bad_checksum":
        return Tone.BAD
    return Tone.GOOD if judgement.verdict == "valid" and not judgement.problems else Tone.WARN


def _utf16(words: str, place: int) -> int:
    """A place in *words* as a text document counts it: characters beyond the BMP take two."""
    return place + sum(ord(c) > 0xFFFF for c in words[:place])
