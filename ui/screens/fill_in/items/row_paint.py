"""How a row looks when it is not at hand: number, words, what is written down, photos, and the mark as word and colour."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from inspector.checklist import Mark
from ui import text, theme
from ui.screens.fill_in.items.row_model import ROW, RowModel, Shown
from ui.screens.fill_in.items.rows import CardRow, LineRow, Row, SectionRow

if TYPE_CHECKING:
    from ui.screens.fill_in.items.column import ItemColumn

_TONES = {
    Mark.CLEAR: ("good", "good_soft"),
    Mark.SUSPECT: ("bad", "bad_soft"),
    Mark.NOT_APPLICABLE: ("muted", "hover"),
    Mark.UNCHECKED: ("muted", "surface"),
}


class RowPaint(QStyledItemDelegate):
    """Paints rows; the row that has an editor is as high as the editor and is left to it."""

    def __init__(self, view: "ItemColumn", model: RowModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        if index.row() == self._view.row_at_hand:
            return QSize(0, self._view.editor.height_at(self._view.viewport().width()) + theme.space(2))
        row = self._model.rows[index.row()]
        return QSize(0, theme.space(_HEIGHTS[type(row)]))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if index.row() == self._view.row_at_hand:
            return
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, LineRow):
            self._line(painter, option, row)
        else:
            self._heading(painter, option, row)
        painter.restore()

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, row: SectionRow | CardRow) -> None:
        font = QFont(option.font)
        font.setBold(True)
        painter.setFont(font)
        colours = theme.colours()
        painter.setPen(QColor(colours.ink if isinstance(row, SectionRow) else colours.accent))
        area = option.rect.adjusted(theme.space(1), 0, -theme.space(1), -theme.space(1))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, row.label)

    def _line(self, painter: QPainter, option: QStyleOptionViewItem, row: LineRow) -> None:
        colours = theme.colours()
        shown = self._model.shown(row)
        box = option.rect.adjusted(0, theme.space(0.5), 0, -theme.space(0.5))
        painter.setPen(QColor(colours.line))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(box, theme.space(1.5), theme.space(1.5))
        area = box.adjusted(theme.space(3), 0, -theme.space(3), 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(colours.muted))
        number = QRect(area.left(), area.top(), theme.space(7), area.height())
        painter.drawText(number, middle, str(row.number))
        area.setLeft(number.right())
        if row.line.item.marked:
            area.setRight(self._mark(painter, option, area, shown.answer.mark))
        painter.setPen(QColor(colours.ink))
        label = row.line.item.label.of(text.language())
        wanted = option.fontMetrics.horizontalAdvance(label) + theme.space(4)
        beside = " · ".join(_beside(shown))
        room = area.width() if not beside else max(area.width() // 2, area.width() - theme.space(60))
        upper = QRect(area.left(), area.top(), min(wanted, room), area.height())
        painter.drawText(
            upper, middle, option.fontMetrics.elidedText(label, Qt.TextElideMode.ElideRight, upper.width())
        )
        if beside:
            painter.setPen(QColor(colours.warn if shown.problem else colours.muted))
            rest = QRect(
                upper.right() + theme.space(2),
                area.top(),
                area.right() - upper.right() - theme.space(3),
                area.height(),
            )
            words = option.fontMetrics.elidedText(beside, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, middle | Qt.AlignmentFlag.AlignRight, words)

    def _mark(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, mark: Mark) -> int:
        """The mark at the right end; returns where it begins."""
        colours = theme.colours()
        ink, ground = (getattr(colours, name) for name in _TONES[mark])
        words = text.label(mark)
        width = option.fontMetrics.horizontalAdvance(words) + theme.space(4)
        height = option.fontMetrics.height() + theme.space(1)
        chip = QRect(area.right() - width, area.center().y() - height // 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(chip, height / 2, height / 2)
        painter.setPen(QColor(ink))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)
        return chip.left() - theme.space(2)


_HEIGHTS = {SectionRow: 11.0, CardRow: 9.0, LineRow: 10.0}


def _beside(shown: Shown) -> list[str]:
    photos = f"▣ {shown.photos}" if shown.photos else ""
    return [w for w in (shown.problem or shown.fact, shown.answer.note, photos) if w]
