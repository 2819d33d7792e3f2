"""The state of one root: the heads of every field below it, and what of it is in conflict, gone or locked."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Any, Self, cast

from inspector import ids
from inspector.ids import Json
from inspector.journal import hlc, lock
from inspector.journal.commit import Commit
from inspector.journal.operation import GONE, Name, Operation
from inspector.journal.roster import Standing

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

    @classmethod
    def of(cls, name: Name, operation: Operation, commit: Commit, *, destroyed: bool = False) -> Self:
        redacted = operation.redacted or destroyed
        value = None if redacted else operation.value
        return cls(
            name, operation.kind, value, commit.clock, commit.actor, commit.device, commit.wall, redacted
        )

    @property
    def rank(self) -> tuple[int, Name]:
        """The highest is shown first: what a clock says decides no more than that."""
        return self.clock, self.name


@dataclass(frozen=True, eq=False)
class Entity:
    """What is said of one thing: the heads of its fields.

    What follows from them is found once: states that say the same of a thing share its entity.
    """

    id: str
    fields: Mapping[str, tuple[Head, ...]]

    @cached_property
    def kinds(self) -> frozenset[str]:
        return frozenset(heads[0].kind for heads in self.fields.values())

    @cached_property
    def values(self) -> Mapping[str, Json]:
        """The (provisional) values of its fields."""
        return {name: heads[0].value for name, heads in self.fields.items()}

    @cached_property
    def conflicts(self) -> Mapping[Slot, tuple[Head, ...]]:
        """Fields with several values, and a removal that did not see an edit; the same value said twice is none."""
        found = {
            (self.id, name): heads
            for name, heads in self.fields.items()
            if len(heads) > 1 and len({ids.canonical(h.value) for h in heads}) > 1
        }
        if self._unseen_by_removal:
            found[(self.id, GONE)] = self.fields[GONE] + self._unseen_by_removal
        return found

    @property
    def is_gone(self) -> bool:
        """Whether it was removed by somebody who had seen all that is said of it."""
        return bool(self._removals) and not self._unseen_by_removal

    @property
    def removal(self) -> Json:
        """The value of a removal now: it names all that it sees, so that an edit made apart is not lost with it."""
        return [*sorted(str(h.name) for name, heads in self.fields.items() if name != GONE for h in heads)]

    @cached_property
    def shape(self) -> bytes:
        """The names of its heads in canonical bytes, field by field."""
        names: Json = [[self.id, f, [str(h.name) for h in hs]] for f, hs in sorted(self.fields.items())]
        return ids.canonical(names)[1:-1]

    @cached_property
    def _removals(self) -> tuple[Head, ...]:
        return tuple(h for h in self.fields.get(GONE, ()) if isinstance(h.value, list))

    @cached_property
    def _unseen_by_removal(self) -> tuple[Head, ...]:
        if not self._removals:
            return ()
        seen = {str(n) for h in self._removals for n in cast("list[Json]", h.value)}
        own = {
            h.name.commit for h in self._removals
        }  # what a removal does in one go with itself it need not name
        others = (h for name, heads in sorted(self.fields.items()) if name != GONE for h in heads)
        return tuple(h for h in others if str(h.name) not in seen and h.name.commit not in own)


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

    `refused` has what does not count, in the order of the stamps; `locked` names the seal of the lock in force, if any.
    """

    root: str
    heads: Mapping[Slot, tuple[Head, ...]] = field(default_factory=dict)
    refused: tuple[Refused, ...] = ()
    locked: Name | None = None

    @cached_property
    def _entities(self) -> Mapping[str, Entity]:
        return _grouped(self.heads, {})

    @cached_property
    def _kinds(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for entity in self._entities.values():
            for kind in entity.kinds:
                found.setdefault(kind, []).append(entity.id)
        return {kind: tuple(entities) for kind, entities in found.items()}

    @property
    def kind(self) -> str:
        """The kind of the root entity itself; empty when only things below it are known."""
        fields = self.entity(self.root).fields
        return fields[min(fields)][0].kind if fields else ""

    def names(self, *slots: Slot) -> tuple[Name, ...]:
        """The names of the heads of *slots*, or of all."""
        chosen = slots or tuple(self.heads)
        return tuple(sorted(h.name for s in chosen for h in self.heads.get(s, ())))

    @property
    def sealed(self) -> bool:
        """Whether anybody tried to lock the root, in force or not yet."""
        return lock.KIND in self._kinds

    @cached_property
    def seal(self) -> tuple[Head, lock.Seal] | None:
        """The seal in force and the operation that put it there; None without a lock, and where it cannot be read."""
        heads = self.heads.get((lock.entity(self.root), lock.SEAL), ())
        head = next((h for h in heads if h.name == self.locked), None)
        seal = lock.Seal.from_json(head.value) if head else None
        return (head, seal) if head and seal else None

    @property
    def is_locked_unread(self) -> bool:
        """Whether it is locked by a seal of a form that this version cannot read."""
        return self.locked is not None and self.seal is None

    def conflicts(self) -> dict[Slot, tuple[Head, ...]]:
        """The conflicts of all things, by their slots."""
        return {slot: heads for e in self._entities.values() for slot, heads in e.conflicts.items()}

    def entity(self, entity: str) -> Entity:
        """What is said of that thing; of an unknown one, nothing."""
        return self._entities.get(entity) or Entity(entity, {})

    def entities(self, kind: str = "") -> tuple[str, ...]:
        """The entities below (and with) the root, in the order of their ids, removed ones too."""
        return self._kinds.get(kind, ()) if kind else tuple(self._entities)

    def values(self, entity: str) -> dict[str, Json]:
        """The (provisional) values of an entity's fields."""
        return dict(self.entity(entity).values)

    def is_gone(self, entity: str) -> bool:
        """Whether the entity was removed by somebody who had seen all that is said of it."""
        return self.entity(entity).is_gone

    def removal(self, entity: str) -> Json:
        """The value of a removal now."""
        return self.entity(entity).removal

    def after(self, commit: Commit) -> "State":
        """The state after one more commit of plain operations on a root that nobody locked: the short way of `Gathering`."""
        said: dict[Slot, tuple[Head, ...]] = {}
        for name, operation in commit.named():
            if operation.root == self.root:
                slot = (operation.entity, operation.field)
                before = said.get(slot, self.heads.get(slot, ()))
                beside = (h for h in before if h.name not in operation.parents)
                new = Head.of(name, operation, commit)
                said[slot] = tuple(sorted((new, *beside), key=lambda h: h.rank, reverse=True))
        after = replace(self, heads={**self.heads, **said})
        after.__dict__["_entities"] = _grouped(said, self._entities)  # what is not touched is shared
        return after

    @property
    def digest(self) -> str:
        """SHA-256 over the sorted names of the heads: equal wherever the same operations are held."""
        return ids.sha256(b"[" + b",".join(e.shape for e in self._entities.values()) + b"]")

    def to_json(self) -> dict[str, Json]:
        """The state in columns: each commit once, its stamp as the distance to the one before; heads point at them.

        A wall clock that agrees with the stamp is left out; the ids of commits come last, where they part nothing alike.
        """
        every = (*(h for hs in self.heads.values() for h in hs), *(r.head for r in self.refused))
        said = sorted({(h.clock, h.name.commit, h.actor, h.device, h.wall) for h in every})
        place = {commit: number for number, (_, commit, *_) in enumerate(said)}

        def pointed(head: Head) -> Json:
            return [place[head.name.commit], head.name.index, head.kind, head.value, head.redacted]

        def below(entity: str) -> str:
            return entity.removeprefix(self.root)

        stamps = [clock for clock, *_ in said]
        walls = [wall for *_, wall in said]
        befores = ["", *walls[:-1]] if walls else []
        return {
            "clocks": [b - a for a, b in pairwise([0, *stamps])],
            "actors": [actor for *_, actor, _, _ in said],
            "devices": [device for *_, device, _ in said],
            "walls": [
                None if w == hlc.wall(c, b) else w for c, b, w in zip(stamps, befores, walls, strict=True)
            ],
            "heads": [[below(e), f, [pointed(h) for h in hs]] for (e, f), hs in sorted(self.heads.items())],
            "refused": [[below(r.entity), r.field, r.standing.value, pointed(r.head)] for r in self.refused],
            "locked": str(self.locked) if self.locked else None,
            "commits": [commit for _, commit, *_ in said],
        }

    @classmethod
    def from_json(cls, root: str, stored: Mapping[str, Any]) -> Self:
        stamps = list(accumulate(stored["clocks"]))
        walls: list[str] = []
        for clock, said_wall in zip(stamps, stored["walls"], strict=True):
            before = walls[-1] if walls else ""
            walls.append(hlc.wall(clock, before) if said_wall is None else said_wall)
        said = list(zip(stored["commits"], stamps, stored["actors"], stored["devices"], walls, strict=True))

        def head(place: int, index: int, kind: str, value: Json, redacted: bool) -> Head:
            commit, clock, actor, device, wall = said[place]
            return Head(Name(commit, index), kind, value, clock, actor, device, wall, redacted)

        return cls(
            root,
            {(root + e, f): tuple(head(*h) for h in hs) for e, f, hs in stored["heads"]},
            tuple(Refused(root + e, f, Standing(s), head(*h)) for e, f, s, h in stored["refused"]),
            Name.parse(stored["locked"]) if stored["locked"] else None,
        )


def _grouped(heads: Mapping[Slot, tuple[Head, ...]], known: Mapping[str, Entity]) -> Mapping[str, Entity]:
    """The entities of *heads* beside those that are *known*, in the order of their ids."""
    fields: dict[str, dict[str, tuple[Head, ...]]] = {}
    for (entity, name), said in heads.items():
        if entity not in fields:
            fields[entity] = dict(known[entity].fields) if entity in known else {}
        fields[entity][name] = said
    return dict(sorted({**known, **{e: Entity(e, f) for e, f in fields.items()}}.items()))
