"""A checklist as a value: XLSForm's model of survey rows, choice lists and settings, with columns of our own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from inspector.identifiers.judgement import Kind

MARK_SUFFIX = "_mark"  # `${x_mark}` is the mark of item x where `${x}` is its fact


class Mark(StrEnum):
    """The four answers: 未发现问题 `1` · 发现疑点 `2` · 不适用 `3` · 未检查 `0`."""

    CLEAR = "clear"
    SUSPECT = "suspect"
    NOT_APPLICABLE = "not_applicable"
    UNCHECKED = "unchecked"


class FactKind(StrEnum):
    """What is written down with an item, by XLSForm's names."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    SELECT_ONE = "select_one"
    SELECT_MULTIPLE = "select_multiple"
    CALCULATE = "calculate"


class GoodsColumn(StrEnum):
    """The column of a suspicion's goods line that a fact fills, so that it is typed once."""

    NAME = "name"
    MARK = "mark"
    REGISTRATION_NUMBER = "registration_number"
    BATCH = "batch"
    QUANTITY = "quantity"
    UNIT = "unit"
    UNIT_PRICE = "unit_price"
    SOURCE = "source"


@dataclass(frozen=True)
class Text:
    """One text in every language of its checklist."""

    by_language: Mapping[str, str]

    def of(self, language: str) -> str:
        """The text in *language*, or in the first language that there is."""
        return self.by_language.get(language) or next(iter(self.by_language.values()), "")


@dataclass(frozen=True)
class Choice:
    name: str
    label: Text


@dataclass(frozen=True)
class Item:
    """One line of the checklist: something to look at (`marked`), to write down (`fact`), both, or a note (neither).

    `relevant`, `constraint`, `required` and `calculation` are XPath as in XLSForm. `fact_clear` and `fact_suspect` are
    objective sentences for 现场情况 in Chinese, patterns of `sentences`: the second says what was written down as it is,
    of what has no mark yet too. `fact_said` is how the fact reads in them.
    """

    name: str
    label: Text
    marked: bool = False
    fact: FactKind | None = None
    list_name: str = ""
    hint: Text | None = None  # 看什么
    relevant: str = ""
    constraint: str = ""
    constraint_message: Text | None = None
    required: str = ""
    calculation: str = ""
    codes: tuple[str, ...] = ()  # the entries of the source list that this item answers
    basis: tuple[str, ...] = ()  # keys of `law`
    photo: Text | None = None  # what to take
    finding: Text | None = None  # the title of the suspicion (疑点) that the mark `suspect` opens
    identifier: Kind | None = None  # the kind of number that the fact is
    only_for: Text | None = None
    published_code: str = ""  # code of the published inspection item (检查事项), if the bureau has one
    same_as_previous: bool = False  # 同上 copies the fact from the card before
    goods: GoodsColumn | None = None
    fact_clear: str = ""
    fact_suspect: str = ""
    fact_said: str = ""


@dataclass(frozen=True)
class Group:
    """Rows under one heading."""

    name: str
    label: Text
    rows: tuple["Row", ...]
    relevant: str = ""


@dataclass(frozen=True)
class Repeat:
    """Rows that come again on each card (卡片): a product, a stall. `named_by` are the items whose facts name a card."""

    name: str
    label: Text
    rows: tuple["Row", ...]
    relevant: str = ""
    named_by: tuple[str, ...] = ()


Row: TypeAlias = Item | Group | Repeat


@dataclass(frozen=True)
class Placed:
    """A row and what it stands in, outermost first."""

    row: Row
    inside: tuple[Group | Repeat, ...]

    @property
    def repeat(self) -> Repeat | None:
        """The repeat whose cards carry the row; repeats do not nest."""
        return next((outer for outer in self.inside if isinstance(outer, Repeat)), None)


@dataclass(frozen=True)
class Template:
    """A checklist in one version."""

    id: str
    title: Text
    version: str
    languages: tuple[str, ...]
    choices: Mapping[str, tuple[Choice, ...]]
    survey: tuple[Row, ...]

    @cached_property
    def placed(self) -> Mapping[str, Placed]:
        """Every row by name, in the order of the survey."""
        return {p.row.name: p for p in _walk(self.survey, ())}

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items, without their groups and repeats."""
        return tuple(p.row for p in self.placed.values() if isinstance(p.row, Item))

    @cached_property
    def repeats(self) -> Mapping[str, Repeat]:
        """The repeats by name."""
        return {name: p.row for name, p in self.placed.items() if isinstance(p.row, Repeat)}

    def shown(self, item: Item, fact: str, language: str) -> str:
        """A fact as a person reads it: labels instead of the names of choices."""
        if item.fact not in {FactKind.SELECT_ONE, FactKind.SELECT_MULTIPLE}:
            return fact
        labels = {c.name: c.label.of(language) for c in self.choices[item.list_name]}
        return "、".join(labels.get(name, name) for name in fact.split())


def _walk(rows: tuple[Row, ...], inside: tuple[Group | Repeat, ...]) -> Iterator[Placed]:
    for row in rows:
        yield Placed(row, inside)
        if not isinstance(row, Item):
            yield from _walk(row.rows, (*inside, row))
