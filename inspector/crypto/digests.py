"""SM3 (GB/T 32905) beside the SHA-256 of `ids`: the digest that Chinese archives ask for (DA/T 97-2023)."""

from cryptography.hazmat.primitives.hashes import SM3, Hash


def sm3(content: bytes) -> str:
    """The SM3 of *content* as 64 lower-case hex digits; not from hashlib, where not every build of OpenSSL has it."""
    digest = Hash(SM3())
    digest.update(content)
    return digest.finalize().hex()
