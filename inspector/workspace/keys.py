"""The key file of a workspace: what the passphrase opens, and what the office's recovery key opens."""

import json
import secrets
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from inspector.crypto.sealing import Identity, decrypt, encrypt
from inspector.crypto.signing import SigningKey
from inspector.crypto.wrapping import DEFAULT, Cost, derive, unwrap, wrap
from inspector.errors import Code, Trouble
from inspector.evidence import durable
from inspector.journal.roster import device_of

FORMAT = "inspector-keys/1"
MINIMUM_PASSPHRASE = 8
MINIMUM_PIN = 6

_PURPOSE = "workspace"


@dataclass(frozen=True)
class Secrets:
    """What an open workspace holds: the data key (also under the recovery key), and the device's signing key.

    The signing key stands under the passphrase alone: 电子签名法 art. 13 wants it with its signer and nobody else.
    """

    data_key: bytes
    signing: SigningKey

    @property
    def database_key(self) -> bytes:
        return derive(self.data_key, "database")

    @property
    def officers_key(self) -> bytes:
        """Seals the officers' PIN-wrapped keys; from the signing key, so that the recovery key does not open them."""
        return derive(self.signing.seed, "officers")

    @property
    def device(self) -> str:
        return device_of(self.signing.public)


@dataclass(frozen=True)
class KeyFile:
    """`keys.json`: nothing in it is secret by itself."""

    device: str
    wrapped: dict[str, Any]
    recovery: str = ""  # the data key as age ciphertext for the recovery key, in hex

    @classmethod
    def make(cls, passphrase: str, cost: Cost = DEFAULT) -> tuple[Self, Secrets]:
        """New keys under *passphrase*.

        Raises:
            Trouble: PASSPHRASE_WEAK.
        """
        check_passphrase(passphrase)

        signing = SigningKey.generate()
        opened = Secrets(secrets.token_bytes(32), signing)
        wrapped = wrap(opened.data_key + signing.seed, passphrase, purpose=_PURPOSE, cost=cost)
        return cls(opened.device, wrapped), opened

    def open(self, passphrase: str) -> Secrets:
        """The secrets.

        Raises:
            Trouble: PASSPHRASE_WRONG, KEY_FILE_DAMAGED.
        """
        opened = unwrap(self.wrapped, passphrase, purpose=_PURPOSE)
        found = Secrets(opened[:32], SigningKey.from_seed(opened[32:]))
        if found.device != self.device:
            raise Trouble(Code.KEY_FILE_DAMAGED, purpose=_PURPOSE)
        return found

    def recover(self, identity: Identity) -> bytes:
        """The data key by the office's recovery key; signing keys cannot be had that way.

        Raises:
            Trouble: BLOB_DAMAGED for another key; KEY_FILE_DAMAGED when no recovery key was ever laid down.
        """
        try:
            sealed = bytes.fromhex(self.recovery)
        except ValueError as error:
            raise Trouble(Code.KEY_FILE_DAMAGED, purpose="recovery") from error
        if not sealed:
            raise Trouble(Code.KEY_FILE_DAMAGED, purpose="recovery")
        return decrypt(sealed, [identity])

    def with_recovery(self, data_key: bytes, recipient: str) -> Self:
        return replace(self, recovery=encrypt(data_key, [recipient]).hex())

    def renewed(self, data_key: bytes, passphrase: str, cost: Cost = DEFAULT) -> tuple[Self, Secrets]:
        """The data key under *passphrase* with a new signing key: the old one is lost with its passphrase.

        Raises:
            Trouble: PASSPHRASE_WEAK.
        """
        check_passphrase(passphrase)
        opened = Secrets(data_key, SigningKey.generate())
        wrapped = wrap(data_key + opened.signing.seed, passphrase, purpose=_PURPOSE, cost=cost)
        return replace(self, device=opened.device, wrapped=wrapped), opened

    def with_passphrase(self, opened: Secrets, passphrase: str, cost: Cost = DEFAULT) -> Self:
        """The same keys under another passphrase."""
        check_passphrase(passphrase)
        wrapped = wrap(opened.data_key + opened.signing.seed, passphrase, purpose=_PURPOSE, cost=cost)
        return replace(self, wrapped=wrapped)

    def save(self, file: Path) -> None:
        stored = {"format": FORMAT, "device": self.device, "wrapped": self.wrapped, "recovery": self.recovery}
        durable.write(file, [json.dumps(stored, indent=1).encode()])

    @classmethod
    def load(cls, file: Path) -> Self:
        """Reads the key file.

        Raises:
            Trouble: WORKSPACE_MISSING, KEY_FILE_DAMAGED, WORKSPACE_NEWER, DISK_FAILED.
        """
        try:
            match json.loads(file.read_text(encoding="utf-8")):
                case {"format": str(form)} if form != FORMAT and form.startswith("inspector-keys/"):
                    raise Trouble(Code.WORKSPACE_NEWER, steps=form)
                case {
                    "format": str(form),
                    "device": str(device),
                    "wrapped": dict(wrapped),
                    "recovery": str(recovery),
                } if form == FORMAT:
                    return cls(device, wrapped, recovery)
                case _:
                    raise Trouble(Code.KEY_FILE_DAMAGED, purpose=_PURPOSE)
        except (FileNotFoundError, NotADirectoryError) as error:
            raise Trouble(Code.WORKSPACE_MISSING, path=str(file.parent)) from error
        except OSError as error:
            raise durable.disk_trouble(error) from error
        except ValueError as error:
            raise Trouble(Code.KEY_FILE_DAMAGED, purpose=_PURPOSE) from error


def check_passphrase(passphrase: str) -> None:
    """Judges a new passphrase.

    Raises:
        Trouble: PASSPHRASE_WEAK.
    """
    if len(passphrase) < MINIMUM_PASSPHRASE:
        raise Trouble(Code.PASSPHRASE_WEAK, minimum=MINIMUM_PASSPHRASE)
