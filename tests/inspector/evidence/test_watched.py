"""The watched folder."""

from pathlib import Path

import pytest

from inspector.errors import Code, Trouble
from inspector.evidence.watched import Look, Stamp, arrived, look

A, B = Path("a.jpg"), Path("b.jpg")
NOTHING: Look = {}


def test_file_arrives_when_two_looks_agree_on_it() -> None:
    assert arrived(NOTHING, NOTHING, {A: Stamp(9, 1)}) == ()
    assert arrived(NOTHING, {A: Stamp(9, 1)}, {A: Stamp(9, 1)}) == (A,)


def test_file_waits_when_it_is_still_growing_or_empty() -> None:
    assert arrived(NOTHING, {A: Stamp(5, 1)}, {A: Stamp(9, 1)}) == ()
    assert arrived(NOTHING, {A: Stamp(9, 1)}, {A: Stamp(9, 2)}) == ()
    assert arrived(NOTHING, {A: Stamp(0, 1)}, {A: Stamp(0, 1)}) == ()


def test_file_is_left_alone_when_it_was_there_before_or_is_taken() -> None:
    now = {A: Stamp(9, 1), B: Stamp(9, 1)}
    assert arrived({A: Stamp(9, 1)}, now, now) == (B,)
    assert arrived(now, now, now) == ()


def test_file_arrives_again_when_another_one_takes_its_name() -> None:
    now = {A: Stamp(7, 5)}
    assert arrived({A: Stamp(9, 1)}, now, now) == (A,)


def test_files_arrive_oldest_first() -> None:
    now = {A: Stamp(9, 20), B: Stamp(9, 10)}
    assert arrived(NOTHING, now, now) == (B, A)


def test_look_sees_only_what_could_be_evidence(tmp_path: Path) -> None:
    for name in ("b.JPG", "c.heic", "d.mp4", "e.txt", "f.jpg.part", ".hidden.jpg", "g"):
        (tmp_path / name).write_bytes(b"xx")
    (tmp_path / "folder.jpg").mkdir()
    seen = look(tmp_path)
    assert {path.name for path in seen} == {"b.JPG", "c.heic", "d.mp4"}
    assert all(stamp.size_bytes == 2 for stamp in seen.values())


def test_look_tells_when_the_phone_was_unplugged(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as caught:
        look(tmp_path / "gone")
    assert caught.value.code == Code.FILE_UNREADABLE
