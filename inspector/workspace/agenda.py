"""今日待办: what waits for somebody at this desk, as far as a page shows it."""

from collections.abc import Callable, Container
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import islice
from typing import cast

from inspector.clock import Clock
from inspector.inspection.kinds import KINDS
from inspector.inspection.people import Device, Officer
from inspector.inspection.visit import Receipt
from inspector.storage.store import Store
from inspector.workspace.deliveries import Deliveries
from inspector.workspace.drafts import Drafts
from inspector.workspace.inspections import Inspections, Listed
from inspector.workspace.officers import Officers

NOTICE = timedelta(days=60)
"""How long before its end a certificate is spoken of: an examination and a new card take weeks."""


class Next(StrEnum):
    """What a visit waits for: 继续检查 · 签字 · 扫描件 · 锁定归档 · 送交局里."""

    GO_ON = "go_on"
    SIGN = "sign"
    SCAN = "scan"
    LOCK = "lock"
    DELIVER = "deliver"


@dataclass(frozen=True)
class Waiting:
    """A visit, and what it waits for."""

    visit: Listed
    next: Next


@dataclass(frozen=True)
class Arrival:
    """In the office: what one import has brought, as the receipt for it says. `device` is the name of the laptop."""

    device: str
    at: datetime | None
    records: int
    evidence: int


@dataclass(frozen=True)
class Agenda:
    """What waits, newest first and cut where the page ends.

    `resumed` is the draft that was worked on last. `undelivered` are locked visits of which the office has not said that
    it has the record and every photo. `conflicts` are things with several values for one field.
    """

    resumed: Waiting | None
    drafts: tuple[Waiting, ...]
    finals: tuple[Waiting, ...]
    signed: tuple[Waiting, ...]
    undelivered: tuple[Waiting, ...]
    expiring: tuple[Officer, ...]
    arrivals: tuple[Arrival, ...]
    conflicts: int

    @property
    def is_empty(self) -> bool:
        return not any(
            (
                self.drafts,
                self.finals,
                self.signed,
                self.undelivered,
                self.expiring,
                self.arrivals,
                self.conflicts,
            )
        )


class Agendas:
    """Reads the agenda; `is_office` says whether this desk is the office."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        inspections: Inspections,
        officers: Officers,
        drafts: Drafts,
        deliveries: Deliveries,
        is_office: Callable[[], bool],
    ) -> None:
        self._store = store
        self._clock = clock
        self._inspections = inspections
        self._officers = officers
        self._drafts = drafts
        self._deliveries = deliveries
        self._is_office = is_office

    def read(self, most: int = 5) -> Agenda:
        """The agenda of this moment, with at most *most* entries under each heading."""
        office = self._is_office()
        here = None if office else {o.id for o in self._officers.here()}
        return Agenda(
            resumed=self._resumed(),
            drafts=self._at("draft", most, here),
            finals=self._at("final", most, here),
            signed=self._at("signed", most, here),
            undelivered=() if office else self._undelivered(most),
            expiring=self._expiring(),
            arrivals=self._arrivals(most) if office else (),
            conflicts=self._conflicts(),
        )

    def _at(self, stage: str, most: int, here: Container[str] | None) -> tuple[Waiting, ...]:
        """The newest at a stage; on a laptop those of the officers who work *here*, however others' have come to it."""
        found: list[Waiting] = []
        page = self._inspections.page(stage=stage)
        while page and len(found) < most:
            mine = (v for v in page if here is None or any(officer in here for officer in v.officers))
            found += [Waiting(visit, self._next(visit)) for visit in islice(mine, most - len(found))]
            page = self._inspections.page(page[-1].order, stage)
        return tuple(found)

    def _next(self, visit: Listed) -> Next:
        match visit.stage:
            case "draft":
                return Next.GO_ON
            case "final":
                return Next.SIGN
            case "signed":
                return Next.LOCK if self._store.projections.is_scanned(visit.id) else Next.SCAN
        return Next.DELIVER

    def _resumed(self) -> Waiting | None:
        visit = self._inspections.listed(self._drafts.visit())
        return Waiting(visit, Next.GO_ON) if visit is not None and visit.stage == "draft" else None

    def _undelivered(self, most: int) -> tuple[Waiting, ...]:
        locked = [d.visit for d in self._deliveries.pending() if d.visit.stage == "locked"]
        return tuple(Waiting(visit, Next.DELIVER) for visit in locked[:most])

    def _expiring(self) -> tuple[Officer, ...]:
        """The officers whose certificate has ended or ends soon, the most urgent first."""
        by = self._clock.now().date() + NOTICE
        found = [
            o for o in self._officers.all() if not o.left and o.valid_to is not None and o.valid_to <= by
        ]
        return tuple(sorted(found, key=lambda o: (str(o.valid_to), o.name)))

    def _arrivals(self, most: int) -> tuple[Arrival, ...]:
        sql = "SELECT root FROM thing WHERE kind = ? ORDER BY root DESC LIMIT ?"
        found = (self._receipt(root) for (root,) in self._store.database.query(sql, Receipt.kind, most))
        return tuple(Arrival(self._device(r.device), r.at, len(r.records), len(r.evidence)) for r in found)

    def _receipt(self, root: str) -> Receipt:
        return cast(
            "Receipt", KINDS[Receipt.kind].assemble(root, self._store.things.state(root).values(root))
        )

    def _device(self, root: str) -> str:
        return cast(
            "Device", KINDS[Device.kind].assemble(root, self._store.things.state(root).values(root))
        ).name

    def _conflicts(self) -> int:
        """How many things have an open conflict: a walk over those alone, since they have an index of their own."""
        return int(self._store.database.query("SELECT count(*) FROM thing WHERE conflicts > 0")[0][0])
