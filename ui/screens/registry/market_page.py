"""One market with its stalls by number."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.inspection.registry import Market, Party
from ui.models.paged import Cell, Column
from ui.screens.registry.facts import Fact
from ui.screens.registry.file_page import FilePage
from ui.screens.registry.reading import MarketFile, StallRow, stalls
from ui.screens.screen import Context
from ui.widgets.button import Button


class MarketPage(FilePage):
    """Shows one market.

    Signals:
        stall_asked: the person wants to add a stall.
        stall_opened: the id of the stall that is to be corrected.
    """

    stall_asked = Signal()
    stall_opened = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        title = self.tr("Stalls")
        super().__init__(context.tasks, title, title, self._columns(), self.tr("No stall yet."), parent)
        self._workspace = context.workspace
        self._wanted = ""
        self.market = Market()
        self.operator: Party | None = None
        self.table.opened.connect(self.stall_opened)
        self.add_stall = Button(self.tr("Add a stall"), icon="plus")
        self.add_stall.clicked.connect(self.stall_asked)
        self.heading.add_action(self.add_stall)

    def show_file(self, file: MarketFile) -> None:
        is_other = file.market.id != self.market.id
        self.market, self.operator = file.market, file.operator
        facts = [
            Fact(self.tr("Address"), file.market.address),
            Fact(self.tr("Who runs it"), file.operator.name if file.operator else ""),
        ]
        self.show_known(file.market.name, facts, can_undo=file.can_undo)
        if is_other:
            self.model.ask(partial(stalls, self._workspace, file.market.id))
        else:
            self.model.refresh()

    def go_to_stall(self, stall: str) -> None:
        """Goes to that stall as soon as it is shown."""
        self._wanted = stall
        self.model.refresh()

    def _columns(self) -> list[Column[StallRow]]:
        unknown = self.tr("Not known yet")
        return [
            Column(self.tr("Stall number"), 32, lambda r: Cell(r.card.stall.number)),
            Column(self.tr("Name on the sign"), 0, lambda r: Cell(r.card.stall.name)),
            Column(
                self.tr("Who trades there"), 0, lambda r: Cell(r.card.party.name if r.card.party else unknown)
            ),
        ]

    def _filled(self) -> None:
        super()._filled()
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.table.choose(wanted)
