"""涉案物品: the goods lines of a suspicion as a table that is typed in."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFocusEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from inspector.inspection.visit import Goods
from ui import text, theme
from ui.screens.fill_in.items.goods_cell import GoodsCell
from ui.screens.fill_in.items.numbers import DECIMALS, counted, decimal, unread

FIELDS = ("name", "mark", "registration_number", "batch", "quantity", "unit", "unit_price", "source")
SHORT = ("quantity", "unit", "unit_price")
"""Columns as narrow as what is in them; the others share what is left."""

_GOODS = Qt.ItemDataRole.UserRole
_Hint = QAbstractItemDelegate.EndEditHint
_Trigger = QAbstractItemView.EditTrigger


class GoodsTable(QTableWidget):
    """One line for each kind of goods. A click or a key opens a cell; what is typed goes out when the cell is left.

    Signals:
        changed: the goods line, and its new values by field (text, Decimal, or None).
        drafted: the goods line, the field, and what is being typed there.
        given_up: the goods line and the field whose draft is no longer wanted.
        complained: why text stands in a cell and was not taken; empty when nothing does.
        passed: Tab or Enter in the last cell: the person is done here.
    """

    changed = Signal(str, dict)
    drafted = Signal(str, str, str)
    given_up = Signal(str, str)
    complained = Signal(str)
    passed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(FIELDS), parent)
        self._drafts: dict[tuple[str, str], str] = {}
        self._stored: dict[tuple[str, str], str] = {}
        self.setHorizontalHeaderLabels(
            [
                self.tr("Name"),
                self.tr("Mark"),
                self.tr("Registration no."),
                self.tr("Batch"),
                self.tr("Quantity"),
                self.tr("Unit"),
                self.tr("Unit price (yuan)"),
                self.tr("Source"),
            ]
        )
        self.setAccessibleName(self.tr("Goods"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(QLineEdit().sizeHint().height() + theme.space(1))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for field in SHORT:
            header.setSectionResizeMode(FIELDS.index(field), QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(theme.space(16))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)  # which would never lead out of the table
        self.setEditTriggers(_Trigger.AnyKeyPressed | _Trigger.EditKeyPressed)
        self.cellClicked.connect(self._open)
        self.itemChanged.connect(self._take)
        cell = GoodsCell(self)
        cell.drafted.connect(self._draft)
        cell.left.connect(self._left)
        self.setItemDelegate(cell)

    def show_goods(
        self, goods: Sequence[Goods], drafts: Mapping[tuple[str, str], str], *, writable: bool
    ) -> None:
        """Shows the lines in their order, and *drafts* by line and field; a cell being typed in is left alone."""
        values = {(line.id, field): getattr(line, field) for line in goods for field in FIELDS}
        self._stored = {slot: "" if value is None else str(value) for slot, value in values.items()}
        self._drafts = {
            slot: typed
            for slot, typed in drafts.items()
            if writable and slot in self._stored and typed != self._stored[slot]
        }
        is_open = self.state() is QTableWidget.State.EditingState
        at_hand = self._slot(self.currentRow(), self.currentColumn()) if is_open else None
        self.blockSignals(True)
        self.setRowCount(len(goods))
        for number, line in enumerate(goods):
            for column, field in enumerate(FIELDS):
                if at_hand != (line.id, field) or self._slot(number, column) != at_hand:
                    self._show_cell(number, column, line.id, writable=writable)
        self.blockSignals(False)
        self._complain()
        height = self.horizontalHeader().sizeHint().height() + sum(
            self.rowHeight(n) for n in range(len(goods))
        )
        self.setFixedHeight(height + theme.space(1))
        self.setVisible(bool(goods))

    def goods_at_hand(self) -> str:
        """The goods line that the cursor is on; empty when there is none."""
        cell = self.currentItem()
        return str(cell.data(_GOODS)) if cell else ""

    def go_to(self, goods: str, field: str) -> bool:
        """Opens the cell of *field* on that line once it is in sight; whether it is."""
        rows = [n for n in range(self.rowCount()) if self._slot(n, 0) == (goods, FIELDS[0])]
        if not self.isVisible() or not rows or field not in FIELDS:
            return False
        self.setFocus()
        self._open(rows[0], FIELDS.index(field))
        for editor in self.viewport().findChildren(QLineEdit):
            editor.end(False)  # the next key goes on where the text ends, and does not replace it
        return True

    def settle(self) -> None:
        """Takes over what stands in the open cell, which stays open."""
        if self.state() is QTableWidget.State.EditingState:
            for editor in self.viewport().findChildren(QLineEdit):
                self.commitData(editor)

    def closeEditor(self, editor: QWidget, hint: _Hint) -> None:
        """Goes on from cell to cell, and out of the table at its ends."""
        row, column = self.currentRow(), self.currentColumn()
        if hint is _Hint.RevertModelCache and (slot := self._slot(row, column)) is not None:
            self._forget(slot)
            self._show_cell(row, column, slot[0], writable=True)
            self._complain()
        super().closeEditor(editor, _Hint.NoHint)
        step = {_Hint.EditNextItem: 1, _Hint.EditPreviousItem: -1}.get(hint, 0)
        place = row * len(FIELDS) + column + step
        if step and 0 <= place < self.rowCount() * len(FIELDS):
            self._open(*divmod(place, len(FIELDS)))
        elif step > 0:
            self.passed.emit()
        elif step < 0:
            self.focusNextPrevChild(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by Tab goes on from cell to cell."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.TabFocusReason:
            self._open(0, 0)
        elif event.reason() is Qt.FocusReason.BacktabFocusReason:
            self._open(self.rowCount() - 1, len(FIELDS) - 1)

    def _open(self, row: int, column: int) -> None:
        self.setCurrentCell(row, column)
        cell = self.item(row, column)
        if cell and cell.flags() & Qt.ItemFlag.ItemIsEditable and self.state() is not self.State.EditingState:
            self.editItem(cell)

    def _show_cell(self, row: int, column: int, goods: str, *, writable: bool) -> None:
        slot = (goods, FIELDS[column])
        draft = self._drafts.get(slot)
        cell = self.item(row, column)
        if cell is None:
            cell = QTableWidgetItem()
            self.setItem(row, column, cell)
        was_blocked = self.blockSignals(True)
        cell.setData(_GOODS, goods)
        cell.setText(self._stored[slot] if draft is None else draft)
        cell.setToolTip(cell.text())  # a column may be too narrow for it
        cell.setBackground(QBrush())
        cell.setForeground(QBrush())
        if draft is not None:
            cell.setToolTip(self.tr("Typed and not taken over yet: {text}").format(text=draft))
            cell.setBackground(QColor(theme.colours().warn_soft))
        if unread({slot: draft or ""}):
            cell.setForeground(QColor(theme.colours().bad))
        fixed = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        cell.setFlags(fixed | Qt.ItemFlag.ItemIsEditable if writable else fixed)
        self.blockSignals(was_blocked)

    def _slot(self, row: int, column: int) -> tuple[str, str] | None:
        """The goods line and the field of a cell."""
        cell = self.item(row, column)
        return (str(cell.data(_GOODS)), FIELDS[column]) if cell else None

    def _draft(self, row: int, column: int, typed: str) -> None:
        if (slot := self._slot(row, column)) is not None:
            self.drafted.emit(*slot, typed)

    def _left(self, row: int, column: int, typed: str) -> None:
        cell = self.item(row, column)
        if cell is None:
            return
        if cell.text() == typed:
            self._take(cell)
        else:
            cell.setText(typed)

    def _take(self, cell: QTableWidgetItem) -> None:
        row, column = cell.row(), cell.column()
        slot = self._slot(row, column)
        if slot is None:
            return
        goods, field = slot
        typed = cell.text().strip()
        said = self._said(goods, field, typed)
        if typed == self._stored.get(slot, ""):
            self._forget(slot)
        elif said is None:
            self._drafts[slot] = typed
            self.drafted.emit(goods, field, typed)
        else:
            for name, value in said.items():
                self._stored[goods, name] = "" if value is None else str(value)
                self._drafts.pop((goods, name), None)
                self._show_cell(row, FIELDS.index(name), goods, writable=True)
            self.changed.emit(goods, said)
        self._show_cell(row, column, goods, writable=True)
        self._complain()

    def _said(self, goods: str, field: str, typed: str) -> dict[str, object] | None:
        """The values that *typed* gives; None when it is no number where one is wanted."""
        if field not in DECIMALS or not typed:
            return {field: typed or None}
        if (number := decimal(typed)) is not None:
            return {field: number}
        split = counted(typed) if field == "quantity" else None
        if split is not None and self._stored.get((goods, "unit"), "") in ("", split[1]):
            return {"quantity": split[0], "unit": split[1]}
        return None

    def _forget(self, slot: tuple[str, str]) -> None:
        self._drafts.pop(slot, None)
        self.given_up.emit(*slot)

    def _complain(self) -> None:
        self.complained.emit("\n".join(text.problem(problem) for problem in unread(self._drafts)))
