"""A number off a label or licence, judged as it is typed, with the verdict as a sentence below it."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui import text, theme
from ui.theme import Tone
from ui.widgets.card import small
from ui.widgets.composition import EnterKey

if TYPE_CHECKING:  # its tables are read on first use, not when a window opens
    from inspector.identifiers.judgement import Judgement, Kind


@dataclass(frozen=True)
class Finding:
    """What there is to say of a number that nobody is typing at: sentences, and how grave they are."""

    lines: tuple[str, ...]
    tone: Tone

    @classmethod
    def of(cls, judged: "Judgement | None") -> "Finding | None":
        """None for no number."""
        if judged is None:
            return None
        from inspector.identifiers import readout
        from inspector.identifiers.judgement import Verdict

        language = text.language()
        lines = [readout.headline(judged, language)]
        if judged.verdict is Verdict.VALID:
            lines.append(readout.summary(judged, language))
            tone = Tone.WARN if judged.problems else Tone.GOOD
        else:
            tone = Tone.BAD if judged.verdict is Verdict.BAD_CHECKSUM else Tone.WARN
        lines += readout.reasons(judged, language)
        return cls(tuple(dict.fromkeys(filter(None, lines))), tone)


class IdentifierField(QWidget):
    """Judges while the person types, and complains about what is unfinished only when they leave the field.

    Signals:
        edited: the text changed by hand.
        left: the person is done with it; `value` is its text then.
    """

    edited = Signal(str)
    left = Signal(str)

    def __init__(self, kind: "Kind", name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._on: date | None = None
        self.judgement: Judgement | None = None
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.setAccessibleName(name)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._leave)
        self.enter = EnterKey(self.line)
        self.setFocusProxy(self.line)
        self._icon = QLabel(self)
        self.verdict = small("")
        below = QHBoxLayout()
        below.setSpacing(theme.space(1))
        below.addWidget(self._icon)
        below.addWidget(self.verdict, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        column.addWidget(self.line)
        column.addLayout(below)
        self._say("", "", Tone.MUTED)

    @property
    def value(self) -> str:
        """The number in its normal form where it was recognised, otherwise what was typed."""
        typed = self.line.text().strip()
        if self.judgement is not None and not self.judgement.is_malformed and not self.judgement.is_partial:
            return self.judgement.normalised or typed
        return typed

    def show_value(self, value: str, on: date | None = None) -> None:
        """Shows a stored number; *on* is the day that terms are counted on, today where it is None."""
        self._on = on
        self.line.setText(value)
        self._judge(typing=False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.line.setFocus(event.reason())

    def _typed(self, typed: str) -> None:
        self._judge(typing=True)
        self.edited.emit(typed)

    def _leave(self) -> None:
        if self.value != self.line.text():
            self.line.setText(self.value)
        self._judge(typing=False)
        self.left.emit(self.value)

    def _judge(self, *, typing: bool) -> None:
        typed = self.line.text()
        if not typed.strip():
            self.judgement = None
            self._say("", "", Tone.MUTED)
            return
        from inspector.identifiers import readout, recognition

        judged = self.judgement = recognition.judge(self._kind, typed, self._on)
        if typing and judged.is_partial:
            self._say("hint", readout.headline(judged, text.language(), typing=True), Tone.MUTED)
        elif (finding := Finding.of(judged)) is not None:
            icon = "check-circle" if finding.tone is Tone.GOOD else "warning"
            self._say(icon, "\n".join(finding.lines), finding.tone)

    def _say(self, icon: str, words: str, tone: Tone) -> None:
        self._icon.setVisible(bool(icon))
        if icon:
            theme.dress(self._icon, icon, tone.value, theme.text_size(1.15))
        self.verdict.setText(words)
        self.verdict.setVisible(bool(words))
        theme.set_tone(self.verdict, tone)
        self.line.setAccessibleDescription(words)
