"""How far a visit has come: only here, on a stick, or 局里已收到."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from inspector.storage.store import Store
from inspector.sync import reach


class Whereabouts(StrEnum):
    """Where a record or a photo is, as far as it is known here. Only `received` means that it may be missed here."""

    HERE = "here"
    WRITTEN = "written"
    VERIFIED = "verified"
    RECEIVED = "received"


@dataclass(frozen=True)
class Delivery:
    """One visit: its record, and its photos and scans by their digest. `absent` are photos whose bytes are not here."""

    record: Whereabouts
    photos: Mapping[str, Whereabouts] = field(default_factory=dict)
    absent: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether the office has the record and every photo: nothing less counts as delivered."""
        return {self.record, *self.photos.values()} == {Whereabouts.RECEIVED}


def deliveries(store: Store, device: str, visits: Iterable[str]) -> dict[str, Delivery]:
    """How far each of *visits* has come.

    A locked record is received when a receipt names its digest; a draft, when the office's last signed word says that
    it holds all that this device wrote on it.
    """
    things = store.database.tables.thing
    rows = store.database.tables.visit
    wanted = list(visits)
    digests = {
        r.root: r.digest for r in things.select(things.root, things.digest).where(things.root.in_(wanted))
    }
    records = {r.root: r.record for r in rows.select(rows.root, rows.record).where(rows.root.in_(wanted))}
    photos = {root: evidence_of(store, [root]) for root in wanted}
    names = {*digests.values(), *records.values(), *(p for found in photos.values() for p in found)}
    received = store.local.received(names)
    on_stick = store.local.deliveries(names)
    pending = unsent_roots(store, device)

    def place(name: str, *, is_received: bool) -> Whereabouts:
        if is_received:
            return Whereabouts.RECEIVED
        return Whereabouts(on_stick[name].state) if name in on_stick else Whereabouts.HERE

    found = {}
    for root in digests:
        record = records.get(root, "")
        at_office = record in received if record else root not in pending
        found[root] = Delivery(
            place(digests[root], is_received=at_office),
            {p: place(p, is_received=p in received) for p in photos[root]},
            tuple(p for p in photos[root] if store.local.blob(p) is None),
        )
    return found


def unsent_roots(store: Store, device: str) -> frozenset[str]:
    """What this device wrote on and the office has not said that it holds."""
    office = store.office
    if office == device:
        return frozenset()
    known = reach.known(store, office) if office else {}
    own = [c.key for c in store.chains.all() if c.device == device]
    pending = [
        store.chains.roots_since(*key, known.get(key, 0))
        for key in own
        if store.chains.at(*key).seq > known.get(key, 0)
    ]
    return frozenset().union(*pending)


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
