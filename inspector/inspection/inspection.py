"""The inspection as a whole: the visit with everything below it, read from the heads of its root."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Self, TypeVar, cast

from inspector.checklist import answers as checklist
from inspector.checklist.template import Mark
from inspector.inspection.kinds import KINDS
from inspector.inspection.record import Form
from inspector.inspection.visit import (
    Answer,
    Card,
    Goods,
    Ink,
    Photo,
    Print,
    Stage,
    Suspicion,
    Version,
    Visit,
)
from inspector.journal.kinds import Thing
from inspector.journal.state import Entity, Head, Slot, State

T = TypeVar("T", bound=Thing)


@dataclass(frozen=True)
class Inspection:
    """One visit read whole. Removed things are left out; conflicts are shown by their slots.

    `sealed` is the version digest that a lock names; empty before, and where the seal cannot be read.
    """

    visit: Visit
    answers: Mapping[str, Answer]
    cards: tuple[Card, ...]
    suspicions: tuple[Suspicion, ...]
    goods: tuple[Goods, ...]
    photos: tuple[Photo, ...]
    prints: tuple[Print, ...]
    inks: tuple[Ink, ...]
    versions: tuple[Version, ...]
    sealed: str
    locked: bool
    conflicts: Mapping[Slot, tuple[Head, ...]]

    @classmethod
    def read(cls, state: State) -> Self:
        """Reads the things of a visit's root from its state."""
        return cls(
            visit=cast("Visit", KINDS["visit"].assemble(state.root, state.values(state.root))),
            answers={address_of(a.id): a for a in things(state, Answer)},
            cards=tuple(sorted(things(state, Card), key=lambda c: (c.order, c.id))),
            suspicions=things(state, Suspicion),
            goods=tuple(sorted(things(state, Goods), key=lambda g: (g.order, g.id))),
            photos=tuple(sorted(things(state, Photo), key=lambda p: (p.order, p.id))),
            prints=things(state, Print),
            inks=things(state, Ink),
            versions=tuple(sorted(things(state, Version), key=lambda v: (v.order, v.id))),
            sealed=state.seal[1].record if state.seal else "",
            locked=state.locked is not None,
            conflicts=state.conflicts(),
        )

    @property
    def id(self) -> str:
        return self.visit.id

    @property
    def form(self) -> Form:
        """检查记录 when nothing was found, 现场笔录 from the first suspicion on (PROC art. 28)."""
        marked = (at for at, answer in self.answers.items() if answer.mark is Mark.SUSPECT)
        cards = {"", *(card_id(c.id) for c in self.cards)}  # what was said on a removed card no longer counts
        found = any(at.rpartition("/")[0] in cards for at in marked) or self.suspicions
        return Form.ONSITE_RECORD if found else Form.INSPECTION_RECORD

    @property
    def stage(self) -> str:
        """The stage for lists: locked, or what the visit says."""
        return "locked" if self.locked else self.visit.stage.value

    @cached_property
    def version(self) -> Version | None:
        """The version in force: the one that is locked, else the last that somebody has signed, else the last; none in a
        draft.
        """
        if self.locked:
            return next((v for v in self.versions if v.digest == self.sealed), None)
        if self.visit.stage is Stage.DRAFT or not self.versions:
            return None
        newest_first = self.versions[::-1]
        signed = {ink.print_digest for ink in self.inks if not ink.refused}
        return next((v for v in newest_first if v.digest in signed), newest_first[0])

    @cached_property
    def last_print(self) -> Print | None:
        return self.prints[-1] if self.prints else None

    @cached_property
    def on_cards(self) -> tuple[checklist.Card, ...]:
        """The cards as the checklist takes them."""
        return tuple(checklist.Card(card_id(c.id), c.repeat) for c in self.cards)

    @cached_property
    def answered(self) -> checklist.Answers:
        """The answers as the checklist takes them."""
        return checklist.Answers(
            self.on_cards,
            {at: checklist.Answer(a.mark, a.fact, a.note) for at, a in self.answers.items()},
        )

    def suspicion_on(self, address: str) -> Suspicion | None:
        return next((s for s in self.suspicions if s.item == address), None)

    def goods_of(self, suspicion: str) -> tuple[Goods, ...]:
        return tuple(g for g in self.goods if g.suspicion == suspicion)

    def photos_on(self, address: str) -> tuple[Photo, ...]:
        return tuple(p for p in self.photos if p.item == address)


def things(state: State, cls: type[T]) -> tuple[T, ...]:
    """The things of one kind below a root, removed ones left out, in the order of their ids."""
    entities = (state.entity(entity) for entity in state.entities(cls.kind))
    return tuple(cast("T", _assembled(cls.kind, e)) for e in entities if not e.is_gone)


@lru_cache(maxsize=4096)
def _assembled(kind: str, entity: Entity) -> Thing:
    """The thing that *entity* says: a visit is read after each answer, and one answer changes one thing of a thousand."""
    return KINDS[kind].assemble(entity.id, entity.values)


def card_id(entity: str) -> str:
    """A card's own id, as it stands in the addresses of its answers."""
    return entity.rpartition("/")[2]


def address_of(entity: str) -> str:
    """The answer's address within its visit: `item`, or `card/item`."""
    return entity.split("/", 2)[2]


def answer_entity(visit: str, address: str) -> str:
    """The entity of the answer at *address*."""
    return f"{visit}/answer/{address}"
