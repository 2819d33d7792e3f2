"""What every editor of a fact offers."""

from abc import abstractmethod

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget


class FactEditor(QWidget):
    """Edits one fact.

    Signals:
        settled: the fact as the person left it, when it changed.
        drafted: what is being typed, half a second after the last key.
        entered: Enter: the person is done here and wants to go on.
    """

    settled = Signal(str)
    drafted = Signal(str)
    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    @abstractmethod
    def show_fact(self, fact: str, draft: str | None = None) -> None:
        """Shows the stored fact, or the draft that was left."""

    def settle(self) -> None:
        """Takes what stands there as said; for moving on without leaving the field by hand."""

    def take_cursor(self) -> None:
        """Puts the cursor where one types or chooses."""
        proxy = self.focusProxy()
        (proxy or self).setFocus()
