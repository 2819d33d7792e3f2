"""Names: UUIDv7 for things, digests for content, and the canonical bytes that digests are taken of."""

import hashlib
import json
import secrets
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeAlias
from uuid import UUID

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"
RandomBytes = Callable[[int], bytes]


def new_id(at: datetime, random_bytes: RandomBytes = secrets.token_bytes) -> str:
    """A UUIDv7 (RFC 9562 section 5.7): sorts by the time *at* in milliseconds, 32 lower-case hex digits."""
    milliseconds = int(at.timestamp() * 1000) & 0xFFFF_FFFF_FFFF
    tail = int.from_bytes(random_bytes(10), "big")
    value = (milliseconds << 80) | (0x7 << 76) | ((tail >> 66) & 0xFFF) << 64
    value |= (0b10 << 62) | (tail & 0x3FFF_FFFF_FFFF_FFFF)
    return UUID(int=value).hex


def canonical(value: Json) -> bytes:
    """The one byte form of a JSON value: spelled as in RFC 8785, keys in the order of their code points.

    There are no floats (decimals are strings), and integers may be of any length.

    Raises:
        TypeError: for a float or anything else that would not come back from JSON as it went in, a tuple included.
        ValueError: for a lone surrogate.
    """
    _refuse_strangers(value)
    return _SPELLING.encode(value).encode()


_SPELLING = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)
_PLAIN = frozenset({str, int, bool, type(None)})


def _refuse_strangers(value: object) -> None:
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise TypeError("a JSON key is text")
        _refuse_among(value.values())
    elif isinstance(value, list):
        _refuse_among(value)
    elif value is not None and not isinstance(value, str | int):
        raise TypeError(f"{type(value).__name__} has no canonical form: a decimal is written as text")


def _refuse_among(items: Iterable[object]) -> None:
    for item in items:
        if (
            type(item) not in _PLAIN
        ):  # nearly all are plain, and a call for each would cost more than the spelling
            _refuse_strangers(item)


def sha256(content: bytes) -> str:
    """The SHA-256 of *content* as 64 lower-case hex digits."""
    return hashlib.sha256(content).hexdigest()
