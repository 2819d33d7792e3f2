"""Signatures in OpenSSH's SSHSIG format (PROTOCOL.sshsig), which `ssh-keygen -Y verify` checks without this program."""

import base64
import hashlib
from textwrap import wrap

from inspector.crypto import signing

_MAGIC = b"SSHSIG"
_ALGORITHM = b"ssh-ed25519"
_HASH = "sha512"
_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
_SIGNATURE_BYTES = 64


def sign(key: signing.SigningKey, namespace: str, message: bytes) -> str:
    """The armored signature; *namespace* keeps it from being used in another role (`-n` of ssh-keygen)."""
    return armored(key.public, namespace, key.sign(_signed(namespace, message)))


def armored(public: str, namespace: str, signature: str) -> str:
    """The signature file of a bare Ed25519 signature (128 hex digits), which is all of it that is not known beforehand.

    Raises:
        ValueError: when key or signature are no such numbers.
    """
    raw = bytes.fromhex(signature)
    if len(raw) != _SIGNATURE_BYTES:
        raise ValueError("not a signature")
    blob = _head(public, namespace) + _string(_string(_ALGORITHM) + _string(raw))
    return "\n".join([_BEGIN, *wrap(base64.b64encode(blob).decode(), 70), _END, ""])


def bare(file: str) -> str:
    """The Ed25519 signature in a signature file, as hex digits.

    Raises:
        ValueError: when it is no such file.
    """
    body = "".join(file.split()).removeprefix(_BEGIN.replace(" ", "")).removesuffix(_END.replace(" ", ""))
    return base64.b64decode(body, validate=True)[-_SIGNATURE_BYTES:].hex()


def verify(public: str, namespace: str, message: bytes, file: str) -> bool:
    """Whether *file* is exactly the signature file of *public* over *message*; malformed input is no.

    SHA-512 only, which is what ssh-keygen writes unless told otherwise.
    """
    try:
        signature = bare(file)
        if file.split() != armored(public, namespace, signature).split():
            return False
    except ValueError:
        return False
    return signing.verify(public, _signed(namespace, message), signature)


def _signed(namespace: str, message: bytes) -> bytes:
    digest = hashlib.new(_HASH, message).digest()
    return _MAGIC + _string(namespace.encode()) + _string(b"") + _string(_HASH.encode()) + _string(digest)


def _head(public: str, namespace: str) -> bytes:
    """Everything before the signature: version 1, key, namespace, reserved, hash."""
    version = (1).to_bytes(4, "big")
    parts = (_public_blob(public), namespace.encode(), b"", _HASH.encode())
    return _MAGIC + version + b"".join(_string(part) for part in parts)


def _public_blob(public: str) -> bytes:
    return _string(_ALGORITHM) + _string(bytes.fromhex(public))


def _string(value: bytes) -> bytes:
    """A string of the SSH wire format (RFC 4251 section 5)."""
    return len(value).to_bytes(4, "big") + value
