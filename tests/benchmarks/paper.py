"""A store that keeps a laptop's life in memory, so that the real scribe and the real nouns write it at full speed."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager

from inspector.inspection.kinds import KINDS
from inspector.journal import lock
from inspector.journal.commit import Chain, Commit, SignedHead
from inspector.journal.gather import Gathering
from inspector.journal.roster import Roster
from inspector.journal.segment import Segment
from inspector.journal.state import State


class Paper:
    """Stands where a `Store` stands; it is its own database, chains, things, local tables and projections.

    `taken` hands over what was written since the last time and forgets the roots that are `done`.
    """

    office = ""

    def __init__(self, chain: Chain, roster: Roster, known: Iterable[State]) -> None:
        self.database = self.chains = self.things = self.local = self.projections = self
        self._chain = self._before = chain
        self._roster = roster
        self._known = {s.root: s for s in known}
        self._states: dict[str, State] = {}
        self._history: dict[str, list[Commit]] = {}
        self.written: list[Commit] = []

    # as a store

    def commit(self, commit: Commit) -> None:
        self.written.append(commit)
        self._chain = commit.chain
        for root in commit.roots:
            history = self._history.setdefault(root, [])
            history.append(commit)
            plain = all(o.kind != lock.KIND for o in commit.operations)
            state = self.state(root)
            self._states[root] = (
                state.after(commit) if plain else Gathering(root, history, self._roster, KINDS).state()
            )

    def coverage(self, root: str) -> lock.Coverage:
        return Gathering(root, self._history[root], self._roster, KINDS).coverage()

    def as_of(self, root: str, ends: Collection[Chain]) -> State:
        return Gathering(root, self._history[root], self._roster, KINDS).as_of(ends)

    @contextmanager
    def writing(self) -> Iterator[None]:
        yield

    # as chains

    def all(self, kind: str = "") -> tuple[State, ...]:
        """The chains of a laptop that has written nothing yet, and the things of a kind that the office has told it."""
        return tuple(s for s in self._known.values() if s.kind == kind)

    def at(self, device: str, epoch: int) -> Chain:
        return self._chain

    def clock(self, device: str = "") -> int:
        return 0

    def is_frozen(self, device: str, epoch: int) -> bool:
        return False

    def sign(self, head: SignedHead) -> None:
        """Nobody asks: what is taken is signed at its end."""

    # as things, local tables and projections

    def state(self, root: str) -> State:
        return self._states.get(root) or self._known.get(root) or State(root)

    def meta(self, key: str) -> None:
        return None

    def blob(self, sha256: str) -> None:
        return None

    def is_scanned(self, visit: str) -> bool:
        return False

    # what was written

    def taken(self, lasting: frozenset[str]) -> tuple[Segment, tuple[Commit, ...], tuple[State, ...]]:
        """The commits since the last time as one segment, and the states that they led to; *lasting* kinds stay known."""
        commits, states = tuple(self.written), tuple(self._states.values())
        segment = Segment.of(self._before, commits)
        self._known |= {s.root: s for s in states if s.kind in lasting}
        self._before = self._chain
        self._states, self._history, self.written = {}, {}, []
        return segment, commits, states
