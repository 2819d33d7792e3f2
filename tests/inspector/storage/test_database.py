import re
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from peewee import OperationalError

from inspector.errors import Code, Trouble
from inspector.storage import database as databases
from inspector.storage.database import PAGE_BYTES, Database, bring_up_to_date
from inspector.storage.store import Store

KEY = b"\x07" * 32
SECRET = "向某某举报康宁大药房"


def filled(folder: Path) -> Path:
    """A closed file with something in it."""
    store = Store(folder / "x.db", KEY, folder / "copies")
    for number in range(300):
        store.local.keep_draft(f"draft {number:03}", SECRET * 20)
    store.close()
    return folder / "x.db"


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


def test_damage_on_any_page_is_told_as_trouble_by_whatever_reads_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = filled(tmp_path)
    whole = path.read_bytes()
    pages = range(0, len(whole) // PAGE_BYTES, 3)
    told = 0
    for page in pages:
        damaged = bytearray(whole)
        damaged[page * PAGE_BYTES + 200] ^= 1
        path.write_bytes(damaged)
        told += _reading_tells_damage(tmp_path)
    assert told > len(pages) // 3
    assert capfd.readouterr().err == ""


def _reading_tells_damage(folder: Path) -> bool:
    store = None
    try:
        store = Store(folder / "x.db", KEY, folder / "copies")
        assert sum(1 for _ in store.database.tables.draft.select().iterator()) == 300
        return False
    except Trouble as trouble:
        return trouble.code is Code.WORKSPACE_DAMAGED
    finally:
        if store is not None:
            store.close()


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


# migrations


def schema(store: Store) -> list[tuple[object, ...]]:
    return store.database.query("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")


def test_fresh_file_is_at_the_newest_step_and_needs_no_copy(store: Store, tmp_path: Path) -> None:
    steps = sorted(p.stem for p in databases.MIGRATIONS.glob("[0-9]*.py"))
    assert store.migrated == tuple(steps)
    assert not (tmp_path / "copies").exists()


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    path = filled(tmp_path)
    before = path.read_bytes()
    store = Store(path, KEY, tmp_path / "copies")
    assert store.migrated == ()
    store.close()
    assert path.read_bytes() == before


def test_every_column_of_the_models_is_in_the_schema_and_the_other_way_round(store: Store) -> None:
    tables = {name for (name,) in store.database.query("SELECT name FROM sqlite_master WHERE type = 'table'")}
    modelled = {}
    for model in vars(store.database.tables).values():
        meta = model._meta
        modelled[meta.table_name] = {f.column_name for f in meta.sorted_fields}
    for table, columns in modelled.items():
        assert columns == {row[1] for row in store.database.query(f'PRAGMA table_info("{table}")')}, table
    unmodelled = {t for t in tables - set(modelled) if not t.startswith(("words", "sqlite_"))}
    assert unmodelled == {"found", "schema_migration"}


@pytest.fixture
def with_second_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Adds a step to the ones that the program knows."""

    def added(body: str) -> None:
        folder = tmp_path / "steps"
        folder.mkdir()
        for step in databases.MIGRATIONS.glob("[0-9]*.py"):
            (folder / step.name).write_text(step.read_text(encoding="utf-8"), encoding="utf-8")
        (folder / "9000_later.py").write_text(f"def up(migrator, db):\n    {body}\n", encoding="utf-8")
        monkeypatch.setattr(databases, "MIGRATIONS", folder)

    return added


ADD_TABLE = 'db.execute_sql("CREATE TABLE later (x)")'


def test_file_is_copied_before_the_first_missing_step(
    tmp_path: Path, with_second_step: Callable[[str], None]
) -> None:
    path = filled(tmp_path)
    before = path.read_bytes()
    with_second_step(ADD_TABLE)
    store = Store(path, KEY, tmp_path / "copies")
    assert store.migrated == ("9000_later",)
    assert store.database.query("SELECT count(*) FROM later") == [(0,)]
    store.close()
    assert (tmp_path / "copies" / "before-9000_later.db").read_bytes() == before
    copy = Database(tmp_path / "copies" / "before-9000_later.db", KEY)
    assert copy.query("SELECT count(*) FROM draft") == [(300,)]
    copy.close()


def test_copy_has_what_still_stood_in_the_write_ahead_log(
    open_store: Callable[[], Store], tmp_path: Path, with_second_step: Callable[[str], None]
) -> None:
    left_open = open_store()
    left_open.local.keep_draft("only in the log", "x")
    with_second_step(ADD_TABLE)
    open_store()
    copy = Database(tmp_path / "copies" / "before-9000_later.db", KEY)
    assert copy.query("SELECT key FROM draft") == [("only in the log",)]
    copy.close()


def test_step_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, with_second_step: Callable[[str], None]
) -> None:
    path = filled(tmp_path)
    with_second_step(f'{ADD_TABLE}; db.execute_sql("DELETE FROM draft"); db.execute_sql("nonsense")')
    with pytest.raises(OperationalError):
        Store(path, KEY, tmp_path / "copies")
    left = Database(path, KEY)
    assert left.query("SELECT count(*) FROM draft") == [(300,)]
    assert left.query("SELECT name FROM sqlite_master WHERE name = 'later'") == []
    left.close()


def test_newer_file_is_refused_with_nothing_touched(
    tmp_path: Path, with_second_step: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = databases.MIGRATIONS
    path = filled(tmp_path)
    with_second_step(ADD_TABLE)
    Store(path, KEY, tmp_path / "copies").close()
    monkeypatch.setattr(databases, "MIGRATIONS", ours)
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    with pytest.raises(Trouble) as trouble:
        Store(path, KEY, tmp_path / "copies")
    assert trouble.value.code is Code.WORKSPACE_NEWER
    assert trouble.value.context["steps"] == "9000_later"
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_steps_stand_alone() -> None:
    for step in databases.MIGRATIONS.glob("[0-9]*.py"):
        assert not re.search(r"^\s*(from|import)\s+inspector", step.read_text(encoding="utf-8"), re.MULTILINE)
    assert bring_up_to_date.__doc__


def _in_a_thread(work: Callable[[], None]) -> None:
    thread = threading.Thread(target=work)  # noqa: TID251
    thread.start()
    thread.join()
