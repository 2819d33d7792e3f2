from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Any, ClassVar, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector import ids
from inspector.errors import Code, Trouble
from inspector.inspection.kinds import KINDS
from inspector.inspection.visit import Attendance, Goods, Visit
from inspector.journal.kinds import Kind, Kinds, Thing
from inspector.journal.operation import GONE
from inspector.journal.segment import strict_json
from tests.builders import NOON

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
OFFSETS = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    bool: st.booleans(),
    int: st.integers(),
    Decimal: st.decimals(-(10**30), 10**30, allow_nan=False, places=6),
    date: st.dates(),
    datetime: st.datetimes(timezones=OFFSETS).map(lambda d: d.replace(microsecond=0)),
}
MAPPINGS = st.dictionaries(TEXT, TEXT | st.integers() | st.none() | st.lists(TEXT, max_size=2), max_size=3)


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        return st.lists(values_of(arguments[0]), max_size=3).map(tuple)
    if origin in (Union, UnionType):
        return values_of(arguments[0])
    if origin is Mapping:
        return MAPPINGS
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    return PLAIN[hint]


@pytest.mark.parametrize("kind", [KINDS[name] for name in KINDS], ids=list(KINDS))
@settings(max_examples=25)
@given(data=st.data())
def test_every_value_of_every_kind_comes_back(kind: Kind, data: st.DataObject) -> None:
    hints = get_type_hints(kind.cls)
    said = {name: data.draw(values_of(hints[name]), name) for name in kind.fields}
    stored = {name: strict_json(ids.canonical(kind.encode(name, value))) for name, value in said.items()}
    assert kind.assemble("x", stored) == kind.cls(id="x", **said)


@pytest.mark.parametrize("kind", [KINDS[name] for name in KINDS], ids=list(KINDS))
@settings(max_examples=25)
@given(
    stored=st.dictionaries(
        st.text(max_size=3) | st.sampled_from(sorted({f for n in KINDS for f in KINDS[n].fields})),
        st.recursive(
            st.none()
            | st.booleans()
            | st.integers()
            | st.text()
            | st.sampled_from(["NaN", "1e9", "2026-03-15", "x"]),
            lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
            max_leaves=4,
        ),
    )
)
def test_whatever_a_foreign_device_stored_can_be_read(kind: Kind, stored: dict[str, ids.Json]) -> None:
    thing = kind.assemble("x", stored)
    assert thing.id == "x"


def test_no_field_takes_a_reserved_name() -> None:
    assert not any(GONE in KINDS[name].fields for name in KINDS)


def test_unknown_and_unreadable_values_are_left_out_when_a_thing_is_assembled() -> None:
    stored: dict[str, ids.Json] = {
        "name": "口罩", "of_a_newer_version": [1], "quantity": "twenty", "unit_price": "NaN", "order": "1", "unit": None,
    }  # fmt: skip
    assert KINDS["goods"].assemble("x", stored) == Goods(id="x", name="口罩")


def test_instant_without_an_offset_is_left_out_when_a_thing_is_assembled() -> None:
    assert KINDS["visit"].assemble("x", {"started_at": "2026-03-15T12:00:00"}) == Visit(id="x")


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("visit", "place", 3),
        ("visit", "place", "\ud800"),
        ("visit", "place", "x" * 20_001),
        ("visit", "rights_told", 1),
        ("visit", "rights_told", "true"),
        ("visit", "started_at", "2026-03-15T12:00:00+08:00"),
        ("visit", "started_at", NOON.replace(tzinfo=None)),
        ("visit", "started_at", NOON.date()),
        ("visit", "officers", "谭"),
        ("visit", "officers", ("谭", 1)),
        ("visit", "attendance", "asleep"),
        ("visit", "attendance", ["present"]),
        ("officer", "valid_to", NOON),
        ("officer", "valid_to", "2026-03-15"),
        ("goods", "order", True),
        ("goods", "order", "1"),
        ("goods", "quantity", 0.1),
        ("goods", "quantity", True),
        ("goods", "quantity", "twenty"),
        ("goods", "quantity", "Infinity"),
        ("goods", "quantity", Decimal("sNaN")),
        ("goods", "quantity", "1E+9999999"),
        ("goods", "quantity", Decimal("1E-9999999")),
        ("goods", "quantity", (1, 2)),
        ("photo", "facts", {"focal": 4.2}),
        ("photo", "facts", {"place": (29.9, 108.1)}),
        ("photo", "facts", {1: "x"}),
        ("photo", "facts", "x"),
    ],
)
def test_value_is_refused_with_its_place_when_it_is_none_of_its_field(
    kind: str, field: str, value: object
) -> None:
    with pytest.raises(Trouble) as trouble:
        KINDS[kind].encode(field, value)
    assert trouble.value.code is Code.VALUE_INVALID
    assert [(p.code, p.where) for p in trouble.value.problems] == [("value_malformed", f"{kind}/{field}")]


def test_field_is_refused_when_the_kind_has_none_of_that_name() -> None:
    with pytest.raises(Trouble) as trouble:
        KINDS["visit"].encode("colour", "red")
    assert trouble.value.code is Code.FIELD_UNKNOWN


def test_numbers_are_written_as_people_write_them() -> None:
    assert KINDS["goods"].encode("quantity", Decimal("1E+3")) == "1000"
    assert KINDS["goods"].encode("unit_price", "35.50") == "35.50"
    assert KINDS["goods"].encode("quantity", 20) == "20"


def test_enum_is_written_as_its_stored_word() -> None:
    assert KINDS["visit"].encode("attendance", Attendance.LEFT) == "left"
    assert KINDS["visit"].encode("attendance", "left") == "left"


def test_none_takes_a_field_back_to_its_default() -> None:
    assert KINDS["visit"].encode("attendance", None) is None
    assert KINDS["visit"].assemble("x", {"attendance": None}) == Visit(id="x")


@dataclass(frozen=True)
class NeedsDefault(Thing):
    kind: ClassVar[str] = "needs-default"
    name: str = ""


def test_kinds_are_refused_when_two_have_one_name_or_none() -> None:
    for things in ([NeedsDefault, NeedsDefault], [Thing]):
        with pytest.raises(TypeError, match="kind of its own"):
            Kinds(things)


@pytest.mark.parametrize("hint", [float, frozenset[str], tuple[str, int], str | int, dict[str, str], bytes])
def test_kind_is_refused_when_a_field_has_no_written_form(hint: Any) -> None:
    thing = dataclass(frozen=True)(
        type("Odd", (Thing,), {"__annotations__": {"odd": hint}, "odd": None, "kind": "odd"})
    )
    assert [f.name for f in fields(thing)] == ["id", "odd"]
    with pytest.raises(TypeError, match="no way to write"):
        Kind.of(thing)
