"""Lines that say how something went: an icon in its tone, the words, and what can be done about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.messages import Action
from ui.theme import Tone
from ui.widgets.button import Button

_ICONS = {
    Tone.GOOD: "check-circle",
    Tone.WARN: "warning",
    Tone.BAD: "error",
    Tone.ACCENT: "info",
    Tone.MUTED: "chevron-right",
    Tone.PLAIN: "chevron-right",
}


@dataclass(frozen=True)
class Said:
    """One line. `icon` takes the place of that of the tone; `below` explains in small print."""

    tone: Tone
    words: str
    below: str = ""
    action: Action | None = None
    icon: str = ""


class Lines(QWidget):
    """Shows lines below one another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(2.5))
        self.lines: tuple[Said, ...] = ()

    def show_lines(self, lines: Sequence[Said]) -> None:
        self.lines = tuple(lines)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in self.lines:
            self._column.addWidget(_line(line))
        self.setVisible(bool(self.lines))


def _line(said: Said) -> QWidget:
    line = QWidget()
    icon, words, below = QLabel(), QLabel(_breakable(said.words)), QLabel(said.below)
    theme.dress(icon, said.icon or _ICONS[said.tone], said.tone.value, theme.text_size(1.3))
    theme.set_tone(words, Tone.PLAIN if said.tone is Tone.ACCENT else said.tone)
    theme.set_kind(below, "small")
    column = QVBoxLayout()
    column.setSpacing(theme.space(0.5))
    for label in (words, below):
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if label.text():
            column.addWidget(label)
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.space(2.5))
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(column, 1)
    if said.action is not None:
        do = said.action.do
        button = Button(said.action.label)
        button.setAccessibleName(f"{said.action.label}: {said.words}")
        button.clicked.connect(lambda: do())
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return line


def _breakable(words: str) -> str:
    """Names of files may go on in the next line behind their underscores."""
    return words.replace("_", "_\u200b")
