"""检查记录: what visits there are, and how one begins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inspector import checklist, ids
from inspector.changes import Changes
from inspector.clock import Clock
from inspector.errors import Code, Trouble
from inspector.inspection import lifecycle
from inspector.inspection.dialogues import dialogues
from inspector.inspection.inspection import Inspection
from inspector.inspection.lifecycle import Move
from inspector.inspection.record import Attendance
from inspector.inspection.visit import Stage, Visit
from inspector.storage.store import Store
from inspector.storage.tables import VisitRow
from inspector.workspace.checklists import Checklists
from inspector.workspace.registry import Registry
from inspector.workspace.scribe import Edit, Scribe


@dataclass(frozen=True)
class Listed:
    """A visit as a list shows it. `order` is the key by which pages go."""

    id: str
    order: str
    stage: str
    form: str
    supplements: str  # the locked record that it corrects (补充记录)
    party: str
    party_name: str
    place: str
    officers: tuple[str, ...]
    started_at: str
    suspicions: int
    photos: int
    answered: int
    checklist: str


class Inspections:
    """Lists, finds, reads and begins visits, and sets the facts of the visit itself."""

    def __init__(
        self,
        store: Store,
        scribe: Scribe,
        clock: Clock,
        checklists: Checklists,
        registry: Registry,
    ) -> None:
        self._store = store
        self._scribe = scribe
        self._clock = clock
        self._checklists = checklists
        self._registry = registry

    # reading

    def read(self, visit: str) -> Inspection:
        """The inspection whole.

        Raises:
            Trouble: THING_UNKNOWN.
        """
        state = self._store.things.state(visit)
        if state.kind != Visit.kind:
            raise Trouble(Code.THING_UNKNOWN, kind=Visit.kind, entity=visit)
        return Inspection.read(state)

    def page(
        self, before: str = "", stage: str = "", most: int = 50, *, party: str = ""
    ) -> tuple[Listed, ...]:
        """A page of visits, newest first; *before* is the `order` of the last one on the page above.

        `party` asks for those of one party only.
        """
        table = self._store.database.tables.visit
        query = table.select().order_by(table.order.desc()).limit(most)
        if before:
            query = query.where(table.order < before)
        if stage:
            query = query.where(table.stage == stage)
        if party:
            query = query.where(table.party == party)
        return tuple(_listed(row) for row in query)

    def listed(self, visit: str) -> Listed | None:
        """One visit as a list shows it; None where it is not known here."""
        row = self._store.database.tables.visit.get_or_none(root=visit)
        return _listed(row) if row else None

    def find(self, text: str, most: int = 50) -> tuple[Listed, ...]:
        """Visits by party or place, in characters or pinyin initials."""
        table = self._store.database.tables.visit
        roots = self._store.search.roots(Visit.kind, text, most)
        rows = {r.root: r for r in table.select().where(table.root.in_(roots))} if roots else {}
        return tuple(_listed(rows[r]) for r in roots if r in rows)

    def count(self, stage: str = "") -> int:
        return self._store.tally(f"visit.{stage}" if stage else Visit.kind)

    def sheet(self, visit: str) -> checklist.Sheet:
        """The answers under the rules of the visit's checklist."""
        return self._checklists.sheet(self.read(visit))

    # beginning and filling in

    def new(
        self,
        checklist_id: str,
        *,
        party: str = "",
        market: str = "",
        stall: str = "",
        officers: Sequence[str] = (),
        supplements: str = "",
        supplemented: Mapping[str, str] | None = None,
    ) -> tuple[str, Changes]:
        """Begins a visit now, with what is known of party and place; returns its id."""
        self._registry.build_on(party, market, stall)
        now = self._clock.now()
        template = self._checklists.newest(checklist_id)
        digest, edits = self._checklists.pin(template)
        visit = ids.new_id(now)
        said: dict[str, object] = {
            "desk": self._scribe.device,
            "stage": Stage.DRAFT,
            "checklist": template.id,
            "checklist_version": template.version,
            "checklist_digest": digest,
            "started_at": now,
            "officers": tuple(officers),
            "party": party or None,
            "market": market or None,
            "stall": stall or None,
            "place": self._place(party, market, stall) or None,
            "supplements": supplements or None,
            "supplemented": supplemented,
        }
        edits += [Edit(Visit.kind, visit, f, v) for f, v in said.items()]
        return visit, self._scribe.write(edits)

    def set(self, visit: str, **said: object) -> Changes:
        """Sets facts of the visit itself; a changed party or stall brings its place along while none was typed."""
        inspection = self.draft(visit)
        self._registry.build_on(*(str(said[f] or "") for f in ("party", "market", "stall") if f in said))
        if {"party", "market", "stall"} & set(said) and "place" not in said:
            old = inspection.visit
            if old.place in ("", self._place(old.party, old.market, old.stall)):
                now = {**old.__dict__, **said}
                said["place"] = (
                    self._place(now["party"] or "", now["market"] or "", now["stall"] or "") or None
                )
        return self._scribe.write((Edit(Visit.kind, visit, f, v) for f, v in said.items()), undo=visit)

    def offer_attendance(self, visit: str, attendance: Attendance, *, anew: bool = False) -> Changes:
        """Notes how the party attends, and offers the wordings for it to confirm or change.

        What stands there in the officer's own words stays, unless it is to be written *anew*.
        """
        visited = self.draft(visit).visit
        notified, note = dialogues().offered(attendance, visited.person_present)
        offered = {"notified": notified, "attendance_note": note or None}
        own = () if anew else dialogues().own_words(visited.notified, visited.attendance_note)
        said = {field: words for field, words in offered.items() if getattr(visited, field) not in own}
        return self.set(visit, attendance=attendance, **said)

    def draft(self, visit: str) -> Inspection:
        """The inspection, if it can be written in.

        Raises:
            Trouble: RECORD_LOCKED; MOVE_FORBIDDEN while it is final or signed.
        """
        inspection = self.read(visit)
        lifecycle.after(inspection, Move.EDIT)
        return inspection

    def undo(self, visit: str) -> Changes:
        """Takes back the last step on this visit of this run.

        Raises:
            Trouble: NOT_LAST.
        """
        return self._scribe.undo(visit)

    def redo(self, visit: str) -> Changes:
        return self._scribe.redo(visit)

    def _place(self, party: str, market: str, stall: str) -> str:
        """Where it is, completed from what is known: the stall of the market, or the party's address."""
        if stall:
            card = self._registry.stall(stall)
            return f"{self._place('', card.market, '')}{card.number}"
        if market:
            known = self._registry.market(market)
            return f"{known.address}{known.name}"
        return self._registry.party(party).address if party else ""


def _listed(row: VisitRow) -> Listed:
    return Listed(
        row.root, row.order, row.stage, row.form, row.supplements, row.party, row.party_name, row.place,
        tuple(row.officers.split()), row.started_at, row.suspicions, row.photos, row.answered, row.checklist,
    )  # fmt: skip
