"""A table that is read and gone through by keys: whole rows, chips, Enter opens."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import theme
from ui.models.paged import TONE, Column, PagedModel
from ui.theme import Tone
from ui.widgets.two_lines import TwoLines, show_focus

READABLE = 40
"""The least width in steps of a column that takes what is left over: some ten Chinese characters."""

_Index = QModelIndex | QPersistentModelIndex


class Table(QTableView):
    """Shows a `PagedModel`; the arrow keys choose a row, Enter or a double click opens it.

    With `two_lines` it is a list without a heading, each entry with its detail below it. It has no frame: it stands in a
    card.

    Signals:
        opened: the id of the row that was opened.
        chosen: the id of the row that the person is on now.
    """

    opened = Signal(str)
    chosen = Signal(str)

    def __init__(
        self, name: str, model: PagedModel[Any], *, two_lines: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme.set_kind(self, "flat")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._model = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setItemDelegate(TwoLines(self) if two_lines else Cells(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.space(13 if two_lines else 11))
        header = self.horizontalHeader()
        header.setVisible(not two_lines)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(theme.space(8))
        self._share_out()
        self.activated.connect(lambda index: self.opened.emit(model.rows[index.row()].id))

    def choose(self, entity: str) -> None:
        """Goes to the row with that id, if it is shown."""
        row = self._model.row_of(entity)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row, 0))

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.chosen.emit(self._model.rows[current.row()].id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _share_out(self) -> None:
        for number, column in enumerate(self._model.columns):
            if column.width:
                self.setColumnWidth(number, self._needed(column))
            else:
                self.horizontalHeader().setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def _needed(self, column: Column[Any]) -> int:
        heading = _chip_metrics(bold=True).horizontalAdvance(column.heading)
        words = [_chip_width(words) for words in column.words]
        return max(theme.space(column.width), max((heading, *words)) + theme.space(5))

    def _make_room(self) -> None:
        """Leaves columns out that yield, until those that take what is left over can be read."""
        columns = self._model.columns
        wide = sum(not column.width for column in columns)
        free = self.viewport().width() - sum(self._needed(c) for c in columns if c.width)
        for number, column in enumerate(columns):
            if column.yields:
                is_tight = free < wide * theme.space(READABLE)
                self.setColumnHidden(number, is_tight)
                free += self._needed(column) if is_tight else 0


class Cells(QStyledItemDelegate):
    """Draws a cell as a chip or as text, shortened in its middle: a place ends in its number, which is what tells most."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        show_focus(option)
        words, option.text = option.text, ""
        tone = index.data(TONE)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        QApplication.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget
        )
        area = option.rect.adjusted(theme.space(2), 0, -theme.space(2), 0)
        painter.save()
        if tone is None:
            painter.setPen(QColor(theme.colours().ink))
            elided = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideMiddle, area.width())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
        elif words:
            is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            _draw_chip(painter, area, words, Tone(tone), is_chosen=is_chosen)  # Qt gives back a plain string
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(theme.space(20), theme.space(11))


def _chip_font() -> QFont:
    font = QApplication.font()
    font.setPixelSize(theme.text_size(0.88))
    return font


def _chip_metrics(*, bold: bool = False) -> QFontMetrics:
    font = _chip_font()
    font.setBold(bold)
    return QFontMetrics(font)


def _chip_width(words: str) -> int:
    return _chip_metrics().horizontalAdvance(words) + 2 * theme.space(2)


def _draw_chip(painter: QPainter, area: QRect, words: str, tone: Tone, *, is_chosen: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(_chip_font())
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width() - 2 * theme.space(2))
    height = metrics.height() + theme.space(1)
    colours = theme.colours()
    if is_chosen:
        ground = colours.surface  # the row has a ground of its own
    elif tone in (Tone.MUTED, Tone.PLAIN):
        ground = colours.hover
    else:
        ground = str(getattr(colours, f"{tone.value}_soft"))
    chip = QRectF(area.left(), area.center().y() - height / 2 + 0.5, _chip_width(shown), height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(chip, height / 2, height / 2)
    painter.setPen(QColor(colours.tone(tone)))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)
