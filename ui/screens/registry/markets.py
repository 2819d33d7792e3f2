"""The markets: the list, and the stalls of the one that is chosen."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from inspector.inspection.registry import Market, Party, Stall
from ui import theme
from ui.dialogs.market import MarketDialog, StallDialog
from ui.messages import Action
from ui.models.paged import Cell
from ui.screens.registry import reading
from ui.screens.registry.directory import Directory
from ui.screens.registry.market_page import MarketPage
from ui.screens.registry.reading import MarketFile
from ui.screens.screen import Context
from ui.widgets.empty_state import EmptyState


class Markets(QWidget):
    """Adds and corrects markets and their stalls, and takes corrections back."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._registry = context.workspace.registry
        self._shown = ""
        self.directory = Directory(
            self.tr("Markets"),
            self.tr("Name or initials"),
            context.tasks,
            partial(reading.markets, context.workspace),
            lambda market: Cell(market.name, detail=market.address),
        )
        self.page = MarketPage(context)
        self.first = EmptyState(
            "registry",
            self.tr("No market is entered yet. With its stalls it makes every visit there shorter."),
            self.tr("Add a market"),
        )
        self.none = EmptyState("search", self.tr("No market is found by that."), self.tr("Add a market"))
        self.pages = QStackedWidget()
        for page in (self.page, self.first, self.none):
            self.pages.addWidget(page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(4))
        row.addWidget(self.directory, 2)
        row.addWidget(self.pages, 3)
        self.directory.chosen.connect(self.show_market)
        self.directory.opened.connect(lambda _: self.edit())
        self.directory.is_filled.connect(self._filled)
        self.page.edit_asked.connect(self.edit)
        self.page.undo_asked.connect(self.undo)
        self.page.stall_asked.connect(self.add_stall)
        self.page.stall_opened.connect(self._read_stall)
        for empty in (self.first, self.none):
            empty.pressed.connect(self.add)

    def look_again(self) -> None:
        self.directory.look_again()
        if self._shown:
            self.show_market(self._shown)

    def show_market(self, market: str) -> None:
        self._shown = market
        self._context.tasks.run(partial(reading.market_file, self._context.workspace, market), self._show)

    def add(self) -> None:
        self._ask_market(None, None)

    def edit(self) -> None:
        if self._shown:
            self._ask_market(self.page.market, self.page.operator)

    def add_stall(self) -> None:
        if self._shown:
            self._ask_stall(Stall(market=self._shown), None)

    def undo(self) -> None:
        """Takes the last correction of the market in sight back."""
        if self._shown:
            self._take_back(self._shown)

    def _ask_market(self, market: Market | None, operator: Party | None) -> None:
        dialog = MarketDialog(market, operator, self._context.tasks, self._registry.find_parties, self)
        dialog.accepted.connect(lambda: self._save_market(dialog.market))
        dialog.open()

    def _ask_stall(self, stall: Stall, party: Party | None) -> None:
        dialog = StallDialog(stall, party, self._context.tasks, self._registry.find_parties, self)
        dialog.accepted.connect(lambda: self._save_stall(dialog.stall))
        dialog.open()

    def _read_stall(self, stall: str) -> None:
        row = next(row for row in self.page.model.rows if row.id == stall)
        self._ask_stall(row.card.stall, row.card.party)

    def _save_market(self, market: Market) -> None:
        if market.id:
            self._context.write(partial(self._registry.amend, market), partial(self._saved, market.id))
        else:
            self._context.add(partial(self._registry.add, market), self.directory.go_to)

    def _save_stall(self, stall: Stall) -> None:
        if stall.id:
            self._context.write(partial(self._registry.amend, stall), partial(self._saved, stall.id))
        else:
            self._context.add(partial(self._registry.add, stall), self.page.go_to_stall)

    def _saved(self, entity: str) -> None:
        self._context.messages.good(
            self.tr("Saved. Locked records keep what they say."),
            Action(self.tr("Undo"), lambda: self._take_back(entity)),
        )

    def _take_back(self, entity: str) -> None:
        self._context.write(
            partial(self._registry.undo, entity),
            lambda: self._context.messages.good(self.tr("The last change was taken back.")),
        )

    def _show(self, file: MarketFile | None) -> None:
        if file is None:
            self._shown = ""
            self.directory.ask()
        elif file.market.id == self._shown:
            self.page.show_file(file)
            self.pages.setCurrentWidget(self.page)

    def _filled(self, has_any: bool, is_searched: bool) -> None:
        if not has_any:
            self._shown = ""
            self.pages.setCurrentWidget(self.none if is_searched else self.first)
