"""The rows of the list of visits: what they show, and how pages of them are read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from inspector.sync.delivery import Delivery, Whereabouts
from inspector.workspace import Workspace
from inspector.workspace.inspections import Listed

MOST_FOUND = 200
"""So many visits are shown of those that a search finds; who wants others types more of the name."""

_BY_DISTANCE = (
    Whereabouts.HERE,
    Whereabouts.WRITTEN,
    Whereabouts.VERIFIED,
    Whereabouts.ELSEWHERE,
    Whereabouts.RECEIVED,
)


@dataclass(frozen=True)
class VisitRow:
    """A visit with the names of its officers, and how far the part of it has come that is farthest behind."""

    visit: Listed
    officers: str
    whereabouts: Whereabouts
    today: date

    @property
    def id(self) -> str:
        return self.visit.id


def rows(workspace: Workspace, visits: Sequence[Listed]) -> list[VisitRow]:
    """The rows of *visits*."""
    names = {o.id: o.name for o in workspace.officers.all()}
    places = workspace.exchange.statuses(v.id for v in visits)
    today = workspace.clock.now().date()
    return [VisitRow(v, _names(v.officers, names), farthest_behind(places[v.id]), today) for v in visits]


def page(
    workspace: Workspace, stage: str, after: VisitRow | None, most: int, party: str = ""
) -> list[VisitRow]:
    """The visits at *stage* (empty: at any) after the one given, newest first; with a party only its own."""
    before = after.visit.order if after else ""
    return rows(workspace, workspace.inspections.page(before, stage, most, party=party))


def found(workspace: Workspace, typed: str, stage: str, after: VisitRow | None, _: int) -> list[VisitRow]:
    """The visits at *stage* that *typed* finds, all at once."""
    if after is not None:
        return []
    hits = workspace.inspections.find(typed, MOST_FOUND)
    return rows(workspace, [v for v in hits if stage in ("", v.stage)])


def farthest_behind(delivery: Delivery) -> Whereabouts:
    """The record is with the office only when every photo is."""
    return min((delivery.record, *delivery.photos.values()), key=_BY_DISTANCE.index)


def _names(officers: Iterable[str], names: Mapping[str, str]) -> str:
    return "、".join(names.get(o, "") for o in officers)
