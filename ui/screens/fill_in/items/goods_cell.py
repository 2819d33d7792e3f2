"""The editor of one cell of the goods table: what is typed in it is a draft until the cell is left."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.widgets.kept_text import DRAFT_AFTER_MS

Index = QModelIndex | QPersistentModelIndex


class GoodsCell(QStyledItemDelegate):
    """Opens a cell with the draft that was left there.

    Signals:
        drafted: the row, the column, and what stands in the cell, half a second after the last key.
    """

    drafted = Signal(int, int, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.drafts: Mapping[tuple[int, int], str] = {}

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        pause = QTimer(editor)
        pause.setSingleShot(True)
        pause.setInterval(DRAFT_AFTER_MS)
        row, column = index.row(), index.column()
        pause.timeout.connect(lambda: self.drafted.emit(row, column, editor.text()))
        editor.textEdited.connect(lambda _: pause.start())
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        draft = self.drafts.get((index.row(), index.column()))
        if draft is not None and isinstance(editor, QLineEdit):
            editor.setText(draft)
        else:
            super().setEditorData(editor, index)
