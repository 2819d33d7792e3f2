import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.journal.digits import put_back, taken_out

MOST = 1_000_000
NONCE, DIGEST, SIGNATURE = "0f" * 16, "ab" * 32, "7c" * 64


def numbers() -> st.SearchStrategy[str]:
    return st.sampled_from([31, 32, 33, 40, 64, 127, 128, 129, 256]).flatmap(
        lambda length: st.text("0123456789abcdef", min_size=length, max_size=length)
    )


@given(
    st.lists(st.one_of(numbers(), st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]))))
)
def test_text_comes_back_as_it_was(parts: list[str]) -> None:
    text = '","'.join([*parts, *parts]).encode()
    short, beside = taken_out(text)
    assert put_back(short, beside, MOST) == text
    assert len(short) <= len(text)


def test_number_is_kept_once_as_bytes_and_its_places_are_marked() -> None:
    short, beside = taken_out(f"{NONCE}/a {DIGEST} {SIGNATURE} {NONCE}/b".encode())
    assert short == b"\x01/a \x02 \x03 \x040;/b"
    assert beside == bytes.fromhex(NONCE + DIGEST + SIGNATURE)


def test_texts_that_differ_in_their_numbers_alone_leave_the_same_text() -> None:
    one = f"{NONCE} {DIGEST} {NONCE}".encode()
    assert taken_out(one)[0] == taken_out(re.sub(b"0f", b"e1", one))[0]


@pytest.mark.parametrize(
    ("short", "beside"),
    [
        (b"\x01", b""),
        (b"\x01", b"x" * 15),
        (b"\x01", b"x" * 17),
        (b"\x02", b"x" * 16),
        (b"", b"x"),
        (b"\x040;", b""),
        (b"\x01\x041;", b"x" * 16),
        (b"\x040;\x01", b"x" * 16),
    ],
)
def test_marks_and_numbers_that_do_not_go_together_are_refused(short: bytes, beside: bytes) -> None:
    with pytest.raises(ValueError, match="number"):
        put_back(short, beside, MOST)


def test_text_that_would_grow_too_long_is_refused_before_it_does() -> None:
    with pytest.raises(ValueError, match="too long"):
        put_back(b"\x03" + b"\x040;" * 10_000, b"x" * 64, MOST)
