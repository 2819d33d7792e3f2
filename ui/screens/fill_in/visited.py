"""All that the page of one visit shows, read in one go beside the window."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.checklist import Sheet, Template
from inspector.errors import Problem
from inspector.inspection.inspection import Inspection
from inspector.inspection.people import Officer
from inspector.inspection.registry import Market, Party
from inspector.inspection.visit import Stage
from ui.screens.fill_in.items.numbers import unread

if TYPE_CHECKING:
    from inspector.workspace import Workspace
    from inspector.workspace.conflicts import Conflict
    from inspector.workspace.registry import StallCard


@dataclass(frozen=True)
class Visited:
    """One visit as it stands on disk. `drafts` is text that was typed and not yet said, by entity and field.

    `here` are the officers with a key on this device; `acting` is the one who is working now.
    """

    inspection: Inspection
    template: Template
    sheet: Sheet
    party: Party | None
    stall: "StallCard | None"
    market: Market | None
    officers: tuple[Officer, ...]
    here: frozenset[str]
    acting: str
    missing: tuple[Problem, ...]
    conflicts: "tuple[Conflict, ...]"
    drafts: Mapping[tuple[str, str], str]
    place: str
    can_undo: bool
    can_redo: bool

    @property
    def id(self) -> str:
        return self.inspection.id

    @property
    def is_writable(self) -> bool:
        """Whether the facts can be written in: a draft that is not locked."""
        return not self.inspection.locked and self.inspection.visit.stage is Stage.DRAFT

    def draft(self, entity: str, field: str) -> str | None:
        """The draft of a field, if one was left."""
        return self.drafts.get((entity, field))


def read(workspace: "Workspace", visit: str, before: Visited | None = None) -> Visited:
    """Reads the visit; for a thread beside the window. The sheet of *before* stays where it says what is on disk.

    Raises:
        Trouble: THING_UNKNOWN.
    """
    inspection = workspace.inspections.read(visit)
    registry, drafts = workspace.registry, workspace.drafts.below(visit)
    party, stall, market = inspection.visit.party, inspection.visit.stall, inspection.visit.market
    return Visited(
        inspection=inspection,
        template=workspace.checklists.template(inspection.visit.checklist_digest),
        sheet=_sheet(workspace, inspection, before),
        party=registry.party(party) if party else None,
        stall=registry.card(stall) if stall else None,
        market=registry.market(market) if market else None,
        officers=workspace.officers.all(),
        here=frozenset(o.id for o in workspace.officers.here()),
        acting=workspace.officers.acting,
        missing=(*workspace.records.missing(visit), *_unread(inspection, drafts)),
        conflicts=_conflicts(workspace, inspection),
        drafts=drafts,
        place=workspace.drafts.place(visit),
        can_undo=workspace.scribe.can_undo(visit),
        can_redo=workspace.scribe.can_redo(visit),
    )


def _unread(inspection: Inspection, drafts: Mapping[tuple[str, str], str]) -> tuple[Problem, ...]:
    """The numbers of goods lines that were typed and could not be taken."""
    if inspection.locked or inspection.visit.stage is not Stage.DRAFT:
        return ()
    there = {goods.id for goods in inspection.goods}
    return unread({slot: typed for slot, typed in drafts.items() if slot[0] in there})


def _sheet(workspace: "Workspace", inspection: Inspection, before: Visited | None) -> Sheet:
    """A new sheet asks every rule of the checklist; nearly always the one in sight has taken the same answers already."""
    now = inspection.visit
    if before is not None and before.id == inspection.id:
        then = before.inspection.visit
        is_same = (then.checklist_digest, then.started_at) == (now.checklist_digest, now.started_at)
        if is_same and before.sheet.answers == inspection.answered:
            return before.sheet
    return workspace.checklists.sheet(inspection)


def _conflicts(workspace: "Workspace", inspection: Inspection) -> "tuple[Conflict, ...]":
    if not inspection.conflicts:
        return ()
    return tuple(c for c in workspace.conflicts.list() if c.root == inspection.id)
