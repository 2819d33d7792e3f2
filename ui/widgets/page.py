"""A page that scrolls: one column of comfortable width, in the middle of whatever room there is."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import theme


class Page(QScrollArea):
    """Put widgets into `column`.

    `width` is the widest that the column gets, `margin` the room around it, in steps; a page of a screen begins at the
    left like its heading instead. `held` is all that scrolls.
    """

    def __init__(
        self, width: float = 230, margin: float = 6, *, centred: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = self.held = QWidget()
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

    def minimumSizeHint(self) -> QSize:
        """At least as wide as what it holds needs: it scrolls up and down only."""
        needed = self.held.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(needed, super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tells the layout around it when what it holds wants other room."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
