"""Answers with the state of every row; a change finds again only what depends on it."""

import heapq
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import TypeAlias

from lxml import etree

from inspector.checklist.answers import Answer, Answers, Card, address
from inspector.checklist.compiled import ROOT
from inspector.checklist.facts import is_well_formed
from inspector.checklist.rules import Evaluated, Rules
from inspector.checklist.template import MARK_SUFFIX, Group, Item, Repeat, Row

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Spot: TypeAlias = "tuple[str, Card | None]"  # a row by its name, and the card that it stands on


@dataclass
class _State:
    relevant: bool = False
    value: str = ""  # as other rules see it
    mark: str = ""
    calculated: str | None = None
    refused: bool = False
    malformed: bool = False
    missing: bool = False

    def seen(self) -> tuple[bool, str, str, str | None]:
        return self.relevant, self.value, self.mark, self.calculated

    def judged(self) -> tuple[bool, bool, bool]:
        return self.refused, self.malformed, self.missing


class Sheet:
    """The answers of one visit under the rules of its checklist.

    A row that is not relevant keeps its answer but reads as blank in other rules. Each change returns the addresses
    whose answer or state it altered, so that a window repaints just those.
    """

    def __init__(self, rules: Rules, answers: Answers, today: date) -> None:
        self._rules = rules
        self._template = rules.template
        self._today = today
        self._cards = list(answers.cards)
        self._given = dict(answers.given)
        self._elements: dict[str, etree._Element] = {}
        self._states: dict[str, _State] = {}
        self._root = etree.Element(ROOT)
        for row in self._template.survey:
            self._grow(self._root, row, None)
        self._settle(spot for name in rules.rank for spot in self._spots(name))

    @property
    def answers(self) -> Answers:
        return Answers(tuple(self._cards), dict(self._given))

    @property
    def evaluated(self) -> Evaluated:
        """The state of all rows as a value."""
        states = self._states.items()
        return Evaluated(
            relevant=frozenset(at for at, s in states if s.relevant),
            calculated={at: s.calculated for at, s in states if s.calculated is not None},
            refused=frozenset(at for at, s in states if s.refused),
            malformed=frozenset(at for at, s in states if s.malformed),
            missing=frozenset(at for at, s in states if s.missing),
        )

    def answer(self, name: str, answer: Answer, card: Card | None = None) -> frozenset[str]:
        """Takes *answer* for the item *name*, on *card* if the item repeats."""
        at = address(name, card)
        self._given[at] = answer
        return self._settle([(name, card)]) | {at}

    def add(self, card: Card) -> frozenset[str]:
        """Adds *card* behind the others of its repeat; answers kept from an earlier time count again."""
        self._cards.append(card)
        self._grow_card(self._elements[card.repeat], self._template.repeats[card.repeat], card)
        own = self._on(card)
        return self._settle([*own, *self._outside(card)]) | {address(*spot) for spot in own}

    def remove(self, card: Card) -> frozenset[str]:
        """Takes *card* away. Its answers stay in `answers`, since an undo may bring it back."""
        self._cards.remove(card)
        gone = [address(*spot) for spot in self._on(card)]
        self._elements[card.repeat].remove(self._elements.pop(f"{card.id}/"))
        for at in gone:
            del self._states[at], self._elements[at]
            self._elements.pop(at + MARK_SUFFIX, None)
        return self._settle(self._outside(card)) | set(gone)

    # the tree of answers: groups, and an element for each card

    def _grow(self, parent: etree._Element, row: Row, card: Card | None) -> None:
        at = address(row.name, card)
        self._states[at] = _State()
        if isinstance(row, Repeat):
            self._elements[at] = parent
            for own in self._cards:
                if own.repeat == row.name:
                    self._grow_card(parent, row, own)
            return
        if isinstance(row, Item) and row.marked and row.fact:
            self._elements[at + MARK_SUFFIX] = etree.SubElement(parent, row.name + MARK_SUFFIX)
        self._elements[at] = etree.SubElement(parent, row.name)
        for inner in row.rows if isinstance(row, Group) else ():
            self._grow(self._elements[at], inner, card)

    def _grow_card(self, parent: etree._Element, repeat: Repeat, card: Card) -> None:
        element = self._elements[f"{card.id}/"] = etree.SubElement(parent, repeat.name)
        for row in repeat.rows:
            self._grow(element, row, card)

    # the spots of rows

    def _spots(self, name: str) -> list[Spot]:
        repeat = self._template.placed[name].repeat
        if repeat is None:
            return [(name, None)]
        return [(name, card) for card in self._cards if card.repeat == repeat.name]

    def _on(self, card: Card) -> list[Spot]:
        repeat = self._template.repeats[card.repeat]
        return [(name, card) for name, placed in self._template.placed.items() if placed.repeat is repeat]

    def _following(self, names: Iterable[str], spot: Spot) -> set[Spot]:
        """The spots of *names* that look at *spot*: on the same card, or everywhere if they stand elsewhere."""
        own = self._template.placed[spot[0]].repeat
        found: set[Spot] = set()
        for name in names:
            if own is not None and self._template.placed[name].repeat is own:
                found.add((name, spot[1]))
            else:
                found.update(self._spots(name))
        return found

    def _outside(self, card: Card) -> set[Spot]:
        """The spots elsewhere whose rules count or gather what stands on *card*."""
        found: set[Spot] = set()
        for name, _ in self._on(card):
            names = self._rules.dependants[name] | self._rules.watchers[name]
            found |= {spot for spot in self._following(names, (name, card)) if spot[1] != card}
        return found

    # the wave of change

    def _settle(self, changed: Iterable[Spot]) -> frozenset[str]:
        """Finds the state of *changed* and of what depends on it, each row once and after those that it needs."""
        rank, number = self._rules.rank, count()
        waiting = set(changed)
        heap = [(rank[spot[0]], next(number), spot) for spot in waiting]
        heapq.heapify(heap)
        to_judge = set(waiting)
        altered: set[str] = set()
        while heap:
            _, _, spot = heapq.heappop(heap)
            waiting.remove(spot)
            if not self._find(*spot):
                continue
            altered.add(address(*spot))
            to_judge |= {spot} | self._following(self._rules.watchers[spot[0]], spot)
            for following in self._following(self._rules.dependants[spot[0]], spot) - waiting:
                waiting.add(following)
                heapq.heappush(heap, (rank[following[0]], next(number), following))
        altered.update(address(*spot) for spot in to_judge if self._judge(*spot))
        return frozenset(altered)

    def _find(self, name: str, card: Card | None) -> bool:
        """Finds what the row is to others; whether that changed."""
        at = address(name, card)
        row, state = self._template.placed[name].row, self._states[at]
        before = state.seen()
        state.relevant = self._holds(name, "relevant", at) if self._stands(name, card) else False
        if isinstance(row, Item):
            self._fill(row, at, state)
        return state.seen() != before

    def _stands(self, name: str, card: Card | None) -> bool:
        """Whether what the row stands in is relevant."""
        inside = self._template.placed[name].inside
        if not inside:
            return True
        outer = inside[-1].name
        return self._states[address(outer, card if self._template.placed[outer].repeat else None)].relevant

    def _fill(self, item: Item, at: str, state: _State) -> None:
        answer, element = self._given.get(at, Answer()), self._elements[at]
        state.mark = answer.mark if item.marked and state.relevant else ""
        state.value = _clean(answer.fact) if item.fact and state.relevant else ""
        element.text = state.value
        rule = self._rules.compiled.get((item.name, "calculation"))
        state.calculated = _clean(str(rule.at(element, self._today))) if rule and state.relevant else None
        if state.calculated is not None:
            element.text = state.value = state.calculated
        if item.marked:
            self._elements[at + MARK_SUFFIX if item.fact else at].text = state.mark

    def _judge(self, name: str, card: Card | None) -> bool:
        """Judges the fact of the row; whether the judgement changed."""
        at = address(name, card)
        row, state = self._template.placed[name].row, self._states[at]
        if not isinstance(row, Item) or not row.fact:
            return False
        before = state.judged()
        filled = bool(state.value.strip())
        state.malformed = filled and not is_well_formed(self._template, row, state.value)
        state.refused = filled and not state.malformed and not self._holds(name, "constraint", at)
        needed = (name, "required") in self._rules.compiled and state.relevant
        state.missing = needed and not filled and self._holds(name, "required", at)
        return state.judged() != before

    def _holds(self, name: str, column: str, at: str) -> bool:
        """Whether a rule of the row is true; a rule that is not there is."""
        rule = self._rules.compiled.get((name, column))
        return rule is None or bool(rule.at(self._elements[at], self._today))


def _clean(text: str) -> str:
    """The text without the characters that XML has no place for."""
    return _NOT_XML.sub("\ufffd", text)


def evaluate(rules: Rules, answers: Answers, today: date) -> Evaluated:
    """What the rules make of *answers* as they stand."""
    return Sheet(rules, answers, today).evaluated
