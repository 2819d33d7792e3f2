"""派生图: thumbnails and printing copies of originals, made beside everything else, encrypted, and made again where lost."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, cast

from inspector.crypto.sealing import Identity
from inspector.errors import Code, Trouble
from inspector.evidence.vault import Vault
from inspector.storage.local import BlobEntry
from inspector.storage.store import Store

if TYPE_CHECKING:  # decoders come in with the first picture, not with the window
    from inspector.evidence.darkroom import Darkroom
    from inspector.evidence.developing import Developed, Obstacle

_UNLUCKY = "unlucky"
"""Where digests are kept whose picture may not have been at fault: they are tried once more when the workspace opens."""


class Copies:
    """Makes each copy once, as many at a time as there are cores; what is untrusted is decoded in the darkroom only."""

    def __init__(
        self, store: Store, derived: Vault, identity: Identity, original: Callable[[str], bytes]
    ) -> None:
        self._local = store.local
        self._database = store.database
        self._derived = derived
        self._identity = identity
        self._original = original
        self._lock = Lock()
        self._under_way: dict[str, Future[BlobEntry]] = {}

    def thumbnail(self, sha256: str) -> bytes | None:
        """The thumbnail as JPEG, once it is made and if there can be one."""
        return self._local.thumbnail(sha256)

    def print_copy(self, sha256: str) -> bytes | None:
        """The upright copy for printing, made now if the background has not come to it; None where there can be none.

        Raises:
            Trouble: BLOB_MISSING, BLOB_DAMAGED.
        """
        entry = self.develop(sha256)
        if not entry.print_cipher:
            return None
        return self._derived.read(entry.print_cipher, [self._identity])

    def develop(self, sha256: str) -> BlobEntry:
        """Waits until thumbnail and printing copy of one original are there, or why they cannot be.

        Raises:
            Trouble: BLOB_MISSING, BLOB_DAMAGED, DISK_FULL, DISK_FAILED.
        """
        entry = self._entry(sha256)
        return entry if self._is_developed(entry) else self.begin(sha256).result()

    def begin(self, sha256: str, content: bytes | None = None) -> Future[BlobEntry]:
        """Has the copies of one original made and waits for nothing; *content* is the original if it is at hand."""
        with self._lock:
            if sha256 not in self._under_way:
                made = self._lanes.submit(self._develop, self._darkroom.develop, sha256, content)
                self._under_way[sha256] = made
            return self._under_way[sha256]

    def prepare(self, digests: Iterable[str]) -> None:
        """Begins what is not made yet of these, where the original is here: they will be asked for one by one."""
        for sha256 in digests:
            entry = self._local.blob(sha256)
            if entry is not None and not self._is_developed(entry):
                self.begin(sha256)

    def undeveloped(self) -> tuple[str, ...]:
        """Digests that the background has not come to."""
        return tuple(b.sha256 for b in self._local.blobs() if not b.developed)

    def try_again(self) -> None:
        """Gives pictures whose darkroom died or was too slow another chance: once for each opening of the workspace."""
        with self._database.writing():
            for sha256 in self._unlucky():
                entry = self._local.blob(sha256)
                if entry is not None:
                    self._local.note_developed(replace(entry, trouble=""))
            if self._unlucky():
                self._local.set_meta(_UNLUCKY, [])

    def close(self) -> None:
        """Waits for the pictures in hand; those that wait are made when somebody asks for them."""
        if "_lanes" in vars(self):
            self._lanes.shutdown(cancel_futures=True)
            self._darkroom.close()

    @cached_property
    def _darkroom(self) -> "Darkroom":
        from inspector.evidence.darkroom import Darkroom

        return Darkroom()

    @cached_property
    def _lanes(self) -> ThreadPoolExecutor:
        from inspector.evidence.darkroom import WORKERS

        return ThreadPoolExecutor(WORKERS, "copies")

    def _develop(
        self, develop: Callable[[bytes], "Developed"], sha256: str, content: bytes | None
    ) -> BlobEntry:
        try:
            entry = self._entry(sha256)
            if self._is_developed(entry):
                return entry
            made = develop(self._original(sha256) if content is None else content)
            if made.obstacle is not None:
                return self._given_up(entry, made.obstacle)
            copy = self._derived.put(made.print_copy, [self._identity.recipient])
            developed = replace(
                entry, print_cipher=copy.cipher, width=made.width, height=made.height, trouble=""
            )
            self._local.note_developed(developed, made.thumbnail)
            return developed
        finally:
            with self._lock:
                del self._under_way[sha256]

    def _given_up(self, entry: BlobEntry, obstacle: "Obstacle") -> BlobEntry:
        given_up = replace(entry, trouble=obstacle.value)
        with self._database.writing():
            self._local.note_developed(given_up)
            if obstacle.may_pass:
                self._local.set_meta(_UNLUCKY, [*self._unlucky(), entry.sha256])
        return given_up

    def _unlucky(self) -> list[str]:
        return cast("list[str]", self._local.meta(_UNLUCKY) or [])

    def _is_developed(self, entry: BlobEntry) -> bool:
        return entry.developed and (not entry.print_cipher or self._derived.has(entry.print_cipher))

    def _entry(self, sha256: str) -> BlobEntry:
        entry = self._local.blob(sha256)
        if entry is None:
            raise Trouble(Code.BLOB_MISSING, cipher=sha256[:16])
        return entry
