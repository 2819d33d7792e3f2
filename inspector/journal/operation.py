"""One change of one field: its canonical form, its digest, its name."""

import re
import secrets
from dataclasses import dataclass, replace
from typing import Self, cast

from inspector import ids
from inspector.ids import Json, RandomBytes

GONE = "gone"
"""The reserved field of every kind: the names of the heads that a removal saw, or null."""


_NAME = re.compile(r"([0-9a-f]{64}):(0|[1-9][0-9]{0,8})")
_NONCE = re.compile(r"[0-9a-f]{32}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, order=True)
class Name:
    """An operation's name: the id of its commit and its place in it."""

    commit: str
    index: int

    def __str__(self) -> str:
        return f"{self.commit}:{self.index}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads `commit:index`.

        Raises:
            ValueError: when it is not of that form.
        """
        found = _NAME.fullmatch(text)
        if found is None:
            raise ValueError(f"not the name of an operation: {text!r}")
        return cls(found[1], int(found[2]))


@dataclass(frozen=True)
class Operation:
    """One field of one entity set to a value.

    The digest is taken in two steps, so that a redaction can destroy the value and its nonce while the rest of the
    operation stays provable: SHA-256 of the nonce and the value's canonical bytes gives the *value digest*; SHA-256 of
    the canonical list of kind, entity, field, parents and value digest gives the operation's digest. The nonce (16
    bytes) keeps a destroyed value from being found by trying.
    """

    kind: str
    entity: str
    field: str
    value: Json
    parents: tuple[Name, ...]
    nonce: str
    value_digest: str
    redacted: bool = False

    @classmethod
    def write(
        cls,
        kind: str,
        entity: str,
        field: str,
        value: Json,
        parents: tuple[Name, ...] = (),
        random_bytes: RandomBytes = secrets.token_bytes,
    ) -> Self:
        nonce = random_bytes(16).hex()
        return cls(kind, entity, field, value, tuple(sorted(parents)), nonce, _value_digest(nonce, value))

    @property
    def root(self) -> str:
        return self.entity.partition("/")[0]

    @property
    def digest(self) -> str:
        shape: Json = [self.kind, self.entity, self.field, [str(p) for p in self.parents], self.value_digest]
        return ids.sha256(ids.canonical(shape))

    def redact(self) -> Self:
        """The same operation without its value; its digest stays."""
        return replace(self, value=None, nonce="", redacted=True)

    def to_json(self) -> Json:
        payload: Json = {"digest": self.value_digest} if self.redacted else [self.nonce, self.value]
        return [self.kind, self.entity, self.field, [str(p) for p in self.parents], payload]

    @classmethod
    def from_json(cls, stored: object) -> Self:
        """Reads one operation.

        Raises:
            ValueError: for anything that `to_json` cannot have written.
        """
        match stored:
            case [str(kind), str(entity), str(field), list(parents), payload]:
                names = tuple(Name.parse(str(p)) for p in parents)
            case _:
                raise ValueError("not an operation")
        if list(names) != sorted(set(names)):
            raise ValueError("parents are sorted and named once")
        match payload:
            case [str(nonce), value] if _NONCE.fullmatch(nonce):
                found = cast("Json", value)
                return cls(kind, entity, field, found, names, nonce, _value_digest(nonce, found))
            case {"digest": str(digest), **rest} if _DIGEST.fullmatch(digest) and not rest:
                return cls(kind, entity, field, None, names, "", digest, redacted=True)
            case _:
                raise ValueError("not a value of an operation")


def _value_digest(nonce: str, value: Json) -> str:
    return ids.sha256(bytes.fromhex(nonce) + ids.canonical(value))
