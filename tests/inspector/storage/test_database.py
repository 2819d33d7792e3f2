import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlcipher3 import dbapi2

from inspector.errors import Code, Trouble
from inspector.storage.connection import _told
from inspector.storage.database import Database, bring_up_to_date
from inspector.storage.store import Store
from tests.inspector.storage.conftest import KEY, SECRET, filled


def test_nothing_can_be_read_without_the_key(store: Store, tmp_path: Path) -> None:
    store.local.keep_draft("visit/place", SECRET)
    store.local.set_meta("planted", "ASCII-SECRET-1234")
    files = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert {p.name for p in files} >= {"workspace.db", "workspace.db-wal"}
    for content in [p.read_bytes() for p in files]:
        assert SECRET.encode() not in content
        assert b"ASCII-SECRET" not in content
        assert not content.startswith(b"SQLite format 3")
    store.close()
    assert SECRET.encode() not in (tmp_path / "workspace.db").read_bytes()


def test_file_is_refused_when_the_key_is_another(tmp_path: Path) -> None:
    filled(tmp_path)
    with pytest.raises(Trouble) as trouble:
        Store(tmp_path / "x.db", b"\x08" * 32, tmp_path / "copies")
    assert trouble.value.code is Code.WORKSPACE_DAMAGED
    assert (tmp_path / "x.db").rename(tmp_path / "moved.db").exists()


@pytest.mark.parametrize(
    "write",
    [
        lambda s: s.database.tables.tally.insert(name="visit", count=1).execute(),
        lambda s: s.database.tables.thing.update(sealed=True).execute(),
        lambda s: s.database.tables.tail.delete().execute(),
        lambda s: s.database.query("INSERT INTO place VALUES ('x', 'y')"),
        lambda s: s.database.peewee.connection().executemany("INSERT INTO place VALUES (?, ?)", [("x", "y")]),
        lambda s: s.database.query("DROP TABLE tail"),
        lambda s: s.search.put("root", "party", ["康宁"]),
    ],
)
def test_database_refuses_a_write_outside_of_writing(store: Store, write: Callable[[Store], object]) -> None:
    with pytest.raises(Trouble) as trouble:
        write(store)
    assert "readonly" in str(trouble.value.context["reason"])


def test_writing_is_kept_whole_or_not_at_all(store: Store) -> None:
    def half() -> None:
        with store.database.writing():
            store.local.keep_draft("one", "x")
            with store.database.writing():
                store.local.keep_draft("two", "x")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert store.local.drafts("") == {}
    store.local.keep_draft("one", "y")
    assert store.local.drafts("") == {"one": "y"}


def test_other_threads_see_a_write_when_it_is_finished_and_can_never_write_themselves(store: Store) -> None:
    seen: list[object] = []

    def read() -> None:
        seen.append(store.local.draft("one"))
        try:
            store.database.query("INSERT INTO place VALUES ('x', 'y')")
        except Trouble as trouble:
            seen.append(trouble.code)

    with store.database.writing():
        store.local.keep_draft("one", "x")
        _in_a_thread(read)
    _in_a_thread(read)
    assert seen == [None, Code.DISK_FAILED, "x", Code.DISK_FAILED]


def test_long_work_lets_a_waiting_writer_in_between_its_transactions(store: Store) -> None:
    started, order = threading.Event(), []

    def answer() -> None:
        started.set()
        with store.database.writing():
            order.append("answer")

    with store.database.writing():
        thread = threading.Thread(target=answer)  # noqa: TID251  (two writers are the point)
        thread.start()
        started.wait()
        while not store.database._waiting:
            pass
        store.database.give_way()  # inside a transaction there is no way to give
        order.append("import, first part")
    store.database.give_way()
    with store.database.writing():
        order.append("import, second part")
    thread.join()
    assert order == ["import, first part", "answer", "import, second part"]


def test_closing_closes_the_connections_of_other_threads(store: Store, tmp_path: Path) -> None:
    keep, opened = threading.Event(), threading.Event()

    def read() -> None:
        store.local.drafts("")
        opened.set()
        keep.wait()

    thread = threading.Thread(target=read)  # noqa: TID251
    thread.start()
    opened.wait()
    store.local.keep_draft("one", "x")
    store.close()
    left = [p.name for p in tmp_path.iterdir()]
    keep.set()
    thread.join()
    assert left == ["workspace.db"]


@pytest.mark.parametrize("folder", ["missing/deeper", "file"])
def test_place_that_cannot_be_opened_is_trouble(tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(Trouble) as trouble:
        Store(tmp_path / folder / "x.db", KEY, tmp_path / "copies")
    assert trouble.value.code is Code.DISK_FAILED


def test_full_disk_is_trouble_and_nothing_of_the_transaction_is_kept(store: Store) -> None:
    store.local.keep_draft("before", "x")
    pages = store.database.query("PRAGMA page_count")[0][0]
    store.database.query(f"PRAGMA max_page_count={pages + 2}")

    def too_much() -> None:
        with store.database.writing():
            for number in range(500):
                store.local.keep_draft(f"more {number}", "x" * 1000)

    with pytest.raises(Trouble) as trouble:
        too_much()
    assert trouble.value.code is Code.DISK_FULL
    assert store.local.drafts("") == {"before": "x"}
    store.database.query("PRAGMA max_page_count=1000000")
    store.local.keep_draft("after", "y")
    assert store.local.drafts("") == {"before": "x", "after": "y"}


def test_tables_of_one_workspace_are_not_those_of_another(tmp_path: Path) -> None:
    one, other = (Store(tmp_path / name, KEY, tmp_path / "copies") for name in ("a.db", "b.db"))
    one.local.keep_draft("where", "in a")
    other.local.keep_draft("where", "in b")
    assert (one.local.draft("where"), other.local.draft("where")) == ("in a", "in b")
    one.close()
    other.close()


def test_destroyed_text_is_gone_from_the_file(store: Store) -> None:
    assert store.database.query("PRAGMA secure_delete") == [(1,)]


def _in_a_thread(work: Callable[[], None]) -> None:
    thread = threading.Thread(target=work)  # noqa: TID251
    thread.start()
    thread.join()


def test_full_disk_is_told_when_the_tables_are_made(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "x.db", KEY)) as database:
        database.peewee.execute_sql("PRAGMA max_page_count=4")
        with pytest.raises(Trouble) as trouble:
            bring_up_to_date(database, tmp_path / "copies")
    assert trouble.value.code is Code.DISK_FULL


@pytest.mark.parametrize("left", [b"\0", b"\0" * 100])
def test_file_with_nothing_of_ours_in_it_is_never_begun_anew(tmp_path: Path, left: bytes) -> None:
    (tmp_path / "x.db").write_bytes(left)
    with pytest.raises(Trouble) as trouble:
        Store(tmp_path / "x.db", KEY, tmp_path / "copies")
    assert trouble.value.code is Code.WORKSPACE_DAMAGED


@pytest.mark.parametrize(
    ("said", "number", "code"),
    [
        ("vtable constructor failed: words", 1, Code.WORKSPACE_DAMAGED),
        ("database disk image is malformed", 267, Code.WORKSPACE_DAMAGED),
        ("disk I/O error", 778, Code.DISK_FAILED),
        ("database or disk is full", 13, Code.DISK_FULL),
    ],
)
def test_what_sqlite_says_of_the_disk_is_told(said: str, number: int, code: Code) -> None:
    def fail() -> None:
        error = dbapi2.OperationalError(said)
        error.sqlite_errorcode = number
        raise error

    with pytest.raises(Trouble) as trouble:
        _told(fail)
    assert trouble.value.code is code


def test_disk_without_room_to_open_anything_is_told_as_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: object) -> None:
        raise Trouble(Code.DISK_FAILED)

    monkeypatch.setattr("playhouse.sqlcipher_ext.SqlCipherDatabase._connect", fails)
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=4096))
    with closing(Database(tmp_path / "x.db", KEY)) as database, pytest.raises(Trouble) as trouble:
        database.query("SELECT 1")
    assert trouble.value.code is Code.DISK_FULL
