import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import peewee
import pytest

from inspector.crypto.sealing import Identity
from inspector.crypto.wrapping import FLOOR
from inspector.errors import Code, Trouble
from inspector.evidence.vault import Vault
from inspector.storage import store as stores
from inspector.storage.store import Store
from inspector.workspace import Role, Setup, Workspace
from inspector.workspace.holder import Holder
from inspector.workspace.keys import KeyFile
from tests.desk import PASSPHRASE, a_laptop, a_locked_visit

Opened = Callable[..., Workspace]
SETUP = Setup(Role.OFFICE, "知识产权科", "石柱县市场监督管理局")


def code_of(call: Callable[..., object], *arguments: object, **options: object) -> Code:
    with pytest.raises(Trouble) as trouble:
        call(*arguments, **options)
    return trouble.value.code


def test_desk_is_what_it_was_set_up_as(laptop: Workspace) -> None:
    desk = laptop.desk
    assert (desk.role, desk.name, desk.station, desk.demo) == (
        "laptop",
        "南宾所一号机",
        "南宾市场监管所",
        False,
    )
    assert not laptop.is_office
    assert laptop.office is None


def test_office_is_made_with_a_recovery_key_that_opens_the_data_and_is_stored_nowhere(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "office", SETUP, PASSPHRASE, cost=FLOOR) as office:
        text = office.recovery_key
        recovery = Identity.from_text(text)
        assert office.is_office
        assert office.office is not None
        assert office.office.recovery == recovery.recipient
        assert recovery.recipient in office.recipients()
    for file in (p for p in (tmp_path / "office").rglob("*") if p.is_file()):
        assert text.encode() not in file.read_bytes()
    data_key = KeyFile.load(tmp_path / "office" / "keys.json").recover(recovery)
    assert data_key == office.secrets.data_key
    with Workspace.open(tmp_path / "office", PASSPHRASE) as office:
        assert office.recovery_key == ""


@pytest.mark.parametrize("taken", ["folder with a file", "file"])
def test_place_that_is_taken_is_refused_and_left_alone(tmp_path: Path, taken: str) -> None:
    place = tmp_path / "place"
    if taken == "file":
        place.write_text("mine")
    else:
        place.mkdir()
        (place / "mine.txt").write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    assert code_of(Workspace.create, place, SETUP, PASSPHRASE, cost=FLOOR) is Code.WORKSPACE_EXISTS
    assert sorted(tmp_path.rglob("*")) == before


def test_weak_passphrase_makes_nothing(tmp_path: Path) -> None:
    assert code_of(Workspace.create, tmp_path / "x", SETUP, "short", cost=FLOOR) is Code.PASSPHRASE_WEAK
    assert not (tmp_path / "x").exists()


def test_nothing_is_left_behind_when_making_a_workspace_fails(tmp_path: Path) -> None:
    def full(*_: object) -> None:
        raise Trouble(Code.DISK_FULL)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(KeyFile, "save", full)
        assert code_of(Workspace.create, tmp_path / "x", SETUP, PASSPHRASE, cost=FLOOR) is Code.DISK_FULL
    assert not (tmp_path / "x").exists()
    Workspace.create(tmp_path / "x", SETUP, PASSPHRASE, cost=FLOOR).close()


def test_workspace_is_made_where_a_killed_run_had_begun_one(tmp_path: Path) -> None:
    class Killed(BaseException):
        """The process is gone."""

    def dies(*_: object) -> None:
        raise Killed

    place = tmp_path / "office"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(KeyFile, "save", dies)
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)  # a killed process tidies nothing up
        with pytest.raises(Killed):
            Workspace.create(place, SETUP, PASSPHRASE, cost=FLOOR)
    left = {p.name for p in place.iterdir()}
    assert {"unfinished", "workspace.db"} <= left
    assert code_of(Workspace.open, place, PASSPHRASE) is Code.WORKSPACE_MISSING
    with Workspace.create(place, SETUP, PASSPHRASE, cost=FLOOR) as office:
        assert code_of(Workspace.create, place, SETUP, PASSPHRASE, cost=FLOOR) is Code.WORKSPACE_EXISTS
        assert office.check(full=True).ok
    Workspace.open(place, PASSPHRASE).close()
    assert not (place / "unfinished").exists()


def test_workspace_that_has_lost_its_keys_is_not_taken_for_an_unfinished_one(
    laptop: Workspace, tmp_path: Path
) -> None:
    laptop.close()
    (tmp_path / "laptop" / "keys.json").rename(tmp_path / "keys.json")
    before = sorted(tmp_path.rglob("*"))
    assert code_of(Workspace.create, tmp_path / "laptop", SETUP, PASSPHRASE) is Code.WORKSPACE_EXISTS
    assert sorted(tmp_path.rglob("*")) == before


def test_workspace_is_not_made_where_another_program_is_making_one(tmp_path: Path) -> None:
    place = tmp_path / "office"
    place.mkdir()
    (place / "unfinished").touch()
    (place / "workspace.db").touch()
    other = Holder(place / "in-use.lock")
    other.take()
    assert code_of(Workspace.create, place, SETUP, PASSPHRASE, cost=FLOOR) is Code.WORKSPACE_HELD
    assert (place / "workspace.db").exists()
    other.release()


def test_missing_workspace_is_told_and_nothing_is_made(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for place in (tmp_path / "missing", tmp_path / "empty"):
        assert code_of(Workspace.open, place, PASSPHRASE) is Code.WORKSPACE_MISSING
    assert [p.name for p in tmp_path.rglob("*")] == ["empty"]


def test_wrong_passphrase_opens_nothing_and_holds_nothing(laptop: Workspace, tmp_path: Path) -> None:
    laptop.close()
    for _ in range(2):
        assert code_of(Workspace.open, tmp_path / "laptop", "wrong passphrase") is Code.PASSPHRASE_WRONG
    Workspace.open(tmp_path / "laptop", PASSPHRASE).close()


def test_workspace_is_held_by_one_at_a_time(laptop: Workspace, tmp_path: Path) -> None:
    assert code_of(Workspace.open, tmp_path / "laptop", PASSPHRASE) is Code.WORKSPACE_HELD
    laptop.close()
    Workspace.open(tmp_path / "laptop", PASSPHRASE).close()


@pytest.mark.parametrize("part", [Store, Vault])
def test_workspace_is_let_go_when_opening_fails(
    laptop: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: type
) -> None:
    laptop.close()

    def fails(*_: object) -> None:
        raise Trouble(Code.DISK_FAILED)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(part, "settle" if part is Store else "sweep", fails)
        assert code_of(Workspace.open, tmp_path / "laptop", PASSPHRASE) is Code.DISK_FAILED
    assert {p.name for p in (tmp_path / "laptop").glob("workspace.db*")} == {"workspace.db"}
    Workspace.open(tmp_path / "laptop", PASSPHRASE).close()


def test_workspace_is_let_go_when_closing_fails(
    laptop: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise Trouble(Code.DISK_FULL)

    monkeypatch.setattr(laptop.scribe, "sign_head", full)
    assert code_of(laptop.close) is Code.DISK_FULL
    laptop.close()
    Workspace.open(tmp_path / "laptop", PASSPHRASE).close()


def test_closed_workspace_opens_its_database_no_more(laptop: Workspace) -> None:
    laptop.close()
    with pytest.raises(peewee.InterfaceError):
        laptop.store.things.roots()
    laptop.close()


def test_damaged_database_is_told_as_such(laptop: Workspace, tmp_path: Path) -> None:
    laptop.close()
    database = tmp_path / "laptop" / "workspace.db"
    content = bytearray(database.read_bytes())
    content[100] ^= 1
    database.write_bytes(content)
    assert code_of(Workspace.open, tmp_path / "laptop", PASSPHRASE) is Code.WORKSPACE_DAMAGED


def test_database_of_another_workspace_does_not_open(laptop: Workspace, tmp_path: Path) -> None:
    laptop.close()
    Workspace.create(tmp_path / "other", SETUP, PASSPHRASE, cost=FLOOR).close()
    shutil.copyfile(tmp_path / "other" / "workspace.db", tmp_path / "laptop" / "workspace.db")
    assert code_of(Workspace.open, tmp_path / "laptop", PASSPHRASE) is Code.WORKSPACE_DAMAGED


def test_plain_sqlite_cannot_read_the_database(laptop: Workspace, tmp_path: Path) -> None:
    laptop.close()
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(tmp_path / "laptop" / "workspace.db").execute("SELECT * FROM sqlite_master")


def test_locked_visit_refuses_every_write(tmp_path: Path) -> None:
    with a_laptop(tmp_path / "laptop") as laptop:
        visit = a_locked_visit(laptop)
        before = laptop.store.things.state(visit).to_json()
        record = laptop.records.record(visit)
        inspection = laptop.inspections.read(visit)
        writes: list[Callable[[], object]] = [
            lambda: laptop.inspections.set(visit, place="别处"),
            lambda: laptop.answering.answer(visit, next(iter(inspection.answers)), note="改"),
            lambda: laptop.answering.add_card(visit, "product"),
            lambda: laptop.records.reopen(visit),
            lambda: laptop.records.expect_scan(visit, pending=False),
            lambda: laptop.inspections.undo(visit),
        ]
        codes = {code_of(write) for write in writes}
        assert codes <= {Code.RECORD_LOCKED, Code.MOVE_FORBIDDEN, Code.NOT_LAST}
        assert laptop.store.things.state(visit).to_json() == before
        assert laptop.records.record(visit) == record
        assert laptop.check(full=True).ok


@pytest.mark.parametrize("left", [None, b""])
def test_workspace_whose_database_is_gone_is_not_begun_anew_in_silence(
    laptop: Workspace, left: bytes | None
) -> None:
    places = laptop.places
    laptop.close()
    places.database.unlink()
    if left is not None:
        places.database.write_bytes(left)
    with pytest.raises(Trouble) as trouble:
        Workspace.open(places.root, PASSPHRASE)
    assert trouble.value.code is Code.WORKSPACE_DAMAGED
    assert [(p.code, p.where) for p in trouble.value.problems] == [("database_lost", str(places.database))]
    assert (places.database.read_bytes() if places.database.exists() else None) == left


def test_upgrade_is_told_of_when_a_workspace_is_opened(
    laptop: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = laptop.check(full=True).state_digest
    laptop.close()
    monkeypatch.setattr(stores, "DRAWN", stores.DRAWN + 1)
    heard: list[tuple[int, int]] = []
    with Workspace.open(
        laptop.places.root, PASSPHRASE, report=lambda done, total, _: heard.append((done, total))
    ) as opened:
        assert heard[-1][0] == heard[-1][1] > 0
        assert opened.check(full=True).state_digest == digest
        assert opened.check(full=True).ok


def test_the_new_passphrase_alone_opens_the_workspace_when_it_was_changed(tmp_path: Path) -> None:
    folder = tmp_path / "office"
    with Workspace.create(folder, SETUP, PASSPHRASE, cost=FLOOR) as office:
        recovery = Identity.from_text(office.recovery_key)
        office.change_passphrase(PASSPHRASE, "another passphrase", FLOOR)
        device = office.device
    assert code_of(Workspace.open, folder, PASSPHRASE) is Code.PASSPHRASE_WRONG
    with Workspace.open(folder, "another passphrase") as office:
        assert office.device == device
        assert KeyFile.load(office.places.keys).recover(recovery) == office.secrets.data_key


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("not " + PASSPHRASE, "another passphrase", Code.PASSPHRASE_WRONG),
        (PASSPHRASE, "short", Code.PASSPHRASE_WEAK),
    ],
)
def test_the_passphrase_stays_when_the_old_one_is_wrong_or_the_new_one_weak(
    tmp_path: Path, old: str, new: str, code: Code
) -> None:
    folder = tmp_path / "office"
    with Workspace.create(folder, SETUP, PASSPHRASE, cost=FLOOR) as office:
        before = office.places.keys.read_bytes()
        assert code_of(office.change_passphrase, old, new, FLOOR) is code
        assert office.places.keys.read_bytes() == before
    Workspace.open(folder, PASSPHRASE).close()


def test_the_old_passphrase_opens_when_the_disk_refuses_the_new_one(tmp_path: Path) -> None:
    folder = tmp_path / "office"

    def full(*_: object) -> None:
        raise Trouble(Code.DISK_FULL)

    with Workspace.create(folder, SETUP, PASSPHRASE, cost=FLOOR) as office:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("inspector.evidence.durable.write", full)
            assert (
                code_of(office.change_passphrase, PASSPHRASE, "another passphrase", FLOOR) is Code.DISK_FULL
            )
        office.change_passphrase(
            PASSPHRASE, "a third passphrase", FLOOR
        )  # the old one still counted in this run
    Workspace.open(folder, "a third passphrase").close()
