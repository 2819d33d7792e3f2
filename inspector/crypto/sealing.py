"""Content encrypted to several recipients with age (X25519), so that the standard tool opens it too."""

from collections.abc import Sequence
from typing import Self

import pyrage

from inspector.errors import Code, Trouble


class Identity:
    """The private half of an age key."""

    def __init__(self, key: pyrage.x25519.Identity) -> None:
        self._key = key

    @classmethod
    def generate(cls) -> Self:
        return cls(pyrage.x25519.Identity.generate())

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Reads `AGE-SECRET-KEY-1…`.

        Raises:
            Trouble: KEY_FILE_DAMAGED for anything else.
        """
        try:
            return cls(pyrage.x25519.Identity.from_str(text.strip()))
        except pyrage.IdentityError as error:
            raise Trouble(Code.KEY_FILE_DAMAGED, purpose="age") from error

    @property
    def text(self) -> str:
        """The secret itself, as `age -i` reads it."""
        return str(self._key)

    @property
    def recipient(self) -> str:
        """The public half, `age1…`."""
        return str(self._key.to_public())


def encrypt(content: bytes, recipients: Sequence[str]) -> bytes:
    """An age file that each of the *recipients* (`age1…`) can open alone. Same content, other bytes each time.

    Raises:
        Trouble: VALUE_INVALID for a malformed recipient.
        ValueError: without any recipient.
    """
    try:
        keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    except pyrage.RecipientError as error:
        raise Trouble(Code.VALUE_INVALID, what="age") from error
    if not keys:
        raise ValueError("nobody could open it")
    return bytes(pyrage.encrypt(content, keys))


def decrypt(content: bytes, identities: Sequence[Identity]) -> bytes:
    """The content of an age file, whole.

    Raises:
        Trouble: BLOB_DAMAGED if it is damaged, cut, or was meant for others.
    """
    try:
        return bytes(pyrage.decrypt(content, [identity._key for identity in identities]))
    except pyrage.DecryptError as error:
        raise Trouble(Code.BLOB_DAMAGED) from error
