"""One market with its stalls by number."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from inspector.inspection.registry import Market, Party
from ui import theme
from ui.models.paged import Cell, Column, PagedModel
from ui.screens.registry.facts import Fact, Facts
from ui.screens.registry.reading import MarketFile, StallRow, stalls
from ui.screens.screen import Context
from ui.widgets.button import Button, Weight
from ui.widgets.card import Card, SectionHeading
from ui.widgets.table import Table


class MarketPage(QWidget):
    """Shows one market.

    Signals:
        edit_asked, undo_asked, stall_asked: the person wants to correct the market, take that back, or add a stall.
        stall_opened: the id of the stall that is to be corrected.
    """

    edit_asked = Signal()
    undo_asked = Signal()
    stall_asked = Signal()
    stall_opened = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = context.workspace
        self._wanted = ""
        self.market = Market()
        self.operator: Party | None = None
        self.card = Card(" ")
        self.facts = Facts()
        self.undo = Button(self.tr("Undo"), Weight.QUIET, "undo")
        self.undo.setToolTip(self.tr("Take back the last correction (Ctrl+Z)"))
        self.undo.clicked.connect(self.undo_asked)
        self.edit = Button(self.tr("Correct"), Weight.QUIET, "edit")
        self.edit.setToolTip(self.tr("Ctrl+E"))
        self.edit.clicked.connect(self.edit_asked)
        for button in (self.undo, self.edit):
            self.card.heading.add_action(button)
        self.card.column.addWidget(self.facts)
        self.model = PagedModel(context.tasks, self._columns(), self)
        self.model.filled.connect(self._filled)
        self.stalls = Table(self.tr("Stalls"), self.model)
        self.stalls.opened.connect(self.stall_opened)
        self.none = QLabel(self.tr("No stall yet."))
        theme.set_kind(self.none, "small")
        self.add_stall = Button(self.tr("Add a stall"), icon="plus")
        self.add_stall.clicked.connect(self.stall_asked)
        card = Card()
        card.column.setContentsMargins(theme.space(1), theme.space(3), theme.space(1), theme.space(1))
        heading = SectionHeading(self.tr("Stalls"))
        heading.setContentsMargins(theme.space(4), 0, theme.space(3), 0)
        heading.add_action(self.add_stall)
        self.none.setContentsMargins(theme.space(4), 0, theme.space(4), theme.space(3))
        card.column.addWidget(heading)
        card.column.addWidget(self.none)
        card.column.addWidget(self.stalls, 1)
        card.column.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addWidget(self.card)
        column.addWidget(card, 1)

    def show_file(self, file: MarketFile) -> None:
        is_other = file.market.id != self.market.id
        self.market, self.operator = file.market, file.operator
        self.card.heading.words.setText(file.market.name)
        self.undo.setVisible(file.can_undo)
        self.facts.show_facts(
            [
                Fact(self.tr("Address"), file.market.address),
                Fact(self.tr("Who runs it"), file.operator.name if file.operator else ""),
            ]
        )
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
        self.none.setVisible(not self.model.rows)
        self.stalls.setVisible(bool(self.model.rows))
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.stalls.choose(wanted)
