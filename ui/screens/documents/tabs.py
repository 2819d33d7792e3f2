"""Which of the sheets of a visit is in sight."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.screens.documents.sheets import Sheet
from ui.widgets.segments import Segments


class SheetTabs(QWidget):
    """The sheets side by side; hidden while there is only one.

    Signals:
        chosen: the sheet that was chosen by hand.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: tuple[Sheet, ...] = ()
        self._row = QVBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.segments: Segments | None = None

    @property
    def sheet(self) -> Sheet | None:
        """The one that is chosen."""
        if len(self._sheets) < 2 or self.segments is None:
            return self._sheets[0] if self._sheets else None
        chosen = self.segments.value
        return next(sheet for sheet in self._sheets if sheet.document == chosen)

    def show_sheets(self, sheets: Sequence[Sheet]) -> None:
        """Shows *sheets*; the kind of sheet that was chosen stays chosen where there still is one."""
        chosen = self.sheet.document if self.sheet else ""
        before, self._sheets = [(s.document, s.title) for s in self._sheets], tuple(sheets)
        titles = [(s.document, s.title) for s in self._sheets]
        self.setVisible(len(titles) > 1)
        if titles == before:
            return
        if self.segments is not None:
            self._row.removeWidget(self.segments)
            self.segments.deleteLater()
            self.segments = None
        if len(titles) > 1:
            self.segments = Segments(self.tr("Document"), titles)
            self.segments.chosen.connect(lambda _: self.chosen.emit(self.sheet))
            self._row.addWidget(self.segments)
            if chosen in dict(titles):
                self.segments.choose(chosen)
