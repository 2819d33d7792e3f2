"""The editor of one cell of the goods table: what is typed in it is a draft until the cell is left."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.widgets.composition import EnterKey
from ui.widgets.kept_text import DRAFT_AFTER_MS

Index = QModelIndex | QPersistentModelIndex


class GoodsCell(QStyledItemDelegate):
    """Opens a cell with what stands in it. Enter goes on as Tab does, and not out of a composition.

    Signals:
        drafted: the row, the column, and what stands in the cell, half a second after the last key.
        left: the row, the column, and what the person left there.
    """

    drafted = Signal(int, int, str)
    left = Signal(int, int, str)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        pause = QTimer(editor)
        pause.setSingleShot(True)
        pause.setInterval(DRAFT_AFTER_MS)
        row, column = index.row(), index.column()
        pause.timeout.connect(lambda: self.drafted.emit(row, column, editor.text()))
        editor.textEdited.connect(lambda _: pause.start())
        EnterKey(editor).pressed.connect(lambda: self._go_on(editor))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the whole cell: the editor has its own margins."""
        editor.setGeometry(option.rect)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            for pause in editor.findChildren(QTimer):
                pause.stop()  # what is taken over is no draft
            self.left.emit(index.row(), index.column(), editor.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        is_enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.type() is QEvent.Type.KeyPress:
            return False  # for the watcher of Enter
        return super().eventFilter(editor, event)

    def _go_on(self, editor: QLineEdit) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.EditNextItem)
