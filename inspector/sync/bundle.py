"""A bundle as a file: magic line, length of the header, header, signature of the sender, then the parts."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from inspector import ids
from inspector.crypto import signing
from inspector.crypto.signing import SigningKey
from inspector.errors import Code, Trouble
from inspector.evidence import regular
from inspector.journal.roster import device_of
from inspector.journal.segment import strict_json
from inspector.sync.header import READER, Header

SUFFIX = ".bundle"

_MAGIC = b"inspector-bundle\n"
_LENGTH_BYTES = 4
_SIGNATURE_BYTES = 64
_LONGEST_HEADER = 64 * 1024 * 1024


def written(header: Header, parts: Sequence[bytes], key: SigningKey) -> Iterator[bytes]:
    """The bytes of a bundle file; the signature covers the header, and the header the digest of each part."""
    head = header.canonical()
    yield _MAGIC + len(head).to_bytes(_LENGTH_BYTES, "big") + head
    yield bytes.fromhex(key.sign(_MAGIC + head))
    yield from parts


@dataclass(frozen=True)
class Bundle:
    """A bundle file whose header was read and is what the device named in it has signed."""

    path: Path
    header: Header
    offset: int

    @classmethod
    def read(cls, path: Path) -> Self:
        """Reads the header and judges it by itself: form, version, length of the file, signatures.

        Raises:
            Trouble: BUNDLE_MISSING, BUNDLE_DAMAGED, BUNDLE_NEWER, BUNDLE_UNSIGNED.
        """
        try:
            with regular.opened(path) as file:
                size = os.fstat(file.fileno()).st_size
                start = file.read(len(_MAGIC) + _LENGTH_BYTES)
                length = int.from_bytes(start[len(_MAGIC) :], "big")
                if not start.startswith(_MAGIC) or length > min(size, _LONGEST_HEADER):
                    raise damaged(path, "start")
                head, signature = file.read(length), file.read(_SIGNATURE_BYTES)
        except OSError as error:
            raise Trouble(Code.BUNDLE_MISSING, path=str(path)) from error
        header = _header(path, head)
        sender = header.sender
        signed = signing.verify(sender.key, _MAGIC + head, signature.hex())
        if not signed or device_of(sender.key) != sender.device:
            raise Trouble(Code.BUNDLE_UNSIGNED, path=str(path))
        if not all(v.holds for v in header.vouched):
            raise Trouble(Code.BUNDLE_UNSIGNED, path=str(path))
        offset = len(start) + length + _SIGNATURE_BYTES
        if size != offset + sum(p.length for p in header.parts):
            raise damaged(path, "length")
        return cls(path, header, offset)

    def parts(self) -> Iterator[tuple[str, bytes]]:
        """The encrypted parts with their names.

        Raises:
            Trouble: BUNDLE_DAMAGED at the first that is not what the header says; BUNDLE_MISSING.
        """
        try:
            with self.path.open("rb") as file:
                file.seek(self.offset)
                for part in self.header.parts:
                    content = file.read(part.length)
                    if ids.sha256(content) != part.sha256:
                        raise damaged(self.path, part.name)
                    yield part.name, content
        except OSError as error:
            raise Trouble(Code.BUNDLE_MISSING, path=str(self.path)) from error


def damaged(path: Path, where: str) -> Trouble:
    """What to tell of a bundle that is not as it was written; *where* names the place."""
    return Trouble(Code.BUNDLE_DAMAGED, path=str(path), where=where)


def _header(path: Path, head: bytes) -> Header:
    try:
        stored = strict_json(head)
        match stored:
            case {"min_reader": int(needed)} if needed > READER:
                raise Trouble(Code.BUNDLE_NEWER, path=str(path), needed=needed, reader=READER)
        return Header.from_json(stored)
    except (ValueError, RecursionError) as error:
        raise damaged(path, "header") from error
