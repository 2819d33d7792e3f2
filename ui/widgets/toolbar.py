"""A row of controls above a list: search first, filters, then what can be done at the end."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui import theme


class SearchField(QLineEdit):
    """A line to search with; tells what to look for when the person pauses.

    Signals:
        asked: the text to look for; empty for everything.
    """

    asked = Signal(str)
    PAUSE_MS = 120

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(self.PAUSE_MS)
        self._pause.timeout.connect(lambda: self.asked.emit(self.text().strip()))
        self.textChanged.connect(lambda _: self._pause.start())

    def reset(self) -> None:
        """Searches for nothing any more; whoever asks for that reads anew by himself."""
        self.clear()
        self._pause.stop()


class Toolbar(QWidget):
    """Controls in a row; `add` puts them at the start, `add_last` at the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space(2))
        self._row.addStretch(1)
        self._at_start = 0

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        self._row.insertWidget(self._at_start, widget, stretch)
        self._at_start += 1

    def add_last(self, widget: QWidget) -> None:
        self._row.addWidget(widget)
