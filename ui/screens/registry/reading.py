"""What the registry shows, read beside the window."""

from dataclasses import dataclass

from inspector.errors import Code, Trouble
from inspector.identifiers import recognition
from inspector.identifiers.judgement import Judgement, Kind
from inspector.inspection.registry import Market, Party
from inspector.workspace import Workspace
from inspector.workspace.registry import StallCard

MOST_FOUND = 200
"""So many are shown of those that a search finds."""


@dataclass(frozen=True)
class PartyFile:
    """One party with the places where it trades.

    `disputed` are the fields that have several values, `code` is what there is to say of its credit code.
    """

    party: Party
    code: Judgement | None
    stalls: tuple[StallCard, ...]
    disputed: frozenset[str]
    can_undo: bool

    @property
    def id(self) -> str:
        return self.party.id


@dataclass(frozen=True)
class MarketFile:
    """One market with the party that runs it."""

    market: Market
    operator: Party | None
    can_undo: bool

    @property
    def id(self) -> str:
        return self.market.id


@dataclass(frozen=True)
class StallRow:
    """A stall in the table of its market."""

    card: StallCard

    @property
    def id(self) -> str:
        return self.card.stall.id


def parties(workspace: Workspace, typed: str, after: Party | None, most: int) -> list[Party]:
    """A page of parties by name, or all that *typed* finds at once."""
    if typed:
        return list(workspace.registry.find_parties(typed, MOST_FOUND)) if after is None else []
    return list(workspace.registry.parties((after.name, after.id) if after else ("", ""), most))


def markets(workspace: Workspace, typed: str, after: Market | None, _: int) -> list[Market]:
    """The markets, of which a county has a handful."""
    if after is not None:
        return []
    return list(workspace.registry.find_markets(typed) if typed else workspace.registry.markets())


def stalls(workspace: Workspace, market: str, after: StallRow | None, most: int) -> list[StallRow]:
    """A page of a market's stalls by number."""
    last = (after.card.stall.number, after.card.stall.id) if after else ("", "")
    return [StallRow(card) for card in workspace.registry.stalls(market, last, most)]


def party_file(workspace: Workspace, party: str) -> PartyFile | None:
    """The file of a party; None where it is not known here (any more)."""
    registry = workspace.registry
    if registry.is_gone(party):
        return None
    try:
        found = registry.party(party)
    except Trouble as trouble:
        if trouble.code is not Code.THING_UNKNOWN:
            raise
        return None
    code = recognition.judge(Kind.USCC, found.uscc) if found.uscc else None
    return PartyFile(
        found, code, registry.stalls_of(party), registry.disputed(party), registry.can_undo(party)
    )


def market_file(workspace: Workspace, market: str) -> MarketFile | None:
    """The file of a market; None where it is not there any more."""
    registry = workspace.registry
    if registry.is_gone(market):
        return None
    found = registry.market(market)
    operator = registry.party(found.operator) if found.operator else None
    return MarketFile(found, operator, registry.can_undo(market))
