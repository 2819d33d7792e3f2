"""The rows of the column, made from the checklist as it shows now."""

from dataclasses import dataclass
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
    answers = sheet.answers
    found: list[Row] = []
    for section in checklist.visible(template, answers, sheet.evaluated):
        found += _section(template, answers, section, language, sum(isinstance(r, LineRow) for r in found))
    return tuple(found)


def _section(
    template: Template, answers: checklist.Answers, section: Section, language: str, before: int
) -> list[Row]:
    label = section.label.of(language)
    repeat = section.repeat.name if section.repeat else ""
    found: list[Row] = [SectionRow(f"section/{section.name}", label, repeat)] if label else []
    found += [LineRow(line.address, before + n, line) for n, line in enumerate(section.lines, 1)]
    for card in section.cards:
        found.append(_card(template, answers, card, language))
        number = before + sum(isinstance(r, LineRow) for r in found)
        found += [LineRow(line.address, number + n, line) for n, line in enumerate(card.lines, 1)]
    return found


def _card(template: Template, answers: checklist.Answers, card: VisibleCard, language: str) -> CardRow:
    label = checklist.card_label(template, answers, card.card, language)
    return CardRow(f"card/{card.card.id}", card.card.id, label, can_copy=card.number > 1)
