"""A bundle is taken whole or refused whole; twice changes nothing; a missing one is waited for."""

import shutil
from pathlib import Path

import pytest

from inspector.errors import Code, Trouble
from inspector.inspection.people import Device
from inspector.inspection.registry import Party
from inspector.sync import importing, reach
from inspector.sync.bundle import Bundle
from inspector.sync.delivery import Whereabouts
from inspector.workspace import Workspace
from inspector.workspace.scribe import Edit
from tests.desk import a_laptop, a_locked_visit, an_office
from tests.inspector.sync.circle import Desks, a_photo
from tests.inspector.sync.traces import forged, split, trace


def a_party(desk: Workspace, name: str = "黄水百货") -> str:
    party, _ = desk.registry.add(Party(name=name))
    return party


def code_of(desk: Workspace, path: Path) -> Code:
    """The code for which *desk* refuses a bundle; nothing may be left of it."""
    before = trace(desk)
    with pytest.raises(Trouble) as refused:
        desk.exchange.receive(path)
    assert trace(desk) == before
    return refused.value.code


def test_nothing_changes_when_a_bundle_is_imported_twice(desks: Desks) -> None:
    a_locked_visit(desks.north, photos=[a_photo(1)])
    path = desks.north.exchange.export(desks.stick).path
    first = desks.office.exchange.receive(path)
    before = trace(desks.office)
    again = desks.office.exchange.receive(path)
    assert (again.applied, again.skipped, again.records, again.evidence) == (0, first.applied, 0, 0)
    assert trace(desks.office) == before


def test_stick_is_read_again_without_its_photos_when_its_bundles_were_taken_in(desks: Desks) -> None:
    a_locked_visit(desks.north, photos=[a_photo(1)])
    desks.north.exchange.export(desks.stick)
    first = desks.office.exchange.receive(desks.stick)
    shutil.rmtree(desks.stick / "blobs")
    again = desks.office.exchange.receive(desks.stick)
    assert (first.applied > 0, again.applied, again.absent, again.refused) == (True, 0, (), ())


def test_bundle_waits_when_the_one_before_it_has_not_come(desks: Desks) -> None:
    party = a_party(desks.north)
    first = desks.north.exchange.export(desks.stick)
    office = desks.office.device
    reach.learn(desks.north.store, office, (9, 9), reach.held(desks.north.store))  # as if the office had it
    desks.north.registry.amend(Party(party, name="黄水百货二店"))
    second = desks.north.exchange.export(desks.stick)

    before = trace(desks.office)
    waiting = desks.office.exchange.receive(second.path)
    assert (waiting.applied, len(waiting.parked), waiting.receipts) == (0, 1, ())
    assert {k[0] for k in waiting.parked[0].needs} == {desks.north.device}
    assert desks.office.exchange.overview().parked == ((str(second.path), waiting.parked[0].wanted),)
    assert [r for r in trace(desks.office)[0] if r[0] != "parked"] == [
        r for r in before[0] if r[0] != "parked"
    ]

    settled = desks.office.exchange.receive(first.path)
    assert (len(settled.bundles), settled.parked) == (2, ())
    assert desks.office.registry.party(party).name == "黄水百货二店"
    assert desks.office.exchange.overview().parked == ()


def test_parked_bundle_stays_parked_when_its_stick_is_away(desks: Desks) -> None:
    a_party(desks.north)
    first = desks.north.exchange.export(desks.stick)
    reach.learn(desks.north.store, desks.office.device, (9, 9), reach.held(desks.north.store))
    a_party(desks.north, "another")
    second = desks.north.exchange.export(desks.stick)
    desks.office.exchange.receive(second.path)
    away = second.path.rename(second.path.with_suffix(".away"))
    desks.office.exchange.receive(first.path)
    assert len(desks.office.exchange.overview().parked) == 1
    away.rename(second.path)
    assert len(importing.retry_parked(desks.office.exchange._post)[0]) == 1


def test_nothing_changes_when_an_old_bundle_comes_again(desks: Desks) -> None:
    party = a_party(desks.north)
    old = desks.north.exchange.export(desks.stick)
    desks.bring(desks.north)
    desks.north.registry.amend(Party(party, name="新名"))
    desks.bring(desks.north)
    before = trace(desks.office)
    assert desks.office.exchange.receive(old.path).applied == 0
    assert trace(desks.office)[0] == _but_taken(before[0], trace(desks.office)[0])
    assert desks.office.registry.party(party).name == "新名"


def _but_taken(before: object, after: object) -> object:
    """*after*, if the only difference is that the bundle is noted as taken in."""
    old = {t: set(rows) for t, rows in before}  # type: ignore[attr-defined]
    new = {t: set(rows) for t, rows in after}  # type: ignore[attr-defined]
    differing = {t for t in old if old[t] != new[t]}
    added = new["meta"] - old["meta"]
    assert differing <= {"meta"}
    assert old["meta"] <= new["meta"]
    assert all(key.startswith("taken/") for key, _ in added)
    return after


def test_roster_never_goes_back_when_an_old_bundle_of_the_office_comes_again(desks: Desks) -> None:
    a_party(desks.office)
    old = desks.office.exchange.export(desks.stick)
    desks.north.exchange.receive(old.path)
    desks.office.exchange.revoke(desks.south.device)
    desks.share(desks.north)
    desks.north.exchange.receive(old.path)
    revoked = {d.id: d.revoked for d in desks.north.exchange.devices()}
    assert revoked[desks.south.device]


def test_bundle_of_another_office_is_refused(desks: Desks, tmp_path: Path) -> None:
    with an_office(tmp_path / "other") as other, a_laptop(tmp_path / "theirs") as theirs:
        answer = other.exchange.approve(theirs.exchange.request(tmp_path), tmp_path)
        theirs.exchange.accept(answer.path)
        bundle = theirs.exchange.export(tmp_path / "stick2").path
    assert code_of(desks.office, bundle) is Code.BUNDLE_FOREIGN


def test_bundle_is_refused_when_its_device_is_not_of_the_circle(desks: Desks, tmp_path: Path) -> None:
    a_party(desks.north)
    header, body = split(desks.north.exchange.export(desks.stick).path)
    with a_laptop(tmp_path / "stranger") as stranger:
        header["sender"] = {
            "device": stranger.device, "key": stranger.secrets.signing.public, "epoch": 1, "seq": 1,
        }  # fmt: skip
        path = forged(tmp_path / "strange.bundle", stranger.secrets.signing, header, body)
    assert code_of(desks.office, path) is Code.BUNDLE_FOREIGN


def test_bundle_is_refused_when_it_is_meant_for_another_desk(desks: Desks) -> None:
    a_party(desks.north)
    assert code_of(desks.south, desks.north.exchange.export(desks.stick).path) is Code.BUNDLE_FOREIGN


def test_bundle_is_refused_when_it_needs_a_newer_reader(desks: Desks, tmp_path: Path) -> None:
    a_party(desks.north)
    header, body = split(desks.north.exchange.export(desks.stick).path)
    newer = forged(tmp_path / "newer.bundle", desks.north.secrets.signing, {**header, "min_reader": 2}, body)
    assert code_of(desks.office, newer) is Code.BUNDLE_NEWER
    richer = forged(
        tmp_path / "richer.bundle", desks.north.secrets.signing, {**header, "weather": "雨"}, body
    )
    assert desks.office.exchange.receive(richer).applied > 0  # what it does not know it leaves alone


def test_folder_goes_on_when_one_of_its_bundles_is_refused(desks: Desks) -> None:
    party = a_party(desks.north)
    good = desks.north.exchange.export(desks.stick)
    (desks.stick / "0-bad.bundle").write_bytes(good.path.read_bytes()[:-1])
    intake = desks.office.exchange.receive(desks.stick)
    assert [(p.code, Path(p.where).name) for p in intake.refused] == [(Code.BUNDLE_DAMAGED, "0-bad.bundle")]
    assert desks.office.registry.party(party).name
    assert intake.to_json()["refused"] == 1


def test_later_commits_do_not_count_when_a_lost_laptop_was_revoked(desks: Desks, tmp_path: Path) -> None:
    before = a_party(desks.north, "before")
    desks.bring(desks.north)
    desks.office.exchange.revoke(desks.north.device)
    after = a_party(desks.north, "after")
    late = desks.north.exchange.export(desks.stick).path
    assert code_of(desks.office, late) is Code.DEVICE_REVOKED
    # brought by somebody else, it is kept and does not count
    desks.share(desks.south)
    south = desks.south.exchange._post
    header, body = split(late)
    header["sender"] = {"device": desks.south.device, "key": south.signing.public, "epoch": 1, "seq": 1}
    passed_on = forged(tmp_path / "passed-on.bundle", south.signing, header, body)
    assert desks.office.exchange.receive(passed_on).applied > 0
    assert desks.office.registry.party(before).name == "before"
    with pytest.raises(Trouble) as unknown:
        desks.office.registry.party(after)
    assert unknown.value.code is Code.THING_UNKNOWN
    assert after in desks.office.exchange.overview().troubled
    assert desks.office.store.verify({}) == ()


def test_what_came_in_after_the_end_of_a_term_ceases_to_count_everywhere(desks: Desks) -> None:
    """The laptop was lost before its last bundle was brought: the office sets the end of its term back."""
    before = a_party(desks.north, "before")
    desks.bring(desks.north)
    lost_at = desks.north.scribe.chain
    after = a_party(desks.north, "after")
    desks.bring(desks.north)
    said = {"revoked": True, "last_epoch": lost_at.epoch, "last_seq": lost_at.seq}
    desks.office.scribe.write(Edit(Device.kind, desks.north.device, f, v) for f, v in said.items())
    desks.share(desks.south)
    for desk in (desks.office, desks.south):
        assert desk.registry.party(before).name == "before"
        assert not desk.store.things.state(after).kind
        assert desk.store.verify({}) == ()


def test_photos_that_did_not_come_along_are_named_and_come_later(desks: Desks) -> None:
    visit = a_locked_visit(desks.north, photos=[a_photo(1), a_photo(2)])
    exported = desks.north.exchange.export(desks.stick)
    lost = next((desks.stick / "blobs").rglob("*.age"))
    lost.unlink()
    intake = desks.office.exchange.receive(exported.path)
    assert (intake.records, intake.evidence, len(intake.absent)) == (1, 1, 1)
    assert desks.office.exchange.overview().absent == ((visit, intake.absent[0]),)
    desks.north.exchange.receive(intake.receipts[0].path)
    status = desks.north.exchange.status(visit)
    assert status.record is Whereabouts.RECEIVED
    assert status.photos[intake.absent[0]] is Whereabouts.VERIFIED
    assert not status.complete

    again = desks.office.exchange.receive(desks.north.exchange.export(desks.stick).path)
    assert (again.records, again.evidence, again.absent) == (0, 1, ())
    desks.north.exchange.receive(again.receipts[0].path)
    assert desks.north.exchange.status(visit).complete


def test_later_commits_name_the_newest_receipt_that_was_seen(desks: Desks) -> None:
    a_locked_visit(desks.north)
    first = desks.office.exchange.receive(desks.north.exchange.export(desks.stick).path).receipts[0]
    desks.north.exchange.receive(first.path)
    a_locked_visit(desks.north)
    desks.bring(desks.north)
    newest_receipt = desks.north.store.local.meta("receipt")
    desks.north.exchange.receive(first.path)  # an old one comes again
    a_party(desks.north)
    newest = list(desks.north.store.chains.commits(desks.north.device, desks.north.scribe.chain.epoch))[-1]
    receipts = [c.id for c in desks.office.store.chains.commits(desks.office.device, 1)]
    assert newest.receipt == newest_receipt
    assert newest.receipt in receipts


def test_answer_goes_to_the_outbox_when_the_stick_cannot_be_written_on(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_party(desks.north)
    exported = desks.north.exchange.export(desks.stick)
    from inspector.evidence import durable

    write = durable.write

    def read_only(path: Path, chunks: object) -> None:
        if path.is_relative_to(desks.stick):
            raise Trouble(Code.DISK_FAILED, errno="EROFS")
        write(path, chunks)  # type: ignore[arg-type]

    monkeypatch.setattr(durable, "write", read_only)
    (answer,) = desks.office.exchange.receive(exported.path).receipts
    assert answer.path.parent == desks.office.places.exchange


def test_header_says_what_is_inside_without_a_key(desks: Desks) -> None:
    a_locked_visit(desks.north, photos=[a_photo(1)])
    exported = desks.north.exchange.export(desks.stick)
    header = Bundle.read(exported.path).header
    assert (header.sender.device, header.circle) == (desks.north.device, desks.office.device)
    assert (header.commits, len(header.blobs)) == (exported.commits, 1)
