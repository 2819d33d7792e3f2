"""What a desk has on disk, to prove that a refusal left nothing behind."""

from pathlib import Path

from inspector import ids
from inspector.crypto.signing import SigningKey
from inspector.journal.segment import strict_json
from inspector.workspace import Workspace

_MAGIC = b"inspector-bundle\n"


def trace(desk: Workspace) -> tuple[object, ...]:
    """Every row of every table and every file of the vault."""
    query = desk.store.database.query
    tables = [name for (name,) in query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    rows = tuple((t, tuple(query(f'SELECT * FROM "{t}"'))) for t in tables if not t.startswith("words"))
    files = tuple(sorted(str(p) for p in desk.places.vault.rglob("*")))
    return rows, files


def split(path: Path) -> tuple[dict[str, object], bytes]:
    """The header of a bundle file, and what follows its signature."""
    content = path.read_bytes()
    length = int.from_bytes(content[len(_MAGIC) : len(_MAGIC) + 4], "big")
    start = len(_MAGIC) + 4
    header = strict_json(content[start : start + length])
    assert isinstance(header, dict)
    return dict(header), content[start + length + 64 :]


def forged(path: Path, key: SigningKey, header: dict[str, object], body: bytes) -> Path:
    """A bundle file with that header, signed by *key*."""
    head = ids.canonical(header)  # type: ignore[arg-type]
    signature = bytes.fromhex(key.sign(_MAGIC + head))
    path.write_bytes(_MAGIC + len(head).to_bytes(4, "big") + head + signature + body)
    return path
