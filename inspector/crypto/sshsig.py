"""Signatures in OpenSSH's SSHSIG format (PROTOCOL.sshsig), which `ssh-keygen -Y verify` checks without this program."""

import base64
import binascii
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
    signature = bytes.fromhex(key.sign(_signed(namespace, message)))
    return _armored(_head(key.public, namespace), signature)


def verify(public: str, namespace: str, message: bytes, armored: str) -> bool:
    """Whether *armored* is exactly the signature file of *public* over *message*; malformed input is no.

    SHA-512 only, which is what ssh-keygen writes unless told otherwise.
    """
    body = "".join(armored.split()).removeprefix(_BEGIN.replace(" ", ""))
    try:
        head = _head(public, namespace)
        signature = base64.b64decode(body.removesuffix(_END.replace(" ", "")), validate=True)[
            -_SIGNATURE_BYTES:
        ]
    except (ValueError, binascii.Error):
        return False
    if armored.split() != _armored(head, signature).split():
        return False
    return signing.verify(public, _signed(namespace, message), signature.hex())


def public_line(public: str, comment: str) -> str:
    """The public key as OpenSSH writes it; put the signer's name and a blank before it for `allowed_signers`."""
    return f"{_ALGORITHM.decode()} {base64.b64encode(_public_blob(public)).decode()} {comment}".rstrip()


def _signed(namespace: str, message: bytes) -> bytes:
    digest = hashlib.new(_HASH, message).digest()
    return _MAGIC + _string(namespace.encode()) + _string(b"") + _string(_HASH.encode()) + _string(digest)


def _head(public: str, namespace: str) -> bytes:
    """Everything before the signature: version 1, key, namespace, reserved, hash."""
    version = (1).to_bytes(4, "big")
    parts = (_public_blob(public), namespace.encode(), b"", _HASH.encode())
    return _MAGIC + version + b"".join(_string(part) for part in parts)


def _armored(head: bytes, signature: bytes) -> str:
    blob = head + _string(_string(_ALGORITHM) + _string(signature))
    return "\n".join([_BEGIN, *wrap(base64.b64encode(blob).decode(), 70), _END, ""])


def _public_blob(public: str) -> bytes:
    return _string(_ALGORITHM) + _string(bytes.fromhex(public))


def _string(value: bytes) -> bytes:
    """A string of the SSH wire format (RFC 4251 section 5)."""
    return len(value).to_bytes(4, "big") + value
