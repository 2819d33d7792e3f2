"""The rows of the column, made from the checklist as it shows now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import TypeAlias

from inspector import checklist
from inspector.checklist import Line, Section, Sheet, Template, VisibleCard


@dataclass(frozen=True)
class SectionRow:
    """The heading of a section; `repeat` names the repeat whose cards can be added there."""

    key: str
    label: str
    repeat: str = ""


@dataclass(frozen=True)
class CardRow:
    """The heading of a card; `can_copy` when there is a card before it for 同上."""

    key: str
    card: str
    label: str
    can_copy: bool


@dataclass(frozen=True)
class LineRow:
    """An item where it stands."""

    key: str
    number: int
    line: Line


Row: TypeAlias = SectionRow | CardRow | LineRow


def rows(template: Template, sheet: Sheet, language: str) -> tuple[Row, ...]:
    """All rows in order; items are numbered from 1, on cards too."""
    numbers = count(1)
    answers = sheet.answers
    sections = checklist.visible(template, answers, sheet.evaluated)
    return tuple(
        row for section in sections for row in _section(template, answers, section, language, numbers)
    )


def _section(
    template: Template, answers: checklist.Answers, section: Section, language: str, numbers: Iterator[int]
) -> Iterator[Row]:
    label = section.label.of(language)
    if label:
        yield SectionRow(f"section/{section.name}", label, section.repeat.name if section.repeat else "")
    yield from _lines(section.lines, numbers)
    for card in section.cards:
        yield _card(template, answers, card, language)
        yield from _lines(card.lines, numbers)


def _lines(lines: Iterable[Line], numbers: Iterator[int]) -> Iterator[Row]:
    return (LineRow(line.address, next(numbers), line) for line in lines)


def _card(template: Template, answers: checklist.Answers, card: VisibleCard, language: str) -> CardRow:
    label = checklist.card_label(template, answers, card.card, language)
    return CardRow(f"card/{card.card.id}", card.card.id, label, can_copy=card.number > 1)
