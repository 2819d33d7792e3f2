"""Killed or cancelled at any step: whole commits in order, nothing acknowledged is lost, and the next try completes it."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from inspector import paths
from inspector.evidence import durable
from inspector.evidence.intake import Arrival, Source
from inspector.inspection.registry import Party
from inspector.progress import Cancelled, Report
from inspector.storage.database import Database
from inspector.sync import taking_in
from inspector.sync.bundle import Bundle
from inspector.workspace import Workspace
from tests.desk import a_locked_visit, a_visit
from tests.inspector.sync.circle import Desks, a_photo, opened

pytestmark = pytest.mark.faults


class Killed(BaseException):
    """The process is gone."""


class Countdown:
    """Lets so many steps pass and then kills; `steps` counts all."""

    def __init__(self, passes: int) -> None:
        self.left = passes

    def step(self) -> None:
        if self.left == 0:
            raise Killed
        self.left -= 1


def killing(patch: pytest.MonkeyPatch, passes: int) -> None:
    """Kills before a transaction ends or before a file is renamed, whichever comes as number *passes*."""
    countdown = Countdown(passes)
    writing, write = Database.writing, durable.write

    @contextmanager
    def counted(self: Database) -> Iterator[None]:
        with writing(self):
            yield
            if self._depth == 1:
                countdown.step()

    def counted_write(path: Path, chunks: object) -> None:
        countdown.step()
        write(path, chunks)  # type: ignore[arg-type]

    patch.setattr(Database, "writing", counted)
    patch.setattr(durable, "write", counted_write)


def dropped(desk: Workspace) -> None:
    """Lets go of a desk as the system does when its process dies: nothing is signed, nothing tidied up."""
    desk.store.close()
    desk._holder.release()


def every_kill(
    folder: Path, spare: Path, work: Callable[[Workspace], object], prove: Callable[[Workspace], None]
) -> int:
    """Does *work* on fresh copies of a closed desk, killed one step later each time; returns at how many steps."""
    shutil.copytree(paths.home(), spare / "home")
    for passes in range(1000):
        copy = spare / f"desk-{passes}"
        shutil.copytree(folder, copy)
        shutil.copytree(spare / "home", paths.home(), dirs_exist_ok=True)
        desk = opened(copy)
        with pytest.MonkeyPatch.context() as patch:
            killing(patch, passes)
            try:
                work(desk)
            except Killed:
                killed = True
            else:
                killed = False
        dropped(desk)
        with opened(copy) as again:
            assert again.check(full=True).ok
            prove(again)
        shutil.rmtree(copy)
        if not killed:
            return passes
    raise AssertionError("never done")


def test_import_is_completed_by_the_next_one_when_it_was_killed_at_any_step(
    desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_in, "BATCH_COMMITS", 20)
    visit = a_locked_visit(desks.north, photos=[a_photo(1), a_photo(2)])
    bundle = desks.north.exchange.export(desks.stick).path
    head = desks.north.scribe.chain
    desks.office.close()

    def prove(office: Workspace) -> None:
        intake = office.exchange.receive(bundle)
        assert office.store.chains.at(*head.key) == head
        assert office.inspections.read(visit).locked
        assert office.exchange.status(visit).complete
        assert (intake.forks, intake.absent, office.exchange.overview().unreceived) == ((), (), ())
        assert office.photos.verify().checked == 2
        assert office.store.verify({}) == ()

    steps = every_kill(
        desks.office.places.root, tmp_path / "spare", lambda office: office.exchange.receive(bundle), prove
    )
    assert steps > 10
    desks.office = opened(desks.office.places.root)


def test_no_bundle_lacks_anything_when_the_export_was_killed_at_any_step(
    desks: Desks, tmp_path: Path
) -> None:
    desks.north.photos.add(a_visit(desks.north), Arrival(a_photo(1), "IMG_1.jpg", Source.CLI))
    desks.north.close()
    sticks = iter(tmp_path / f"stick-{n}" for n in range(1000))
    used: list[Path] = []

    def work(laptop: Workspace) -> None:
        used.append(next(sticks))
        laptop.exchange.export(used[-1])

    def prove(laptop: Workspace) -> None:
        for path in used[-1].glob("*.bundle"):
            for cargo in Bundle.read(path).header.blobs:
                assert (used[-1] / "blobs" / cargo.cipher[:2] / f"{cargo.cipher}.age").is_file()
        exported = laptop.exchange.export(used[-1])
        assert exported.photos == 1

    assert every_kill(desks.north.places.root, tmp_path / "spare", work, prove) > 3
    desks.north = opened(desks.north.places.root)


def test_photos_survive_when_their_second_encryption_is_killed_at_any_step(
    desks: Desks, tmp_path: Path
) -> None:
    for shade in (1, 2):
        desks.north.photos.add(a_visit(desks.north), Arrival(a_photo(shade), f"{shade}.jpg", Source.CLI))
    store = desks.north.store
    old = {b.cipher for b in store.local.blobs()}
    for blob in store.local.blobs():  # as they were before the laptop joined
        store.local.move_blob(blob.sha256, blob.cipher, [desks.north.identity.recipient])
    desks.north.close()

    def prove(laptop: Workspace) -> None:
        assert laptop.photos.verify().ok
        laptop.exchange.export(tmp_path / "stick")
        new = {b.cipher for b in laptop.store.local.blobs()}
        assert new <= set(laptop.vault.ciphers())
        assert not old & set(laptop.vault.ciphers())
        assert laptop.photos.verify().ok

    def work(laptop: Workspace) -> None:
        laptop.exchange.export(tmp_path / "stick")

    assert every_kill(desks.north.places.root, tmp_path / "spare", work, prove) > 6
    desks.north = opened(desks.north.places.root)


def cancelling(allowed: int) -> Report:
    """A report that is heard so many times before the person says stop."""
    calls = itertools.count(1)

    def report(done: int, total: int, what: str) -> None:
        if next(calls) > allowed:
            raise Cancelled

    return report


def test_import_goes_on_where_it_was_cancelled(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking_in, "BATCH_COMMITS", 3)
    for number in range(10):
        desks.north.registry.add(Party(name=f"第{number}家"))
    bundle = desks.north.exchange.export(desks.stick).path
    for allowed in range(200):
        try:
            intake = desks.office.exchange.receive(bundle, cancelling(allowed))
            break
        except Cancelled:
            held = desks.office.store.chains.at(*desks.north.scribe.chain.key)
            assert held.seq == 0 or desks.office.store.chains.commit(*held.key, held.seq) is not None
    assert allowed > 5
    assert intake.applied + intake.skipped == Bundle.read(bundle).header.commits
    assert desks.office.registry.count("party") == 10
    assert desks.office.store.verify({}) == ()


def test_export_leaves_no_bundle_when_it_is_cancelled(desks: Desks) -> None:
    desks.north.photos.add(a_visit(desks.north), Arrival(a_photo(1), "1.jpg", Source.CLI))

    def report(done: int, total: int, what: str) -> None:
        if what == "exchange_packing":
            raise Cancelled

    with pytest.raises(Cancelled):
        desks.north.exchange.export(desks.stick, report)
    assert [p.suffix for p in desks.stick.rglob("*") if p.is_file()] == [".age"]
    assert desks.north.store.local.deliveries(b.sha256 for b in desks.north.store.local.blobs()) == {}
    copied = {p: p.stat().st_mtime_ns for p in desks.stick.rglob("*.age")}
    desks.north.exchange.export(desks.stick)
    assert {p: p.stat().st_mtime_ns for p in desks.stick.rglob("*.age")} == copied
