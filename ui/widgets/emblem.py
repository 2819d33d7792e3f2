"""The program's sign and name."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from inspector import paths
from ui import theme


class Emblem(QWidget):
    """The sign, and beside it the name."""

    def __init__(self, side_steps: float = 9, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign, name = QLabel(), QLabel(self.tr("Inspector"))
        side = theme.space(side_steps)
        sign.setPixmap(window_icon().pixmap(QSize(side, side), self.devicePixelRatioF()))
        theme.set_kind(name, "heading")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2.5))
        row.addWidget(sign)
        row.addWidget(name, 1)


def window_icon() -> QIcon:
    """The sign as the icon of windows."""
    return QIcon(str(paths.resource("icons", "app.svg")))
