"""A page that scrolls: one column of comfortable width, in the middle of whatever room there is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import theme


class Page(QScrollArea):
    """Put widgets into `column`.

    `width` is the widest that the column gets, `margin` the room around it, in steps; a page of a screen begins at the
    left like its heading instead.
    """

    def __init__(
        self, width: float = 230, margin: float = 6, *, centred: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget()
        theme.set_kind(ground, "page")
        inner = QWidget()
        inner.setMaximumWidth(theme.space(width))
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.space(4))
        row = QHBoxLayout(ground)
        row.setContentsMargins(*[theme.space(margin) if margin else 0] * 4)
        if centred:
            row.addStretch(1)
        row.addWidget(inner, 1000)
        row.addStretch(1)
        self.setWidget(ground)
