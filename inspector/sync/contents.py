"""What is inside one part of a bundle: runs of the journal, and which blob holds the bytes of which digest."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Self, cast

from inspector import ids
from inspector.ids import Json
from inspector.journal.commit import Chain
from inspector.journal.segment import Segment, strict_json

PART_BYTES = 8 * 1024 * 1024
"""About how much of the journal goes into one part."""

_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Mapped:
    """The plain bytes of a digest lie in the blob *cipher*, which these recipients can open."""

    sha256: str
    cipher: str
    size_bytes: int
    recipients: tuple[str, ...]


@dataclass(frozen=True)
class Contents:
    """One part, in the clear."""

    segments: tuple[Segment, ...] = ()
    blobs: tuple[Mapped, ...] = ()

    def pack(self) -> bytes:
        """One line of JSON, then the bodies of the segments."""
        rows = [
            [s.start.device, s.start.epoch, s.start.seq, s.start.head, s.end.seq, s.end.head, len(s.body)]
            for s in self.segments
        ]
        blobs = [[b.sha256, b.cipher, b.size_bytes, list(b.recipients)] for b in self.blobs]
        head = ids.canonical(cast("Json", {"segments": rows, "blobs": blobs}))
        return b"".join([head, b"\n", *(s.body for s in self.segments)])

    @classmethod
    def unpack(cls, packed: bytes) -> Self:
        """Reads a part back.

        Raises:
            ValueError: for anything that `pack` cannot have written.
        """
        head, _, bodies = packed.partition(b"\n")
        try:
            stored = cast("Any", strict_json(head))
            segments, at = [], 0
            for device, epoch, before, before_head, last, head_id, length in stored["segments"]:
                body = bodies[at : at + length]
                at += length
                chain = (str(device), int(epoch))
                segments.append(
                    Segment(
                        Chain(*chain, int(before), str(before_head)),
                        Chain(*chain, int(last), str(head_id)),
                        body,
                    )
                )
            blobs = tuple(_mapped(row) for row in stored["blobs"])
        except (KeyError, TypeError) as error:
            raise ValueError("not a part") from error
        if at != len(bodies):
            raise ValueError("longer or shorter than it says")
        return cls(tuple(segments), blobs)


def divided(segments: Iterable[Segment], blobs: tuple[Mapped, ...]) -> Iterator[Contents]:
    """Parts of a handy size; the blobs stand in the last one."""
    gathered: list[Segment] = []
    size = 0
    for segment in segments:
        gathered.append(segment)
        size += len(segment.body)
        if size >= PART_BYTES:
            yield Contents(tuple(gathered))
            gathered, size = [], 0
    if gathered or blobs:
        yield Contents(tuple(gathered), blobs)


def _mapped(row: Any) -> Mapped:
    sha256, cipher, size_bytes, recipients = row
    if not (_DIGEST.fullmatch(sha256) and _DIGEST.fullmatch(cipher)) or type(size_bytes) is not int:
        raise ValueError("not a blob")
    return Mapped(sha256, cipher, size_bytes, tuple(str(r) for r in recipients))
