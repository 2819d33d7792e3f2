"""What lists are drawn from: rows derived from the states of roots, refreshed in the transaction that changed them."""

from collections.abc import Callable, Mapping
from typing import TypeVar, cast

from inspector.checklist.template import Mark
from inspector.errors import Problem
from inspector.inspection.inspection import Inspection
from inspector.inspection.kinds import KINDS
from inspector.inspection.registry import Market, Party, Stall
from inspector.inspection.visit import Receipt, Scan, Visit
from inspector.journal.kinds import Thing
from inspector.journal.state import State
from inspector.storage.database import Database
from inspector.storage.search import Search
from inspector.storage.things import Things

DRAWN = 4
"""Raised whenever rows or words are drawn otherwise than before."""


class Projections:
    """Rows for visits, parties, stalls and photos, the tallies, and the words by which they are found."""

    def __init__(self, database: Database, things: Things, search: Search) -> None:
        self._database = database
        self._t = database.tables
        self._things = things
        self._search = search
        self._by_kind: Mapping[str, Callable[[State], None]] = {
            Visit.kind: self._visit,
            Party.kind: self._party,
            Stall.kind: self._stall,
            Market.kind: self._market,
            Scan.kind: self._scan,
            Receipt.kind: self._receipt,
        }

    def refresh(self, state: State) -> None:
        """Writes the rows of one root anew."""
        project = self._by_kind.get(state.kind)
        if state.kind in _LISTED and state.is_gone(state.root):
            self._drop(state)
        elif project is not None:
            project(state)

    def empty(self) -> None:
        """Forgets every row, which are to be drawn anew."""
        for table in ("visit", "party", "stall", "photo", "received", "tally"):
            getattr(self._t, table).delete().execute()
        self._search.empty()

    def agrees(self, state: State) -> bool:
        """Writes the rows of one root anew; whether they had been what they are now."""
        before = self._rows(state.root)
        self.refresh(state)
        return before == self._rows(state.root)

    def recount(self) -> tuple[Problem, ...]:
        """Counts what is tallied, and puts right what was not."""
        counted = dict(self._database.query("SELECT 'visit.' || stage, count(*) FROM visit GROUP BY stage"))
        for table in _TALLIED:
            counted[table] = self._database.query(f'SELECT count(*) FROM "{table}"')[0][0]  # noqa: S608  (names of ours)
        kept = dict(self._database.query("SELECT name, count FROM tally"))
        wrong = [n for n in sorted({*counted, *kept}) if counted.get(n, 0) != kept.get(n, 0)]
        with self._database.writing():
            for name in wrong:
                self._database.put("tally", name=name, count=counted.get(name, 0))
        return tuple(Problem("tally_differs", name) for name in wrong)

    def unread(self) -> tuple[str, ...]:
        """The visits that are locked by a seal of a form that this version cannot read."""
        found = self._database.query(
            "SELECT root FROM visit WHERE stage = 'locked' AND record = '' ORDER BY root"
        )
        return tuple(root for (root,) in found)

    def _rows(self, root: str) -> list[tuple[object, ...]]:
        return [row for sql in _ROWS for row in self._database.query(sql, root)]

    def is_scanned(self, visit: str) -> bool:
        """Whether a signed page of *visit* came back: scans stand outside of its root."""
        table = self._t.photo
        rows = table.select().where(table.root == visit)
        return any(not r.entity.startswith(f"{visit}/") for r in rows)

    def _visit(self, state: State) -> None:
        inspection = Inspection.read(state)
        visit = inspection.visit
        stage = inspection.stage
        party_name = self._party_name(inspection)
        before = self._before("SELECT stage, party_name, place FROM visit WHERE root = ?", state.root)
        if before is None:
            self._tally("visit", 1)
        if before is None or before[0] != stage:
            self._tally(f"visit.{stage}", 1)
            if before is not None:
                self._tally(f"visit.{before[0]}", -1)
        self._database.put(
            "visit",
            root=state.root,
            order=f"{_utc(visit)}{state.root}",
            stage=stage,
            form=inspection.form.value,
            supplements=visit.supplements,
            party=visit.party,
            party_name=party_name,
            place=visit.place,
            officers=" ".join(visit.officers),
            started_at=visit.started_at.isoformat(timespec="minutes") if visit.started_at else "",
            suspicions=len(inspection.suspicions),
            photos=len(inspection.photos),
            answered=sum(a.mark is not Mark.UNCHECKED for a in inspection.answers.values()),
            checklist=visit.checklist,
            record=state.seal[1].record if state.seal else "",
        )
        words = (party_name, visit.place)
        if before is None or before[1:] != words:
            self._search.put(state.root, Visit.kind, words)
        self._photos(state.root, {p.id: p.sha256 for p in inspection.photos})

    def _photos(self, visit: str, photos: Mapping[str, str]) -> None:
        """Makes *photos*, digests by entity, the ones that stand below the visit."""
        rows = self._database.query("SELECT entity, sha256 FROM photo WHERE root = ?", visit)
        known = {entity: sha256 for entity, sha256 in rows if entity.startswith(f"{visit}/")}
        for entity in known.keys() - photos.keys():
            self._database.query("DELETE FROM photo WHERE entity = ?", entity)
        for entity, sha256 in photos.items() - known.items():
            self._database.put("photo", entity=entity, root=visit, sha256=sha256)

    def _party(self, state: State) -> None:
        party = _thing(state, Party)
        words = (party.name, party.address, party.phone, party.uscc)
        before = self._before("SELECT name, address, phone, uscc FROM party WHERE root = ?", state.root)
        if before is None:
            self._tally("party", 1)
        if before != words:
            self._database.put(
                "party",
                root=state.root,
                name=party.name,
                uscc=party.uscc,
                address=party.address,
                phone=party.phone,
            )
            self._search.put(state.root, Party.kind, words)
        if before is None or before[0] != party.name:
            self._follow_party(state.root)

    def _follow_party(self, party: str) -> None:
        """Draws the rows that show a party's name anew; a locked visit shows the name of its record."""
        for table in (self._t.visit, self._t.stall):
            for row in table.select(table.root).where(table.party == party):
                self.refresh(self._things.state(row.root))

    def _stall(self, state: State) -> None:
        stall = _thing(state, Stall)
        if self._t.stall.get_or_none(root=state.root) is None:
            self._tally("stall", 1)
        self._t.stall.insert(
            root=state.root, market=stall.market, number=stall.number, name=stall.name, party=stall.party
        ).on_conflict_replace().execute()
        party = _thing(self._things.state(stall.party), Party).name if stall.party else ""
        self._search.put(state.root, Stall.kind, (stall.number, stall.name, party))

    def _scan(self, state: State) -> None:
        scan = _thing(state, Scan)
        self._t.photo.insert(
            entity=state.root, root=scan.visit, sha256=scan.sha256
        ).on_conflict_replace().execute()

    def _receipt(self, state: State) -> None:
        receipt = _thing(state, Receipt)
        at = receipt.at.isoformat(timespec="seconds") if receipt.at else ""
        names = [(name, state.root, at) for name in (*receipt.records, *receipt.evidence)]
        connection = self._t.received._meta.database.connection()
        connection.executemany("INSERT OR IGNORE INTO received (name, receipt, at) VALUES (?, ?, ?)", names)
        blobs = [(digest,) for digest in receipt.evidence]
        connection.executemany("UPDATE blob SET received = 1 WHERE sha256 = ?", blobs)

    def _market(self, state: State) -> None:
        market = _thing(state, Market)
        self._search.put(state.root, Market.kind, (market.name, market.address))

    def _drop(self, state: State) -> None:
        """Takes what was removed out of the lists; what refers to it goes on naming it."""
        for table in (Party.kind, Stall.kind):
            row = getattr(self._t, table).get_or_none(root=state.root)
            if row is not None:
                row.delete_instance()
                self._tally(table, -1)
        self._search.drop(state.root)

    def _party_name(self, inspection: Inspection) -> str:
        if inspection.locked and inspection.version:
            return str(inspection.version.record["party"]["name"])
        party = inspection.visit.party
        return _thing(self._things.state(party), Party).name if party else ""

    def _before(self, sql: str, root: str) -> tuple[str, ...] | None:
        return next(iter(self._database.query(sql, root)), None)

    def _tally(self, name: str, change: int) -> None:
        self._database.query(
            "INSERT INTO tally (name, count) VALUES (?, ?) "
            "ON CONFLICT (name) DO UPDATE SET count = count + excluded.count",
            name,
            change,
        )


T = TypeVar("T", bound=Thing)

_LISTED = frozenset({Party.kind, Stall.kind, Market.kind})
_TALLIED = ("visit", "party", "stall")
_ROWS = (
    *(f'SELECT * FROM "{table}" WHERE root = ?' for table in ("visit", "party", "stall", "photo", "found")),  # noqa: S608
    "SELECT * FROM photo WHERE entity = ?",
    "SELECT * FROM received WHERE receipt = ? ORDER BY name",
)


def _thing(state: State, cls: type[T]) -> T:
    return cast("T", KINDS[cls.kind].assemble(state.root, state.values(state.root)))


def _utc(visit: Visit) -> str:
    """The start as seconds since 1970 in sortable digits."""
    seconds = int(visit.started_at.timestamp()) if visit.started_at else 0
    return f"{max(0, seconds):012d}"
