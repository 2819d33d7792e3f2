"""How a row looks when it is not at hand: number, words, what is written down, photos, and the mark as word and colour."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from inspector.checklist import Mark
from ui import text, theme
from ui.screens.fill_in.items.answer_rows import AnswerRows, Shown
from ui.screens.fill_in.items.rows import CardRow, LineRow, Row, SectionRow

_TONES = {
    Mark.CLEAR: ("good", "good_soft"),
    Mark.SUSPECT: ("bad", "bad_soft"),
    Mark.NOT_APPLICABLE: ("muted", "hover"),
    Mark.UNCHECKED: ("muted", "surface"),
}


class RowPaint:
    """Paints one row into its area."""

    def __init__(self, rows: AnswerRows) -> None:
        self._rows = rows

    def height(self, kind: type[Row]) -> int:
        """How high a row of that kind is, in pixels."""
        return theme.space(_HEIGHTS[kind])

    def paint(self, painter: QPainter, area: QRect, row: Row, font: QFont) -> None:
        painter.setFont(font)
        if isinstance(row, LineRow):
            self._line(painter, area, row)
        else:
            self._heading(painter, area, row)

    def _heading(self, painter: QPainter, area: QRect, row: SectionRow | CardRow) -> None:
        font = QFont(painter.font())
        font.setBold(True)
        painter.setFont(font)
        colours = theme.colours()
        painter.setPen(QColor(colours.ink if isinstance(row, SectionRow) else colours.accent))
        words = area.adjusted(theme.space(1), 0, -theme.space(1), -theme.space(1))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, row.label)

    def _line(self, painter: QPainter, area: QRect, row: LineRow) -> None:
        colours, metrics = theme.colours(), painter.fontMetrics()
        shown = self._rows.shown(row)
        box = area.adjusted(0, theme.space(0.5), 0, -theme.space(0.5))
        painter.setPen(QColor(colours.line))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(box, theme.space(1.5), theme.space(1.5))
        free = box.adjusted(theme.space(3), 0, -theme.space(3), 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(colours.muted))
        number = QRect(free.left(), free.top(), theme.space(7), free.height())
        painter.drawText(number, middle, str(row.number))
        free.setLeft(number.right())
        if row.line.item.marked:
            free.setRight(self._mark(painter, free, shown.answer.mark))
        label = row.line.item.label.of(text.language())
        wanted = metrics.horizontalAdvance(label) + theme.space(4)
        beside = " · ".join(_beside(shown))
        room = free.width() if not beside else max(free.width() // 2, free.width() - theme.space(60))
        upper = QRect(free.left(), free.top(), min(wanted, room), free.height())
        elide = Qt.TextElideMode.ElideRight
        painter.setPen(QColor(colours.ink))
        painter.drawText(upper, middle, metrics.elidedText(label, elide, upper.width()))
        if beside:
            painter.setPen(QColor(colours.warn if shown.problem else colours.muted))
            rest = QRect(upper.topRight(), free.bottomRight()).adjusted(theme.space(2), 0, 0, 0)
            words = metrics.elidedText(beside, elide, rest.width())
            painter.drawText(rest, middle | Qt.AlignmentFlag.AlignRight, words)

    def _mark(self, painter: QPainter, area: QRect, mark: Mark) -> int:
        """The mark at the right end; returns where it begins."""
        colours, metrics = theme.colours(), painter.fontMetrics()
        ink, ground = (getattr(colours, name) for name in _TONES[mark])
        words = text.label(mark)
        width = metrics.horizontalAdvance(words) + theme.space(4)
        height = metrics.height() + theme.space(1)
        chip = QRect(area.right() - width, area.center().y() - height // 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(chip, height / 2, height / 2)
        painter.setPen(QColor(ink))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)
        return chip.left() - theme.space(2)


_HEIGHTS: dict[type[Row], float] = {SectionRow: 11.0, CardRow: 9.0, LineRow: 10.0}


def _beside(shown: Shown) -> list[str]:
    photos = f"▣ {shown.photos}" if shown.photos else ""
    return [w for w in (shown.problem or shown.fact, shown.answer.note, photos) if w]
