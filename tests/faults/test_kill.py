"""Killed at any moment: what was acknowledged is there, the database is whole, the journal says what the state says."""

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from inspector.workspace import Workspace
from tests.desk import a_laptop, a_locked_visit, a_signed_visit, a_visit, an_office, pins, reopened
from tests.faults import injector
from tests.faults.injector import Point
from tests.faults.work import JPEG

POINTS = int(os.environ.get("INSPECTOR_KILL_POINTS", "8"))
"""Points for each kind of work; the full sweep is INSPECTOR_KILL_POINTS=100000."""

pytestmark = pytest.mark.faults


@pytest.fixture(autouse=True, scope="session")
def _traceable() -> None:
    if not injector.available():
        if os.environ.get("CI"):
            pytest.fail("unproven: programs cannot be traced here")
        pytest.skip("unproven: programs cannot be traced here")


@dataclass(frozen=True)
class Left:
    """What a kill left behind: the workspace and the person's home beside it, and what had been acknowledged."""

    point: Point
    acknowledged: list[list[str]]
    folder: Path

    def reopened(self, monkeypatch: pytest.MonkeyPatch) -> Workspace:
        monkeypatch.setenv("INSPECTOR_HOME", str(self.folder / "home"))
        return reopened(self.folder / "desk")


def killed(scenario: str, template: Path, folder: Path) -> list[Left]:
    """A copy of the template for each chosen point, as the kill left it."""
    trial = folder / "trial"
    shutil.copytree(template, trial)
    found = injector.points([scenario, str(trial / "desk")], trial / "home", folder)
    assert len(found) > 10, "the work hardly touched the disk: nothing would be proved"

    def kill(point: Point) -> Left:
        copy = folder / f"at-{point}"
        shutil.copytree(template, copy)
        return Left(point, injector.killed_at(point, [scenario, str(copy / "desk")], copy / "home"), copy)

    with ThreadPoolExecutor(os.cpu_count()) as several:
        return list(several.map(kill, injector.sample(found, POINTS, seed=20200327)))


def whole(workspace: Workspace) -> None:
    """The database is sound, and a rebuild of the state finds nothing to mend."""
    assert workspace.store.database.query("PRAGMA cipher_integrity_check") == []
    assert workspace.store.database.query("PRAGMA integrity_check") == [("ok",)]
    assert workspace.check(full=True).problems == ()


def _nothing(_: Path) -> None:
    """A machine on which nobody has worked."""


def _draft(root: Path) -> None:
    with a_laptop(root / "desk") as workspace:
        a_visit(workspace)


def _signed(root: Path) -> None:
    with a_laptop(root / "desk") as workspace:
        a_signed_visit(workspace, suspect=True)


def _to_send(root: Path) -> None:
    """A laptop of an office, with a locked record and two photos that nobody else has."""
    with an_office(root / "office") as office, a_laptop(root / "desk") as laptop:
        answer = office.exchange.approve(laptop.exchange.request(root / "post"), root / "post")
        laptop.exchange.accept(answer.path)
        a_locked_visit(laptop, photos=(JPEG + b"1", JPEG + b"2"))
        a_visit(laptop)


def _to_take_in(root: Path) -> None:
    """The office, with the laptop's stick in it."""
    _to_send(root)
    with reopened(root / "desk") as laptop:
        laptop.exchange.export(root / "stick")
    (root / "desk").rename(root / "laptop")
    (root / "office").rename(root / "desk")


Survivors = Callable[[str, str], Iterator[tuple[Left, Workspace]]]

PREPARE = {
    "nothing": _nothing,
    "draft": _draft,
    "signed": _signed,
    "to_send": _to_send,
    "to_take_in": _to_take_in,
}


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Closed template workspaces by name, made once."""
    made: dict[str, Path] = {}

    def template(name: str) -> Path:
        if name not in made:
            root = tmp_path_factory.mktemp(name)
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("INSPECTOR_HOME", str(root / "home"))
                PREPARE[name](root)
            made[name] = root
        return made[name]

    return template


@pytest.fixture
def survivors(prepared: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Survivors:
    """What each kill of a work on a template left behind, with its workspace opened again and proved whole."""

    def each(scenario: str, template: str) -> Iterator[tuple[Left, Workspace]]:
        for left in killed(scenario, prepared(template), tmp_path):
            with left.reopened(monkeypatch) as workspace:
                whole(workspace)
                yield left, workspace

    return each


def test_a_workspace_is_made_or_can_be_made_anew_when_killed(
    prepared: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for left in killed("create", prepared("nothing"), tmp_path):
        place = left.folder / "desk"
        if not (place / "keys.json").exists():
            assert not left.acknowledged, str(left.point)
            monkeypatch.setenv("INSPECTOR_HOME", str(left.folder / "home"))
            an_office(place).close()
        with left.reopened(monkeypatch) as workspace:
            whole(workspace)


def test_no_acknowledged_answer_is_lost_when_killed(survivors: Survivors) -> None:
    for left, workspace in survivors("answer", "draft"):
        answers = workspace.inspections.read(workspace.inspections.page()[0].id).answers
        for address, mark in dict(left.acknowledged).items():
            later = [m for a, m in left.acknowledged if a == address]
            kept = answers[address].mark.value
            # The answer on its way when the kill came may be there too; an older one than acknowledged may not.
            assert kept == mark or kept not in later, f"{left.point}: {address} was {mark}, is {kept}"


def test_no_photo_is_on_record_without_its_bytes_when_killed(survivors: Survivors) -> None:
    for left, workspace in survivors("photo", "draft"):
        photos = workspace.inspections.read(workspace.inspections.page()[0].id).photos
        assert {entity for (entity,) in left.acknowledged} <= {p.id for p in photos}, str(left.point)
        assert workspace.photos.verify().ok, str(left.point)
        assert not list(left.folder.rglob("*.part")), "what was begun is swept away"


def test_a_record_is_locked_or_not_but_never_in_between_when_killed(survivors: Survivors) -> None:
    for left, workspace in survivors("lock", "signed"):
        visit = workspace.inspections.page()[0].id
        locked = workspace.inspections.read(visit).locked
        assert locked or not left.acknowledged, f"{left.point}: acknowledged, but not locked"
        if not locked:
            workspace.records.lock(visit, pins(workspace))
        assert (
            workspace.records.record(visit).version_digest
            == workspace.inspections.read(visit).prints[-1].digest
        )


def test_a_bundle_is_on_the_stick_whole_or_not_at_all_when_killed(survivors: Survivors) -> None:
    for left, laptop in survivors("export", "to_send"):
        stick = left.folder / "stick"
        if left.acknowledged:
            assert Path(left.acknowledged[0][0]).exists(), str(left.point)
        laptop.exchange.export(stick)  # goes on where it was cut off
        with reopened(left.folder / "office") as office:
            intake = office.exchange.receive(stick)
            assert not intake.refused, f"{left.point}: {intake.refused}"
            whole(office)
            assert office.inspections.count("locked") == 1, str(left.point)
            assert office.photos.verify().checked == 2, str(left.point)
            assert office.photos.verify().ok, str(left.point)


def test_the_office_has_all_of_a_bundle_after_importing_again_when_killed(survivors: Survivors) -> None:
    states = set()
    for left, office in survivors("import", "to_take_in"):
        office.exchange.receive(left.folder / "stick")
        whole(office)
        assert office.inspections.count("locked") == 1, str(left.point)
        assert office.photos.verify().ok, str(left.point)
        visits = [v.id for v in office.inspections.page()]
        states.add(tuple(office.store.things.state(v).digest for v in visits))
        with reopened(left.folder / "laptop") as laptop:
            laptop.exchange.receive(left.folder / "stick")
            locked = laptop.inspections.page(stage="locked")[0].id
            assert laptop.exchange.status(locked).complete, str(left.point)
    assert len(states) == 1, "the office says the same whenever it was killed"
