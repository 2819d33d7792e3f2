"""Passphrases, derived keys and small sealed contents."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector import ids
from inspector.crypto import wrapping
from inspector.crypto.digests import sm3
from inspector.errors import Code, Trouble

SECRET = bytes(range(32))
KEY = b"k" * 32


@pytest.fixture(scope="module")
def wrapped() -> dict[str, ids.Json]:
    return wrapping.wrap(SECRET, "好口令 pass", purpose="workspace", cost=wrapping.FLOOR)


def refusal(call: Callable[[], object]) -> Code:
    with pytest.raises(Trouble) as caught:
        call()
    return caught.value.code


def forged(wrapped: dict[str, ids.Json], **changed: ids.Json) -> dict[str, ids.Json]:
    """What an attacker would write: fields exchanged, and the check made to fit."""
    body = {k: v for k, v in {**wrapped, **changed}.items() if k != "check"}
    return {**body, "check": ids.sha256(ids.canonical(body))}


def test_digest_is_the_standard_vector_when_the_message_is_abc() -> None:
    assert sm3(b"abc") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"


def test_secret_comes_back_when_the_passphrase_is_right(wrapped: dict[str, ids.Json]) -> None:
    assert wrapping.unwrap(wrapped, "好口令 pass", purpose="workspace") == SECRET


def test_passphrase_is_the_same_when_the_keyboard_composes_it_otherwise() -> None:
    composed = wrapping.wrap(SECRET, "caf\u00e9", purpose="p", cost=wrapping.FLOOR)
    assert wrapping.unwrap(composed, "cafe\u0301", purpose="p") == SECRET


@pytest.mark.parametrize("guess", ["", "好口令 Pass", "好口令 pass ", "x"])
def test_passphrase_is_refused_when_it_is_wrong(wrapped: dict[str, ids.Json], guess: str) -> None:
    assert refusal(lambda: wrapping.unwrap(wrapped, guess, purpose="workspace")) == Code.PASSPHRASE_WRONG


@pytest.mark.parametrize("name", ["memory_kib", "iterations", "lanes"])
def test_cost_is_refused_when_it_is_below_the_floor(wrapped: dict[str, ids.Json], name: str) -> None:
    low = getattr(wrapping.FLOOR, name) - 1
    cheap = wrapping.Cost(**{**wrapping.FLOOR.__dict__, name: low})
    with pytest.raises(ValueError, match="not between"):
        wrapping.wrap(SECRET, "p", purpose="p", cost=cheap)
    downgraded = forged(wrapped, **{name: low})
    assert (
        refusal(lambda: wrapping.unwrap(downgraded, "好口令 pass", purpose="workspace"))
        == Code.KEY_FILE_DAMAGED
    )


def test_cost_is_refused_when_a_forger_asks_for_all_memory(wrapped: dict[str, ids.Json]) -> None:
    greedy = forged(wrapped, memory_kib=2**31)
    assert (
        refusal(lambda: wrapping.unwrap(greedy, "好口令 pass", purpose="workspace")) == Code.KEY_FILE_DAMAGED
    )


@pytest.mark.parametrize(
    "change",
    [{"salt": "00" * 16}, {"iterations": 4}, {"purpose": "signing"}, {"note": "new"}],
    ids=lambda change: next(iter(change)),
)
def test_nothing_opens_when_a_header_field_was_exchanged(
    wrapped: dict[str, ids.Json], change: dict[str, ids.Json]
) -> None:
    purpose = str(change.get("purpose", "workspace"))
    opened = refusal(lambda: wrapping.unwrap(forged(wrapped, **change), "好口令 pass", purpose=purpose))
    assert opened == Code.PASSPHRASE_WRONG


def test_secret_stays_locked_when_it_is_taken_for_another_purpose(wrapped: dict[str, ids.Json]) -> None:
    assert (
        refusal(lambda: wrapping.unwrap(wrapped, "好口令 pass", purpose="signing")) == Code.KEY_FILE_DAMAGED
    )


def test_damage_is_told_from_a_wrong_passphrase_when_one_character_differs(
    wrapped: dict[str, ids.Json],
) -> None:
    for name, value in wrapped.items():
        spoilt = {**wrapped, name: value + 1 if isinstance(value, int) else f"{value}"[:-1] + "~"}
        assert (
            refusal(lambda f=spoilt: wrapping.unwrap(f, "好口令 pass", purpose="workspace"))
            == Code.KEY_FILE_DAMAGED
        )


def test_damage_is_told_when_a_field_is_missing_or_of_another_kind(wrapped: dict[str, ids.Json]) -> None:
    for name in wrapped:
        less = {k: v for k, v in wrapped.items() if k != name}
        assert refusal(lambda f=less: wrapping.unwrap(f, "x", purpose="workspace")) == Code.KEY_FILE_DAMAGED
        for other in (None, [], "zz", {}):
            odd = forged(wrapped, **{name: other}) if name != "check" else {**wrapped, name: other}
            assert (
                refusal(lambda f=odd: wrapping.unwrap(f, "x", purpose="workspace")) == Code.KEY_FILE_DAMAGED
            )


def test_derived_keys_differ_when_the_purpose_does() -> None:
    assert wrapping.derive(SECRET, "database") != wrapping.derive(SECRET, "thumbnails")
    assert wrapping.derive(SECRET, "database") == wrapping.derive(SECRET, "database")
    assert len(wrapping.derive(SECRET, "database")) == 32


@given(st.binary(max_size=200), st.binary(max_size=20), st.data())
def test_sealed_content_is_refused_when_any_bit_or_its_length_changes(
    content: bytes, context: bytes, data: st.DataObject
) -> None:
    sealed = wrapping.seal(KEY, content, context)
    assert wrapping.open_sealed(KEY, sealed, context) == content
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    flipped = bytearray(sealed)
    flipped[bit // 8] ^= 1 << bit % 8
    cut = sealed[: data.draw(st.integers(0, len(sealed) - 1))]
    for spoilt in (bytes(flipped), cut, sealed + b"\0"):
        assert refusal(lambda s=spoilt: wrapping.open_sealed(KEY, s, context)) == Code.BLOB_DAMAGED
    assert refusal(lambda: wrapping.open_sealed(KEY, sealed, context + b"x")) == Code.BLOB_DAMAGED
    assert refusal(lambda: wrapping.open_sealed(b"o" * 32, sealed, context)) == Code.BLOB_DAMAGED
