"""分歧: fields with several values, each with its author and time, and the decision between them."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from ui import text, theme
from ui.screens.exchange.decision import Decision
from ui.screens.exchange.values import field_name, kind_name
from ui.screens.screen import Context
from ui.widgets.card import small
from ui.widgets.empty_state import EmptyState
from ui.widgets.two_lines import DETAIL, TwoLines

if TYPE_CHECKING:
    from inspector.workspace.conflicts import Conflict, Unaccepted


class ConflictsPage(QWidget):
    """The list on the left, the values of the chosen one on the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: Sequence[Conflict | Unaccepted] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Differences"))
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setFixedWidth(theme.space(66))
        self.list.currentRowChanged.connect(self._choose)
        self.decision = Decision()
        self.decision.decided.connect(self._decide)
        self.empty = EmptyState("check-circle", self.tr("No differences: nobody wrote over anybody."))
        lead = small(
            self.tr(
                "When two computers change the same field apart from each other, both values are kept. "
                "The first one is shown for the time being; choose which one stands."
            )
        )
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(4))
        row.addWidget(self.list)
        row.addWidget(self.decision, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(body)
        self.stack.addWidget(self.empty)
        self.stack.setCurrentWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addWidget(lead)
        column.addWidget(self.stack, 1)

    def show_conflicts(self, conflicts: "Sequence[Conflict]", unaccepted: "Sequence[Unaccepted]") -> None:
        """Shows what is to be decided, then what is kept and does not count."""
        found: Sequence[Conflict | Unaccepted] = (*conflicts, *unaccepted)
        if found == self._shown:
            return
        at = self.list.currentRow()
        self._shown = found
        self.list.blockSignals(True)
        self.list.clear()
        for number, one in enumerate(found):
            row = QListWidgetItem(_title(one))
            detail = _detail(one)
            row.setData(
                DETAIL, detail if number < len(conflicts) else f"{self.tr('Not taken over')} · {detail}"
            )
            self.list.addItem(row)
        self.list.blockSignals(False)
        self.stack.setCurrentIndex(0 if found else 1)
        if found:
            self.list.setCurrentRow(min(max(at, 0), len(found) - 1))
            self._choose(self.list.currentRow())

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self.decision.show_difference(self._shown[row])

    def _decide(self, conflict: "Conflict", value: object) -> None:
        work = partial(self._context.workspace.conflicts.resolve, conflict.entity, conflict.field, value)
        self._context.write(work, self._decided)

    def _decided(self) -> None:
        self._context.messages.good(self.tr("Decided. The other computers get it with the next bundle."))
        self.list.setFocus()


def _title(one: "Conflict | Unaccepted") -> str:
    return one.title or kind_name(one.root_kind)


def _detail(one: "Conflict | Unaccepted") -> str:
    """Where it is: kind of thing, item, field."""
    where = one.item.of(text.language()) if one.item else ""
    return " · ".join(filter(None, (kind_name(one.kind), where, field_name(one.kind, one.field))))
