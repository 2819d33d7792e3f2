"""What is known of a thing as labels and values, two beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui import theme
from ui.theme import Tone
from ui.widgets.card import small
from ui.widgets.identifier_field import Finding


@dataclass(frozen=True)
class Fact:
    """A label with its value.

    `is_disputed`: it has other values too; `is_wide`: it takes the whole line; `finding`: what is wrong with it.
    """

    label: str
    value: str
    is_disputed: bool = False
    is_wide: bool = False
    finding: Finding | None = None


class Facts(QWidget):
    """Values can be selected and copied; what is not known is a dash."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.space(6))
        self._grid.setVerticalSpacing(theme.space(3))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Puts *facts* in the place of those that were there."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        row = column = 0
        for fact in facts:
            if fact.is_wide and column:
                row, column = row + 1, 0
            self._grid.addWidget(self._cell(fact), row, column, 1, 2 if fact.is_wide else 1)
            column += 2 if fact.is_wide else 1
            if column > 1:
                row, column = row + 1, 0

    def _cell(self, fact: Fact) -> QWidget:
        cell = QWidget()
        grid = QGridLayout(cell)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.space(0.5))
        value = QLabel(fact.value or "—")
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setWordWrap(True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(small(fact.label), 0, 0)
        grid.addWidget(value, 1, 0)
        grid.setRowStretch(4, 1)
        if fact.is_disputed:
            warning = small(self.tr("Several values, see Data exchange"))
            theme.set_tone(warning, Tone.WARN)
            grid.addWidget(warning, 2, 0)
        if fact.finding is not None and fact.finding.tone is not Tone.GOOD:
            verdict = small("\n".join(fact.finding.lines))
            theme.set_tone(verdict, fact.finding.tone)
            grid.addWidget(verdict, 3, 0)
        return cell
