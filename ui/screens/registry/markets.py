"""The markets: the list, and the stalls of the one that is chosen."""

from dataclasses import replace
from functools import partial

import shiboken6
from PySide6.QtWidgets import QWidget

from inspector.inspection.registry import Market, Party, Stall
from ui.dialogs.market import MarketDialog, StallDialog
from ui.dialogs.party_picker import PartyPicker
from ui.models.paged import Cell
from ui.screens.registry import reading
from ui.screens.registry.directory import Directory
from ui.screens.registry.market_page import MarketPage
from ui.screens.registry.reading import MarketFile
from ui.screens.registry.side import Side
from ui.screens.screen import Context
from ui.widgets.empty_state import EmptyState


class Markets(Side[MarketFile]):
    """Also adds and corrects their stalls, and the parties that run or trade there."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self.page = MarketPage(context)
        directory = Directory(
            self.tr("Markets"),
            self.tr("Name or initials"),
            context.tasks,
            partial(reading.markets, context.workspace),
            lambda market: Cell(market.name, detail=market.address),
        )
        first = EmptyState(
            "registry",
            self.tr("No market is entered yet. With its stalls it makes every visit there shorter."),
            self.tr("Add a market"),
        )
        none = EmptyState("search", self.tr("No market is found by that."), self.tr("Add a market"))
        read = partial(reading.market_file, context.workspace)
        super().__init__(context, directory, self.page, read, first, none, parent)
        self.page.stall_asked.connect(self.add_stall)
        self.page.stall_opened.connect(self._read_stall)

    def add(self) -> None:
        self._ask(None, None)

    def edit(self) -> None:
        if self._shown:
            self._ask(self.page.market, self.page.operator)

    def add_stall(self) -> None:
        if self._shown:
            self._ask_stall(Stall(market=self._shown), None)

    def show_file(self, file: MarketFile) -> None:
        self.page.show_file(file)

    def _ask(self, market: Market | None, operator: Party | None) -> None:
        dialog = MarketDialog(market, operator, self._context.tasks, self._registry.find_parties, self)
        dialog.operator.add_asked.connect(partial(self._ask_party, dialog.operator))
        dialog.accepted.connect(lambda: self.save(dialog.market))
        dialog.open()

    def _read_stall(self, stall: str) -> None:
        row = next(row for row in self.page.model.rows if row.id == stall)
        self._ask_stall(row.card.stall, row.card.party)

    def _ask_stall(self, stall: Stall, party: Party | None) -> None:
        dialog = StallDialog(stall, party, self._context.tasks, self._registry.find_parties, self)
        dialog.party.add_asked.connect(partial(self._ask_party, dialog.party))
        dialog.accepted.connect(lambda: self.save(dialog.stall, self.page.go_to_stall))
        dialog.open()

    def _ask_party(self, picker: PartyPicker, typed: str) -> None:
        """Adds a party in place; one whose code is known already is taken instead."""
        dialog = self.party_dialog(None, picker.window())
        dialog.form.begin(typed)
        dialog.known_asked.connect(
            lambda known: self._context.tasks.run(partial(self._registry.party, known), picker.take_party)
        )
        dialog.accepted.connect(lambda: self._add_party(picker, dialog.form.party))
        dialog.open()

    def _add_party(self, picker: PartyPicker, party: Party) -> None:
        def take(entity: str) -> None:
            if shiboken6.isValid(picker):
                picker.take_party(replace(party, id=entity))

        self._context.add(partial(self._registry.add, party), take)
