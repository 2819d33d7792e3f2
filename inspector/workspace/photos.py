"""证据: photos taken in, developed in the background, shown, moved, verified; and scans of signed pages."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import cast

from inspector import __version__, ids
from inspector.changes import Changes
from inspector.clock import Clock
from inspector.crypto.sealing import Identity
from inspector.errors import Code, Trouble
from inspector.evidence.developing import Developed, develop
from inspector.evidence.intake import Arrival, EvidenceFacts, examine
from inspector.evidence.vault import Vault
from inspector.inspection.visit import Photo, Scan
from inspector.journal.operation import GONE
from inspector.progress import Report, silent
from inspector.storage.local import BlobEntry
from inspector.storage.store import Store
from inspector.workspace.inspections import Inspections
from inspector.workspace.scribe import Edit, Scribe

Develop = Callable[[bytes], Developed]


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
        vaults: tuple[Vault, Vault],
        identity: Identity,
        recipients: Callable[[], tuple[str, ...]],
    ) -> None:
        self._store = store
        self._scribe = scribe
        self._clock = clock
        self._inspections = inspections
        self._vault, self._derived = vaults
        self._identity = identity
        self._recipients = recipients

    def add(self, visit: str, arrival: Arrival, *, item: str = "", caption: str = "") -> tuple[str, Changes]:
        """Takes a photo in, on an item (its address) or on the visit; returns its entity.

        The bytes are durable in the vault before the first word about them is written.

        Raises:
            Trouble: FILE_EMPTY, DISK_FULL, DISK_FAILED, RECORD_LOCKED, MOVE_FORBIDDEN; nothing is kept then.
        """
        inspection = self._inspections.draft(visit)
        facts = self._take_in(arrival)
        entity = f"{visit}/photo/{ids.new_id(self._clock.now())}"
        said: dict[str, object] = {
            **_described(facts),
            "item": item or None,
            "caption": caption or None,
            "order": 1 + max((p.order for p in inspection.photos), default=0),
        }
        return entity, self._scribe.write(
            (Edit(Photo.kind, entity, f, v) for f, v in said.items()), undo=visit
        )

    def add_scan(self, visit: str, arrival: Arrival) -> tuple[str, Changes]:
        """Takes in the scan of the signed page: a thing of its own that refers to the visit, locked or not."""
        self._inspections.read(visit)
        facts = self._take_in(arrival)
        entity = ids.new_id(self._clock.now())
        said = {"visit": visit, **_described(facts)}
        return entity, self._scribe.write(Edit(Scan.kind, entity, f, v) for f, v in said.items())

    def transcribe(self, scan: str, corrections: str) -> Changes:
        """Writes beside a scan what was corrected by hand on the page, word for word: there the paper prevails."""
        return self._scribe.write([Edit(Scan.kind, scan, "corrections", corrections or None)], undo=scan)

    def place(self, photo: str, *, item: str | None = None, caption: str | None = None) -> Changes:
        """Moves a photo to another item, or changes its caption."""
        visit = photo.partition("/")[0]
        self._inspections.draft(visit)
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

    def thumbnail(self, sha256: str) -> bytes | None:
        """The thumbnail as JPEG, once it is made and if there can be one."""
        return self._store.local.thumbnail(sha256)

    def print_copy(self, sha256: str) -> bytes | None:
        """The upright copy for printing, made now if the background has not come to it; None where there can be none.

        Raises:
            Trouble: BLOB_MISSING, BLOB_DAMAGED.
        """
        entry = self.develop(sha256)
        if not entry.print_cipher:
            return None
        return self._derived.read(entry.print_cipher, [self._identity])

    def develop(self, sha256: str, develop: Develop = develop) -> BlobEntry:
        """Makes thumbnail and printing copy of one original, once; both are stored encrypted."""
        entry = self._entry(sha256)
        if entry.developed and (not entry.print_cipher or self._derived.has(entry.print_cipher)):
            return entry
        made = develop(self.original(sha256))
        if made.obstacle is not None:
            developed = replace(entry, trouble=made.obstacle.value)
            self._store.local.note_developed(developed)
            return developed
        copy = self._derived.put(made.print_copy, [self._identity.recipient])
        developed = replace(entry, print_cipher=copy.cipher, width=made.width, height=made.height, trouble="")
        self._store.local.note_developed(developed, made.thumbnail)
        return developed

    def undeveloped(self) -> tuple[str, ...]:
        """Digests that the background has not come to."""
        return tuple(b.sha256 for b in self._store.local.blobs() if not b.developed)

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

    def _take_in(self, arrival: Arrival) -> EvidenceFacts:
        if not arrival.content:
            raise Trouble(Code.FILE_EMPTY, path=arrival.name)
        recipients = self._recipients()
        stored = self._vault.put(arrival.content, recipients)
        facts = examine(arrival, stored, clock=self._clock, app_version=__version__)
        known = self._store.local.blob(facts.sha256)
        if known is None or not self._vault.has(known.cipher):
            self._store.local.put_blob(BlobEntry(facts.sha256, stored.cipher, facts.size_bytes, recipients))
        return facts

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
