"""One action of one person on one device, chained to the action before it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from inspector import ids
from inspector.errors import Code, Trouble
from inspector.ids import Json
from inspector.journal.operation import Name, Operation

_CLOCK_END = 1 << 63
"""A stamp of the hybrid clock fits into 63 bits until the year 6400."""


@dataclass(frozen=True)
class Chain:
    """Where one device's commits stand: `epoch` rises when a restored copy of a device starts anew."""

    device: str
    epoch: int
    seq: int = 0
    head: str = ""

    @property
    def key(self) -> tuple[str, int]:
        return self.device, self.epoch

    def __str__(self) -> str:
        return f"{self.device}/{self.epoch}/{self.seq}/{self.head}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads what `str` has written.

        Raises:
            ValueError: when it is not of that form.
        """
        device, epoch, seq, head = text.split("/")
        return cls(device, int(epoch), int(seq), head)


@dataclass(frozen=True)
class Commit:
    """What one person did in one go.

    `clock` is the hybrid logical stamp, `wall` the wall clock as ISO 8601 with its offset, `receipt` the digest of the
    last receipt of the office that the device had seen. The id is the SHA-256 of all that and of the digests of the
    operations, so that it stays when an operation is redacted.
    """

    device: str
    epoch: int
    seq: int
    previous: str
    actor: str
    clock: int
    wall: str
    receipt: str
    operations: tuple[Operation, ...]

    @cached_property
    def id(self) -> str:
        header: Json = [
            "inspector-commit/1", self.device, self.epoch, self.seq, self.previous, self.actor, self.clock,
            self.wall, self.receipt, [o.digest for o in self.operations],
        ]  # fmt: skip
        return ids.sha256(ids.canonical(header))

    @property
    def chain(self) -> Chain:
        """The chain as it stands after this commit."""
        return Chain(self.device, self.epoch, self.seq, self.id)

    @cached_property
    def roots(self) -> frozenset[str]:
        return frozenset(o.root for o in self.operations)

    def named(self) -> tuple[tuple[Name, Operation], ...]:
        return tuple((Name(self.id, i), o) for i, o in enumerate(self.operations))

    def follows(self, chain: Chain) -> bool:
        """Whether this commit is the next one of *chain*."""
        return (self.device, self.epoch, self.seq, self.previous) == (
            chain.device, chain.epoch, chain.seq + 1, chain.head,
        )  # fmt: skip

    def to_json(self) -> Json:
        return [self.actor, self.clock, self.wall, self.receipt, [o.to_json() for o in self.operations]]

    @classmethod
    def from_json(cls, chain: Chain, stored: object) -> Self:
        """Reads the commit that follows *chain*.

        Raises:
            ValueError: for anything that `to_json` cannot have written.
        """
        match stored:
            case [str(actor), int(clock), str(wall), str(receipt), list(operations)] if (
                operations and type(clock) is int and 0 <= clock < _CLOCK_END
            ):
                read = tuple(Operation.from_json(o) for o in operations)
                return cls(
                    chain.device, chain.epoch, chain.seq + 1, chain.head, actor, clock, wall, receipt, read
                )
            case _:
                raise ValueError("not a commit")


@dataclass(frozen=True)
class SignedHead:
    """A device key's signature over the head of its chain."""

    chain: Chain
    signature: str


def head_statement(chain: Chain) -> bytes:
    """What a device key signs: nothing leaves a device without such a signature over the head of its chain."""
    return ids.canonical(["inspector-head/1", chain.device, chain.epoch, chain.seq, chain.head])


def check_chain(start: Chain, commits: Iterable[Commit]) -> Chain:
    """Follows *commits* from *start* to the end of the chain.

    Raises:
        Trouble: JOURNAL_BROKEN at the first commit that does not follow the one before it.
    """
    chain = start
    for commit in commits:
        if not commit.follows(chain):
            raise Trouble(Code.JOURNAL_BROKEN, device=chain.device, seq=chain.seq + 1)
        chain = commit.chain
    return chain
