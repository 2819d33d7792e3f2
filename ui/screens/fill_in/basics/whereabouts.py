"""地点: the stall of a market or the party's address, completed from what is known and open to correction."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.changes import Changes
from inspector.inspection.registry import Market
from ui import theme
from ui.screens.fill_in.facts import TypedFacts, say
from ui.screens.fill_in.part import Part
from ui.screens.fill_in.step import Way
from ui.screens.fill_in.visited import Visited
from ui.widgets.button import IconButton
from ui.widgets.field_row import FieldRow
from ui.widgets.picker import Choice, Picker

if TYPE_CHECKING:
    from inspector.workspace import Workspace
    from inspector.workspace.registry import StallCard


class WhereaboutsPart(Part):
    """Market and stall, and the place as the record says it."""

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(way, self.tr("Place"), parent=parent)
        self.facts = TypedFacts(way)
        self._shown: Choice | None = None
        self.stall = Picker(self.tr("Market or stall"), self.context.tasks, self._find)
        self.stall.line.setPlaceholderText(self.tr("Number, name or market; empty outside of markets"))
        self.stall.chosen.connect(self._choose)
        self.clear = IconButton("remove", self.tr("Not in a market"))
        self.clear.clicked.connect(lambda: say(self.way, market=None, stall=None))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.space(1))
        line.addWidget(self.stall, 1)
        line.addWidget(self.clear)
        self.place = self.facts.add("place", self.tr("Place of the inspection"))
        self.column.addWidget(FieldRow(self.tr("Market or stall"), row))
        self.column.addWidget(
            FieldRow(
                self.tr("Place of the inspection"),
                self.place,
                self.tr("Filled in from party or stall until you change it"),
            )
        )

    def show_visit(self, visited: Visited) -> None:
        self.facts.show_visit(visited)
        self.stall.line.setReadOnly(not visited.is_writable)
        self._shown = _choice(visited.stall, visited.market)
        self.clear.setVisible(visited.is_writable and self._shown is not None)
        if not self.stall.line.hasFocus():
            self.stall.show_choice(self._shown)

    def go_to(self, place: str) -> bool:
        return self.facts.go_to(place)

    def settle(self) -> None:
        self.facts.settle()
        self.stall.show_choice(self._shown)

    def _find(self, typed: str) -> Sequence[Choice]:
        """Stalls by what was typed, and markets whose name has it; every market while nothing was typed."""
        registry = self.context.workspace.registry
        stalls = [_choice(card, card.market) for card in registry.find_stalls(typed)] if typed else []
        markets = [_choice(None, market) for market in registry.markets() if typed in market.name]
        return [choice for choice in (*stalls, *markets) if choice is not None]

    def _choose(self, value: str) -> None:
        self.context.write(partial(_stand, self.context.workspace, self.way.visit(), value))


def _choice(card: "StallCard | None", market: Market | None) -> Choice | None:
    if card is not None:
        party = card.party.name if card.party else ""
        title = "  ".join(filter(None, (card.market.name, card.stall.number, card.stall.name)))
        return Choice(f"stall:{card.stall.id}", title, party)
    return Choice(f"market:{market.id}", market.name, market.address) if market is not None else None


def _stand(workspace: "Workspace", visit: str, value: str) -> Changes:
    """Puts the visit at that stall or market; the party that trades there is taken where none was named yet."""
    kind, _, entity = value.partition(":")
    if kind == "market":
        return workspace.inspections.set(visit, market=entity, stall=None)
    stall = workspace.registry.stall(entity)
    said = {"market": stall.market, "stall": entity}
    if stall.party and not workspace.inspections.read(visit).visit.party:
        said["party"] = stall.party
    return workspace.inspections.set(visit, **said)
