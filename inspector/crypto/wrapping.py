"""Secrets locked by a passphrase (Argon2id, RFC 9106), keys derived from a secret, and small sealed contents."""

import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from inspector.errors import Code, Trouble
from inspector.ids import Json, canonical, sha256

FORMAT = "inspector-wrapping/1"
_KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12


@dataclass(frozen=True)
class Cost:
    """What one guess at a passphrase costs."""

    memory_kib: int
    iterations: int
    lanes: int

    def covers(self, other: "Cost") -> bool:
        """Whether this is at least as dear as *other* in every respect."""
        return all(getattr(self, f.name) >= getattr(other, f.name) for f in fields(Cost))


DEFAULT = Cost(memory_kib=256 * 1024, iterations=3, lanes=4)
FLOOR = Cost(memory_kib=64 * 1024, iterations=3, lanes=4)
CEILING = Cost(memory_kib=2 * 1024 * 1024, iterations=64, lanes=64)
"""The dearest cost that is read: a forged file must not exhaust the machine."""


def wrap(secret: bytes, passphrase: str, *, purpose: str, cost: Cost = DEFAULT) -> dict[str, Json]:
    """Locks *secret*; cost, purpose and salt are authenticated with it, so that none can be exchanged.

    Raises:
        ValueError: for a cost below FLOOR or above CEILING.
    """
    if not _affordable(cost):
        raise ValueError(f"{cost} is not between {FLOOR} and {CEILING}")
    salt = secrets.token_bytes(_SALT_BYTES)
    head: dict[str, Json] = {
        "format": FORMAT,
        "purpose": purpose,
        "kdf": "argon2id",
        **asdict(cost),
        "salt": salt.hex(),
    }
    sealed = seal(_stretched(passphrase, salt, cost), secret, canonical(head))
    wrapped: dict[str, Json] = {**head, "sealed": sealed.hex()}
    return {**wrapped, "check": sha256(canonical(wrapped))}


def unwrap(wrapped: Mapping[str, Json], passphrase: str, *, purpose: str) -> bytes:
    """The secret again.

    `check` tells a damaged file from a wrong passphrase; against a forger it is the seal that holds.

    Raises:
        Trouble: PASSPHRASE_WRONG, or KEY_FILE_DAMAGED for anything that `wrap` does not write, a cost below FLOOR and
            another purpose included.
    """
    try:
        body = {name: wrapped[name] for name in wrapped if name != "check"}
        head = {name: body[name] for name in body if name != "sealed"}
        cost = Cost(*(cast("int", head[f.name]) for f in fields(Cost)))
        salt = bytes.fromhex(cast("str", head["salt"]))
        sealed = bytes.fromhex(cast("str", body["sealed"]))
        intact = (
            wrapped["check"] == sha256(canonical(body))
            and (head["format"], head["purpose"], head["kdf"]) == (FORMAT, purpose, "argon2id")
            and _affordable(cost)
            and len(salt) == _SALT_BYTES
        )
    except (KeyError, TypeError, ValueError) as error:
        raise Trouble(Code.KEY_FILE_DAMAGED, purpose=purpose) from error
    if not intact:
        raise Trouble(Code.KEY_FILE_DAMAGED, purpose=purpose)
    try:
        return _opened(_stretched(passphrase, salt, cost), sealed, canonical(head))
    except InvalidTag as error:
        raise Trouble(Code.PASSPHRASE_WRONG, purpose=purpose) from error


def derive(master: bytes, purpose: str) -> bytes:
    """A key of 32 bytes for one *purpose* (HKDF-SHA256, RFC 5869); *master* must be random, never a passphrase."""
    return HKDF(algorithm=SHA256(), length=_KEY_BYTES, salt=None, info=purpose.encode()).derive(master)


def seal(key: bytes, content: bytes, context: bytes) -> bytes:
    """Encrypts and authenticates *content* (ChaCha20-Poly1305, RFC 8439), 28 bytes longer; *context* stays outside."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, content, context)


def open_sealed(key: bytes, sealed: bytes, context: bytes) -> bytes:
    """The content again.

    Raises:
        Trouble: BLOB_DAMAGED for a changed bit, another key or another context.
    """
    try:
        return _opened(key, sealed, context)
    except InvalidTag as error:
        raise Trouble(Code.BLOB_DAMAGED) from error


def _opened(key: bytes, sealed: bytes, context: bytes) -> bytes:
    if len(sealed) < _NONCE_BYTES:
        raise InvalidTag
    return ChaCha20Poly1305(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], context)


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """The key of a passphrase; NFC, since keyboards differ in how they compose a character."""
    kdf = Argon2id(
        salt=salt,
        length=_KEY_BYTES,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return kdf.derive(unicodedata.normalize("NFC", passphrase).encode())


def _affordable(cost: Cost) -> bool:
    return cost.covers(FLOOR) and CEILING.covers(cost)
