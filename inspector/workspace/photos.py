"""证据: photos taken in, one or a card full of them, moved, verified; and scans of signed pages."""

import os
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import cast

from inspector import __version__, ids
from inspector.changes import Changes
from inspector.clock import Clock
from inspector.crypto.sealing import Identity
from inspector.errors import Code, Trouble
from inspector.evidence.intake import Arrival, EvidenceFacts, examine
from inspector.evidence.vault import Vault
from inspector.inspection.visit import Photo, Scan
from inspector.journal.operation import GONE
from inspector.progress import Report, silent
from inspector.storage.local import BlobEntry
from inspector.storage.store import Store
from inspector.workspace.checklists import Checklists
from inspector.workspace.copies import Copies
from inspector.workspace.inspections import Inspections
from inspector.workspace.scribe import Edit, Scribe

Arrive = Callable[[], Arrival]
"""Fetches a file when its turn comes, or tells (FILE_UNREADABLE, FILE_EMPTY) why there is none."""

_Put = Callable[[Sequence["Kept"]], tuple[list["Placed"], Changes]]

_A_COMMIT = 8
"""Photos that come on record together: what a commit costs is shared out, and a kill takes back no more than these."""

_UNDEVELOPED = 2 * _A_COMMIT
"""Originals that wait for the darkroom in memory; those that follow wait until there are fewer."""

_UNREAD = frozenset({Code.FILE_UNREADABLE, Code.FILE_EMPTY})


@dataclass(frozen=True)
class Kept:
    """An original that is in the vault, and not on record yet."""

    content: bytes
    facts: EvidenceFacts
    entry: BlobEntry


@dataclass(frozen=True)
class Placed:
    """The entity that an original is on record as, and whether it is new."""

    entity: str
    is_new: bool = True


@dataclass(frozen=True)
class Added:
    """Photos that are on record now, by their entities, and why others could not be read.

    `known` were on record at the same place before, by the same bytes, and are not there twice now.
    """

    photos: tuple[tuple[str, EvidenceFacts], ...]
    known: tuple[tuple[str, EvidenceFacts], ...]
    unread: tuple[Trouble, ...]
    changes: Changes


@dataclass(frozen=True)
class Verified:
    """What reading all originals through has shown; `bad` names the digests with the code of what is wrong.

    `absent` are originals that never came to this desk: other laptops' photos, or what a bundle did not bring along.
    """

    checked: int
    bad: tuple[tuple[str, str], ...]
    absent: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.bad


class Photos:
    """Originals go into the vault before anything is known of them; all that is derived can be made again."""

    def __init__(
        self,
        store: Store,
        scribe: Scribe,
        clock: Clock,
        inspections: Inspections,
        checklists: Checklists,
        vaults: tuple[Vault, Vault],
        identity: Identity,
        recipients: Callable[[], tuple[str, ...]],
    ) -> None:
        self._store = store
        self._scribe = scribe
        self._clock = clock
        self._inspections = inspections
        self._checklists = checklists
        self._vault, derived = vaults
        self._identity = identity
        self._recipients = recipients
        self.copies = Copies(store, derived, identity, self.original)

    def add(self, visit: str, arrival: Arrival, *, item: str = "", caption: str = "") -> tuple[str, Changes]:
        """Takes a photo in, on an item (its address) or on the visit; returns its entity.

        The bytes are durable in the vault before the first word about them is written. What is there already is not there
        twice: then its entity is that of before, and nothing has changed.

        Raises:
            Trouble: FILE_EMPTY, THING_UNKNOWN where no such item stands, DISK_FULL, DISK_FAILED, RECORD_LOCKED,
                MOVE_FORBIDDEN; nothing is kept then.
        """
        self._require(visit, item)
        kept = self._keep(self._recipients(), lambda: arrival)
        placed, changes = self._put_on_record(visit, item, caption, [kept])
        return placed[0].entity, changes

    def add_all(
        self,
        visit: str,
        arrivals: Sequence[Arrive],
        *,
        item: str = "",
        caption: str = "",
        report: Report = silent,
    ) -> Added:
        """Takes photos in, many at a time but on record in their order, and has their copies made behind that.

        What cannot be read, or is there already, is told and stops none of the others.

        Raises:
            Trouble: THING_UNKNOWN, DISK_FULL, DISK_FAILED, RECORD_LOCKED, MOVE_FORBIDDEN. Those that came before are on
                record.
            Cancelled: by *report*; the same.
        """
        self._require(visit, item)
        return self._add_all(arrivals, partial(self._put_on_record, visit, item, caption), report)

    def add_scan(self, visit: str, arrival: Arrival) -> tuple[str, Changes]:
        """Takes in the scan of the signed page: a thing of its own that refers to the visit, locked or not."""
        self._inspections.read(visit)
        placed, changes = self._put_beside(visit, [self._keep(self._recipients(), lambda: arrival)])
        return placed[0].entity, changes

    def add_scans(self, visit: str, arrivals: Sequence[Arrive], *, report: Report = silent) -> Added:
        """As `add_all`, for the sheets of a signed record."""
        self._inspections.read(visit)
        return self._add_all(arrivals, partial(self._put_beside, visit), report)

    def transcribe(self, scan: str, corrections: str) -> Changes:
        """Writes beside a scan what was corrected by hand on the page, word for word: there the paper prevails."""
        return self._scribe.write([Edit(Scan.kind, scan, "corrections", corrections or None)], undo=scan)

    def place(self, photo: str, *, item: str | None = None, caption: str | None = None) -> Changes:
        """Moves a photo to another item, or changes its caption.

        Raises:
            Trouble: THING_UNKNOWN where no such item stands; RECORD_LOCKED, MOVE_FORBIDDEN.
        """
        visit = photo.partition("/")[0]
        self._require(visit, item or "")
        said = {"item": item, "caption": caption}
        edits = [Edit(Photo.kind, photo, f, v) for f, v in said.items() if v is not None]
        return self._scribe.write(edits, undo=visit)

    def remove(self, photo: str) -> Changes:
        """Takes a photo off the visit; its bytes stay in the vault."""
        visit = photo.partition("/")[0]
        self._inspections.draft(visit)
        return self._scribe.write([Edit(Photo.kind, photo, GONE, True)], undo=visit)

    def original(self, sha256: str) -> bytes:
        """The bytes as they came.

        Raises:
            Trouble: BLOB_MISSING, BLOB_DAMAGED.
        """
        entry = self._entry(sha256)
        content = self._vault.read(entry.cipher, [self._identity])
        if ids.sha256(content) != sha256:
            raise Trouble(Code.BLOB_DAMAGED, cipher=entry.cipher, sha256=sha256)
        return content

    def verify(self, report: Report = silent) -> Verified:
        """Reads every original that came to this desk through, scans too, and compares it with its digest."""
        here = [blob.sha256 for blob in self._store.local.blobs()]
        bad: list[tuple[str, str]] = []
        for done, sha256 in enumerate(here):
            report(done, len(here), sha256[:16])
            try:
                self.original(sha256)
            except Trouble as trouble:
                bad.append((sha256, trouble.code.value))
        report(len(here), len(here), "")
        absent = self._store.database.query(
            "SELECT DISTINCT sha256 FROM photo WHERE sha256 NOT IN (SELECT sha256 FROM blob) ORDER BY sha256"
        )
        return Verified(len(here), tuple(bad), tuple(sha256 for (sha256,) in absent))

    def _add_all(self, arrivals: Sequence[Arrive], put: _Put, report: Report) -> Added:
        photos: list[tuple[str, EvidenceFacts]] = []
        known: list[tuple[str, EvidenceFacts]] = []
        unread: list[Trouble] = []
        begun: list[Future[BlobEntry]] = []
        changes = Changes()
        with closing(self._kept(arrivals)) as groups:
            for found in groups:
                kept = [k for k in found if isinstance(k, Kept)]
                unread += [k for k in found if isinstance(k, Trouble)]
                if kept:
                    placed, touched = put(kept)
                    for place, photo in zip(placed, kept, strict=True):
                        (photos if place.is_new else known).append((place.entity, photo.facts))
                    changes |= touched
                begun += [self.copies.begin(k.facts.sha256, k.content) for k in kept]
                report(len(photos) + len(known) + len(unread), len(arrivals), "")
                wait(begun[:-_UNDEVELOPED])
        return Added(tuple(photos), tuple(known), tuple(unread), changes)

    def _kept(self, arrivals: Sequence[Arrive]) -> Generator[list[Kept | Trouble], None, None]:
        """The originals in their order, a commit's worth at a time; while it is written the next are on their way.

        Read, hashed, encrypted and flushed on all cores: each in a thread of its own, none of which meets the database.
        """
        keep = partial(self._kept_or_told, self._recipients())
        with ThreadPoolExecutor(os.cpu_count(), "intake") as several:
            ahead = [several.map(keep, arrivals[:_A_COMMIT])]
            try:
                for start in range(_A_COMMIT, len(arrivals) + _A_COMMIT, _A_COMMIT):
                    ahead.append(several.map(keep, arrivals[start : start + _A_COMMIT]))
                    yield list(ahead.pop(0))
            finally:
                several.shutdown(cancel_futures=True)

    def _kept_or_told(self, recipients: tuple[str, ...], arrive: Arrive) -> Kept | Trouble:
        try:
            return self._keep(recipients, arrive)
        except Trouble as trouble:
            if trouble.code not in _UNREAD:
                raise
            return trouble

    def _keep(self, recipients: tuple[str, ...], arrive: Arrive) -> Kept:
        arrival = arrive()
        if not arrival.content:
            raise Trouble(Code.FILE_EMPTY, path=arrival.name)
        stored = self._vault.put(arrival.content, recipients)
        facts = examine(arrival, stored, clock=self._clock, app_version=__version__)
        entry = BlobEntry(facts.sha256, stored.cipher, facts.size_bytes, recipients)
        return Kept(arrival.content, facts, entry)

    def _put_on_record(
        self, visit: str, item: str, caption: str, kept: Sequence[Kept]
    ) -> tuple[list[Placed], Changes]:
        """One commit with what is said of these photos."""
        with self._store.database.writing():
            inspection = self._inspections.draft(visit)
            order = max((p.order for p in inspection.photos), default=0)
            there = {p.sha256: p.id for p in inspection.photos_on(item)}
            placed, edits = [], []
            for new, photo in zip(self._new_ids(len(kept)), kept, strict=True):
                self._index(photo)
                sha256 = photo.facts.sha256
                if sha256 in there:
                    placed.append(Placed(there[sha256], is_new=False))
                    continue
                entity = there[sha256] = f"{visit}/photo/{new}"
                placed.append(Placed(entity))
                order += 1
                said: dict[str, object] = {
                    **_described(photo.facts),
                    "item": item or None,
                    "caption": caption or None,
                    "order": order,
                }
                edits += [Edit(Photo.kind, entity, f, v) for f, v in said.items()]
            return placed, self._scribe.write(edits, undo=visit)

    def _put_beside(self, visit: str, kept: Sequence[Kept]) -> tuple[list[Placed], Changes]:
        """The same for scans."""
        with self._store.database.writing():
            entities = self._new_ids(len(kept))
            edits = []
            for entity, scan in zip(entities, kept, strict=True):
                self._index(scan)
                said = {"visit": visit, **_described(scan.facts)}
                edits += [Edit(Scan.kind, entity, f, v) for f, v in said.items()]
            return [Placed(entity) for entity in entities], self._scribe.write(edits)

    def _new_ids(self, number: int) -> list[str]:
        """In the order that lists show: ids of one millisecond fall as they like."""
        return sorted(ids.new_id(self._clock.now()) for _ in range(number))

    def _index(self, kept: Kept) -> None:
        """Notes where the original lies; where it lies in the vault already, sound, it does not lie there twice."""
        try:
            self.original(kept.facts.sha256)
        except Trouble as trouble:
            if trouble.code not in (Code.BLOB_MISSING, Code.BLOB_DAMAGED):
                raise
            self._store.local.put_blob(kept.entry)
        else:
            self._vault.drop(kept.entry.cipher)

    def _require(self, visit: str, item: str) -> None:
        """Sees to it that the visit can be written in, and that the item, if one is named, stands there."""
        inspection = self._inspections.draft(visit)
        if item:
            self._checklists.require(inspection, item)

    def _entry(self, sha256: str) -> BlobEntry:
        entry = self._store.local.blob(sha256)
        if entry is None:
            raise Trouble(Code.BLOB_MISSING, cipher=sha256[:16])
        return entry


def _described(facts: EvidenceFacts) -> dict[str, object]:
    stored = facts.to_json()
    return {
        "sha256": facts.sha256,
        "sm3": facts.sm3,
        "size_bytes": facts.size_bytes,
        "facts": cast("dict[str, object]", {k: v for k, v in stored.items() if k not in _OWN_FIELDS}),
    }


_OWN_FIELDS = frozenset({"sha256", "sm3", "size_bytes"})
