"""The state of every root, as gathered from the journal: one compressed row each."""

import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator

from inspector import ids
from inspector.journal.state import State
from inspector.storage.database import Database
from inspector.storage.packing import UNREADABLE, Packed, joined, packed, unpacked

READ_STATES = 64
"""States that are kept as they are, by the very bytes that they are stored as."""


class Things:
    """States by root. Written only together with the commits that they come from."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._t = database.tables.thing
        self._kept: OrderedDict[tuple[str, bytes], State] = OrderedDict()
        self._written: OrderedDict[str, tuple[Packed, ...]] = OrderedDict()
        self._keeping = threading.Lock()

    def state(self, root: str) -> State:
        """The state of *root*; an empty one when nothing is said of it."""
        rows = self._database.query("SELECT state FROM thing WHERE root = ?", root)
        return self._read(root, rows[0][0]) if rows else State(root)

    def save(self, state: State) -> None:
        shares = packed(state, self._written.get(state.root, ()))
        stored = joined(shares)
        self._keep(state, stored, shares)
        self._database.put(
            "thing",
            root=state.root,
            kind=state.kind,
            state=stored,
            digest=state.digest,
            conflicts=len(state.conflicts()),
            refused=len(state.refused),
            sealed=state.sealed,
        )

    def empty(self) -> None:
        """Forgets every state, which are to be gathered anew."""
        self._database.query("DELETE FROM thing")

    def holds(self, state: State) -> bool:
        """Whether the row of its root says exactly this."""
        columns = "kind, digest, conflicts, refused, sealed, state"
        rows = self._database.query(f"SELECT {columns} FROM thing WHERE root = ?", state.root)  # noqa: S608
        expected = (state.kind, state.digest, len(state.conflicts()), len(state.refused), state.sealed)
        if not rows or rows[0][:5] != expected:
            return False
        try:
            stored = unpacked(state.root, rows[0][5])
        except UNREADABLE:
            return False
        return ids.canonical(stored.to_json()) == ids.canonical(state.to_json())

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
        for row in self._database.query("SELECT root, state FROM thing WHERE kind = ? ORDER BY root", kind):
            yield self._read(*row)

    def sealed(self) -> frozenset[str]:
        """The roots that somebody locked or tried to lock."""
        return frozenset(root for (root,) in self._database.query("SELECT root FROM thing WHERE sealed"))

    def troubled(self) -> tuple[State, ...]:
        """The states with open conflicts or with operations that do not count."""
        rows = self._database.query(
            "SELECT root, state FROM thing WHERE conflicts > 0 OR refused > 0 ORDER BY root"
        )
        return tuple(self._read(*row) for row in rows)

    def digest(self) -> str:
        """SHA-256 over the digests of all states in the order of their roots: covers the heads and nothing else."""
        rows = self._database.query("SELECT root, digest FROM thing ORDER BY root")
        return ids.sha256("\n".join(f"{root} {digest}" for root, digest in rows).encode())

    def _read(self, root: str, stored: bytes) -> State:
        """The state that is stored so. One answer asks for the same few several times."""
        state = self._kept.get((root, stored))
        if state is None:
            state = unpacked(root, stored)
            self._keep(state, stored)
        return state

    def _keep(self, state: State, stored: bytes, shares: tuple[Packed, ...] = ()) -> None:
        with self._keeping:
            self._kept[state.root, stored] = state
            if shares:
                self._written[state.root] = shares
                self._written.move_to_end(state.root)
            for kept in (self._kept, self._written):
                if len(kept) > READ_STATES:
                    kept.popitem(last=False)
