"""What lies on a stick is told without opening or writing anything, and a fork is never taken for what is known."""

import shutil

import pytest

from inspector.errors import Code, Trouble
from tests.desk import a_laptop, a_locked_visit, a_party
from tests.inspector.sync.circle import Desks, a_photo, opened


def test_a_bundle_is_new_until_it_was_taken_in(desks: Desks) -> None:
    a_locked_visit(desks.north, photos=[a_photo(1)])
    exported = desks.north.exchange.export(desks.stick)
    before = desks.office.exchange.survey(desks.stick)
    assert [path for path, _ in before.new] == [exported.path]
    assert desks.office.store.chains.operations() == desks.office.check().operations
    desks.office.exchange.receive(exported.path)
    after = desks.office.exchange.survey(desks.stick)
    assert (after.new, after.known, after.others) == ((), 1, 1)


def test_bundles_for_others_are_counted_apart(desks: Desks) -> None:
    a_party(desks.north)
    desks.north.exchange.export(desks.stick)
    found = desks.south.exchange.survey(desks.stick)
    assert (found.new, found.known, found.others) == ((), 0, 1)


def test_the_branch_of_a_copy_is_new_when_it_bears_numbers_that_are_known(desks: Desks, tmp_path) -> None:
    desks.north.close()
    shutil.copytree(desks.north.places.root, tmp_path / "clone")
    desks.north = opened(desks.north.places.root)
    with opened(tmp_path / "clone") as clone:
        a_party(desks.north, "原机")
        desks.office.exchange.receive(desks.north.exchange.export(tmp_path / "stick-1").path)
        a_party(clone, "克隆机")
        clone.exchange.export(desks.stick)
    assert len(desks.office.exchange.survey(desks.stick).new) == 1


def test_a_request_is_granted_only_with_all_that_it_asks_for(desks: Desks, tmp_path) -> None:
    with a_laptop(tmp_path / "new") as laptop:
        laptop.exchange.request(desks.stick)
        (asked,) = desks.office.exchange.survey(desks.stick).requests
        assert (asked.request.device, asked.is_granted) == (laptop.device, False)
        answer = desks.office.exchange.approve(asked.path, desks.stick)
        (asked,) = desks.office.exchange.survey(desks.stick).requests
        assert asked.is_granted
        (found,) = laptop.exchange.survey(desks.stick).answers
        assert (found.path, found.fingerprint) == (answer.path, desks.office.exchange.fingerprint)
        laptop.exchange.accept(answer.path)
        laptop.officers.add("冉䶮", "50024003", "357912")
        laptop.exchange.request(desks.stick)
        (asked,) = desks.office.exchange.survey(desks.stick).requests
        assert not asked.is_granted


def test_files_that_cannot_be_read_are_named_and_hide_nothing(desks: Desks) -> None:
    a_party(desks.north)
    good = desks.north.exchange.export(desks.stick).path
    (desks.stick / "0.bundle").write_bytes(b"nothing of ours")
    (desks.stick / "x.enrolment").write_text("{}")
    found = desks.office.exchange.survey(desks.stick)
    assert {p.code for p in found.unreadable} == {Code.BUNDLE_DAMAGED, Code.ENROLMENT_DAMAGED}
    assert [path for path, _ in found.new] == [good]


def test_a_folder_that_is_away_is_told(desks: Desks, tmp_path) -> None:
    with pytest.raises(Trouble) as caught:
        desks.office.exchange.survey(tmp_path / "away")
    assert caught.value.code is Code.BUNDLE_MISSING


def test_a_bundle_with_photos_is_new_when_its_commits_are_known(desks: Desks) -> None:
    a_locked_visit(desks.north, photos=[a_photo(1)])
    first = desks.north.exchange.export(desks.stick)
    for blob in desks.stick.rglob("*.age"):
        blob.unlink()
    receipt = desks.office.exchange.receive(first.path).receipts[0]
    desks.north.exchange.receive(receipt.path)
    first.path.unlink()
    second = desks.north.exchange.export(desks.stick)
    assert (second.commits, second.photos) == (0, 1)
    assert [path for path, _ in desks.office.exchange.survey(desks.stick).new] == [second.path]
