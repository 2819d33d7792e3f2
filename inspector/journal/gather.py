"""What counts: the state of one root from every commit that touches it, a pure function of the set."""

from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from inspector.journal import lock, redaction
from inspector.journal.commit import Chain, Commit
from inspector.journal.fork import Forks
from inspector.journal.kinds import Kinds
from inspector.journal.operation import Name, Operation
from inspector.journal.roster import Roster, Standing
from inspector.journal.state import Head, Refused, Slot, State


@dataclass(frozen=True)
class _Said:
    """An operation as it was said: by its name, in its commit."""

    name: Name
    operation: Operation
    commit: Commit

    @property
    def rank(self) -> tuple[int, Name]:
        return self.commit.clock, self.name

    @property
    def slot(self) -> Slot:
        return self.operation.entity, self.operation.field

    @property
    def is_beside(self) -> bool:
        """Whether it stands beside a lock, not under it: the lock itself, and redactions."""
        return self.operation.kind in (lock.KIND, redaction.KIND)


_UNFORKED = Forks()


class Gathering:
    """The operations on one root under one roster, and what follows from them, whatever the order of the commits and
    however often each one comes.
    """

    def __init__(
        self, root: str, commits: Iterable[Commit], roster: Roster, kinds: Kinds, forks: Forks = _UNFORKED
    ) -> None:
        self.root = root
        self.roster = roster
        self.kinds = kinds
        self.forks = forks
        self.said: dict[Name, _Said] = {}
        for commit in commits:
            for name, operation in commit.named():
                if operation.root == root and (name not in self.said or operation.redacted):
                    self.said[name] = _Said(name, operation, commit)

    @cached_property
    def authorised(self) -> Mapping[Name, _Said]:
        """What may be said by whoever said it, late or not."""
        return {n: s for n, s in self.admitted.items() if self._standing(s) is Standing.APPLIED}

    @cached_property
    def admitted(self) -> Mapping[Name, _Said]:
        """The same, and what came after the end of a term.

        What the office says of an entity of its own cannot be overruled under the name of another kind.
        """
        own = {s.operation.entity for s in self.said.values() if self._is_of_office(s)}
        return {
            n: s
            for n, s in self.said.items()
            if self.roster.admits(s.commit, s.operation, self.kinds)
            and (s.operation.entity not in own or self.roster.is_office(s.commit))
        }

    def _standing(self, s: _Said) -> Standing:
        return self.roster.standing(s.commit, s.operation, self.kinds)

    def _is_of_office(self, s: _Said) -> bool:
        return self.kinds.office_only(s.operation.kind) and self.roster.is_office(s.commit)

    def coverage(self) -> lock.Coverage:
        """What a lock made now would cover: all that counts."""
        counting = {n: s for n, s in self.authorised.items() if not s.is_beside}
        chains: dict[tuple[str, int], dict[str, Commit]] = {}
        for s in counting.values():
            chains.setdefault((s.commit.device, s.commit.epoch), {})[s.commit.id] = s.commit
        ends = (c.chain for key in sorted(chains) for c in self._ends(key, chains[key].values()))
        return lock.Coverage(tuple(ends), _heads_digest(counting))

    def _ends(self, key: tuple[str, int], commits: Collection[Commit]) -> list[Commit]:
        """Those of one chain's *commits* that lead to no other of them: one, unless the chain is forked."""
        if key not in self.forks.branches:
            return [max(commits, key=lambda c: c.seq)]
        ends = (c for c in commits if not any(c is not o and self.forks.leads(c, o.chain) for o in commits))
        return sorted(ends, key=lambda c: (c.seq, c.id))

    def as_of(self, ends: Collection[Chain]) -> State:
        """The state where these were the ends of all that was held, such as when a page was printed."""
        counting = {
            n: s
            for n, s in self.authorised.items()
            if not s.is_beside and any(self.forks.leads(s.commit, end) for end in ends)
        }
        heads = self._heads(counting)
        return State(
            self.root,
            {slot: tuple(Head.of(s.name, s.operation, s.commit) for s in said) for slot, said in heads},
        )

    def doomed(self) -> frozenset[Name]:
        """What a redaction destroys and what is still there."""
        return frozenset(n for n in self._destroyed if not self.said[n].operation.redacted)

    def state(self) -> State:
        locked, counting = self._under_lock
        destroyed = self._destroyed

        def head(s: _Said) -> Head:
            return Head.of(s.name, s.operation, s.commit, destroyed=s.name in destroyed)

        refused = sorted((s for n, s in self.said.items() if n not in counting), key=lambda s: s.rank)
        return State(
            self.root,
            {slot: tuple(head(s) for s in heads) for slot, heads in self._heads(counting)},
            tuple(
                Refused(
                    *s.slot, Standing.LATE if s.name in self.authorised else Standing.UNAUTHORISED, head(s)
                )
                for s in refused
            ),
            locked,
        )

    @cached_property
    def _destroyed(self) -> frozenset[Name]:
        named = redaction.destroyed(s.operation for s in self._under_lock[1].values())
        return frozenset(
            n for n in named & self.said.keys() if redaction.is_destructible(self.said[n].operation)
        )

    @cached_property
    def _under_lock(self) -> tuple[Name | None, Mapping[Name, _Said]]:
        """The lock in force, and what counts under it: what it covers, itself, and what the office lays beside it."""
        found = self._lock_in_force()
        if found is None:
            return None, self.authorised
        locked, covered = found
        kept = set(covered) | {
            n for n, s in self.authorised.items() if n == locked or self.kinds.office_only(s.operation.kind)
        }
        return locked, {n: s for n, s in self.said.items() if n in kept}

    def _lock_in_force(self) -> tuple[Name, Mapping[Name, _Said]] | None:
        """The lock in force and what it covers: of those that two officers signed and whose covered heads are all at
        hand the first.

        Where there is none, the first of those that this version cannot read: what is locked stays locked. It covers
        what was said before it. Of nothing it locks nothing; and it goes when the office ends the term of its device.
        """
        slot = (lock.entity(self.root), lock.SEAL)
        seals = [s for s in self.authorised.values() if s.slot == slot and s.operation.kind == lock.KIND]
        read = [(s, lock.Seal.from_json(s.operation.value)) for s in seals]
        sound = {s.name: (s, self._covered(seal)) for s, seal in read if seal and self._is_sound(s, seal)}
        unread = {s.name: (s, before) for s, seal in read if not seal and (before := self._before(s))}
        return self._first(sound) or self._first(unread)

    def _first(
        self, locks: Mapping[Name, tuple[_Said, Mapping[Name, _Said]]]
    ) -> tuple[Name, Mapping[Name, _Said]] | None:
        """The one that saw no other; of several made apart, the one with the lowest clock and name."""
        first = [s for s, _ in locks.values() if not any(p in locks for p in _ancestors(s, self.said))]
        if not first:
            return None
        s, covered = locks[min(first, key=lambda s: s.rank).name]
        return s.name, covered

    def _is_sound(self, s: _Said, seal: lock.Seal) -> bool:
        return _heads_digest(self._covered(seal)) == seal.coverage.heads and seal.is_signed(
            self.root, s.commit, self.roster
        )

    def _covered(self, seal: lock.Seal) -> Mapping[Name, _Said]:
        """What the seal reaches. It holds whatever becomes of the terms of those who wrote it."""
        return {
            n: s
            for n, s in self.admitted.items()
            if not s.is_beside and seal.coverage.reaches(s.commit, self.forks)
        }

    def _before(self, s: _Said) -> Mapping[Name, _Said]:
        """What was said before *s*, by the clocks: they never stand behind what their device has seen."""
        return {n: said for n, said in self.admitted.items() if not said.is_beside and said.rank < s.rank}

    def _heads(self, counting: Mapping[Name, _Said]) -> list[tuple[Slot, list[_Said]]]:
        replaced = _replaced(counting, self.said)
        found: dict[Slot, list[_Said]] = {}
        for name, s in counting.items():
            if name not in replaced:
                found.setdefault(s.slot, []).append(s)
        return sorted((slot, sorted(hs, key=lambda s: s.rank, reverse=True)) for slot, hs in found.items())


def _heads_digest(covered: Mapping[Name, _Said]) -> str:
    """Taken of what is covered alone, so that nothing that arrives later can change it."""
    return lock.heads_digest(set(covered) - _replaced(covered, covered))


def _replaced(counting: Mapping[Name, _Said], at_hand: Mapping[Name, _Said]) -> set[Name]:
    """What counting operations name as parents.

    A parent that does not count stands for its own parents: whoever replaced it had seen what it had replaced.
    """
    return {p for s in counting.values() for p in _ancestors(s, at_hand, counting) if p in counting}


def _ancestors(s: _Said, at_hand: Mapping[Name, _Said], until: Container[Name] = ()) -> set[Name]:
    """The operations on the same slot that *s* had seen, followed back to the first ones that are in *until*."""
    found: set[Name] = set()
    todo = list(s.operation.parents)
    while todo:
        name = todo.pop()
        parent = at_hand.get(name)
        if parent is not None and parent.slot == s.slot and name not in found:
            found.add(name)
            if name not in until:
                todo += parent.operation.parents
    return found
