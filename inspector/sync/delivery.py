"""How far a visit has come: only here, on a stick, or 局里已收到."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from inspector.storage.store import Store
from inspector.sync import reach


class Whereabouts(StrEnum):
    """Where a record or a photo is, as far as this desk knows. Only `received` means that it may be missed here.

    What is `elsewhere` another laptop sees to: a photo whose bytes are not here, a record on which nothing was written here.
    """

    HERE = "here"
    WRITTEN = "written"
    VERIFIED = "verified"
    RECEIVED = "received"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True)
class Delivery:
    """One visit: its record, and its photos and scans by their digest."""

    record: Whereabouts
    photos: Mapping[str, Whereabouts] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        """Whether the office has the record and every photo: nothing less counts as delivered."""
        return {self.record, *self.photos.values()} == {Whereabouts.RECEIVED}


def deliveries(store: Store, device: str, visits: Iterable[str]) -> dict[str, Delivery]:
    """How far each of *visits* has come.

    A locked record is received when a receipt names its digest; a draft, when the office's last signed word says that
    it holds all that this device wrote on it. In the office itself everything that is there has been received. A laptop
    answers for what it wrote: another one's record stands on it as a copy, and says nothing of where the original is.
    """
    things, rows = store.database.tables.thing, store.database.tables.visit
    wanted = list(visits)
    known = things.select(things.root, things.digest).where(things.root.in_(wanted))
    digests = {r.root: r.digest for r in known}
    locked = rows.select(rows.root, rows.record).where(rows.root.in_(wanted))
    records = {r.root: r.record for r in locked if r.record}
    photos = {root: evidence_of(store, [root]) for root in digests}
    names = {*digests.values(), *records.values(), *(p for found in photos.values() for p in found)}
    received = store.local.received(names)
    on_stick = store.local.deliveries(names)
    pending = unsent_roots(store, device)
    in_office = store.office == device
    own = store.chains.roots_of(own_devices(store, device), wanted)

    def of_record(root: str) -> Whereabouts:
        at_office = records[root] in received if root in records else root not in pending
        if at_office or in_office:
            return Whereabouts.RECEIVED
        return lying(digests[root]) if root in own else Whereabouts.ELSEWHERE

    def of_photo(sha256: str) -> Whereabouts:
        here = store.local.blob(sha256) is not None
        if sha256 in received or (here and in_office):
            return Whereabouts.RECEIVED
        return lying(sha256) if here else Whereabouts.ELSEWHERE

    def lying(name: str) -> Whereabouts:
        return Whereabouts(on_stick[name].state) if name in on_stick else Whereabouts.HERE

    return {root: Delivery(of_record(root), {p: of_photo(p) for p in photos[root]}) for root in digests}


def own_devices(store: Store, device: str) -> frozenset[str]:
    """The devices for whose writing this desk answers: itself, and those that it was before their keys were lost."""
    return frozenset((device, *store.former))


def unsent_roots(store: Store, device: str) -> frozenset[str]:
    """What this device wrote on and the office has not said that it holds."""
    office = store.office
    if office == device:
        return frozenset()
    told = reach.known(store, office) if office else {}
    devices = own_devices(store, device)
    own = [(c, reach.shared(store.chains, c, told)) for c in store.chains.all() if c.device in devices]
    return frozenset().union(*(store.chains.roots_since(*c.key, after) for c, after in own if c.seq > after))


def records_of(store: Store, visits: Iterable[str]) -> frozenset[str]:
    """The digests of the locked records of *visits*."""
    table, wanted = store.database.tables.visit, list(visits)
    return frozenset(
        r.record
        for start in range(0, len(wanted), 500)
        for r in table.select(table.record).where(table.root.in_(wanted[start : start + 500]))
        if r.record
    )


def evidence_of(store: Store, visits: Iterable[str]) -> tuple[str, ...]:
    """The digests of the photos and scans of *visits*."""
    table, wanted = store.database.tables.photo, list(visits)
    found = {
        r.sha256
        for start in range(0, len(wanted), 500)
        for r in table.select(table.sha256).where(table.root.in_(wanted[start : start + 500]))
    }
    return tuple(sorted(found))
