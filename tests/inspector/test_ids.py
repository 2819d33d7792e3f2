import json
from datetime import UTC, datetime, timedelta
from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector import ids
from tests.builders import NOON

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def test_id_is_a_uuid_of_version_seven_with_its_time() -> None:
    found = UUID(hex=ids.new_id(NOON, lambda size: b"\xff" * size))
    assert (found.version, found.variant) == (7, RFC_4122)
    assert found.int >> 80 == int(NOON.timestamp() * 1000)


@given(st.integers(0, 10**11), st.integers(1, 10**11))
def test_later_id_sorts_behind_whatever_the_random_part_is(milliseconds: int, later: int) -> None:
    at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    early = ids.new_id(at, lambda size: b"\xff" * size)
    late = ids.new_id(at + timedelta(milliseconds=later), lambda size: b"\x00" * size)
    assert early < late


def test_every_random_bit_reaches_the_id() -> None:
    every = {ids.new_id(NOON, lambda size, bit=bit: (1 << bit).to_bytes(size, "big")) for bit in range(80)}
    assert len(every) == 1 + 74  # 74 random bits; the others would fall on version, variant or nowhere


def test_ids_of_one_moment_differ() -> None:
    assert len({ids.new_id(NOON) for _ in range(1000)}) == 1000


@given(JSON)
def test_canonical_bytes_come_back_as_the_same_value_and_the_same_bytes(value: ids.Json) -> None:
    try:
        written = ids.canonical(value)
    except UnicodeEncodeError:
        return
    assert json.loads(written) == value
    assert ids.canonical(json.loads(written)) == written


def test_canonical_bytes_do_not_depend_on_the_order_of_keys() -> None:
    assert ids.canonical({"b": 1, "a": {"y": None, "x": "县"}}) == '{"a":{"x":"县","y":null},"b":1}'.encode()


@pytest.mark.parametrize(
    "value", [1.0, float("nan"), [1, [2.5]], {"a": {"b": 0.1}}, (1, 2), {"a": (1.5,)}, {1: 2}, b"x", {"s"}]
)
def test_canonical_refuses_what_would_not_come_back_as_it_went_in(value: object) -> None:
    with pytest.raises(TypeError):
        ids.canonical(value)  # type: ignore[arg-type]


def test_canonical_refuses_a_lone_surrogate() -> None:
    with pytest.raises(ValueError, match="surrogates"):
        ids.canonical("\ud800")
