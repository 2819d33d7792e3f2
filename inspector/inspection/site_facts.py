"""现场情况 composed from the answers: objective sentences, in the order of the checklist, for the officer to edit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from inspector.checklist.answers import Answer, Card, address, card_label
from inspector.checklist.rules import Evaluated
from inspector.checklist.sentences import fill, others, worded
from inspector.checklist.template import Item, Mark, Repeat, Template
from inspector.inspection.inspection import Inspection

LANGUAGE = "zh_CN"
"""Records are written in Chinese, whatever the window speaks."""

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

_Numbered = tuple[int, Card]


def compose(template: Template, inspection: Inspection, evaluated: Evaluated) -> str:
    """One paragraph for the visit, one for the cards on which nothing was found, one for each other card, one for each
    suspicion's own facts. What is unchecked says nothing but what was written down there.
    """
    composer = _Composer(template, inspection, evaluated)
    return "\n".join(paragraph for paragraph in composer.paragraphs() if paragraph)


@dataclass(frozen=True)
class _Saying:
    """A pattern to be filled with what was written down on the cards of those numbers, none for the visit itself."""

    pattern: str
    fact: str
    note: str
    cards: tuple[int, ...] = ()

    @property
    def likeness(self) -> tuple[str, bool, str]:
        """What it has in common with others that one sentence can say together with it."""
        return self.pattern, bool(self.fact), self.note

    @property
    def sentence(self) -> str:
        """The pattern filled in, and the note behind it where the pattern has no place for one."""
        said = fill(self.pattern, fact=self.fact, note=self.note)
        note = self.note.strip().rstrip("。；")
        if said and note and "{note}" not in self.pattern:
            said = f"{said.rstrip('。')}（{note}）"
        return said if not said or said.endswith(("。", "；", "！", "？")) else f"{said}。"


@dataclass(frozen=True)
class _Composer:
    template: Template
    inspection: Inspection
    evaluated: Evaluated

    def paragraphs(self) -> Iterator[str]:
        answers = self.inspection.answered
        yield "".join(s.sentence for item in self._items(None) for s in self._sayings(item, ((0, None),)))
        suspect = {at.partition("/")[0] for at, a in answers.given.items() if a.mark is Mark.SUSPECT}
        for repeat in self.template.repeats.values():
            cards = list(enumerate((c for c in answers.cards if c.repeat == repeat.name), 1))
            yield self._on_cards(repeat, [c for c in cards if c[1].id not in suspect])
            yield from (self._on_cards(repeat, [c]) for c in cards if c[1].id in suspect)
        yield from (s.facts.strip() for s in self.inspection.suspicions)

    def _on_cards(self, repeat: Repeat, cards: Sequence[_Numbered]) -> str:
        """The cards by their names, and each sentence once; numbers say where it is not the same on all of them."""
        sentences = []
        for item in self._items(repeat):
            alike: dict[tuple[str, bool, str], list[_Saying]] = {}
            for saying in self._sayings(item, cards):
                alike.setdefault(saying.likeness, []).append(saying)
            sentences += [_together(sayings, len(cards)) for sayings in alike.values()]
        answered = self.inspection.answered
        named = "；".join(card_label(self.template, answered, card, LANGUAGE) for _, card in cards)
        if any(sentences):
            return f"{named}：{''.join(sentences)}"
        has_name = any(answered.at(address(name, card)).fact for _, card in cards for name in repeat.named_by)
        return f"{named}。" if has_name else ""

    def _items(self, repeat: Repeat | None) -> Iterator[Item]:
        for placed in self.template.placed.values():
            if isinstance(placed.row, Item) and placed.repeat == repeat:
                yield placed.row

    def _sayings(self, item: Item, cards: Sequence[tuple[int, Card | None]]) -> Iterator[_Saying]:
        for number, card in cards:
            at = address(item.name, card)
            answer = self.inspection.answered.at(at)
            pattern = _pattern(item, answer)
            if not pattern or at not in self.evaluated.relevant:
                continue
            if item.marked or item.name not in self._said_beside[card.id if card else ""]:
                fact = self._fact(item, card)[0] if "{fact}" in pattern else ""
                yield _Saying(pattern, fact, answer.note, (number,))

    def _fact(self, item: Item, card: Card | None) -> tuple[str, frozenset[str]]:
        """The fact as it reads in its sentence, and the items whose facts are said with it."""
        fact = self._shown(item, card)
        if not fact or not item.fact_said:
            return fact, frozenset()
        facts = {}
        for name in others(item.fact_said):
            placed = self.template.placed[name]
            assert isinstance(placed.row, Item)
            facts[name] = self._shown(placed.row, card if placed.repeat else None)
        return worded(item.fact_said, fact, facts)

    @cached_property
    def _said_beside(self) -> dict[str, frozenset[str]]:
        """By card, empty for the visit itself: the items whose facts are said with those of others. Once is enough."""
        found = {}
        for card in (None, *self.inspection.answered.cards):
            repeat = self.template.repeats[card.repeat] if card else None
            said = [
                self._fact(item, card)[1]
                for item in self._items(repeat)
                if "{fact}" in _pattern(item, self.inspection.answered.at(address(item.name, card)))
            ]
            found[card.id if card else ""] = frozenset[str]().union(*said)
        return found

    def _shown(self, item: Item, card: Card | None) -> str:
        at = address(item.name, card)
        fact = self.inspection.answered.at(at).fact
        return self.template.shown(item, fact, LANGUAGE) if at in self.evaluated.relevant else ""


def _pattern(item: Item, answer: Answer) -> str:
    """The sentence for that answer; none for what does not apply, or was not looked at and has nothing written down."""
    if not item.marked or answer.mark is Mark.CLEAR:
        return item.fact_clear
    is_said = answer.mark is Mark.UNCHECKED and (answer.fact.strip() or answer.note.strip())
    return item.fact_suspect if answer.mark is Mark.SUSPECT or is_said else ""


def _together(sayings: Sequence[_Saying], cards: int) -> str:
    """One sentence for all *sayings*, which are alike: facts by the number of their card where they differ."""
    by_fact: dict[str, list[int]] = {}
    for saying in sayings:
        by_fact.setdefault(saying.fact, []).extend(saying.cards)
    if len(by_fact) > 1:
        facts = (f"{_circled(numbers)}{fact}" for fact, numbers in by_fact.items())
        joint = "；" if any("，" in fact for fact in by_fact) else "、"
        return replace(sayings[0], fact=joint.join(facts)).sentence
    sentence = sayings[0].sentence
    return (
        sentence if not sentence or len(sayings) == cards else _circled(by_fact[sayings[0].fact]) + sentence
    )


def _circled(numbers: Sequence[int]) -> str:
    return "".join(_CIRCLED[n - 1] if n <= len(_CIRCLED) else f"（{n}）" for n in numbers)
