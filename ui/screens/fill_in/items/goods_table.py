"""涉案物品: the goods lines of a suspicion as a table that is typed in."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableWidget, QTableWidgetItem, QWidget

from inspector.inspection.visit import Goods
from ui import theme
from ui.screens.fill_in.items.goods_cell import GoodsCell

FIELDS = ("name", "mark", "registration_number", "batch", "quantity", "unit", "unit_price", "source")
DECIMALS = frozenset({"quantity", "unit_price"})
SHORT = ("quantity", "unit", "unit_price")
"""Columns as narrow as what is in them; the others share what is left."""

_GOODS = Qt.ItemDataRole.UserRole


class GoodsTable(QTableWidget):
    """One line for each kind of goods; what is typed goes out when the cell is left.

    Signals:
        changed: the goods line, the field, and its new value (text, Decimal, or None).
        drafted: the goods line, the field, and what is being typed there.
        remove_asked: the goods line that the person wants to take out.
    """

    changed = Signal(str, str, object)
    drafted = Signal(str, str, str)
    remove_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(FIELDS), parent)
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
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for field in SHORT:
            header.setSectionResizeMode(FIELDS.index(field), QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setTabKeyNavigation(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(self._take)
        self._cell = GoodsCell(self)
        self._cell.drafted.connect(self._draft)
        self.setItemDelegate(self._cell)

    def show_goods(
        self, goods: Sequence[Goods], drafts: Mapping[tuple[str, str], str], *, writable: bool
    ) -> None:
        """Shows the lines in their order, and *drafts* by line and field; a cell being typed in is left alone."""
        if self.state() is QTableWidget.State.EditingState:
            return
        self.blockSignals(True)
        self.setRowCount(len(goods))
        self._cell.drafts = {
            (row, column): drafts[(line.id, field)]
            for row, line in enumerate(goods)
            for column, field in enumerate(FIELDS)
            if writable and (line.id, field) in drafts
        }
        for number, line in enumerate(goods):
            for column, field in enumerate(FIELDS):
                value = getattr(line, field)
                cell = QTableWidgetItem("" if value is None else str(value))
                cell.setData(_GOODS, line.id)
                cell.setToolTip(cell.text())  # a column may be too narrow for it
                if (draft := self._cell.drafts.get((number, column))) is not None:
                    cell.setToolTip(self.tr("Typed and not taken over yet: {text}").format(text=draft))
                    cell.setBackground(QColor(theme.colours().warn_soft))
                if not writable:
                    cell.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.setItem(number, column, cell)
        self.blockSignals(False)
        height = self.horizontalHeader().sizeHint().height() + sum(
            self.rowHeight(n) for n in range(len(goods))
        )
        self.setFixedHeight(height + theme.space(1))
        self.setVisible(bool(goods))

    def goods_at_hand(self) -> str:
        """The goods line that the cursor is on; empty when there is none."""
        cell = self.currentItem()
        return str(cell.data(_GOODS)) if cell else ""

    def go_to(self, goods: str, field: str) -> None:
        """Opens the cell of *field* on that line, once it is in sight: a hidden one closes again and takes its draft over."""
        rows = [n for n in range(self.rowCount()) if (cell := self.item(n, 0)) and cell.data(_GOODS) == goods]
        if self.isVisible() and rows and field in FIELDS:
            self.setCurrentCell(rows[0], FIELDS.index(field))
            self.setFocus()
            self.editItem(self.currentItem())
            for editor in self.viewport().findChildren(QLineEdit):
                editor.end(False)  # the next key goes on where the draft ends, and does not replace it

    def _draft(self, row: int, column: int, typed: str) -> None:
        if (cell := self.item(row, column)) is not None:
            self.drafted.emit(str(cell.data(_GOODS)), FIELDS[column], typed)

    def _take(self, cell: QTableWidgetItem) -> None:
        field = FIELDS[cell.column()]
        typed = cell.text().strip()
        if field not in DECIMALS:
            self.changed.emit(str(cell.data(_GOODS)), field, typed or None)
            return
        number = decimal(typed)
        if typed and number is None:
            cell.setToolTip(self.tr("Not a number: it was not taken"))
            cell.setForeground(QColor(theme.colours().bad))
            return
        self.changed.emit(str(cell.data(_GOODS)), field, number)


def decimal(typed: str) -> Decimal | None:
    """The number as typed, with full-width digits and thousands marks as people write them; None if it is none."""
    plain = typed.translate(_PLAIN).replace(",", "")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


_PLAIN = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
