"""Joining an office by file: who is let in, who says what counts from then on, and who can open the photos."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector import ids
from inspector.crypto.sealing import Identity
from inspector.errors import Code, Trouble
from inspector.evidence.intake import Arrival, Source
from inspector.inspection.registry import Party
from inspector.sync import taking_in
from inspector.workspace import Workspace
from tests.desk import PINS, a_laptop, a_locked_visit, a_visit, an_office
from tests.inspector.sync.circle import Desks, a_photo, opened
from tests.inspector.sync.traces import trace


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Workspace]:
    """A laptop that belongs to no office yet."""
    with a_laptop(tmp_path / "new", "新终端") as found:
        yield found


def refused(code: Code, call: object, *given: object) -> None:
    with pytest.raises(Trouble) as trouble:
        call(*given)  # type: ignore[operator]
    assert trouble.value.code is code


def test_laptop_without_an_office_neither_sends_nor_receives(desks: Desks, laptop: Workspace) -> None:
    exported = desks.north.exchange.export(desks.stick)
    refused(Code.NOT_ENROLLED, laptop.exchange.export, desks.stick)
    refused(Code.NOT_ENROLLED, laptop.exchange.receive, exported.path)
    refused(Code.NOT_OFFICE, desks.north.exchange.approve, desks.stick, desks.stick)


def test_person_compares_the_fingerprint_before_the_answer_is_accepted(
    desks: Desks, laptop: Workspace
) -> None:
    request = laptop.exchange.request(desks.stick)
    asked = desks.office.exchange.read_request(request)
    assert asked.fingerprint == laptop.exchange.fingerprint
    assert {o.name for o in asked.officers} == set(PINS)
    answer = desks.office.exchange.approve(request, desks.stick)
    seen = laptop.exchange.read_answer(answer.path)
    assert seen.fingerprint == desks.office.exchange.fingerprint
    assert seen.bureau == desks.office.desk.bureau
    assert laptop.office is None


def test_what_was_written_before_counts_when_the_laptop_has_joined(desks: Desks, laptop: Workspace) -> None:
    visit = a_locked_visit(laptop, photos=[a_photo(1), a_photo(2)])
    desks.office.registry.add(Party(name="局里录入"))
    answer = desks.office.exchange.approve(laptop.exchange.request(desks.stick), desks.stick)
    laptop.exchange.accept(answer.path)
    assert laptop.office is not None
    assert laptop.inspections.read(visit).locked
    assert [p.name for p in laptop.registry.find_parties("局里录入")] == ["局里录入"]
    assert laptop.check(full=True).ok
    assert laptop.exchange.overview().troubled == ()

    intake = desks.office.exchange.receive(laptop.exchange.export(desks.stick).path)
    assert (intake.records, intake.evidence) == (1, 2)
    laptop.exchange.receive(intake.receipts[0].path)
    assert laptop.exchange.status(visit).complete
    assert desks.office.photos.original(ids.sha256(a_photo(1))) == a_photo(1)


def test_office_and_its_recovery_key_open_earlier_photos_when_the_laptop_has_joined(
    tmp_path: Path, laptop: Workspace
) -> None:
    laptop.photos.add(a_visit(laptop), Arrival(a_photo(1), "IMG_1.jpg", Source.CLI))
    sha256 = ids.sha256(a_photo(1))
    old = laptop.store.local.blob(sha256)
    with an_office(tmp_path / "office") as office:
        recovery = Identity.from_text(office.recovery_key)
        answer = office.exchange.approve(laptop.exchange.request(tmp_path), tmp_path)
        laptop.exchange.accept(answer.path)
        new = laptop.store.local.blob(sha256)
        assert old is not None
        assert new is not None
        for identity in (laptop.identity, office.identity, recovery):
            laptop.vault.verify(new.cipher, sha256, [identity])
        assert (laptop.vault.has(old.cipher), set(laptop.vault.ciphers())) == (False, {new.cipher})
        assert laptop.keys.recover(recovery) == laptop.secrets.data_key
        assert laptop.photos.original(sha256) == a_photo(1)


def test_office_does_not_let_in_a_request_that_was_changed(desks: Desks, laptop: Workspace) -> None:
    path = laptop.exchange.request(desks.stick)
    stored = json.loads(path.read_text(encoding="utf-8"))
    before = trace(desks.office)
    for field, value in (
        ("name", "局长"),
        ("recipient", desks.north.identity.recipient),
        ("device", "0" * 32),
    ):
        changed = {**stored, "body": {**stored["body"], field: value}}
        path.write_text(json.dumps(changed), encoding="utf-8")
        refused(Code.ENROLMENT_DAMAGED, desks.office.exchange.approve, path, desks.stick)
    for text in ("", "[]", "{}", '{"body": {}}', json.dumps(stored)[:-20]):
        path.write_text(text, encoding="utf-8")
        refused(Code.ENROLMENT_DAMAGED, desks.office.exchange.approve, path, desks.stick)
    assert trace(desks.office) == before


def test_office_does_not_let_in_who_claims_the_key_of_another_laptop(desks: Desks, laptop: Workspace) -> None:
    """A laptop that names another one's credential would put its own key in that one's place."""
    theirs = next(c for c in desks.office.exchange._credentials().values())
    exchange = laptop.exchange
    exchange._credentials = lambda: dict.fromkeys(laptop.store.local.officers_with_keys().values(), theirs)
    refused(Code.ENROLMENT_FOREIGN, desks.office.exchange.approve, exchange.request(desks.stick), desks.stick)


def test_answer_is_refused_by_another_laptop_and_by_one_that_belongs_elsewhere(
    desks: Desks, laptop: Workspace, tmp_path: Path
) -> None:
    answer = desks.office.exchange.approve(laptop.exchange.request(desks.stick), desks.stick)
    refused(Code.ENROLMENT_FOREIGN, desks.north.exchange.accept, answer.path)
    with an_office(tmp_path / "other") as other:
        second = other.exchange.approve(desks.north.exchange.request(tmp_path), tmp_path)
        before = trace(desks.north)
        refused(Code.ENROLMENT_FOREIGN, desks.north.exchange.accept, second.path)
        assert trace(desks.north) == before
    plain = desks.office.exchange.export(desks.stick)
    refused(Code.ENROLMENT_FOREIGN, desks.north.exchange.accept, plain.path)


def test_new_officers_key_counts_when_the_office_has_vouched_for_it(desks: Desks) -> None:
    added, _ = desks.north.officers.add("新来的", "50024009", "864213")
    key = desks.north.store.local.officers_with_keys()[added]
    assert key not in desks.north.store.roster().keys
    answer = desks.office.exchange.approve(desks.north.exchange.request(desks.stick), desks.stick)
    desks.north.exchange.accept(answer.path)
    assert desks.north.store.roster().keys[key].officer == added
    assert desks.office.store.roster().keys[key].device == desks.north.device


def test_revoked_laptop_is_not_let_in_again_by_its_old_request(desks: Desks) -> None:
    request = desks.north.exchange.request(desks.stick)
    desks.office.exchange.revoke(desks.north.device)
    refused(Code.DEVICE_REVOKED, desks.office.exchange.approve, request, desks.stick)


def test_nothing_is_half_joined_when_the_answer_cannot_be_taken_in(
    desks: Desks, laptop: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = desks.office.exchange.approve(laptop.exchange.request(desks.stick), desks.stick)
    before = trace(laptop)

    def full(*_: object, **__: object) -> None:
        raise Trouble(Code.DISK_FULL)

    monkeypatch.setattr(taking_in, "_reconciled", full)
    refused(Code.DISK_FULL, laptop.exchange.accept, answer.path)
    assert trace(laptop) == before


def test_joining_goes_on_at_the_next_start_when_it_was_killed(
    desks: Desks, laptop: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = a_locked_visit(laptop, photos=[a_photo(1)])
    answer = desks.office.exchange.approve(laptop.exchange.request(desks.stick), desks.stick)

    class Killed(BaseException):
        pass

    def kill(*_: object, **__: object) -> None:
        raise Killed

    monkeypatch.setattr(taking_in, "settle", kill)
    with pytest.raises(Killed):
        laptop.exchange.accept(answer.path)
    monkeypatch.undo()
    laptop.close()
    with opened(laptop.places.root) as again:
        assert again.inspections.read(visit).locked
        assert again.keys.recovery
        assert again.check(full=True).problems == ()
        exported = again.exchange.export(desks.stick)  # encrypts the photos to the office first
        assert desks.office.exchange.receive(exported.path).evidence == 1
