"""The column of items: arrows move, four keys answer, Enter goes into the item at hand."""

from PySide6.QtCore import QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ui import theme
from ui.screens.fill_in.items.item_editor import ItemEditor
from ui.screens.fill_in.items.mark_bar import KEYS
from ui.screens.fill_in.items.row_model import RowModel
from ui.screens.fill_in.items.row_paint import RowPaint
from ui.screens.fill_in.items.rows import LineRow
from ui.widgets.composition import without_input_method


class ItemColumn(QListView):
    """Shows the rows and moves over them; the one editor lies over the row at hand.

    Signals:
        answered: the row at hand and the mark that a key gave it.
        came: the row that came to hand.
    """

    answered = Signal(object, object)
    came = Signal(object)

    def __init__(self, model: RowModel, editor: ItemEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row_at_hand = -1
        self._rows = model
        self.editor = editor
        editor.setParent(self.viewport())
        editor.hide()
        editor.resized.connect(self._fit)
        self.setModel(model)
        self.setItemDelegate(RowPaint(self, model))
        self.setAccessibleName(self.tr("Check items"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        theme.set_kind(self, "column")
        without_input_method(self)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._place())

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
        self.row_at_hand = number
        index = self._rows.index(number)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.came.emit(self._rows.rows[number])
        self._fit()
        self._reveal()

    def forget(self) -> None:
        """No row is at hand: the rows are about to be other ones."""
        self.row_at_hand = -1
        self.editor.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        row = self.at_hand
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.go(self._rows.next_line(self.row_at_hand, 1 if key is Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            if not self.editor.take_cursor():
                self.go(self._rows.next_line(self.row_at_hand))
        elif key in KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and row is not None:
            if row.line.item.marked:
                self.answered.emit(row, KEYS[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.go(self.indexAt(event.position().toPoint()).row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place()

    def _fit(self) -> None:
        """Gives the row at hand the height of its editor."""
        if self.at_hand is None:
            return
        self.editor.setFixedWidth(self.viewport().width())
        self.editor.column.activate()
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self._place()

    def _place(self) -> None:
        if self.at_hand is None:
            self.editor.hide()
            return
        area = self.visualRect(self._rows.index(self.row_at_hand))
        self.editor.setGeometry(
            QRect(0, area.top() + theme.space(1), self.viewport().width(), area.height() - theme.space(2))
        )
        self.editor.show()

    def _reveal(self) -> None:
        """Scrolls so that the row at hand is seen with what comes after it."""
        index = self._rows.index(self.row_at_hand)
        area = self.visualRect(index)
        if area.top() < 0 or area.bottom() > self.viewport().height() * 0.8:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + area.top() - self.viewport().height() // 5)
