"""Ed25519 signatures (RFC 8032) as hex text."""

from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


class SigningKey:
    """A private key. Its 32-byte seed is the whole secret."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private

    @classmethod
    def generate(cls) -> Self:
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def from_seed(cls, seed: bytes) -> Self:
        """The key of these 32 bytes.

        Raises:
            ValueError: for any other length.
        """
        return cls(Ed25519PrivateKey.from_private_bytes(seed))

    @property
    def seed(self) -> bytes:
        return self._private.private_bytes_raw()

    @property
    def public(self) -> str:
        """The public half, 64 lower-case hex digits."""
        return self._private.public_key().public_bytes_raw().hex()

    def sign(self, message: bytes) -> str:
        """The signature, 128 lower-case hex digits; the same message always gives the same one."""
        return self._private.sign(message).hex()


def verify(public: str, message: bytes, signature: str) -> bool:
    """Whether the holder of *public* signed exactly *message*; malformed input, upper case included, is no."""
    try:
        key, signed = bytes.fromhex(public), bytes.fromhex(signature)
        if (key.hex(), signed.hex()) != (public, signature):
            return False
        Ed25519PublicKey.from_public_bytes(key).verify(signed, message)
    except (ValueError, InvalidSignature):
        return False
    return True
