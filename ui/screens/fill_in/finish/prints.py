"""打印件: the versions that were printed, with what each of them still counts for."""

from datetime import datetime

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from inspector.inspection.visit import Print, Stage
from ui import theme
from ui.screens.fill_in.finish.finishing import Finishing
from ui.screens.fill_in.part import Part
from ui.screens.fill_in.step import Way
from ui.screens.fill_in.visited import Visited
from ui.theme import Tone
from ui.widgets.card import small
from ui.widgets.chip import Chip


class PrintsPart(Part):
    """The last print first; the beginning of the digest stands on each page of it."""

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(way, self.tr("Prints"), parent=parent)
        self._prints: tuple[Print, ...] = ()
        self._is_signed = False
        self._digest = ""
        self.chips: list[Chip] = []
        self.none = small(self.tr("Nothing was printed yet."))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.space(2))
        self.column.addWidget(self.none)
        self.column.addLayout(self._rows)

    def show_visit(self, visited: Visited) -> None:
        self._prints = visited.inspection.prints
        self._is_signed = visited.inspection.locked or visited.inspection.visit.stage is Stage.SIGNED
        self._rebuild()

    def show_finishing(self, found: Finishing) -> None:
        self._digest = found.digest
        self._rebuild()

    def _rebuild(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.chips = []
        self.none.setVisible(not self._prints)
        for number, printed in enumerate(reversed(self._prints)):
            self._rows.addWidget(self._row(printed, is_last=number == 0))

    def _row(self, printed: Print, *, is_last: bool) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme.space(0.5))
        words, when = QLabel(printed.digest[:16]), small(_when(printed.at))
        if not is_last:
            theme.set_tone(words, Tone.MUTED)
        chip = self._chip(printed, is_last=is_last)
        self.chips.append(chip)
        grid.addWidget(words, 0, 0, 1, 2)
        grid.addWidget(when, 1, 0)
        grid.addWidget(chip, 1, 1)
        grid.setColumnStretch(0, 1)
        return row

    def _chip(self, printed: Print, *, is_last: bool) -> Chip:
        if not is_last:
            return Chip(self.tr("Superseded"), Tone.MUTED)
        if self._digest and printed.digest != self._digest:
            return Chip(self.tr("Print again"), Tone.WARN)
        if self._is_signed:
            return Chip(self.tr("Signed version"), Tone.GOOD)
        return Chip(self.tr("To be signed"), Tone.ACCENT)


def _when(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M}" if at else ""
