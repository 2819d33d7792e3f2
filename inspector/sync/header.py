"""The plain header of a bundle: who sends what to whom, and the digest of every byte of it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self, TypeVar, cast

from inspector import ids
from inspector.crypto import signing
from inspector.ids import Json
from inspector.journal.commit import Chain, SignedHead, head_statement
from inspector.journal.roster import device_of
from inspector.sync.reach import ChainKey, Reach

READER = 1
"""What this program can read; a bundle that needs more is refused before anything is written."""

FORMAT = "inspector-bundle/1"

_DIGEST = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"[0-9a-f]{32}")
_SIGNATURE = re.compile(r"[0-9a-f]{128}")
_RECIPIENT = re.compile(r"age1[0-9a-z]{20,80}")
_NAME = re.compile(r"[a-z0-9-]{1,40}")
_LARGEST = 1 << 53


@dataclass(frozen=True)
class Sender:
    """The device that made the bundle, its public key, and where its own chain stood."""

    device: str
    key: str
    epoch: int
    seq: int


@dataclass(frozen=True)
class Vouched:
    """A signed head with the public key that its device is named by."""

    signed: SignedHead
    key: str

    @property
    def holds(self) -> bool:
        """Whether the device itself signed it."""
        chain = self.signed.chain
        return device_of(self.key) == chain.device and signing.verify(
            self.key, head_statement(chain), self.signed.signature
        )


@dataclass(frozen=True)
class Offshoot:
    """A branch of a forked chain that travels beside it: the commits after *start* up to a signed end."""

    start: Chain
    vouched: Vouched

    @property
    def end(self) -> Chain:
        return self.vouched.signed.chain


@dataclass(frozen=True)
class Part:
    """One encrypted run of the journal inside the bundle file."""

    name: str
    length: int
    sha256: str


@dataclass(frozen=True)
class Cargo:
    """One blob beside the bundle: the SHA-256 of its ciphertext, and its length."""

    cipher: str
    length: int


@dataclass(frozen=True)
class Pin:
    """What makes a bundle the answer to an enrolment: whom it lets in, and into which office."""

    device: str
    bureau: str
    name: str


@dataclass(frozen=True)
class Header:
    """`circle` is the device of the office. `ranges` are the commits inside, first and last; each ends at a head that its
    own device has signed. `prerequisites` must be held already; `held` are the ends of all that the sender holds,
    `frozen` the chains of which it has seen a fork, and `branches` what parts from them.
    """

    bundle: str
    circle: str
    sender: Sender
    recipients: tuple[str, ...]
    created: str
    prerequisites: Reach
    ranges: Mapping[ChainKey, tuple[int, int]]
    heads: Mapping[ChainKey, Vouched]
    held: tuple[Chain, ...]
    frozen: tuple[ChainKey, ...]
    branches: tuple[Offshoot, ...]
    parts: tuple[Part, ...]
    blobs: tuple[Cargo, ...]
    pin: Pin | None = None

    @property
    def commits(self) -> int:
        beside = sum(b.end.seq - b.start.seq for b in self.branches)
        return beside + sum(last - first + 1 for first, last in self.ranges.values())

    @property
    def vouched(self) -> tuple[Vouched, ...]:
        """Every signed end."""
        return (*self.heads.values(), *(b.vouched for b in self.branches))

    @cached_property
    def digest(self) -> str:
        """Stands for the bundle and every byte of it."""
        return ids.sha256(self.canonical())

    def canonical(self) -> bytes:
        return ids.canonical(self.to_json())

    def to_json(self) -> Json:
        stored: dict[str, Json] = {
            "format": FORMAT,
            "min_reader": READER,
            "bundle": self.bundle,
            "circle": self.circle,
            "sender": cast("Json", self.sender.__dict__),
            "recipients": list(self.recipients),
            "created": self.created,
            "prerequisites": _reach_to_json(self.prerequisites),
            "ranges": {_label(k): list(r) for k, r in self.ranges.items()},
            "heads": {
                _label(k): {"head": v.signed.chain.head, "key": v.key, "signature": v.signed.signature}
                for k, v in self.heads.items()
            },
            "held": [[_label(c.key), c.seq, c.head] for c in self.held],
            "frozen": [_label(k) for k in self.frozen],
            "branches": [
                {
                    "chain": _label(b.end.key),
                    "after": [b.start.seq, b.start.head],
                    "last": b.end.seq,
                    "head": b.end.head,
                    "key": b.vouched.key,
                    "signature": b.vouched.signed.signature,
                }
                for b in self.branches
            ],
            "parts": [cast("Json", p.__dict__) for p in self.parts],
            "blobs": [[b.cipher, b.length] for b in self.blobs],
        }
        if self.pin is not None:
            stored["enrolment"] = cast("Json", self.pin.__dict__)
        return stored

    @classmethod
    def from_json(cls, stored: Any) -> Self:
        """Reads a header; what a newer version added is left alone.

        Raises:
            ValueError: for anything that `to_json` cannot have written.
        """
        try:
            return cls._read(stored)
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("not a header") from error

    @classmethod
    def _read(cls, stored: Any) -> Self:
        sender = stored["sender"]
        ranges = _by_chain(stored["ranges"], _range)
        heads = {}
        for key, found in _by_chain(stored["heads"], dict).items():
            heads[key] = _vouched(key, ranges[key][1], found)
        header = cls(
            bundle=_text(stored["bundle"], _ID),
            circle=_text(stored["circle"], _ID),
            sender=Sender(
                _text(sender["device"], _ID),
                _text(sender["key"], _DIGEST),
                _count(sender["epoch"]),
                _count(sender["seq"]),
            ),
            recipients=tuple(_text(r, _RECIPIENT) for r in stored["recipients"]),
            created=_text(stored["created"]),
            prerequisites=_by_chain(stored["prerequisites"], _count),
            ranges=ranges,
            heads=heads,
            held=tuple(_end(_chain_key(label), seq, head) for label, seq, head in stored["held"]),
            frozen=tuple(_chain_key(label) for label in stored["frozen"]),
            branches=tuple(_offshoot(b) for b in stored["branches"]),
            parts=tuple(
                Part(_text(p["name"], _NAME), _count(p["length"]), _text(p["sha256"], _DIGEST))
                for p in stored["parts"]
            ),
            blobs=tuple(Cargo(_text(c, _DIGEST), _count(length)) for c, length in stored["blobs"]),
            pin=_pin(stored.get("enrolment")),
        )
        header._refuse_contradictions()
        return header

    def _refuse_contradictions(self) -> None:
        begun = {key: first - 1 for key, (first, _) in self.ranges.items() if first > 1}
        if set(self.heads) != set(self.ranges) or begun != dict(self.prerequisites):
            raise ValueError("ranges, heads and prerequisites do not fit")
        if len({p.name for p in self.parts}) < len(self.parts):
            raise ValueError("two parts of one name")
        if len({b.cipher for b in self.blobs}) < len(self.blobs):
            raise ValueError("a blob stands twice")


def _label(key: ChainKey) -> str:
    return f"{key[0]}/{key[1]}"


def _reach_to_json(reach: Reach) -> dict[str, Json]:
    return {_label(key): seq for key, seq in reach.items()}


T = TypeVar("T")


def _by_chain(stored: Any, read: Callable[[Any], T]) -> dict[ChainKey, T]:
    found = {}
    for label, value in stored.items():
        found[_chain_key(label)] = read(value)
    return found


def _chain_key(label: str) -> ChainKey:
    device, _, epoch = label.partition("/")
    key = (_text(device, _ID), int(epoch))
    if _label(key) != label or not 1 <= key[1] < _LARGEST:
        raise ValueError(f"not a chain: {label!r}")
    return key


def _text(value: Any, pattern: re.Pattern[str] | None = None) -> str:
    if type(value) is not str or (pattern and not pattern.fullmatch(value)):
        raise ValueError("not such a text")
    return value


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value < _LARGEST:
        raise ValueError("not a count")
    return value


def _range(value: Any) -> tuple[int, int]:
    first, last = (_count(v) for v in value)
    if not 1 <= first <= last:
        raise ValueError("not a range")
    return first, last


def _vouched(key: ChainKey, last: int, found: Any) -> Vouched:
    signed = SignedHead(_end(key, last, found["head"]), _text(found["signature"], _SIGNATURE))
    return Vouched(signed, _text(found["key"], _DIGEST))


def _offshoot(found: Any) -> Offshoot:
    key = _chain_key(found["chain"])
    seq, head = found["after"]
    start = _end(key, seq, head) if seq else Chain(*key)
    return Offshoot(start, _vouched(key, _range([start.seq + 1, found["last"]])[1], found))


def _end(key: ChainKey, seq: Any, head: Any) -> Chain:
    return Chain(*key, _count(seq), _text(head, _DIGEST))


def _pin(value: Any) -> Pin | None:
    if value is None:
        return None
    return Pin(_text(value["device"], _ID), _text(value["bureau"]), _text(value["name"]))
