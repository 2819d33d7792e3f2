"""The vault: encrypted originals, named by the SHA-256 of their ciphertext, written once and never edited."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector import ids
from inspector.crypto import digests, sealing
from inspector.errors import Code, Trouble
from inspector.evidence import durable

_CIPHER = re.compile(r"[0-9a-f]{64}")
_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True)
class Stored:
    """What is known of an original once it is in the vault: digests and length of the plain bytes, name of the blob."""

    sha256: str
    sm3: str
    size_bytes: int
    cipher: str


class Vault:
    """The folder of blobs, `ab/<cipher>.age`. One process writes to it at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, content: bytes, recipients: Sequence[str]) -> Stored:
        """Hashes and encrypts an original and returns when it would survive a cut of power.

        Each call makes a new blob: encryption never gives the same bytes twice.

        Raises:
            Trouble: DISK_FULL or DISK_FAILED, and nothing is kept.
        """
        encrypted = sealing.encrypt(content, recipients)
        stored = Stored(ids.sha256(content), digests.sm3(content), len(content), ids.sha256(encrypted))
        durable.write(self.path_of(stored.cipher), [encrypted])
        return stored

    def read(self, cipher: str, identities: Sequence[sealing.Identity]) -> bytes:
        """The plain bytes of a blob.

        Raises:
            Trouble: BLOB_MISSING; BLOB_DAMAGED, also for a sound blob under another one's name; DISK_FAILED.
        """
        try:
            encrypted = self.path_of(cipher).read_bytes()
        except FileNotFoundError as error:
            raise Trouble(Code.BLOB_MISSING, cipher=cipher) from error
        except OSError as error:
            raise durable.disk_trouble(error) from error
        if ids.sha256(encrypted) != cipher:
            raise Trouble(Code.BLOB_DAMAGED, cipher=cipher)
        return sealing.decrypt(encrypted, identities)

    def verify(self, cipher: str, sha256: str, identities: Sequence[sealing.Identity]) -> None:
        """Reads a blob through and compares its plain bytes with the digest on record.

        Raises:
            Trouble: as `read`, and BLOB_DAMAGED if the digest is another one.
        """
        if ids.sha256(self.read(cipher, identities)) != sha256:
            raise Trouble(Code.BLOB_DAMAGED, cipher=cipher, sha256=sha256)

    def adopt(self, cipher: str, source: Path) -> None:
        """Copies a blob from a bundle, hashing on the way; a damaged one of the same name is mended by it.

        Raises:
            Trouble: FILE_UNREADABLE for *source*, BLOB_DAMAGED if its bytes do not bear out its name, DISK_FULL or
                DISK_FAILED for the vault; nothing is kept then.
        """
        durable.write(self.path_of(cipher), _borne_out(source, cipher))

    def drop(self, cipher: str) -> None:
        """Takes a blob away that nothing refers to, since another one holds the same bytes.

        Raises:
            Trouble: DISK_FAILED, ACCESS_REFUSED.
        """
        try:
            self.path_of(cipher).unlink()
        except OSError as error:
            raise durable.disk_trouble(error) from error

    def has(self, cipher: str) -> bool:
        """Whether a blob of that name is here, sound or not."""
        return self.path_of(cipher).is_file()

    def path_of(self, cipher: str) -> Path:
        """Where a blob is kept.

        Raises:
            ValueError: for a name that is no digest; foreign names are judged before they come here.
        """
        if not _CIPHER.fullmatch(cipher):
            raise ValueError(f"not the name of a blob: {cipher!r}")
        return self.folder / cipher[:2] / f"{cipher}.age"

    def ciphers(self) -> Iterator[str]:
        """The names of all blobs, sorted."""
        yield from sorted(path.stem for path in self.folder.glob("??/*.age") if _CIPHER.fullmatch(path.stem))

    def sweep(self) -> int:
        """Removes what interrupted writes left, for the start of the program; returns how many."""
        parts = list(self.folder.glob(f"??/*{durable.PART}"))
        for part in parts:
            part.unlink(missing_ok=True)
        return len(parts)


def _borne_out(source: Path, cipher: str) -> Iterator[bytes]:
    """The bytes of *source* in chunks; raises at their end, before the file gets its name, if they are not *cipher*."""
    digest = hashlib.sha256()
    try:
        with source.open("rb") as file:
            while chunk := file.read(_CHUNK_BYTES):
                digest.update(chunk)
                yield chunk
    except OSError as error:
        raise Trouble(Code.FILE_UNREADABLE, path=str(source)) from error
    if digest.hexdigest() != cipher:
        raise Trouble(Code.BLOB_DAMAGED, cipher=cipher, path=str(source))
