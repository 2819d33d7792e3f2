"""The same file without the program: a bare connection, as anybody would open it."""

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from inspector.storage.database import PAGE_BYTES


def connect(path: Path, key: bytes) -> Any:
    """A connection with the same pragmas as the program's."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    for pragma in (
        f"""key = "x'{key.hex()}'" """,
        f"cipher_page_size = {PAGE_BYTES}",
        "journal_mode = wal",
        "synchronous = full",
        "secure_delete = 1",
        "cache_size = -32000",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection
