"""A card full of photos: on record in its order, whole, and with its copies; whatever dies meanwhile."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from inspector.errors import Code, Trouble
from inspector.evidence.developing import Developed, Obstacle, develop
from inspector.evidence.intake import Arrival, Source
from inspector.evidence.vault import Vault
from inspector.progress import Cancelled
from inspector.workspace import Workspace
from tests.desk import a_laptop, a_visit, reopened
from tests.inspector.sync.circle import a_photo


class Darkroom:
    """One in this process, whose pictures meet with an obstacle as long as there is one."""

    obstacle: Obstacle | None = None
    asked = 0

    def develop(self, content: bytes) -> Developed:
        Darkroom.asked += 1
        return Developed(self.obstacle) if self.obstacle else develop(content)

    def close(self) -> None:
        """There is nothing to end."""


@pytest.fixture
def darkroom(monkeypatch: pytest.MonkeyPatch) -> type[Darkroom]:
    monkeypatch.setattr("inspector.evidence.darkroom.Darkroom", Darkroom)
    monkeypatch.setattr(
        "inspector.evidence.darkroom.WORKERS", 1
    )  # pictures are not developed by two threads at once
    monkeypatch.setattr(Darkroom, "obstacle", None)
    monkeypatch.setattr(Darkroom, "asked", 0)
    return Darkroom


@pytest.fixture
def laptop(home: Path, tmp_path: Path) -> Iterator[Workspace]:
    with a_laptop(tmp_path / "laptop") as workspace:
        yield workspace


def arriving(number: int, content: bytes | None = None) -> Callable[[], Arrival]:
    picture = a_photo(number) + bytes([number]) if content is None else content
    return partial(Arrival, picture, f"IMG_{number}.jpg", Source.DROP)


def test_photos_are_on_record_in_their_order_with_their_copies(darkroom: object, laptop: Workspace) -> None:
    visit = a_visit(laptop)
    laptop.photos.add(visit, arriving(0)())
    added = laptop.photos.add_all(visit, [arriving(n) for n in range(1, 21)], item="licence", caption="执照")
    photos = sorted(laptop.inspections.read(visit).photos, key=lambda p: p.order)
    assert [p.facts["original_name"] for p in photos] == [f"IMG_{n}.jpg" for n in range(21)]
    assert [p.order for p in photos] == list(range(1, 22))
    assert [(e, f.sha256) for e, f in added.photos] == [(p.id, p.sha256) for p in photos[1:]]
    assert {(p.item, p.caption) for p in photos[1:]} == {("licence", "执照")}
    assert [leaf.entity for leaf in laptop.album.of(visit)] == [p.id for p in photos]
    assert {entity for _, entity in added.changes.touched} == {p.id for p in photos[1:]}
    for photo in photos[1:]:
        assert laptop.photos.copies.print_copy(photo.sha256)
        assert laptop.photos.copies.thumbnail(photo.sha256)
    assert laptop.photos.copies.undeveloped() == (photos[0].sha256,)


def test_nothing_is_decoded_before_it_is_stored_and_on_record(
    darkroom: type[Darkroom], laptop: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = a_visit(laptop)
    seen: list[bool] = []

    def looking(self: Darkroom, content: bytes) -> Developed:
        photos = [p.sha256 for p in laptop.inspections.read(visit).photos]
        seen.append(any(laptop.photos.original(sha256) == content for sha256 in photos))
        return develop(content)

    monkeypatch.setattr(Darkroom, "develop", looking)
    for _, facts in laptop.photos.add_all(visit, [arriving(n) for n in range(10)]).photos:
        laptop.photos.copies.develop(facts.sha256)
    assert seen == [True] * 10


def test_what_cannot_be_read_is_told_and_stops_none_of_the_others(
    darkroom: object, laptop: Workspace, tmp_path: Path
) -> None:
    visit = a_visit(laptop)
    gone = partial(Arrival.of_file, tmp_path / "gone.jpg", Source.DROP)
    empty = arriving(2, b"")
    added = laptop.photos.add_all(visit, [gone, arriving(1), empty, *(arriving(n) for n in range(3, 12))])
    assert [t.code for t in added.unread] == [Code.FILE_UNREADABLE, Code.FILE_EMPTY]
    assert [f.original_name for _, f in added.photos] == [f"IMG_{n}.jpg" for n in (1, *range(3, 12))]
    assert len(laptop.inspections.read(visit).photos) == 10


def test_those_before_stay_on_record_when_the_disk_is_full(
    darkroom: object, laptop: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = a_visit(laptop)
    put = Vault.put

    def full(vault: Vault, content: bytes, recipients: tuple[str, ...]) -> object:
        if content == arriving(12)().content:
            raise Trouble(Code.DISK_FULL)
        return put(vault, content, recipients)

    monkeypatch.setattr(Vault, "put", full)
    with pytest.raises(Trouble) as caught:
        laptop.photos.add_all(visit, [arriving(n) for n in range(30)])
    assert caught.value.code is Code.DISK_FULL
    assert len(laptop.inspections.read(visit).photos) == 8
    assert laptop.photos.verify().ok


def test_those_before_stay_on_record_when_it_is_cancelled(darkroom: object, laptop: Workspace) -> None:
    visit = a_visit(laptop)

    def report(done: int, total: int, what: str) -> None:
        assert total == 30
        if done >= 16:
            raise Cancelled

    with pytest.raises(Cancelled):
        laptop.photos.add_all(visit, [arriving(n) for n in range(30)], report=report)
    assert len(laptop.inspections.read(visit).photos) == 16


def test_a_scan_lies_beside_the_visit(darkroom: object, laptop: Workspace) -> None:
    visit = a_visit(laptop)
    added = laptop.photos.add_scans(visit, [arriving(1), arriving(2)])
    assert [leaf.is_scan for leaf in laptop.album.of(visit)] == [True, True]
    assert [leaf.sha256 for leaf in laptop.album.of(visit)] == [f.sha256 for _, f in added.photos]
    assert laptop.inspections.read(visit).photos == ()


@pytest.mark.parametrize("obstacle", [Obstacle.CRASHED, Obstacle.TOO_SLOW])
def test_a_picture_is_tried_once_more_at_the_next_opening_when_the_darkroom_died(
    darkroom: type[Darkroom], laptop: Workspace, tmp_path: Path, obstacle: Obstacle
) -> None:
    visit = a_visit(laptop)
    darkroom.obstacle = obstacle
    laptop.photos.add(visit, arriving(1)())
    (photo,) = laptop.inspections.read(visit).photos
    for _ in range(3):
        assert laptop.photos.copies.develop(photo.sha256).trouble == obstacle
    assert darkroom.asked == 1
    laptop.close()
    with reopened(tmp_path / "laptop") as again:
        for _ in range(3):
            assert again.photos.copies.develop(photo.sha256).trouble == obstacle
        assert darkroom.asked == 2
    darkroom.obstacle = None
    with reopened(tmp_path / "laptop") as again:
        assert again.album.of(visit)[0].obstacle == ""
        assert again.photos.copies.print_copy(photo.sha256)
        assert again.photos.copies.thumbnail(photo.sha256)
    with reopened(tmp_path / "laptop") as again:
        assert again.photos.copies.develop(photo.sha256).print_cipher
        assert darkroom.asked == 3


def test_a_picture_is_not_tried_again_when_it_is_to_blame(
    darkroom: type[Darkroom], laptop: Workspace, tmp_path: Path
) -> None:
    visit = a_visit(laptop)
    laptop.photos.add(visit, arriving(1)())
    (photo,) = laptop.inspections.read(visit).photos
    darkroom.obstacle = Obstacle.CRASHED
    laptop.photos.copies.develop(photo.sha256)
    laptop.close()
    darkroom.obstacle = Obstacle.DAMAGED
    for _ in range(3):
        with reopened(tmp_path / "laptop") as again:
            assert again.photos.copies.develop(photo.sha256).trouble == Obstacle.DAMAGED
    assert darkroom.asked == 2


def test_a_picture_that_somebody_waits_for_is_made_once(darkroom: type[Darkroom], laptop: Workspace) -> None:
    visit = a_visit(laptop)
    laptop.photos.add(visit, arriving(1)())
    (photo,) = laptop.inspections.read(visit).photos
    begun = [laptop.photos.copies.begin(photo.sha256) for _ in range(5)]
    assert laptop.photos.copies.print_copy(photo.sha256)
    assert {b.result().print_cipher for b in begun} == {
        laptop.photos.copies.develop(photo.sha256).print_cipher
    }
    assert darkroom.asked == 1


KILLED = """
import os, signal, sys
from functools import partial
from pathlib import Path
from inspector.evidence.intake import Arrival, Source
from tests.desk import reopened
from tests.inspector.sync.circle import a_photo
left, fsync = int(sys.argv[2]), os.fsync
def counted(descriptor):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    fsync(descriptor)
with reopened(Path(sys.argv[1])) as workspace:
    visit = workspace.inspections.page()[0].id
    os.fsync = counted
    arrivals = [partial(Arrival, a_photo(n) + bytes([n]), f"{n}.jpg", Source.CLI) for n in range(20)]
    report = lambda done, total, what: print(done, flush=True)
    workspace.photos.add_all(visit, arrivals, report=report)
"""


@pytest.mark.faults
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
@pytest.mark.parametrize("flushes", [1, 10, 30, 50])
def test_what_was_acknowledged_of_a_card_is_there_when_the_program_is_killed(
    home: Path, tmp_path: Path, flushes: int
) -> None:
    with a_laptop(tmp_path / "laptop") as laptop:
        visit = a_visit(laptop)
    work = [sys.executable, "-c", KILLED, str(tmp_path / "laptop"), str(flushes)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    done = subprocess.run(work, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    acknowledged = max((int(word) for word in done.stdout.split()), default=0)
    with reopened(tmp_path / "laptop") as laptop:
        photos = laptop.inspections.read(visit).photos
        assert len(photos) >= acknowledged
        assert [p.facts["original_name"] for p in photos] == [f"{n}.jpg" for n in range(len(photos))]
        assert laptop.photos.verify().ok
        assert laptop.check(full=True).problems == ()
        assert not list((tmp_path / "laptop").rglob("*.part"))
        for photo in photos:
            assert laptop.photos.copies.print_copy(photo.sha256)


def test_same_bytes_are_there_once_at_an_item_and_once_in_the_vault(
    darkroom: object, laptop: Workspace
) -> None:
    visit = a_visit(laptop)
    added = laptop.photos.add_all(visit, [arriving(1), arriving(2), arriving(1)], item="licence")
    first = {facts.sha256: entity for entity, facts in added.photos}
    assert [(first[f.sha256], e) for e, f in added.known] == [(added.photos[0][0],) * 2]
    again = laptop.photos.add_all(visit, [arriving(2), arriving(3)], item="licence")
    assert [e for e, _ in again.known] == [added.photos[1][0]]
    assert laptop.photos.add(visit, arriving(3)(), item="licence")[0] == again.photos[0][0]
    elsewhere, changes = laptop.photos.add(visit, arriving(3)())
    assert {entity for _, entity in changes.touched} == {elsewhere}
    photos = laptop.inspections.read(visit).photos
    assert sorted((p.item, p.facts["original_name"]) for p in photos) == [
        ("", "IMG_3.jpg"),
        ("licence", "IMG_1.jpg"),
        ("licence", "IMG_2.jpg"),
        ("licence", "IMG_3.jpg"),
    ]
    assert len(list(laptop.vault.ciphers())) == 3
    assert laptop.photos.verify().ok


def test_damaged_original_is_mended_when_its_bytes_come_again(darkroom: object, laptop: Workspace) -> None:
    visit = a_visit(laptop)
    laptop.photos.add(visit, arriving(1)(), item="licence")
    (cipher,) = laptop.vault.ciphers()
    laptop.vault.path_of(cipher).write_bytes(b"damaged")
    assert not laptop.photos.verify().ok
    laptop.photos.add(visit, arriving(1)(), item="licence")
    assert laptop.photos.verify().ok


def test_photo_goes_onto_no_item_that_is_not_there(darkroom: object, laptop: Workspace) -> None:
    visit = a_visit(laptop)
    photo, _ = laptop.photos.add(visit, arriving(1)())
    for refused in (
        lambda: laptop.photos.add(visit, arriving(2)(), item="nothing"),
        lambda: laptop.photos.add_all(visit, [arriving(2)], item="0123/batch"),
        lambda: laptop.photos.place(photo, item="nothing"),
    ):
        with pytest.raises(Trouble) as trouble:
            refused()
        assert trouble.value.code is Code.THING_UNKNOWN
    assert [(p.id, p.item) for p in laptop.inspections.read(visit).photos] == [(photo, "")]
    assert len(list(laptop.vault.ciphers())) == 1
