"""A copied device (克隆): both branches are kept, count and travel, a person is told, and what was locked stays locked."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.errors import Code, Trouble
from inspector.inspection.registry import Party
from inspector.sync import reach
from inspector.workspace import Workspace
from tests.desk import a_signed_visit, pins
from tests.inspector.sync.circle import Desks, opened


def _cloned(desks: Desks, tmp_path: Path) -> Workspace:
    """A second machine with the northern laptop's disk, as an image of it gives."""
    desks.north.close()
    shutil.copytree(desks.north.places.root, tmp_path / "clone")
    desks.north = opened(desks.north.places.root)
    return opened(tmp_path / "clone")


@pytest.fixture
def clone(desks: Desks, tmp_path: Path) -> Iterator[Workspace]:
    with _cloned(desks, tmp_path) as found:
        yield found


def test_both_branches_are_kept_when_a_copied_device_writes_on(
    desks: Desks, clone: Workspace, tmp_path: Path
) -> None:
    first, _ = desks.north.registry.add(Party(name="原机"))
    second, _ = clone.registry.add(Party(name="克隆机"))
    desks.office.exchange.receive(desks.north.exchange.export(desks.stick).path)
    other = clone.exchange.export(tmp_path / "stick-2")

    intake = desks.office.exchange.receive(other.path)
    assert [(f.device, intake.applied) for f in intake.forks] == [(desks.north.device, 0)]
    assert [c.device for c in desks.office.exchange.overview().frozen] == [desks.north.device]
    assert desks.office.registry.party(first).name == "原机"
    kept = desks.office.store.database.query("SELECT device, body FROM fork")
    assert [device for device, _ in kept] == [desks.north.device]
    assert desks.office.store.verify({}) == ()
    assert len(desks.office.exchange.receive(other.path).forks) == 1  # told again, kept once
    assert len(desks.office.store.database.query("SELECT 1 FROM fork")) == 1

    # what either writes on is kept beside it until a person has looked and the device knows
    unseen, _ = desks.north.registry.add(Party(name="冻结之后"))
    reach.learn(desks.north.store, desks.office.device, (9, 9), reach.held(desks.office.store))
    more = desks.office.exchange.receive(desks.north.exchange.export(desks.stick).path)
    assert (more.applied, len(more.forks)) == (0, 1)
    assert unseen in {r for s in _fork_segments(desks.office) for r in s}

    # the devices learn of it, and begin epochs of their own
    third = desks.office.exchange.export(desks.stick)
    for desk, name in ((desks.north, "原机续"), (clone, "克隆机续")):
        epoch = desk.scribe.chain.epoch
        desk.registry.add(Party(name=f"{name}之前"))
        written = desk.scribe.chain
        desk.exchange.receive(third.path)
        signed = desk.store.chains.signed(*written.key)
        assert signed is not None
        assert signed.chain == written  # the end of the old one leaves too
        party, _ = desk.registry.add(Party(name=name))
        assert desk.scribe.chain.epoch > epoch
        later = desk.exchange.export(tmp_path / name)
        desks.office.exchange.receive(later.path)
        assert desks.office.registry.party(party).name == name
        assert desks.office.store.verify({}) == ()
    assert second in {r for s in _fork_segments(desks.office) for r in s}


def _fork_segments(desk: Workspace) -> list[set[str]]:
    """The things that the kept branches speak of."""
    from inspector.journal.commit import Chain
    from inspector.journal.segment import Segment

    rows = desk.store.database.query("SELECT device, epoch, first, before, last, head, body FROM fork")
    found = []
    for device, epoch, first, before, last, head, body in rows:
        segment = Segment(
            Chain(device, epoch, first - 1, before), Chain(device, epoch, last, head), bytes(body)
        )
        found.append({r for c in segment.commits() for r in c.roots})
    return found


def _met(desks: Desks, clone: Workspace, tmp_path: Path) -> None:
    """Everybody brings the office what they have, and the office tells everybody, until nobody has anything new."""
    for turn in range(4):
        for laptop in (desks.north, clone, desks.south):
            stick = tmp_path / f"{turn}-{laptop.places.root.name}"
            laptop.exchange.export(stick)
            desks.office.exchange.receive(stick)
        for laptop in (desks.north, clone, desks.south):
            laptop.exchange.receive(desks.office.exchange.export(desks.stick).path)


def _digests(*desks: Workspace) -> set[tuple[str, str, int]]:
    found = [desk.check(full=True) for desk in desks]
    assert [health.problems for health in found] == [()] * len(found)
    return {(h.state_digest, h.journal_digest, h.operations) for h in found}


@pytest.mark.parametrize("clone_first", [False, True])
def test_all_replicas_say_the_same_when_they_hold_both_branches(
    desks: Desks, clone: Workspace, tmp_path: Path, *, clone_first: bool
) -> None:
    made, _ = desks.north.registry.add(Party(name="原机"))
    copied, _ = clone.registry.add(Party(name="克隆机"))
    for desk in (clone, desks.north) if clone_first else (desks.north, clone):
        desk.exchange.export(tmp_path / desk.places.root.name)
        desks.office.exchange.receive(tmp_path / desk.places.root.name)
    desks.north.registry.amend(Party(made, name="原机，冻结之前"))
    _met(desks, clone, tmp_path)
    everybody = (*desks.all(), clone)
    assert len(_digests(*everybody)) == 1
    for desk in everybody:
        assert desk.registry.party(made).name == "原机，冻结之前"
        assert desk.registry.party(copied).name == "克隆机"
    clone.registry.amend(Party(made, name="改过"))  # each goes on in an epoch of its own
    desks.north.registry.amend(Party(copied, name="也改过"))
    _met(desks, clone, tmp_path)
    assert len(_digests(*everybody)) == 1
    assert desks.south.registry.party(made).name == "改过"
    assert desks.south.registry.party(copied).name == "也改过"


def test_both_values_stand_side_by_side_when_both_branches_changed_one_field(
    desks: Desks, tmp_path: Path
) -> None:
    party, _ = desks.north.registry.add(Party(name="黄水百货"))
    desks.bring(desks.north)
    with _cloned(desks, tmp_path) as clone:
        desks.north.registry.amend(Party(party, name="原机的名"))
        clone.registry.amend(Party(party, name="克隆机的名"))
        _met(desks, clone, tmp_path)
        for desk in (*desks.all(), clone):
            heads = desk.store.things.state(party).conflicts()[(party, "name")]
            assert {h.value for h in heads} == {"原机的名", "克隆机的名"}
        assert len(_digests(*desks.all(), clone)) == 1


@pytest.mark.parametrize("first", ["north", "clone"])
def test_locked_record_stays_locked_when_the_other_branch_wrote_on_the_same_visit(
    desks: Desks, tmp_path: Path, first: str
) -> None:
    visit = a_signed_visit(desks.north)
    desks.bring(desks.north)
    with _cloned(desks, tmp_path) as clone:
        clone.records.expect_scan(visit, pending=False)
        for name in ("别家", "又一家"):  # so that the lock has the numbers of the other branch behind it
            desks.north.registry.add(Party(name=name))
        for pending in (False, True):
            desks.north.records.expect_scan(visit, pending=pending)
        desks.north.records.lock(visit, pins(desks.north))
        record = desks.north.records.record(visit)
        order = (desks.north, clone) if first == "north" else (clone, desks.north)
        for desk in order:
            desk.exchange.export(tmp_path / desk.places.root.name)
            desks.office.exchange.receive(tmp_path / desk.places.root.name)
        _met(desks, clone, tmp_path)
        for desk in (*desks.all(), clone):
            assert desk.inspections.read(visit).locked
            assert desk.records.record(visit) == record
            assert {r.field for r in desk.store.things.state(visit).refused} == {"scan_pending"}
        assert len(_digests(*desks.all(), clone)) == 1


def test_lock_covers_both_branches_when_they_had_met_before_it(desks: Desks, tmp_path: Path) -> None:
    visit = a_signed_visit(desks.north)
    with _cloned(desks, tmp_path) as clone:
        for desk in (desks.north, clone):
            for pending in (False, True):
                desk.records.expect_scan(visit, pending=pending)
        _met(desks, clone, tmp_path)
        desks.north.records.lock(visit, pins(desks.north))
        _met(desks, clone, tmp_path)
        for desk in (*desks.all(), clone):
            assert desk.inspections.read(visit).locked
            assert desk.store.things.state(visit).refused == ()
        assert len(_digests(*desks.all(), clone)) == 1


def test_whole_branch_comes_when_the_office_took_the_copy_for_the_device(
    desks: Desks, clone: Workspace, tmp_path: Path
) -> None:
    """The number that a desk tells says nothing of the branch on which it stands: the office sends from the parting on."""
    party = [desks.north.registry.add(Party(name=f"原机{n}"))[0] for n in range(3)]
    desks.office.exchange.receive(desks.north.exchange.export(desks.stick).path)
    clone.registry.add(Party(name="克隆机"))
    reach.learn(desks.office.store, clone.device, (9, 9), reach.held(clone.store))
    clone.exchange.receive(desks.office.exchange.export(desks.stick, to=[clone.device]).path)
    assert [clone.registry.party(p).name for p in party] == ["原机0", "原机1", "原机2"]
    assert clone.check(full=True).ok


def _forked(desks: Desks, clone: Workspace, tmp_path: Path) -> None:
    """The office knows of both branches."""
    for desk in (desks.north, clone):
        desk.registry.add(Party(name=desk.places.root.name))
        desk.exchange.export(tmp_path / desk.places.root.name)
        desks.office.exchange.receive(tmp_path / desk.places.root.name)


def test_fork_is_open_until_somebody_of_the_office_has_looked_at_it(
    desks: Desks, clone: Workspace, tmp_path: Path
) -> None:
    chain = desks.north.scribe.chain
    _forked(desks, clone, tmp_path)
    (incident,) = desks.office.incidents.list()
    assert (incident.device, incident.epoch, incident.seq) == (*chain.key, chain.seq)
    assert (len(incident.sides), incident.is_open, incident.looked) == (2, True, None)

    changes = desks.office.incidents.look_at(*chain.key, "向科长", " 整盘复制，旧机已停用 ")
    assert changes.touches("fork")
    _met(desks, clone, tmp_path)
    for desk in (*desks.all(), clone):
        (incident,) = desk.incidents.list()
        assert incident.looked is not None
        assert (incident.is_open, incident.looked.who) == (False, "向科长")
        assert incident.looked.remark == "整盘复制，旧机已停用"
    assert len(_digests(*desks.all(), clone)) == 1


def test_fork_is_open_again_when_a_further_branch_comes(
    desks: Desks, clone: Workspace, tmp_path: Path
) -> None:
    clone.close()
    shutil.copytree(clone.places.root, tmp_path / "third")
    with opened(clone.places.root) as copy, opened(tmp_path / "third") as third:
        chain = third.scribe.chain
        third.registry.add(Party(name="第三台"))
        third.exchange.export(tmp_path / "stick-3")
        _forked(desks, copy, tmp_path)
        desks.office.incidents.look_at(*chain.key, "向科长", "")
        assert not desks.office.incidents.list()[0].is_open
        desks.office.exchange.receive(tmp_path / "stick-3")
        (incident,) = desks.office.incidents.list()
        assert (incident.is_open, len(incident.sides)) == (True, 3)


def test_only_the_office_looks_at_a_fork_and_only_where_there_is_one(
    desks: Desks, clone: Workspace, tmp_path: Path
) -> None:
    chain = desks.north.scribe.chain
    with pytest.raises(Trouble) as unknown:
        desks.office.incidents.look_at(*chain.key, "向科长", "")
    _forked(desks, clone, tmp_path)
    with pytest.raises(Trouble) as foreign:
        desks.north.incidents.look_at(*chain.key, "向科长", "")
    with pytest.raises(Trouble) as nameless:
        desks.office.incidents.look_at(*chain.key, " ", "")
    codes = [t.value.code for t in (unknown, foreign, nameless)]
    assert codes == [Code.THING_UNKNOWN, Code.NOT_OFFICE, Code.VALUE_INVALID]


def test_check_names_a_branch_whose_bytes_or_place_are_not_what_they_were(
    desks: Desks, clone: Workspace, tmp_path: Path
) -> None:
    _forked(desks, clone, tmp_path)
    office = desks.office
    with office.store.database.writing():
        office.store.database.query("UPDATE fork SET roots = 'nothing'")
    assert [p.code for p in office.check(full=True).problems] == ["index_differs"]
    assert office.check(full=True).ok
    with office.store.database.writing():
        office.store.database.query("UPDATE fork SET before = ?", "0" * 64)
    assert "chain_broken" in {p.code for p in office.check(full=True).problems}
