"""The ground that screens stand on; in a demonstration it carries the word 演示, faint and between the cards."""

from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui import theme

ANGLE = -24


class Ground(QStackedWidget):
    """A stack of screens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_demo = False

    def show_demo(self, *, is_demo: bool) -> None:
        self._is_demo = is_demo
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_demo:
            return
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        ink = QColor(theme.colours().ink)
        ink.setAlpha(14)
        painter.setPen(ink)
        font = QFont(self.font())
        font.setPixelSize(theme.text_size(2.6))
        font.setBold(True)
        painter.setFont(font)
        word = self.tr("DEMONSTRATION")
        width = painter.fontMetrics().horizontalAdvance(word)
        across, down = width + theme.space(40), theme.space(45)
        for row in range(self.height() // down + 2):
            for column in range(self.width() // across + 2):
                painter.save()
                painter.translate(column * across - (row % 2) * across // 2, row * down)
                painter.rotate(ANGLE)
                painter.drawText(0, 0, word)
                painter.restore()
