"""A stick or a shared folder: bundles, and beside them the blobs in `blobs/ab/<digest>.age`."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from inspector.errors import Code, Trouble
from inspector.evidence import durable
from inspector.evidence.vault import Vault
from inspector.sync.bundle import SUFFIX
from inspector.sync.header import Cargo

_CHUNK_BYTES = 1 << 20


class Folder:
    """Where bundles are laid down and found. What stands on it is trusted in nothing but by its digest."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.blobs = Vault(path / "blobs")

    def bundles(self) -> tuple[Path, ...]:
        """The bundles in the folder itself, in the order of their names.

        Raises:
            Trouble: BUNDLE_MISSING when the folder cannot be read.
        """
        try:
            found = sorted(p for p in self.path.iterdir() if p.suffix == SUFFIX and p.is_file())
        except OSError as error:
            raise Trouble(Code.BUNDLE_MISSING, path=str(self.path)) from error
        return tuple(found)

    def has(self, cargo: Cargo) -> bool:
        """Whether a blob lies here whole, read past the cache where that can be: then it need not be copied again."""
        path = self.blobs.path_of(cargo.cipher)
        return path.is_file() and path.stat().st_size == cargo.length and _read_back(path)[0] == cargo.cipher

    def copy(self, cipher: str, source: Vault) -> bool:
        """Copies a blob here and reads it back; whether past the cache.

        Raises:
            Trouble: BLOB_DAMAGED or FILE_UNREADABLE for the source; DISK_FULL, DISK_FAILED, BUNDLE_UNVERIFIED for the
                folder; nothing is left of it then.
        """
        self.blobs.adopt(cipher, source.path_of(cipher))
        return _confirm(self.blobs.path_of(cipher), cipher)

    def write(self, name: str, chunks: Iterable[bytes]) -> tuple[Path, bool]:
        """Writes a bundle and reads it back; its place, and whether it was read past the cache.

        Raises:
            Trouble: DISK_FULL, DISK_FAILED, BUNDLE_UNVERIFIED; nothing is left of it then.
        """
        path = self.path / f"{name}{SUFFIX}"
        digest = hashlib.sha256()
        durable.write(path, _hashed(chunks, digest))
        return path, _confirm(path, digest.hexdigest())


def _hashed(chunks: Iterable[bytes], digest: "hashlib._Hash") -> Iterable[bytes]:
    for chunk in chunks:
        digest.update(chunk)
        yield chunk


def _confirm(path: Path, sha256: str) -> bool:
    found, past_cache = _read_back(path)
    if found != sha256:
        path.unlink(missing_ok=True)
        raise Trouble(Code.BUNDLE_UNVERIFIED, path=str(path))
    return past_cache


def _read_back(path: Path) -> tuple[str, bool]:
    """The digest of a flushed file, and whether its bytes came from the medium rather than from memory.

    Some sticks confirm what they have not kept, and some have less room than they say.
    """
    digest = hashlib.sha256()
    try:
        with path.open("rb", buffering=0) as file:
            past_cache = _drop_cache(file.fileno())
            while chunk := file.read(_CHUNK_BYTES):
                digest.update(chunk)
    except OSError:
        return "", False
    return digest.hexdigest(), past_cache


def _drop_cache(descriptor: int) -> bool:
    """Makes the system forget the pages of a file; not to be had everywhere, Windows among them."""
    if not hasattr(os, "posix_fadvise"):
        return False
    os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    return True
