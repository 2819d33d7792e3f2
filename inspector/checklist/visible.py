"""What a window shows of a checklist: sections in order, their cards, and the items that count."""

from dataclasses import dataclass

from inspector.checklist.answers import Answers, Card, address
from inspector.checklist.rules import Evaluated
from inspector.checklist.template import FactKind, Group, Item, Repeat, Row, Template, Text
from inspector.errors import Problem


@dataclass(frozen=True)
class Line:
    """One item where it stands."""

    address: str
    item: Item
    card: Card | None = None


@dataclass(frozen=True)
class VisibleCard:
    card: Card
    number: int  # from 1, within its section
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Section:
    """A group or a repeat of the first level, or items that stand in neither (then without name and label).

    `repeat` is set where cards can be added; `lines` are the items outside of cards.
    """

    name: str
    label: Text
    lines: tuple[Line, ...] = ()
    repeat: Repeat | None = None
    cards: tuple[VisibleCard, ...] = ()


def visible(template: Template, answers: Answers, evaluated: Evaluated) -> tuple[Section, ...]:
    """The relevant sections in the order of the survey; calculated items are not shown."""
    sections: list[Section] = []
    for row in template.survey:
        if row.name not in evaluated.relevant:
            continue
        if isinstance(row, Item):
            loose = sections.pop() if sections and not sections[-1].name else Section("", Text({}))
            sections.append(Section("", loose.label, loose.lines + _lines((row,), None, evaluated)))
        elif isinstance(row, Repeat):
            sections.append(_repeated(row, answers, evaluated))
        else:
            sections += _grouped(row, answers, evaluated)
    return tuple(sections)


def _grouped(group: Group, answers: Answers, evaluated: Evaluated) -> list[Section]:
    """A group, and behind it the repeats inside it, which have cards of their own."""
    inner = [_repeated(row, answers, evaluated) for row in _repeats(group) if row.name in evaluated.relevant]
    return [Section(group.name, group.label, _lines(group.rows, None, evaluated)), *inner]


def _repeats(group: Group) -> list[Repeat]:
    nested = [found for row in group.rows if isinstance(row, Group) for found in _repeats(row)]
    return [row for row in group.rows if isinstance(row, Repeat)] + nested


def _repeated(repeat: Repeat, answers: Answers, evaluated: Evaluated) -> Section:
    cards = [card for card in answers.cards if card.repeat == repeat.name]
    shown = tuple(
        VisibleCard(card, number, _lines(repeat.rows, card, evaluated))
        for number, card in enumerate(cards, 1)
    )
    return Section(repeat.name, repeat.label, repeat=repeat, cards=shown)


def _lines(rows: tuple[Row, ...], card: Card | None, evaluated: Evaluated) -> tuple[Line, ...]:
    lines: list[Line] = []
    for row in rows:
        at = address(row.name, card)
        if at not in evaluated.relevant:
            continue
        if isinstance(row, Group):
            lines += _lines(row.rows, card, evaluated)
        elif isinstance(row, Item) and row.fact is not FactKind.CALCULATE:
            lines.append(Line(at, row, card))
    return tuple(lines)


def problems(template: Template, evaluated: Evaluated, language: str) -> tuple[Problem, ...]:
    """What is wrong with the facts, `where` being the address: not of its kind, refused by its constraint, missing."""
    found: list[Problem] = []
    for code, addresses in (
        ("fact_malformed", evaluated.malformed),
        ("fact_refused", evaluated.refused),
        ("fact_missing", evaluated.missing),
    ):
        for at in sorted(addresses):
            item = template.placed[at.rpartition("/")[2]].row
            if isinstance(item, Item):
                message = item.constraint_message.of(language) if item.constraint_message else ""
                found.append(Problem(code, at, {"label": item.label.of(language), "message": message}))
    return tuple(found)
