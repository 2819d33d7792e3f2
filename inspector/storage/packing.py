"""How a state lies in its row: in shares of so many fields, each compressed by itself.

One answer compresses its own share anew and no other, however large the visit is.
"""

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from inspector import paths
from inspector.ids import Json
from inspector.journal import digits
from inspector.journal.segment import MOST_BYTES
from inspector.journal.state import State

SHARE = 128
"""Fields of one share. A visit to a shop has about a hundred when it is locked, and lies in one share, as small as can be."""


UNREADABLE = (zlib.error, ValueError, LookupError, TypeError)
"""What is raised for bytes that are no state."""


@dataclass(frozen=True)
class Packed:
    """One share of a state, and its bytes."""

    share: State
    content: bytes


def packed(state: State, before: Sequence[Packed] = ()) -> tuple[Packed, ...]:
    """The shares of *state*; those that stand in the same place in *before* are taken from there."""
    shares = enumerate(_shares(state))
    return tuple(
        before[n] if n < len(before) and before[n].share == share else Packed(share, _compressed(share))
        for n, share in shares
    )


def joined(shares: Iterable[Packed]) -> bytes:
    """The shares one behind the other, as they are stored."""
    return b"".join(p.content for p in shares)


def unpacked(root: str, stored: bytes) -> State:
    """The state that is stored so.

    Raises:
        UNREADABLE: for anything that `packed` cannot have written.
    """
    first, *others = (State.from_json(root, dict(json.loads(text))) for text in _expanded(stored))
    heads = {slot: heads for share in (first, *others) for slot, heads in share.heads.items()}
    return replace(first, heads=heads)


def written(columns: dict[str, Json]) -> bytes:
    """The columns of a state in their own order, so that what is alike stands at the same place."""
    pairs = list(columns.items())
    return json.dumps(pairs, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _shares(state: State) -> Iterator[State]:
    """The first share has what is said of the whole root, too. A field that is said anew stays in its share."""
    fields = list(state.heads.items())
    yield replace(state, heads=dict(fields[:SHARE]))
    for start in range(SHARE, len(fields), SHARE):
        yield State(state.root, dict(fields[start : start + SHARE]))


def _compressed(share: State) -> bytes:
    """The share compressed, and its long numbers behind it, which no compression makes shorter."""
    text, numbers = digits.taken_out(written(share.to_json()))
    packer = zlib.compressobj(8, zdict=pattern())
    return packer.compress(text) + packer.flush() + numbers


def _expanded(stored: bytes) -> Iterator[bytes]:
    """The text of each share: it says itself where it ends, and how many numbers follow."""
    while stored:
        unpacker = zlib.decompressobj(zdict=pattern())
        text, behind = unpacker.decompress(stored), unpacker.unused_data
        length = digits.room(text)
        yield digits.put_back(text, behind[:length], MOST_BYTES)
        stored = behind[length:]


@cache
def pattern() -> bytes:
    """A made-up visit, which real ones are like: what they share with it is stored as a reference to it."""
    return digits.taken_out(paths.resource("storage", "pattern.json").read_bytes())[0]
