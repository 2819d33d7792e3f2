"""How a file is brought up to the shape that this version knows."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from peewee import OperationalError

from inspector.errors import Code, Trouble
from inspector.storage import database as databases
from inspector.storage.database import Database, bring_up_to_date
from inspector.storage.store import Store
from tests.inspector.storage.conftest import KEY, filled


def schema(store: Store) -> list[tuple[object, ...]]:
    return store.database.query("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")


def applied(store: Store) -> list[str]:
    return [name for (name,) in store.database.query("SELECT name FROM schema_migration ORDER BY name")]


def test_fresh_file_is_at_the_newest_step_and_needs_no_copy(store: Store, tmp_path: Path) -> None:
    steps = sorted(p.stem for p in databases.MIGRATIONS.glob("[0-9]*.py"))
    assert applied(store) == steps
    assert not (tmp_path / "copies").exists()


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    path = filled(tmp_path)
    before = path.read_bytes()
    store = Store(path, KEY, tmp_path / "copies")
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
    assert applied(store)[-1] == "9000_later"
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
