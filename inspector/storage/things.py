"""The state of every root, as gathered from the journal: one compressed row each."""

import json
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache

from inspector import ids
from inspector.journal.state import State
from inspector.storage.database import Database

READ_STATES = 64
"""States that are kept as read, by the very bytes that they were read from."""


class Things:
    """States by root. Written only together with the commits that they come from."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._t = database.tables.thing

    def state(self, root: str) -> State:
        """The state of *root*; an empty one when nothing is said of it."""
        rows = self._database.query("SELECT state FROM thing WHERE root = ?", root)
        return _read(root, rows[0][0]) if rows else State(root)

    def save(self, state: State) -> None:
        self._database.put(
            "thing",
            root=state.root,
            kind=state.kind,
            state=zlib.compress(ids.canonical(state.to_json()), 1),
            digest=state.digest,
            conflicts=len(state.conflicts()),
            refused=len(state.refused),
            sealed=state.sealed,
        )

    def roots(self, kind: str = "") -> tuple[str, ...]:
        query = self._t.select(self._t.root).order_by(self._t.root)
        if kind:
            query = query.where(self._t.kind == kind)
        return tuple(r.root for r in query)

    def listed(self, roots: Iterable[str]) -> dict[str, tuple[str, str]]:
        """The kind and the digest of the state of each of *roots* that is known."""
        wanted = list(roots)
        rows = self._t.select(self._t.root, self._t.kind, self._t.digest)
        return {
            r.root: (r.kind, r.digest)
            for start in range(0, len(wanted), 500)
            for r in rows.where(self._t.root.in_(wanted[start : start + 500]))
        }

    def all(self, kind: str) -> Iterator[State]:
        """Every state whose root is of *kind*, in the order of their ids; for kinds of which there are few."""
        for row in self._t.select().where(self._t.kind == kind).order_by(self._t.root):
            yield _read(row.root, row.state)

    def sealed(self) -> frozenset[str]:
        """The roots that somebody locked or tried to lock."""
        return frozenset(r.root for r in self._t.select(self._t.root).where(self._t.sealed == True))  # noqa: E712

    def troubled(self) -> tuple[State, ...]:
        """The states with open conflicts or with operations that do not count."""
        rows = self._t.select().where((self._t.conflicts > 0) | (self._t.refused > 0)).order_by(self._t.root)
        return tuple(_read(r.root, r.state) for r in rows)

    def digest(self) -> str:
        """SHA-256 over the digests of all states in the order of their roots: covers the heads and nothing else."""
        rows = self._database.query("SELECT root, digest FROM thing ORDER BY root")
        return ids.sha256("\n".join(f"{root} {digest}" for root, digest in rows).encode())


@lru_cache(maxsize=READ_STATES)
def _read(root: str, stored: bytes) -> State:
    """The state that is stored so. One answer asks for the same few several times."""
    return State.from_json(root, json.loads(zlib.decompress(stored)))
