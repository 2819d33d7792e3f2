"""Damage to the file: every page of it is told, by what reads it or by the check."""

from contextlib import closing
from pathlib import Path

import pytest

from inspector.errors import Code, Problem, Trouble
from inspector.storage import store as stores
from inspector.storage.database import PAGE_BYTES
from inspector.storage.store import Store
from tests.inspector.storage.conftest import KEY, filled

PLACES_IN_A_PAGE = (16, PAGE_BYTES // 2, PAGE_BYTES - 60, PAGE_BYTES - 1)
"""Behind the salt of the first page; content, or room that nothing fills; the page's own random number; its code."""


@pytest.mark.parametrize("place", PLACES_IN_A_PAGE)
def test_every_damaged_page_is_named_by_the_check_even_when_nobody_asks_for_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], place: int
) -> None:
    path = filled(tmp_path)
    whole = path.read_bytes()
    for page in range(len(whole) // PAGE_BYTES):
        damaged = bytearray(whole)
        damaged[page * PAGE_BYTES + place] ^= 1
        path.write_bytes(damaged)
        told = _trouble_of_a_check(tmp_path)
        assert told is not None, page + 1
        assert told.code is Code.WORKSPACE_DAMAGED
        read_on_opening = told.context["reason"] in UNNAMED
        if page == 0:
            assert read_on_opening
        if not read_on_opening:
            assert told.problems == (Problem("page_damaged", f"page {page + 1}", {"page": page + 1}),)
    assert capfd.readouterr().err == ""


UNNAMED = ("file is not a database", "database disk image is malformed")
"""What SQLite says of the first page, and of pages that opening reads: it does not say which."""


def test_all_damaged_pages_are_named_at_once(tmp_path: Path) -> None:
    path = filled(tmp_path)
    idle = _pages_that_opening_leaves_alone(tmp_path)
    damaged = bytearray(path.read_bytes())
    for page in idle:
        damaged[page * PAGE_BYTES - 100] ^= 0x80
    path.write_bytes(damaged)
    told = _trouble_of_a_check(tmp_path)
    assert told is not None
    assert [p.context["page"] for p in told.problems] == idle
    assert len(idle) > 20


def test_damage_is_told_as_trouble_when_a_reader_comes_upon_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = filled(tmp_path)
    whole = path.read_bytes()
    for page in range(_first_pages(tmp_path), len(whole) // PAGE_BYTES):
        damaged = bytearray(whole)
        damaged[page * PAGE_BYTES + 200] ^= 1
        path.write_bytes(damaged)
        with closing(Store(path, KEY, tmp_path / "copies")) as store, pytest.raises(Trouble) as trouble:
            list(store.database.tables.draft.select().iterator())
        assert trouble.value.code is Code.WORKSPACE_DAMAGED
    assert capfd.readouterr().err == ""


def test_file_that_was_cut_is_told_by_opening_or_by_the_check(tmp_path: Path) -> None:
    path = filled(tmp_path)
    whole = path.read_bytes()
    for kept in (*range(1, len(whole) // PAGE_BYTES), 0.5, len(whole) / PAGE_BYTES - 0.5):
        path.write_bytes(whole[: int(kept * PAGE_BYTES)])
        told = _trouble_of_a_check(tmp_path)
        assert told is not None, kept
        assert told.code is Code.WORKSPACE_DAMAGED


def test_pages_of_a_large_file_are_read_by_the_full_check_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path)
    page = _pages_that_opening_leaves_alone(tmp_path)[-1]
    damaged = bytearray(path.read_bytes())
    damaged[page * PAGE_BYTES - 100] ^= 1
    path.write_bytes(damaged)
    monkeypatch.setattr(stores, "READ_BY_EVERY_CHECK_BYTES", len(damaged) - 1)
    with closing(Store(path, KEY, tmp_path / "copies")) as store:
        assert store.verify({("laptop", 1): 1}) == ()
        with pytest.raises(Trouble) as trouble:
            store.verify({})
    assert [p.context["page"] for p in trouble.value.problems] == [page]


def _trouble_of_a_check(folder: Path) -> Trouble | None:
    """Opens the file and checks what is new: even a check that finds nothing new reads every page."""
    try:
        with closing(Store(folder / "x.db", KEY, folder / "copies")) as store:
            store.verify({("laptop", 1): 1})
    except Trouble as trouble:
        return trouble
    return None


def _pages_that_opening_leaves_alone(folder: Path) -> list[int]:
    """Those of tables and indexes that are empty here."""
    tables = ("segment", "touch", "fork", "visit", "party", "stall", "photo", "blob", "delivery")
    with closing(Store(folder / "x.db", KEY, folder / "copies")) as store:
        marks = ", ".join("?" for _ in tables)
        sql = f"SELECT rootpage FROM sqlite_master WHERE tbl_name IN ({marks}) ORDER BY rootpage"
        return [page for (page,) in store.database.query(sql, *tables)]


def _first_pages(folder: Path) -> int:
    """How many pages there are before the ones that tables grew by: here those of the drafts."""
    with closing(Store(folder / "x.db", KEY, folder / "copies")) as store:
        return int(store.database.query("SELECT max(rootpage) FROM sqlite_master")[0][0])
