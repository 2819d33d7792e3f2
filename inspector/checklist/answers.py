"""What has been answered: cards in their order, and an answer by address."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from inspector.checklist.template import Item, Mark, Placed, Template


@dataclass(frozen=True)
class Answer:
    """One item as answered. A fact is text in one form: ISO dates, decimals with a point, chosen names by spaces."""

    mark: Mark = Mark.UNCHECKED
    fact: str = ""
    note: str = ""


@dataclass(frozen=True)
class Card:
    """One product, one stall: an instance of a repeat."""

    id: str
    repeat: str


@dataclass(frozen=True)
class Answers:
    """Cards in order; answers by address, which is `item` or, on a card, `card_id/item`."""

    cards: tuple[Card, ...] = ()
    given: Mapping[str, Answer] = field(default_factory=dict)

    def at(self, address: str) -> Answer:
        """The answer at *address*; what nobody has touched is unchecked and blank."""
        return self.given.get(address, Answer())


def address(name: str, card: Card | None = None) -> str:
    """Where the row *name* stands, on *card* if its repeat has cards."""
    return f"{card.id}/{name}" if card else name


def addresses(placed: Placed, cards: tuple[Card, ...]) -> tuple[str, ...]:
    """Every address at which a row stands: one, or one on each card of its repeat."""
    if placed.repeat is None:
        return (placed.row.name,)
    return tuple(address(placed.row.name, card) for card in cards if card.repeat == placed.repeat.name)


def card_label(template: Template, answers: Answers, card: Card, language: str) -> str:
    """The name of a card: its number among its kind, and the facts that name it: “2 某牌 医用外科口罩”."""
    number = [c.id for c in answers.cards if c.repeat == card.repeat].index(card.id) + 1
    repeat = template.repeats[card.repeat]
    named = ((template.placed[name].row, answers.at(address(name, card)).fact) for name in repeat.named_by)
    facts = [template.shown(row, fact, language) for row, fact in named if isinstance(row, Item) and fact]
    return " ".join((str(number), *facts)) if facts else f"{repeat.label.of(language)} {number}"


def same_as_previous(template: Template, answers: Answers, card: Card) -> Mapping[str, Answer]:
    """同上: the answers of *card* with the facts of the card before it, where its own are blank.

    Marks and notes are never copied: each product is looked at for itself.
    """
    siblings = [c for c in answers.cards if c.repeat == card.repeat]
    place = siblings.index(card)
    if place == 0:
        return {}
    copied: dict[str, Answer] = {}
    for item in template.items:
        if not item.same_as_previous or template.placed[item.name].repeat != template.repeats[card.repeat]:
            continue
        own = answers.at(address(item.name, card))
        fact = answers.at(address(item.name, siblings[place - 1])).fact
        if fact and not own.fact:
            copied[address(item.name, card)] = Answer(own.mark, fact, own.note)
    return copied
