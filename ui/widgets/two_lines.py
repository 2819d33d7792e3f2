"""List entries of two lines: what it is, and a muted line (`DETAIL`) of what else is known of it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.models.paged import DETAIL as DETAIL

_Index = QModelIndex | QPersistentModelIndex


def show_focus(option: QStyleOptionViewItem) -> None:
    """Puts the chosen row in the colour of the focus while its list has it, which a style sheet cannot."""
    colours = theme.colours()
    has_focus = option.widget is not None and option.widget.hasFocus()
    option.palette.setColor(
        QPalette.ColorRole.Highlight, QColor(colours.accent_soft if has_focus else colours.hover)
    )


class TwoLines(QStyledItemDelegate):
    """Draws the text of an entry and, below it, its `DETAIL`."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        show_focus(option)
        title, option.text = option.text, ""
        detail = str(index.data(DETAIL) or "")
        QApplication.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget
        )
        area = option.rect.adjusted(theme.space(3), theme.space(1), -theme.space(3), -theme.space(1))
        painter.save()
        middle = Qt.AlignmentFlag.AlignVCenter
        upper = QRect(area.left(), area.top(), area.width(), area.height() // 2) if detail else area
        painter.setPen(QColor(theme.colours().ink))
        painter.drawText(upper, middle, self._fit(option, title, area.width()))
        if detail:
            lower = QRect(area.left(), upper.bottom(), area.width(), area.height() // 2)
            painter.setPen(QColor(theme.colours().muted))
            painter.drawText(lower, middle, self._fit(option, detail, area.width()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        lines = 2 if index.data(DETAIL) else 1
        return QSize(theme.space(30), option.fontMetrics.height() * lines + theme.space(3))

    @staticmethod
    def _fit(option: QStyleOptionViewItem, words: str, width: int) -> str:
        return option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
