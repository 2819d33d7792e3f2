"""The passphrase is lost: the office's recovery key opens the data, and no signing key."""

from pathlib import Path

import pytest

from inspector.crypto.sealing import Identity
from inspector.crypto.wrapping import FLOOR
from inspector.errors import Code, Trouble
from inspector.sync.delivery import Whereabouts
from inspector.workspace import Workspace
from tests.desk import PASSPHRASE, a_laptop, a_locked_visit, an_office
from tests.inspector.sync.circle import a_photo

NEW = "山桥 早市 蓝伞 黄连"


class Circle:
    """An office whose recovery key somebody wrote down, and a laptop with a record that nobody else has."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.office = an_office(folder / "office")
        self.key = self.office.recovery_key
        with a_laptop(folder / "laptop") as laptop:
            self.enrol(laptop)
            self.visit = a_locked_visit(laptop, photos=[a_photo(1)])
            self.device = laptop.device
            self.digest = laptop.records.version(self.visit)

    def enrol(self, laptop: Workspace) -> None:
        answer = self.office.exchange.approve(laptop.exchange.request(self.folder), self.folder)
        laptop.exchange.accept(answer.path)

    def recover(self, key: str = "", passphrase: str = NEW) -> Workspace:
        return Workspace.recover(self.folder / "laptop", key or self.key, passphrase, cost=FLOOR)


@pytest.fixture
def circle(tmp_path: Path):
    found = Circle(tmp_path)
    yield found
    found.office.close()


def test_everything_can_be_read_and_nothing_signed_when_the_recovery_key_opened_it(circle: Circle) -> None:
    with circle.recover() as laptop:
        assert laptop.inspections.read(circle.visit).locked
        assert laptop.records.version(circle.visit) == circle.digest
        (photo,) = laptop.inspections.read(circle.visit).photos
        assert laptop.photos.original(photo.sha256) == a_photo(1)
        assert laptop.device != circle.device
        assert laptop.officers.here() == ()
        assert (laptop.desk.name, laptop.office) == ("南宾所一号机", None)
        assert laptop.check(full=True).ok
    with pytest.raises(Trouble) as old:
        Workspace.open(circle.folder / "laptop", PASSPHRASE)
    assert old.value.code is Code.PASSPHRASE_WRONG
    Workspace.open(circle.folder / "laptop", NEW).close()


def test_what_only_the_lost_device_had_reaches_the_office_after_a_new_enrolment(circle: Circle) -> None:
    with circle.recover() as laptop:
        for officer in laptop.officers.all():
            laptop.officers.make_key(officer.id, "246802")
        circle.enrol(laptop)
        assert laptop.exchange.status(circle.visit).record is Whereabouts.HERE
        assert [row.id for row in laptop.deliveries.pending()] == [circle.visit]
        intake = circle.office.exchange.receive(laptop.exchange.export(circle.folder / "stick").path)
        assert (intake.records, intake.evidence, intake.forks) == (1, 1, ())
        laptop.exchange.receive(intake.receipts[0].path)
        assert laptop.exchange.status(circle.visit).complete
        assert circle.office.records.version(circle.visit) == circle.digest
        assert laptop.check(full=True).ok


def test_sheet_that_was_saved_is_read_as_it_is(circle: Circle) -> None:
    sheet = f"石柱县市场监督管理局 · 机关恢复密钥\n\n{circle.key.lower()}\n\n分两处保管。\n"
    circle.recover(sheet).close()


@pytest.mark.parametrize("key", ["", "AGE-SECRET-KEY-1QQ", "no key at all", "another"])
def test_nothing_is_changed_when_it_is_another_key(circle: Circle, key: str) -> None:
    before = {p: p.read_bytes() for p in (circle.folder / "laptop").rglob("*") if p.is_file()}
    with pytest.raises(Trouble) as wrong:
        Workspace.recover(
            circle.folder / "laptop", Identity.generate().text if key == "another" else key, NEW, cost=FLOOR
        )
    assert wrong.value.code is Code.RECOVERY_WRONG
    assert {p: p.read_bytes() for p in (circle.folder / "laptop").rglob("*") if p.is_file()} == before


def test_weak_passphrase_recovers_nothing(circle: Circle) -> None:
    with pytest.raises(Trouble) as weak:
        circle.recover(passphrase="short")
    assert weak.value.code is Code.PASSPHRASE_WEAK
    Workspace.open(circle.folder / "laptop", PASSPHRASE).close()


def test_laptop_of_no_office_cannot_be_recovered(circle: Circle, tmp_path: Path) -> None:
    a_laptop(tmp_path / "alone").close()
    with pytest.raises(Trouble) as missing:
        Workspace.recover(tmp_path / "alone", circle.key, NEW, cost=FLOOR)
    assert missing.value.code is Code.RECOVERY_MISSING


def test_office_that_was_recovered_can_be_read_and_leads_no_circle(circle: Circle) -> None:
    device = circle.office.device
    circle.office.close()
    with Workspace.recover(circle.folder / "office", circle.key, NEW, cost=FLOOR) as found:
        assert found.device != device
        assert not found.is_office
        assert found.office is None
        assert found.check(full=True).ok


def test_recovery_can_be_tried_again_when_it_was_killed(
    circle: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    from inspector.workspace.keys import KeyFile

    class Killed(BaseException):
        """The process is gone."""

    def dies(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(KeyFile, "save", dies)
        with pytest.raises(Killed):
            circle.recover()
    with circle.recover() as laptop:
        assert laptop.inspections.read(circle.visit).locked
        assert laptop.desk.name == "南宾所一号机"
        assert laptop.check(full=True).ok
