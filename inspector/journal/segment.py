"""A run of commits of one device as it lies on disk and travels: compressed, its long numbers behind that, and read
back strictly.
"""

import json
import lzma
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NoReturn

from inspector import ids
from inspector.errors import Code, Trouble
from inspector.ids import Json
from inspector.journal import digits
from inspector.journal.commit import Chain, Commit

MOST_BYTES = 256 * 1024 * 1024
"""What a segment may unpack to; a longer one is refused before memory is spent on it."""

_WINDOW = 1 << 20
"""Bytes within which likeness is found: dozens of visits lie in it, while 32 KiB (zlib) hold hardly one locked record."""

_MEMORY = 16 << 20
"""What unpacking may take beyond its result, whatever a header asks for."""


@dataclass(frozen=True)
class Segment:
    """Commits `start.seq + 1` to `end.seq` of one device and epoch; `body` is their compressed form."""

    start: Chain
    end: Chain
    body: bytes

    @classmethod
    def of(cls, start: Chain, commits: Sequence[Commit]) -> "Segment":
        return cls.of_lines(start, commits[-1].chain, (ids.canonical(c.to_json()) for c in commits))

    @classmethod
    def of_lines(cls, start: Chain, end: Chain, lines: Iterable[bytes]) -> "Segment":
        """From the canonical bytes of its commits, which lead from *start* to *end*."""
        strength = {"id": lzma.FILTER_LZMA2, "preset": 5, "dict_size": _WINDOW}
        text, numbers = digits.taken_out(b"\n".join(lines))
        return cls(start, end, lzma.compress(text, check=lzma.CHECK_CRC32, filters=[strength]) + numbers)

    def commits(self) -> tuple[Commit, ...]:
        """The commits, each proved to follow the one before it and the last to be the one promised.

        Raises:
            Trouble: JOURNAL_BROKEN when the bytes are not such a run.
        """
        try:
            unpacker = lzma.LZMADecompressor(lzma.FORMAT_XZ, _MEMORY)
            text = unpacker.decompress(self.body, MOST_BYTES)
            if not unpacker.eof:
                raise ValueError("too long, or cut off")
            lines = digits.put_back(text, unpacker.unused_data, MOST_BYTES)
            chain, commits = self.start, []
            for line in lines.split(b"\n"):
                commit = Commit.from_json(chain, strict_json(line))
                if ids.canonical(commit.to_json()) != line:
                    raise ValueError("not in canonical form")
                commits.append(commit)
                chain = commit.chain
            if chain != self.end:
                raise ValueError("does not end where it says")
        except (ValueError, lzma.LZMAError, RecursionError) as error:
            raise Trouble(
                Code.JOURNAL_BROKEN, device=self.start.device, seq=self.start.seq + 1, reason=str(error)
            ) from error
        return tuple(commits)


def strict_json(text: bytes) -> Json:
    """Reads JSON without floats, NaN, doubled keys or lone surrogates.

    Raises:
        ValueError: for any of them, and for anything that is not JSON.
    """

    def refuse(found: str) -> NoReturn:
        raise ValueError(f"a number that has no canonical form: {found}")

    def pairs(found: list[tuple[str, Json]]) -> dict[str, Json]:
        read = dict(found)
        if len(read) != len(found):
            raise ValueError("a key stands twice")
        return read

    value: Json = json.loads(
        text.decode("utf-8"), parse_float=refuse, parse_constant=refuse, object_pairs_hook=pairs
    )
    return value
