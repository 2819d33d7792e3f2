"""The frame of the pages before a workspace is open: the program's name, and one card in the middle."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.card import Card
from ui.widgets.emblem import Emblem


class Door(QWidget):
    """Put widgets into `card.column`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = Card()
        self.card.setFixedWidth(theme.space(110))
        margin = theme.space(8)
        self.card.column.setContentsMargins(margin, margin, margin, theme.space(6))
        middle = QHBoxLayout()  # not an alignment, which would not let the card grow with its words
        middle.addStretch(1)
        middle.addWidget(self.card)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(theme.space(5))
        column.addStretch(2)
        column.addWidget(Emblem(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(middle)
        column.addStretch(3)
