"""送达情况: for each visit where its record and photos are, and exactly what the office has not got."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from inspector.inspection.inspection import Inspection, things
from inspector.inspection.people import Session
from inspector.inspection.visit import Photo, Scan, Visit
from inspector.storage.store import Store
from inspector.sync import delivery
from inspector.sync.delivery import Delivery, Whereabouts
from inspector.workspace.inspections import Inspections, Listed


@dataclass(frozen=True)
class Dispatch:
    """A visit and how far it has come. `is_own`: this device wrote on it, so it has to see to its delivery."""

    visit: Listed
    delivery: Delivery
    is_own: bool

    @property
    def id(self) -> str:
        return self.visit.id

    @property
    def missing_photos(self) -> int:
        """Photos that no receipt names."""
        return sum(state is not Whereabouts.RECEIVED for state in self.delivery.photos.values())


@dataclass(frozen=True)
class PhotoDispatch:
    """One photo or scan of a visit. `is_here`: its bytes are on this device."""

    sha256: str
    name: str
    state: Whereabouts
    is_here: bool


class Deliveries:
    """Lists visits with their delivery. On the office's desk every visit is its own; a laptop answers for what it wrote."""

    def __init__(self, store: Store, device: str, inspections: Inspections) -> None:
        self._store = store
        self._device = device
        self._inspections = inspections

    def page(self, before: str = "", most: int = 50) -> tuple[Dispatch, ...]:
        """A page of all visits, newest first; *before* is the `order` of the last one on the page above."""
        return self._dispatches(self._inspections.page(before, most=most))

    def pending(self, most: int = 200) -> tuple[Dispatch, ...]:
        """The visits of this device that are not delivered whole (in the office: not here whole), newest first."""
        roots = sorted(self._pending(), reverse=True)[:most]
        return self._dispatches(self._listed(roots))

    def unsent_others(self) -> int:
        """How many things beside visits, such as parties, hold words of this device that the office has not got.

        What the program notes of its own run is nothing that anybody entered.
        """
        unsent = delivery.unsent_roots(self._store, self._device)
        kinds = self._store.things.listed(unsent)
        return sum(kind not in (Visit.kind, Session.kind) for kind, _ in kinds.values())

    def photos(self, visit: str) -> tuple[PhotoDispatch, ...]:
        """The photos and scans of a visit, each by the name that it came with."""
        found = delivery.deliveries(self._store, self._device, [visit]).get(visit)
        if found is None:
            return ()
        names = self._names(visit)
        return tuple(
            PhotoDispatch(sha256, names.get(sha256, ""), state, self._store.local.blob(sha256) is not None)
            for sha256, state in sorted(found.photos.items(), key=lambda p: (names.get(p[0], ""), p[0]))
        )

    def _pending(self) -> Collection[str]:
        query = self._store.database.query
        absent = query("SELECT DISTINCT root FROM photo WHERE sha256 NOT IN (SELECT sha256 FROM blob)")
        if self._is_office:
            return {root for (root,) in absent}
        unnamed = query("SELECT DISTINCT root FROM photo WHERE sha256 NOT IN (SELECT name FROM received)")
        locked = query(
            "SELECT root FROM visit WHERE record != '' AND record NOT IN (SELECT name FROM received)"
        )
        unsent = delivery.unsent_roots(self._store, self._device)
        kinds = self._store.things.listed(unsent)
        drafts = {root for root, (kind, _) in kinds.items() if kind == Visit.kind}
        unlocked = {row.id for row in self._listed(drafts) if row.stage != "locked"}
        return self._own({*unlocked, *(root for (root,) in (*unnamed, *locked))})

    def _dispatches(self, visits: Iterable[Listed]) -> tuple[Dispatch, ...]:
        rows = tuple(visits)
        roots = [row.id for row in rows]
        found = delivery.deliveries(self._store, self._device, roots)
        own = self._own(roots)
        return tuple(Dispatch(row, found[row.id], row.id in own) for row in rows)

    def _listed(self, roots: Iterable[str]) -> Iterator[Listed]:
        """The visits among *roots* as lists show them; those that are not gathered yet are left out."""
        return (row for root in roots if (row := self._inspections.listed(root)) is not None)

    def _own(self, roots: Collection[str]) -> frozenset[str]:
        if self._is_office:
            return frozenset(roots)
        return self._store.chains.roots_of(delivery.own_devices(self._store, self._device), roots)

    @property
    def _is_office(self) -> bool:
        return self._store.office == self._device

    def _names(self, visit: str) -> dict[str, str]:
        """What the originals were called, by digest."""
        state = self._store.things.state(visit)
        taken: list[Photo | Scan] = list(Inspection.read(state).photos)
        rows = self._store.database.query("SELECT entity FROM photo WHERE root = ?", visit)
        scans = (entity for (entity,) in rows if not entity.startswith(f"{visit}/"))
        taken += [scan for entity in scans for scan in things(self._store.things.state(entity), Scan)]
        return {photo.sha256: str(photo.facts.get("original_name", "")) for photo in taken}
