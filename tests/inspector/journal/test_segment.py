import lzma
import tracemalloc
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.errors import Code, Trouble
from inspector.journal import segment as segments
from inspector.journal.commit import Chain
from inspector.journal.segment import Segment, strict_json
from tests.builders import a_run

RUN = a_run(3)
SMALL = Segment.of(Chain("laptop", 1), RUN)


def refused(segment: Segment) -> bool:
    """Whether the bytes are refused in the one way that is foreseen; what is read must be the very same commits."""
    found = None
    try:
        commits = segment.commits()
    except Trouble as trouble:
        found = trouble.code
    else:
        assert commits == RUN
    assert found in (None, Code.JOURNAL_BROKEN)
    return found is not None


def test_segment_gives_its_commits_back() -> None:
    assert SMALL.commits() == RUN
    assert SMALL.end == RUN[-1].chain


def test_segment_may_begin_anywhere_in_a_chain() -> None:
    assert Segment.of(RUN[0].chain, RUN[1:]).commits() == RUN[1:]


def test_every_truncation_is_refused() -> None:
    assert all(refused(replace(SMALL, body=SMALL.body[:n])) for n in range(len(SMALL.body)))


def test_every_bit_flip_is_refused_unless_it_changes_nothing() -> None:
    read = 0
    for place in range(len(SMALL.body) * 8):
        body = bytearray(SMALL.body)
        body[place // 8] ^= 1 << place % 8
        read += not refused(replace(SMALL, body=bytes(body)))
    assert read < 16  # bits that only say how hard the compression tried


def test_every_bit_flip_below_the_compression_is_refused() -> None:
    lines = lzma.decompress(SMALL.body)
    read = 0
    for place in range(len(lines) * 8):
        flipped = bytearray(lines)
        flipped[place // 8] ^= 1 << place % 8
        read += not refused(replace(SMALL, body=lzma.compress(bytes(flipped), preset=0)))
    assert read == 0


@pytest.mark.parametrize(
    "change",
    [
        lambda lines: lines + b"\n",
        lambda lines: lines + b"\n" + lines.split(b"\n")[-1],
        lambda lines: b"\n".join(lines.split(b"\n")[:-1]),
        lambda lines: lines.replace(b",", b", ", 1),
        lambda lines: lines.replace("第".encode(), rb"\u7b2c", 1),
        lambda lines: lines.replace(b',1,"', b',1.0,"', 1),
        lambda lines: lines.replace(b',1,"', b',01,"', 1),
        lambda lines: b"\xef\xbb\xbf" + lines,
        lambda lines: lines.upper(),
        lambda lines: b"",
        lambda lines: b"[" * 200_000,
        lambda lines: b"\xff\xfe",
        lambda lines: b"[" + b"9" * 5000 + b"]",
    ],
)
def test_other_bytes_are_refused_even_when_they_say_the_same(change: object) -> None:
    lines = lzma.decompress(SMALL.body)
    assert refused(replace(SMALL, body=lzma.compress(change(lines))))  # type: ignore[operator]


def test_bytes_behind_the_compressed_ones_are_refused() -> None:
    assert refused(replace(SMALL, body=SMALL.body + b"\0"))
    assert refused(replace(SMALL, body=SMALL.body + SMALL.body))


@pytest.mark.parametrize(
    "change",
    [
        {"start": Chain("other", 1)},
        {"start": Chain("laptop", 2)},
        {"start": Chain("laptop", 1, 1, "")},
        {"start": Chain("laptop", 1, 0, "ab" * 32)},
        {"end": RUN[1].chain},
        {"end": replace(RUN[2].chain, head="ab" * 32)},
    ],
)
def test_segment_is_refused_when_its_ends_are_not_the_ones_promised(change: dict[str, Chain]) -> None:
    assert refused(replace(SMALL, **change))  # type: ignore[arg-type]


@given(st.binary(max_size=200))
def test_any_bytes_are_refused(body: bytes) -> None:
    assert refused(replace(SMALL, body=body))
    assert refused(replace(SMALL, body=lzma.compress(body)))


def test_what_unpacks_to_too_much_is_refused_before_memory_is_spent(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = lzma.compress(b" " * 30_000_000, preset=0)
    monkeypatch.setattr(segments, "MOST_BYTES", 1_000_000)
    tracemalloc.start()
    try:
        assert refused(replace(SMALL, body=bomb))
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "text",
    [
        b'{"a":1,"a":1}',
        b'[{"a":{"b":1,"b":2}}]',
        b"1.0",
        b"1e2",
        b"NaN",
        b"-Infinity",
        b"[Infinity]",
        b"",
        b"[1,]",
        b"{} {}",
    ],
)
def test_json_is_refused_when_it_has_no_canonical_form(text: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        strict_json(text)


def test_json_is_read_when_it_has_one() -> None:
    assert strict_json('{"县":[1,-2,null,true,"x"]}'.encode()) == {"县": [1, -2, None, True, "x"]}
