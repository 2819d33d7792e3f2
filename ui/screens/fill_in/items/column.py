"""The column of items: arrows move, four keys answer, Enter goes into the item at hand."""

from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui import theme
from ui.screens.fill_in.items.answer_rows import AnswerRows
from ui.screens.fill_in.items.item_editor import ItemEditor
from ui.screens.fill_in.items.mark_bar import KEYS
from ui.screens.fill_in.items.row_paint import RowPaint
from ui.screens.fill_in.items.rows import LineRow
from ui.widgets.composition import without_input_method

BELOW = 20
"""What is seen below the field that one is in, in steps: why it was not taken, and what can be pressed next."""


class ItemColumn(QAbstractScrollArea):
    """Paints the rows in sight and moves over all of them; the one editor lies over the row at hand.

    Not a list view: that asks every row for its height whenever one of them grows, and a checklist may have a thousand.

    Signals:
        answered: the row at hand and the mark that a key gave it.
        came: the row that came to hand.
        pasted: what was pasted while the keys are those of the row at hand.
    """

    answered = Signal(object, object)
    came = Signal(object)
    pasted = Signal(object)

    def __init__(self, rows: AnswerRows, editor: ItemEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row_at_hand = -1
        self._rows = rows
        self._paint = RowPaint(rows)
        self._tops: list[int] = [0]
        self._growth = 0
        self.editor = editor
        editor.setParent(self.viewport())
        editor.hide()
        editor.resized.connect(self._fit)
        rows.changed.connect(self._measure)
        rows.restated.connect(self.viewport().update)
        self.setAccessibleName(self.tr("Check items"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        without_input_method(self)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def at_hand(self) -> LineRow | None:
        """The item at hand."""
        if 0 <= self.row_at_hand < len(self._rows.rows):
            row = self._rows.rows[self.row_at_hand]
            return row if isinstance(row, LineRow) else None
        return None

    def go(self, number: int) -> None:
        """Brings the row *number* to hand."""
        if not (0 <= number < len(self._rows.rows)) or not isinstance(self._rows.rows[number], LineRow):
            return
        if number != self.row_at_hand:
            self.editor.settle()
        before = self.editor.row
        is_anew = before is not None and before.key == self._rows.rows[number].key
        self.row_at_hand = number
        self.came.emit(self._rows.rows[number])  # shown in the editor, which says how high it is
        if not (is_anew and self._keep_in_sight()):
            self._reveal()
        self.setAccessibleDescription(self._rows.words(self._rows.rows[number]))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def forget(self) -> None:
        """No row is at hand: the rows are about to be other ones."""
        self.row_at_hand = -1
        self.editor.hide()

    def area(self, number: int) -> QRect:
        """Where the row *number* lies in the viewport."""
        top, bottom = self._top(number), self._top(number + 1)
        return QRect(0, top - self.verticalScrollBar().value(), self.viewport().width(), bottom - top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        row = self.at_hand
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.go(self._rows.next_line(self.row_at_hand, 1 if key is Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            if not self.editor.take_first():
                self.go(self._rows.next_line(self.row_at_hand))
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().mimeData())
        elif key in KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and row is not None:
            if row.line.item.marked:
                self.answered.emit(row, KEYS[key])
        else:
            super().keyPressEvent(event)

    def show_within(self, widget: QWidget) -> None:
        """Scrolls until *widget*, which is within the editor, is in sight."""
        if self.editor.isAncestorOf(widget):
            top = widget.mapTo(self.viewport(), QPoint(0, 0)).y() - theme.space(2)
            below = top + widget.height() + theme.space(BELOW) - self.viewport().height()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (top if top < 0 else max(0, min(below, top))))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.go(self._row_at(event.position().toPoint()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(self._row_at(event.rect().topLeft()), len(self._rows.rows)):
            area = self.area(number)
            if area.top() > event.rect().bottom():
                break
            if number != self.row_at_hand:
                self._paint.paint(painter, area, self._rows.rows[number], self.font())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _row_at(self, point: QPoint) -> int:
        within = point.y() + self.verticalScrollBar().value()
        number = bisect_right(range(len(self._tops)), within, key=self._top) - 1
        return min(max(number, 0), max(len(self._rows.rows) - 1, 0))

    def _top(self, number: int) -> int:
        """Where the row begins, from the top of the first; those behind the row at hand make room for its editor."""
        return self._tops[number] + (self._growth if 0 <= self.row_at_hand < number else 0)

    def _measure(self) -> None:
        """Gives every row the height of its kind."""
        rows = self._rows.rows
        kinds = {kind: self._paint.height(kind) for kind in {type(row) for row in rows}}
        self._tops = [0, *accumulate(kinds[type(row)] for row in rows)]
        self._fit()

    def _fit(self) -> None:
        """Gives the row at hand the height of its editor."""
        row = self.at_hand
        self._growth = 0
        if row is not None:
            height = self.editor.height_at(self.viewport().width()) + theme.space(2)
            self._growth = height - self._paint.height(type(row))
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.verticalScrollBar().setSingleStep(theme.space(10))
        whole = self._top(len(self._rows.rows))
        self.verticalScrollBar().setRange(0, max(0, whole - self.viewport().height()))
        self._place()
        self._keep_in_sight()  # what grew may have pushed it out of sight
        self.viewport().update()

    def _keep_in_sight(self) -> bool:
        """Scrolls to what the person is in within the editor; whether there is such a thing."""
        focused = self.editor.focusWidget()
        if focused is None or not focused.hasFocus():
            return False
        self.show_within(focused)
        return True

    def _place(self) -> None:
        if self.at_hand is None:
            self.editor.hide()
            return
        area = self.area(self.row_at_hand)
        self.editor.setGeometry(area.adjusted(0, theme.space(1), 0, -theme.space(1)))
        self.editor.show()

    def _scrolled(self) -> None:
        self._place()
        self.viewport().update()

    def _reveal(self) -> None:
        """Scrolls so that the row at hand is seen with what comes after it."""
        area = self.area(self.row_at_hand)
        if area.top() < 0 or area.bottom() > self.viewport().height() * 0.8:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + area.top() - self.viewport().height() // 5)
