"""What a new visit begins with, as it is found while a person types: parties, stalls, markets, officers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.checklist import Shipped
from inspector.inspection.people import Officer
from inspector.inspection.registry import Market, Party, Stall
from ui.widgets.picker import Choice

if TYPE_CHECKING:
    from inspector.workspace import Workspace
    from inspector.workspace.inspections import Listed

PARTIES, STALLS, MARKETS = 8, 8, 4
"""How many of each are offered at most."""


@dataclass(frozen=True)
class Roll:
    """What can be chosen beside the party: checklists and officers. `second` has a key here besides who is acting."""

    checklists: tuple[Shipped, ...]
    first: Officer | None
    others: tuple[Officer, ...]
    second: str


@dataclass(frozen=True)
class Subject:
    """What is inspected: a party, or a stall or a market with the party behind it; `last` is its last visit."""

    party: Party | None = None
    market: Market | None = None
    stall: Stall | None = None
    last: "Listed | None" = None


def roll(workspace: "Workspace") -> Roll:
    """Reads what can be chosen."""
    officers = workspace.officers
    working = [o for o in officers.all() if not o.left]
    first = next((o for o in working if o.id == officers.acting), None)
    others = tuple(o for o in working if o is not first)
    here = {o.id for o in officers.here()}
    with_key = [o.id for o in others if o.id in here]
    return Roll(workspace.checklists.current(), first, others, with_key[0] if len(with_key) == 1 else "")


def find(workspace: "Workspace", typed: str) -> Sequence[Choice]:
    """Parties, stalls and markets that *typed* may mean; the parties visited last where nothing is typed."""
    registry = workspace.registry
    if not typed:
        visited = dict.fromkeys(v.party for v in workspace.inspections.page(most=30) if v.party)
        there = [party for party in visited if not registry.is_gone(party)]
        return [_of_party(registry.party(party)) for party in there[:PARTIES]]
    return [
        *map(_of_party, registry.find_parties(typed, PARTIES)),
        *(
            Choice(
                f"stall/{c.stall.id}",
                " ".join(filter(None, (c.stall.number, c.stall.name))),
                " · ".join(filter(None, (c.market.name, c.party.name if c.party else ""))),
            )
            for c in registry.find_stalls(typed, STALLS)
        ),
        *(Choice(f"market/{m.id}", m.name, m.address) for m in registry.find_markets(typed, MARKETS)),
    ]


def read(workspace: "Workspace", value: str) -> Subject:
    """What the choice with *value* stands for."""
    kind, _, entity = value.partition("/")
    registry = workspace.registry
    party, market, stall = "", "", None
    if kind == "party":
        party = entity
    elif kind == "stall":
        stall = registry.stall(entity)
        party, market = stall.party, stall.market
    else:
        market = entity
        party = registry.market(entity).operator
    last = workspace.inspections.page(party=party, most=1) if party else ()
    return Subject(
        registry.party(party) if party else None,
        registry.market(market) if market else None,
        stall,
        last[0] if last else None,
    )


def _of_party(party: Party) -> Choice:
    detail = " · ".join(filter(None, (party.uscc, party.address)))
    return Choice(f"party/{party.id}", party.name, detail)
