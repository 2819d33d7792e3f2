"""One photo large: its printing copy, upright; the original itself is never decoded for a screen."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.button import Button, IconButton, Weight
from ui.widgets.card import small

STEP = 1.25
MOST = 4.0


class Large(QWidget):
    """Shows a picture fitted to the room there is; + and - come closer and go back.

    Signals:
        turned: the person wants the next one (1) or the one before (-1).
        left: the person goes back to the grid.
    """

    turned = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = Button(self.tr("All photos"), Weight.QUIET, "back")
        self.back.setToolTip("Esc")
        self.back.clicked.connect(self.left)
        self.title = QLabel()
        theme.set_kind(self.title, "label")
        self.before = IconButton("chevron-left", self.tr("The one before (Left)"))
        self.after = IconButton("chevron-right", self.tr("The next one (Right)"))
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.after.clicked.connect(lambda: self.turned.emit(1))
        self.picture = Picture()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.picture)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar = QHBoxLayout()
        bar.setSpacing(theme.space(2))
        bar.addWidget(self.back)
        bar.addWidget(self.title, 1)
        bar.addWidget(small(self.tr("Printing copy")))
        bar.addWidget(self.before)
        bar.addWidget(self.after)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addLayout(bar)
        column.addWidget(self.area, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Photo"))

    def show_waiting(self, title: str) -> None:
        """Says what will be seen; the picture is on its way."""
        self.title.setText(title)
        self.picture.show_words(self.tr("Loading …"))

    def show_picture(self, content: bytes) -> None:
        found = QPixmap()
        found.loadFromData(content)
        self.picture.show_pixmap(found)

    def show_obstacle(self, words: str) -> None:
        """Says why there is nothing to see."""
        self.picture.show_words(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_PageUp:
                self.turned.emit(-1)
            case Qt.Key.Key_Right | Qt.Key.Key_PageDown:
                self.turned.emit(1)
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.picture.come_closer(STEP)
            case Qt.Key.Key_Minus:
                self.picture.come_closer(1 / STEP)
            case _:
                super().keyPressEvent(event)


class Picture(QWidget):
    """The picture itself, or words in its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap()
        self._words = ""
        self._closer = 1.0

    def show_pixmap(self, found: QPixmap) -> None:
        self._pixmap, self._words = found, ""
        self._fit(1.0)

    def show_words(self, words: str) -> None:
        self._pixmap, self._words = QPixmap(), words
        self._fit(1.0)

    def come_closer(self, factor: float) -> None:
        self._fit(min(MOST, max(1.0, self._closer * factor)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.come_closer(STEP if event.angleDelta().y() > 0 else 1 / STEP)
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.colours().sunken))
        if self._pixmap.isNull():
            painter.setPen(QColor(theme.colours().muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(40, 40, -40, -40), int(flags), self._words)
            return
        size = self._pixmap.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(self.rect().topLeft(), size)
        place.moveCenter(self.rect().center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, self._pixmap)

    def _fit(self, closer: float) -> None:
        self._closer = closer
        holder = self.parentWidget()
        around = holder.size() if holder is not None else self.size()
        self.setMinimumSize(around * closer if closer > 1 else QSize(0, 0))
        self.update()
