"""监管对象: parties, markets and stalls, typed once and found by pinyin initials, stall, or the end of a number."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar, cast

from inspector import ids
from inspector.changes import Changes
from inspector.clock import Clock
from inspector.errors import Code, Trouble
from inspector.inspection.kinds import KINDS
from inspector.inspection.registry import Market, Party, Stall
from inspector.journal.kinds import Thing
from inspector.storage.store import Store
from inspector.workspace.scribe import Edit, Scribe

T = TypeVar("T", Party, Market, Stall)

_REFERRING = frozenset({"party", "market", "operator"})
"""The fields that name another thing of the registry."""


@dataclass(frozen=True)
class StallCard:
    """A stall with the names that people know it by."""

    stall: Stall
    market: Market
    party: Party | None


class Registry:
    """Adds, corrects and finds what is inspected."""

    def __init__(self, store: Store, scribe: Scribe, clock: Clock) -> None:
        self._store = store
        self._scribe = scribe
        self._clock = clock

    def add(self, thing: T) -> tuple[str, Changes]:
        """Adds a party, market or stall as the value says; its id is ignored, a new one is returned."""
        entity = ids.new_id(self._clock.now())
        return entity, self._write(entity, thing, thing.__dict__)

    def amend(self, thing: T) -> Changes:
        """Makes the stored thing say what *thing* says; only what differs is written."""
        stored = self._get(type(thing), thing.id)
        differing = {f: v for f, v in thing.__dict__.items() if v != getattr(stored, f)}
        return self._write(thing.id, thing, differing)

    def undo(self, entity: str) -> Changes:
        """Takes back the last step on one thing of this run: what was added goes, unless something stands on it by now.

        Raises:
            Trouble: NOT_LAST.
        """
        return self._scribe.undo(entity)

    def can_undo(self, entity: str) -> bool:
        return self._scribe.can_undo(entity)

    def is_gone(self, entity: str) -> bool:
        """Whether it was removed. What stands on it goes on naming it; lists do not show it."""
        return self._store.things.state(entity).is_gone(entity)

    def build_on(self, *entities: str) -> None:
        """Something is about to refer to these (empty ones are passed over), so that they are to stay.

        Raises:
            Trouble: THING_UNKNOWN when one was removed.
        """
        named = [e for e in entities if e]
        for entity in named:
            state = self._store.things.state(entity)
            if state.is_gone(entity):
                raise Trouble(Code.THING_UNKNOWN, kind=state.kind, entity=entity)
        self._scribe.steps.hold(named)

    def disputed(self, entity: str) -> frozenset[str]:
        """The fields of one thing that were set to different values apart."""
        return frozenset(field for _, field in self._store.things.state(entity).conflicts())

    def party(self, entity: str) -> Party:
        """One party.

        Raises:
            Trouble: THING_UNKNOWN.
        """
        return self._get(Party, entity)

    def market(self, entity: str) -> Market:
        return self._get(Market, entity)

    def stall(self, entity: str) -> Stall:
        return self._get(Stall, entity)

    def card(self, stall: str) -> StallCard:
        """A stall with the names that people know it by."""
        return self._card(self.stall(stall))

    def find_parties(self, text: str, most: int = 20) -> tuple[Party, ...]:
        """Parties by characters of the name or address, pinyin initials, credit code or end of the phone number."""
        return tuple(self.party(r) for r in self._store.search.roots(Party.kind, text, most))

    def find_stalls(self, text: str, most: int = 20) -> tuple[StallCard, ...]:
        """Stalls by their number, their name or their party."""
        return tuple(self._card(self.stall(r)) for r in self._store.search.roots(Stall.kind, text, most))

    def find_markets(self, text: str, most: int = 20) -> tuple[Market, ...]:
        """Markets by characters of the name or address, or by pinyin initials."""
        return tuple(self.market(r) for r in self._store.search.roots(Market.kind, text, most))

    def party_of_code(self, uscc: str) -> Party | None:
        """The party with that credit code, if one is known: to offer instead of a second entry."""
        table = self._store.database.tables.party
        row = table.get_or_none(uscc=uscc) if uscc else None
        return self.party(row.root) if row else None

    def parties(self, after: tuple[str, str] = ("", ""), most: int = 50) -> tuple[Party, ...]:
        """A page of parties by name; *after* is the name and id of the last one on the page before."""
        sql = "SELECT root FROM party WHERE (name, root) > (?, ?) ORDER BY name, root LIMIT ?"
        return tuple(self.party(r) for (r,) in self._store.database.query(sql, *after, most))

    def markets(self) -> tuple[Market, ...]:
        kind = KINDS[Market.kind]
        found = (
            cast("Market", kind.assemble(s.root, s.values(s.root)))
            for s in self._store.things.all(Market.kind)
            if not s.is_gone(s.root)
        )
        return tuple(sorted(found, key=lambda m: (m.name, m.id)))

    def stalls(
        self, market: str, after: tuple[str, str] = ("", ""), most: int = 1_000
    ) -> tuple[StallCard, ...]:
        """A page of the stalls of a market by number; *after* is the number and id of the last one before."""
        sql = (
            "SELECT root FROM stall WHERE market = ? AND (number, root) > (?, ?) "
            "ORDER BY number, root LIMIT ?"
        )
        rows = self._store.database.query(sql, market, *after, most)
        return tuple(self._card(self.stall(r)) for (r,) in rows)

    def stalls_of(self, party: str) -> tuple[StallCard, ...]:
        """Where a party trades."""
        rows = self._store.database.query(
            "SELECT root FROM stall WHERE party = ? ORDER BY market, number, root", party
        )
        return tuple(self._card(self.stall(r)) for (r,) in rows)

    def count(self, kind: str) -> int:
        """How many parties or stalls there are."""
        return self._store.tally(kind)

    def _card(self, stall: Stall) -> StallCard:
        """The stall with what is known of its market and party: another device may have sent it before them."""
        market = self._known(Market, stall.market) or Market(id=stall.market)
        return StallCard(stall, market, self._known(Party, stall.party))

    def _get(self, cls: type[T], entity: str) -> T:
        found = self._known(cls, entity)
        if found is None:
            raise Trouble(Code.THING_UNKNOWN, kind=cls.kind, entity=entity)
        return found

    def _known(self, cls: type[T], entity: str) -> T | None:
        state = self._store.things.state(entity)
        if state.kind != cls.kind:
            return None
        return cast("T", KINDS[cls.kind].assemble(entity, state.values(entity)))

    def _write(self, entity: str, thing: Thing, said: Mapping[str, object]) -> Changes:
        self.build_on(*(str(said[f]) for f in _REFERRING & said.keys()))
        edits = [Edit(thing.kind, entity, f, v) for f, v in said.items() if f != "id"]
        return self._scribe.write(edits, undo=entity)
