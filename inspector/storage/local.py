"""What is no fact and never leaves this device: drafts, the place to resume, the vault's index, delivery, keys.

Nothing here is rebuilt from the journal, and losing it loses no fact that was answered for.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from inspector.ids import Json
from inspector.storage.database import Database


@dataclass(frozen=True)
class BlobEntry:
    """Where the bytes of a digest lie in the vault, and what was derived from them in the background.

    `print_cipher` is the derived copy for printing; `trouble` says why there is none (a code), if it was tried.
    """

    sha256: str
    cipher: str
    size_bytes: int
    recipients: tuple[str, ...]
    print_cipher: str = ""
    width: int = 0
    height: int = 0
    trouble: str = ""
    received: bool = False

    @property
    def developed(self) -> bool:
        return bool(self.print_cipher or self.trouble)


_DESCRIBED = "sha256, cipher, size_bytes, recipients, print_cipher, width, height, trouble, received"


@dataclass(frozen=True)
class Delivery:
    """What lies on a stick: a visit by the digest of its state, a photo by that of its bytes; `state` is written or
    verified.
    """

    name: str
    state: str
    bundle: str
    at: str


class Local:
    """The local tables of one workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._t = database.tables

    # what the program remembers of itself

    def meta(self, key: str) -> Json:
        rows = self._database.query("SELECT value FROM meta WHERE key = ?", key)
        return json.loads(rows[0][0]) if rows else None

    def set_meta(self, key: str, value: Json) -> None:
        stored = json.dumps(value, ensure_ascii=False).encode()
        with self._database.writing():
            self._t.meta.insert(key=key, value=stored).on_conflict_replace().execute()

    # text being typed, and the place to come back to

    def draft(self, key: str) -> str | None:
        row = self._t.draft.get_or_none(key=key)
        return row.text if row else None

    def drafts(self, prefix: str) -> dict[str, str]:
        rows = self._t.draft.select().where(self._t.draft.key.startswith(prefix))
        return {r.key: r.text for r in rows}

    def keep_draft(self, key: str, text: str) -> None:
        with self._database.writing():
            self._t.draft.insert(key=key, text=text).on_conflict_replace().execute()

    def drop_draft(self, key: str) -> None:
        with self._database.writing():
            self._t.draft.delete().where(self._t.draft.key == key).execute()

    def place(self, key: str) -> str:
        row = self._t.place.get_or_none(key=key)
        return row.value if row else ""

    def remember_place(self, key: str, value: str) -> None:
        with self._database.writing():
            self._t.place.insert(key=key, value=value).on_conflict_replace().execute()

    # the vault's index

    def blob(self, sha256: str) -> BlobEntry | None:
        return next(iter(self._blobs("sha256 = ?", sha256)), None)

    def blobs(self) -> tuple[BlobEntry, ...]:
        return self._blobs("true")

    def waiting_blobs(self) -> tuple[BlobEntry, ...]:
        """The blobs that no receipt of the office names."""
        return self._blobs("received = 0")

    def _blobs(self, where: str, *parameters: object) -> tuple[BlobEntry, ...]:
        """Without their thumbnails, which are many times as large as all the rest."""
        sql = f"SELECT {_DESCRIBED} FROM blob WHERE {where} ORDER BY sha256"  # noqa: S608  (conditions of ours)
        rows = self._database.query(sql, *parameters)
        return tuple(
            BlobEntry(
                sha256, cipher, size, tuple(recipients.split()), copy, width, height, trouble, bool(received)
            )
            for sha256, cipher, size, recipients, copy, width, height, trouble, received in rows
        )

    def move_blob(self, sha256: str, cipher: str, recipients: Iterable[str]) -> None:
        """Notes that the bytes now lie under another ciphertext; what was derived from them stays."""
        table = self._t.blob
        with self._database.writing():
            table.update(cipher=cipher, recipients=" ".join(recipients)).where(
                table.sha256 == sha256
            ).execute()

    def note_developed(self, entry: BlobEntry, thumbnail: bytes | None = None) -> None:
        """Notes what was derived from a blob, wherever its ciphertext has moved meanwhile."""
        derived = (entry.print_cipher, entry.width, entry.height, entry.trouble, thumbnail, entry.sha256)
        with self._database.writing():
            self._database.query(
                "UPDATE blob SET print_cipher = ?, width = ?, height = ?, trouble = ?, "
                "thumbnail = coalesce(?, thumbnail) WHERE sha256 = ?",
                *derived,
            )

    def put_blob(self, entry: BlobEntry) -> None:
        """Notes where the bytes of a digest lie; a thumbnail made earlier stays."""
        with self._database.writing():
            received = self._database.query("SELECT 1 FROM received WHERE name = ?", entry.sha256)
            row = {**asdict(entry), "recipients": " ".join(entry.recipients), "received": bool(received)}
            self._database.put("blob", **row)

    def thumbnail(self, sha256: str) -> bytes | None:
        row = self._t.blob.get_or_none(sha256=sha256)
        return bytes(row.thumbnail) if row and row.thumbnail else None

    # delivery

    def deliveries(self, names: Iterable[str]) -> dict[str, Delivery]:
        table, wanted = self._t.delivery, list(names)
        found: dict[str, Delivery] = {}
        for start in range(0, len(wanted), 500):
            for r in table.select().where(table.name.in_(wanted[start : start + 500])):
                found[r.name] = Delivery(r.name, r.state, r.bundle, r.at)
        return found

    def mark_delivery(self, names: Iterable[str], state: str, bundle: str, at: str) -> None:
        """Notes what lies on a stick."""
        with self._database.writing():
            for name in names:
                self._t.delivery.insert(
                    name=name, state=state, bundle=bundle, at=at
                ).on_conflict_replace().execute()

    def received(self, names: Iterable[str]) -> frozenset[str]:
        """Those of *names* that receipts of the office name."""
        table, wanted = self._t.received, list(names)
        return frozenset(
            r.name
            for start in range(0, len(wanted), 500)
            for r in table.select(table.name).where(table.name.in_(wanted[start : start + 500]))
        )

    # bundles that wait

    def parked(self) -> dict[str, tuple[str, str]]:
        """Waiting bundles: where each lies, and what it needs."""
        return {r.bundle: (r.place, r.needs) for r in self._t.parked.select()}

    def park(self, bundle: str, place: str, needs: str) -> None:
        with self._database.writing():
            self._t.parked.insert(bundle=bundle, place=place, needs=needs).on_conflict_replace().execute()

    def unpark(self, bundle: str) -> None:
        with self._database.writing():
            self._t.parked.delete().where(self._t.parked.bundle == bundle).execute()

    # officers' keys on this device

    def officer_key(self, officer: str) -> tuple[str, bytes] | None:
        """The public key of an officer and the private one as wrapped, if it was made on this device."""
        row = self._t.officer_key.get_or_none(officer=officer)
        return (row.public, bytes(row.wrapped)) if row else None

    def officers_with_keys(self) -> dict[str, str]:
        return {r.officer: r.public for r in self._t.officer_key.select()}

    def forget_officer_keys(self) -> None:
        """Takes away every officer's key: nobody can open them any more."""
        with self._database.writing():
            self._t.officer_key.delete().execute()

    def put_officer_key(self, officer: str, public: str, wrapped: bytes) -> None:
        with self._database.writing():
            self._t.officer_key.insert(
                officer=officer, public=public, wrapped=wrapped
            ).on_conflict_replace().execute()
