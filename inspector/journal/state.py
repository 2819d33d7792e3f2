"""The state of one root: the heads of every field below it, gathered from the operations at hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self, cast

from inspector import ids
from inspector.ids import Json
from inspector.journal import lock, redaction
from inspector.journal.commit import Commit
from inspector.journal.kinds import Kinds
from inspector.journal.operation import GONE, Name, Operation
from inspector.journal.roster import Roster, Standing

Slot = tuple[str, str]
"""An entity and one of its fields."""


@dataclass(frozen=True)
class Head:
    """An operation that counts and that no other counting operation names as parent."""

    name: Name
    kind: str
    value: Json
    clock: int
    actor: str
    device: str
    wall: str
    redacted: bool = False

    def to_json(self) -> Json:
        return [
            self.name.commit, self.name.index, self.kind, self.value, self.clock, self.actor, self.device, self.wall,
            self.redacted,
        ]  # fmt: skip

    @classmethod
    def from_json(cls, stored: list[Any]) -> Self:
        commit, index, *rest = stored
        return cls(Name(commit, index), *rest)


@dataclass(frozen=True)
class Refused:
    """An operation that is kept and shown but does not count, and why."""

    entity: str
    field: str
    standing: Standing
    head: Head


@dataclass(frozen=True)
class State:
    """What one root says. `heads` has, for each slot, the highest (clock, name) first: it is shown first, provisionally.

    `locked` names the lock in force, if any; `record` the operation that holds its record.json.
    """

    root: str
    heads: Mapping[Slot, tuple[Head, ...]] = field(default_factory=dict)
    refused: tuple[Refused, ...] = ()
    locked: Name | None = None

    @property
    def kind(self) -> str:
        """The kind of the root entity itself; empty when only things below it are known."""
        return next((hs[0].kind for (entity, _), hs in self.heads.items() if entity == self.root), "")

    def names(self, *slots: Slot) -> tuple[Name, ...]:
        """The names of the heads of *slots*, or of all."""
        chosen = slots or tuple(self.heads)
        return tuple(sorted(h.name for s in chosen for h in self.heads.get(s, ())))

    def is_beside(self, slot: Slot) -> bool:
        """Whether the slot stands beside a lock, not under it: the lock itself, and redactions."""
        return self.heads[slot][0].kind in (lock.KIND, redaction.KIND)

    @property
    def sealed(self) -> bool:
        """Whether anybody tried to lock the root, in force or not yet."""
        return any(heads[0].kind == lock.KIND for heads in self.heads.values())

    def conflicts(self) -> dict[Slot, tuple[Head, ...]]:
        """Slots with several values, and removals that did not see an edit; the same value said twice is none."""
        found = {
            slot: heads
            for slot, heads in self.heads.items()
            if len(heads) > 1 and len({ids.canonical(h.value) for h in heads}) > 1
        }
        for entity in self.entities():
            unseen = self._unseen_by_removal(entity)
            if unseen:
                found[(entity, GONE)] = self.heads[(entity, GONE)] + unseen
        return found

    def entities(self, kind: str = "") -> tuple[str, ...]:
        """The entities below (and with) the root, in the order of their ids, removed ones too."""
        return tuple(sorted({e for (e, _), heads in self.heads.items() if not kind or heads[0].kind == kind}))

    def values(self, entity: str) -> dict[str, Json]:
        """The (provisional) values of an entity's fields."""
        return {f: heads[0].value for (e, f), heads in self.heads.items() if e == entity}

    def is_gone(self, entity: str) -> bool:
        """Whether the entity was removed by somebody who had seen all that is said of it."""
        return bool(self.values(entity).get(GONE)) and not self._unseen_by_removal(entity)

    def _unseen_by_removal(self, entity: str) -> tuple[Head, ...]:
        removals = self.heads.get((entity, GONE), ())
        seen = {str(n) for h in removals if isinstance(h.value, list) for n in h.value}
        if not any(h.value for h in removals):
            return ()
        others = (hs for (e, f), hs in self.heads.items() if e == entity and f != GONE)
        return tuple(h for hs in others for h in hs if str(h.name) not in seen)

    def after(self, commit: Commit) -> "State":
        """The state after a commit of this very device that named all heads it replaces: the short way of `gather`."""
        heads = dict(self.heads)
        for name, operation in commit.named():
            if operation.root == self.root:
                heads[(operation.entity, operation.field)] = (_head(name, operation, commit),)
        return replace(self, heads=heads)

    @property
    def digest(self) -> str:
        """SHA-256 over the sorted names of the heads: equal wherever the same operations are held."""
        shape = sorted([e, f, [str(h.name) for h in hs]] for (e, f), hs in self.heads.items())
        return ids.sha256(ids.canonical(cast("Json", shape)))

    def to_json(self) -> Json:
        return {
            "heads": [[e, f, [h.to_json() for h in hs]] for (e, f), hs in sorted(self.heads.items())],
            "refused": [[r.entity, r.field, r.standing.value, r.head.to_json()] for r in self.refused],
            "locked": str(self.locked) if self.locked else None,
        }

    @classmethod
    def from_json(cls, root: str, stored: Mapping[str, Any]) -> Self:
        return cls(
            root,
            {(e, f): tuple(Head.from_json(h) for h in hs) for e, f, hs in stored["heads"]},
            tuple(Refused(e, f, Standing(s), Head.from_json(h)) for e, f, s, h in stored["refused"]),
            Name.parse(stored["locked"]) if stored["locked"] else None,
        )


@dataclass(frozen=True)
class _Said:
    name: Name
    operation: Operation
    commit: Commit

    @property
    def rank(self) -> tuple[int, Name]:
        return self.commit.clock, self.name

    @property
    def slot(self) -> Slot:
        return self.operation.entity, self.operation.field


def gather(root: str, commits: Iterable[Commit], roster: Roster, kinds: Kinds) -> State:
    """The state of *root* from every commit that touches it: a pure function of the set, whatever the order."""
    said = {
        name: _Said(name, operation, commit)
        for commit in commits
        for name, operation in commit.named()
        if operation.root == root
    }
    standing = {n: roster.standing(s.commit, s.operation, kinds) for n, s in said.items()}
    # What the office says of an entity of its own cannot be overruled under the name of another kind.
    office = {
        s.operation.entity
        for n, s in said.items()
        if standing[n] is Standing.APPLIED and kinds.office_only(s.operation.kind)
    }
    for name, s in said.items():
        if roster.office and s.operation.entity in office and s.commit.device != roster.office:
            standing[name] = Standing.UNAUTHORISED
    allowed = {n: s for n, s in said.items() if standing[n] is Standing.APPLIED}
    locked = _lock_in_force(root, allowed, roster)
    if locked is not None:
        seal = lock.Seal.from_json(allowed[locked].operation.value)
        for name, s in allowed.items():
            beside = s.operation.kind in (lock.KIND, redaction.KIND) or kinds.office_only(s.operation.kind)
            if seal and not beside and not seal.covers(s.commit.device, s.commit.epoch, s.commit.seq):
                standing[name] = Standing.LATE
    counting = {n: s for n, s in allowed.items() if standing[n] is Standing.APPLIED}
    destroyed = redaction.destroyed(s.operation for s in counting.values())
    refused = sorted(
        (s for n, s in said.items() if standing[n] is not Standing.APPLIED), key=lambda s: s.rank
    )
    return State(
        root,
        {
            slot: tuple(_head(s.name, s.operation, s.commit, destroyed) for s in hs)
            for slot, hs in _heads(counting)
        },
        tuple(
            Refused(*s.slot, standing[s.name], _head(s.name, s.operation, s.commit, destroyed))
            for s in refused
        ),
        locked,
    )


def _heads(counting: Mapping[Name, _Said]) -> list[tuple[Slot, list[_Said]]]:
    replaced = {
        p
        for s in counting.values()
        for p in s.operation.parents
        if p in counting and counting[p].slot == s.slot
    }
    found: dict[Slot, list[_Said]] = {}
    for name, s in counting.items():
        if name not in replaced:
            found.setdefault(s.slot, []).append(s)
    return sorted((slot, sorted(hs, key=lambda s: s.rank, reverse=True)) for slot, hs in found.items())


def _lock_in_force(root: str, allowed: Mapping[Name, _Said], roster: Roster) -> Name | None:
    """The first lock (by clock and name) that two officers signed and whose covered heads are all at hand."""
    candidates = sorted(
        (s for s in allowed.values() if s.operation.kind == lock.KIND and s.operation.field == lock.SEAL),
        key=lambda s: s.rank,
    )
    for candidate in candidates:
        seal = lock.Seal.from_json(candidate.operation.value)
        if seal is None:
            continue
        seen = {
            n: s
            for n, s in allowed.items()
            if s.operation.kind not in (lock.KIND, redaction.KIND)
            and seal.covers(s.commit.device, s.commit.epoch, s.commit.seq)
        }
        covered = lock.heads_digest(s.name for _, hs in _heads(seen) for s in hs)
        if covered == seal.heads and seal.signed(root, candidate.commit, roster):
            return candidate.name
    return None


def _head(name: Name, operation: Operation, commit: Commit, destroyed: frozenset[Name] = frozenset()) -> Head:
    redacted = operation.redacted or name in destroyed
    return Head(
        name,
        operation.kind,
        None if redacted else operation.value,
        commit.clock,
        commit.actor,
        commit.device,
        commit.wall,
        redacted,
    )
