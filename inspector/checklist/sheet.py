"""Answers with the state of every row; a change finds again only what depends on it."""

import heapq
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import TypeAlias

from lxml import etree

from inspector.checklist import functions
from inspector.checklist.answers import Answer, Answers, Card, address
from inspector.checklist.compiled import Compiled, Input
from inspector.checklist.facts import is_well_formed
from inspector.checklist.rules import Evaluated, Ruled, Rules
from inspector.checklist.template import Item

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Spot: TypeAlias = "tuple[str, Card | None]"  # a row by its name, and the card that it stands on


@dataclass(slots=True)
class _State:
    relevant: bool = False
    value: str = ""  # the fact as other rules see it
    mark: str = ""
    calculated: str | None = None
    refused: bool = False
    malformed: bool = False
    missing: bool = False


class Sheet:
    """The answers of one visit under the rules of its checklist.

    A row that is not relevant keeps its answer but reads as blank in other rules. Each change returns the addresses
    whose answer or state it altered, so that a window repaints just those.
    """

    def __init__(self, rules: Rules, answers: Answers, today: date) -> None:
        self._rules = rules
        self._rows = rules.rows
        self._today = today.isoformat()
        self._cards = list(answers.cards)
        self._given = dict(answers.given)
        spots = [spot for name in self._rows for spot in self._spots(name)]
        self._states = {address(*spot): _State() for spot in spots}
        self._evaluated: Evaluated | None = None
        self._settle(spots)

    @property
    def answers(self) -> Answers:
        return Answers(tuple(self._cards), dict(self._given))

    @property
    def evaluated(self) -> Evaluated:
        """The state of all rows as a value: the same one as long as nothing of it changes."""
        if self._evaluated is None:
            states = self._states.items()
            self._evaluated = Evaluated(
                relevant=frozenset(at for at, s in states if s.relevant),
                calculated={at: s.calculated for at, s in states if s.calculated is not None},
                refused=frozenset(at for at, s in states if s.refused),
                malformed=frozenset(at for at, s in states if s.malformed),
                missing=frozenset(at for at, s in states if s.missing),
            )
        return self._evaluated

    def answer(self, name: str, answer: Answer, card: Card | None = None) -> frozenset[str]:
        """Takes *answer* for the item *name*, on *card* if the item repeats."""
        at = address(name, card)
        self._given[at] = answer
        return self._settle([(name, card)]) | {at}

    def add(self, card: Card) -> frozenset[str]:
        """Adds *card* behind the others of its repeat; answers kept from an earlier time count again."""
        self._cards.append(card)
        own = self._on(card)
        self._states |= {address(*spot): _State() for spot in own}
        return self._settle([*own, *self._elsewhere(card)]) | {address(*spot) for spot in own}

    def remove(self, card: Card) -> frozenset[str]:
        """Takes *card* away. Its answers stay in `answers`, since an undo may bring it back."""
        self._cards.remove(card)
        gone = [address(*spot) for spot in self._on(card)]
        for at in gone:
            del self._states[at]
        self._evaluated = None
        return self._settle(self._elsewhere(card)) | set(gone)

    # the spots of rows

    def _spots(self, name: str) -> list[Spot]:
        repeat = self._rows[name].repeat
        if repeat is None:
            return [(name, None)]
        return [(name, card) for card in self._cards if card.repeat == repeat.name]

    def _on(self, card: Card) -> list[Spot]:
        repeat = self._rules.template.repeats[card.repeat]
        return [(name, card) for name, ruled in self._rows.items() if ruled.repeat is repeat]

    def _following(self, names: Iterable[str], spot: Spot) -> set[Spot]:
        """The spots of *names* that look at *spot*: on the same card, or everywhere if they stand elsewhere."""
        own = self._rows[spot[0]].repeat
        found: set[Spot] = set()
        for name in names:
            if self._rows[name].repeat is own:
                found.add((name, spot[1]))
            else:
                found.update(self._spots(name))
        return found

    def _elsewhere(self, card: Card) -> set[Spot]:
        """The spots elsewhere whose rules count or gather what stands on *card*."""
        found: set[Spot] = set()
        for spot in self._on(card):
            ruled = self._rows[spot[0]]
            found |= {s for s in self._following(ruled.dependants | ruled.watchers, spot) if s[1] != card}
        return found

    # the wave of change

    def _settle(self, changed: Iterable[Spot]) -> frozenset[str]:
        """Finds the state of *changed* and of what depends on it, each row once and after those that it needs."""
        number = count()
        waiting = set(changed)
        heap = [(self._rows[spot[0]].rank, next(number), spot) for spot in waiting]
        heapq.heapify(heap)
        to_judge = set(waiting)
        altered: set[str] = set()
        while heap:
            _, _, spot = heapq.heappop(heap)
            waiting.remove(spot)
            ruled = self._rows[spot[0]]
            if not self._find(ruled, spot[1]):
                continue
            altered.add(address(*spot))
            to_judge.add(spot)
            to_judge |= self._following(ruled.watchers, spot)
            for following in self._following(ruled.dependants, spot) - waiting:
                waiting.add(following)
                heapq.heappush(heap, (self._rows[following[0]].rank, next(number), following))
        altered.update(address(*spot) for spot in to_judge if self._judge(self._rows[spot[0]], spot[1]))
        return frozenset(altered)

    def _find(self, ruled: Ruled, card: Card | None) -> bool:
        """Finds what the row is to others; whether that changed."""
        row = ruled.row
        at = address(row.name, card)
        state = self._states[at]
        stands = (
            not ruled.outer
            or self._states[address(ruled.outer, card if ruled.outer_on_card else None)].relevant
        )
        relevant = stands and self._holds(ruled.relevant, card, "")
        value, mark, calculated = "", "", None
        if relevant and isinstance(row, Item):
            answer = self._given.get(at, _BLANK)
            mark = answer.mark if row.marked else ""
            value = _clean(answer.fact) if row.fact else ""
            if ruled.calculation:
                calculated = value = _clean(str(self._run(ruled.calculation, card, value)))
        found = (relevant, value, mark, calculated)
        if found == (state.relevant, state.value, state.mark, state.calculated):
            return False
        if (relevant, calculated) != (state.relevant, state.calculated):
            self._evaluated = None
        state.relevant, state.value, state.mark, state.calculated = found
        return True

    def _judge(self, ruled: Ruled, card: Card | None) -> bool:
        """Judges the fact of the row; whether the judgement changed."""
        row = ruled.row
        if not isinstance(row, Item) or not row.fact:
            return False
        state = self._states[address(row.name, card)]
        filled = bool(state.value.strip())
        malformed = filled and not is_well_formed(self._rules.template, row, state.value)
        refused = filled and not malformed and not self._holds(ruled.constraint, card, state.value)
        needed = ruled.required is not None and state.relevant and not filled
        missing = needed and self._holds(ruled.required, card, state.value)
        found = (refused, malformed, missing)
        if found == (state.refused, state.malformed, state.missing):
            return False
        self._evaluated = None
        state.refused, state.malformed, state.missing = found
        return True

    # rules at work

    def _holds(self, rule: Compiled | None, card: Card | None, itself: str) -> bool:
        """Whether *rule* is true at a row; a rule that is not there is."""
        return rule is None or bool(self._run(rule, card, itself))

    def _run(self, rule: Compiled, card: Card | None, itself: str) -> functions.Value:
        variables = {i.variable: self._gather(i) if i.gathered else self._seen(i, card) for i in rule.inputs}
        return rule.run(variables, itself, self._today)

    def _seen(self, needed: Input, card: Card | None) -> str:
        state = self._states[address(needed.row, card if needed.on_card else None)]
        return state.mark if needed.is_mark else state.value

    def _gather(self, needed: Input) -> list[etree._Element]:
        cards = etree.Element("cards")
        for _, card in self._spots(needed.row):
            state = self._states[address(needed.row, card)]
            etree.SubElement(cards, "card").text = state.mark if needed.is_mark else state.value
        return list(cards)


_BLANK = Answer()


def _clean(text: str) -> str:
    """The text without the characters that XML has no place for."""
    return _NOT_XML.sub("\ufffd", text)


def evaluate(rules: Rules, answers: Answers, today: date) -> Evaluated:
    """What the rules make of *answers* as they stand."""
    return Sheet(rules, answers, today).evaluated
