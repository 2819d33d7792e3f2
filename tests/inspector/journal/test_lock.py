from dataclasses import replace
from datetime import timedelta

import pytest

from inspector.inspection.kinds import KINDS
from inspector.journal import lock
from inspector.journal.commit import Chain
from inspector.journal.gather import Gathering
from inspector.journal.roster import Standing
from inspector.journal.state import State
from tests.builders import (
    OFFICERS,
    VISIT,
    Device,
    a_commit,
    a_roster,
    a_seal,
    an_operation,
    facts,
    gathered,
    is_sealed,
    meet,
    value_of,
)

CIRCLE = a_roster("one", "other", "third")


def devices(*, office: bool = False) -> tuple[Device, Device]:
    """Two devices that hold a visit with two fields."""
    roster = a_roster("one", "other", "third", office="office") if office else CIRCLE
    one, other = Device("one", roster), Device("other", roster)
    one.write("摊位3号")
    one.write("例行检查", field="subject")
    meet(one, other)
    return one, other


def late(state: State) -> list[object]:
    return [r.head.value for r in state.refused if r.standing is Standing.LATE]


def test_lock_is_in_force_when_two_officers_signed_with_their_keys_of_that_device() -> None:
    one, _ = devices()
    commit = one.lock()
    assert one.state().locked is not None
    assert one.state().locked.commit == commit.id  # type: ignore[union-attr]


@pytest.mark.parametrize("signers", [(), ("谭",), ("谭", "谭"), ("谭", "stranger")])
def test_lock_is_not_in_force_when_two_different_officers_did_not_sign(signers: tuple[str, ...]) -> None:
    one, _ = devices()
    one.lock(signers=signers)
    assert one.state().locked is None
    assert one.state().sealed


def test_lock_is_not_in_force_when_the_keys_are_of_another_device() -> None:
    one, _ = devices()
    state = one.state()
    seal = a_seal("other", one.coverage())
    one.append(an_operation(seal.to_json(), kind=lock.KIND, entity=lock.entity(VISIT), field=lock.SEAL))
    assert one.state().locked is None
    assert facts(one.state()) == facts(state)


def test_lock_is_not_in_force_when_a_key_is_claimed_for_another_officer() -> None:
    one, _ = devices()
    covers = one.coverage()
    seal = a_seal("one", covers, signers=("谭",))
    claimed = replace(seal, signatures=(seal.signatures[0], replace(seal.signatures[0], officer="马")))
    one.append(an_operation(claimed.to_json(), kind=lock.KIND, entity=lock.entity(VISIT), field=lock.SEAL))
    assert one.state().locked is None


@pytest.mark.parametrize(
    "change",
    [
        {"record": "00" * 32},
        {"evidence": ("11" * 32,)},
        {"coverage": lock.Coverage((Chain("one", 1, 1, "11" * 32),), "00" * 32)},
    ],
)
def test_lock_is_not_in_force_when_anything_of_the_seal_was_changed(change: dict[str, object]) -> None:
    one, _ = devices()
    seal = replace(a_seal("one", one.coverage()), **change)  # type: ignore[arg-type]
    one.append(an_operation(seal.to_json(), kind=lock.KIND, entity=lock.entity(VISIT), field=lock.SEAL))
    assert one.state().locked is None


def test_lock_of_one_visit_does_not_lock_another() -> None:
    one, _ = devices()
    seal = a_seal("one", one.coverage())
    one.write("别处", entity="visit-2")
    moved = replace(seal, coverage=one.coverage("visit-2"))
    one.append(an_operation(moved.to_json(), kind=lock.KIND, entity=lock.entity("visit-2"), field=lock.SEAL))
    assert one.state("visit-2").locked is None


UNREAD = [None, "x", {}, [], {"record": "x"}, 7, {"format": 2, "signed": "otherwise"}]


def seals(device: Device, value: object) -> State:
    """What the device says after it has written that as the seal."""
    device.append(an_operation(value, kind=lock.KIND, entity=lock.entity(VISIT), field=lock.SEAL))  # type: ignore[arg-type]
    return device.state()


@pytest.mark.parametrize("value", UNREAD)
def test_seal_that_cannot_be_read_locks_what_was_said_before_it(value: object) -> None:
    one, other = devices()
    before = facts(one.state())
    assert seals(one, value).is_locked_unread
    one.write("摊位9号")
    meet(one, other)
    other.write("摊位10号")
    meet(one, other)
    for device in (one, other):
        assert facts(device.state()) == before
        assert late(device.state()) == ["摊位9号", "摊位10号"]


def test_seal_that_cannot_be_read_locks_nothing_when_its_device_may_not_write() -> None:
    one, _ = devices(office=True)
    stranger = Device("stranger", one.roster)
    stranger.sees(one)
    state = seals(stranger, {"format": 2})
    assert state.locked is None
    assert [r.standing for r in state.refused] == [Standing.UNAUTHORISED]


def test_seal_that_cannot_be_read_is_gone_when_the_term_of_its_device_is_ended_before_it() -> None:
    one, other = devices(office=True)
    seals(other, {"format": 2})
    meet(one, other)
    assert one.state().locked is not None
    ended = a_roster("one", "other", "third", office="office", ended={"other": (1, 0)})
    assert gathered(one.commits, ended).locked is None


@pytest.mark.parametrize("first", [True, False])
def test_signed_seal_goes_before_one_that_cannot_be_read(first: bool) -> None:
    one, other = devices()
    meet(one, other)
    for act in (lambda: seals(other, {"format": 2}), one.lock)[:: 1 if first else -1]:
        act()
    meet(one, other)
    assert one.state().seal is not None
    assert late(other.state()) == [{"format": 2}]


def test_seal_that_cannot_be_read_locks_nothing_when_nothing_was_said_before_it() -> None:
    other = Device("other", CIRCLE)
    early = seals(other, {"format": 2})
    assert early.locked is None
    one, _ = devices()
    one.sees(other)
    assert value_of(one.state()) == "摊位3号"


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("reach", [["one", 1]]),
        ("reach", [["one", 1, 1]]),
        ("reach", [[1, "x", {}]]),
        ("signatures", [["谭"]]),
        ("signatures", [7]),
        ("signatures", [["谭", "ab" * 32, "no digits"]]),
        ("signatures", [["谭", "ab" * 32, "ab" * 63]]),
        ("signatures", [["谭", "no digits", "ab" * 64]]),
        ("heads", 1),
        ("format", 2),
        ("format", None),
    ],
)
def test_seal_is_none_when_a_part_of_it_is_malformed(part: str, value: object) -> None:
    stored = a_seal("one", lock.Coverage((Chain("one", 1, 1, "11" * 32),), "00" * 32)).to_json()
    assert isinstance(stored, dict)
    assert lock.Seal.from_json({**stored, part: value}) is None


def test_seal_comes_back_from_its_stored_form() -> None:
    ends = (Chain("one", 1, 3, "33" * 32), Chain("other", 2, 9, "99" * 32))
    seal = a_seal("one", lock.Coverage(ends, "00" * 32), evidence=("11" * 32,))
    assert lock.Seal.from_json(seal.to_json()) == seal


def test_statement_can_be_read_and_its_lines_are_sorted() -> None:
    text = lock.statement(VISIT, "aa" * 32, ["cc" * 32, "bb" * 32, "cc" * 32]).decode()
    assert text.splitlines() == [
        "inspector-lock 1", f"record {VISIT}", f"sha256 {'aa' * 32} record.json", f"sha256 {'bb' * 32}", f"sha256 {'cc' * 32}",
    ]  # fmt: skip


def test_edit_made_apart_from_the_lock_is_late_everywhere_and_never_shown_as_the_value() -> None:
    one, other = devices()
    one.lock()
    other.write("摊位9号")
    meet(one, other)
    for device in (one, other):
        assert value_of(device.state()) == "摊位3号"
        assert late(device.state()) == ["摊位9号"]


def test_edit_made_after_the_lock_is_late_even_on_the_device_that_locked() -> None:
    one, _ = devices()
    one.lock()
    one.write("摊位9号")
    one.write("new", field="statement")
    one.write("口罩", kind="goods", entity=f"{VISIT}/goods/1", field="name")
    assert late(one.state()) == ["摊位9号", "new", "口罩"]
    assert one.state().entities() == (VISIT, lock.entity(VISIT))


def test_removal_made_after_the_lock_is_late() -> None:
    one, _ = devices()
    one.write("口罩", kind="goods", entity=f"{VISIT}/goods/1", field="name")
    one.lock()
    one.remove(f"{VISIT}/goods/1")
    assert not one.state().is_gone(f"{VISIT}/goods/1")


def test_record_of_a_locked_root_cannot_be_replaced() -> None:
    one, _ = devices()
    one.lock(record="as signed")
    one.write(None, kind=lock.KIND, entity=lock.entity(VISIT), field=lock.SEAL)
    one.write("forged", kind="answer", entity=lock.entity(VISIT), field=lock.SEAL)
    assert is_sealed(one.state(), "as signed")


def test_lock_is_not_in_force_until_all_covered_heads_are_there() -> None:
    one, other = devices()
    other.write("三人在场", field="person_present")
    other.write("摊位4号")
    one.sees(other)
    commit = one.lock()
    heads = {n.commit for n in one.locked_heads[commit.id]}
    for missing in one.commits:
        state = gathered([c for c in one.commits if c is not missing], CIRCLE)
        assert (state.locked is None) == (missing.id in heads or missing is commit)


def test_coverage_is_the_same_in_any_order() -> None:
    one, _ = devices()
    one.write("摊位4号")
    expected = one.coverage()
    assert expected.ends == (one.chain,)
    assert one.chain.seq == 3
    assert Gathering(VISIT, one.commits[::-1], CIRCLE, KINDS).coverage() == expected


def test_lock_is_in_force_when_an_attempt_or_a_destruction_came_before_it() -> None:
    one, _ = devices()
    one.lock(signers=("谭",))
    one.redact(one.state().heads[(VISIT, "place")][0].name)
    one.write("三人在场", field="person_present")
    commit = one.lock(record="as signed")
    assert one.state().locked is not None
    assert one.state().locked.commit == commit.id  # type: ignore[union-attr]
    assert is_sealed(one.state(), "as signed")


def test_seal_said_under_the_name_of_another_kind_locks_nothing() -> None:
    one, _ = devices()
    seal = a_seal("one", one.coverage())
    one.append(an_operation(seal.to_json(), kind="answer", entity=lock.entity(VISIT), field=lock.SEAL))
    assert one.state().locked is None


def test_lock_holds_when_what_it_covers_comes_after_it() -> None:
    one, other = devices()
    one.lock()
    other.write("摊位9号")
    assert gathered(reversed([*one.commits, *other.commits]), CIRCLE).locked is not None


def test_two_locks_made_apart_end_in_the_same_one_everywhere() -> None:
    one, other = devices()
    one.lock(record="of one")
    other.write("摊位9号")
    other.lock(record="of other")
    assert one.state().locked != other.state().locked
    meet(one, other)
    assert one.state().to_json() == other.state().to_json()
    assert is_sealed(one.state(), "of one") or is_sealed(one.state(), "of other")
    assert len(one.state().heads[(lock.entity(VISIT), lock.SEAL)]) == 1
    assert one.state().refused


def test_lock_that_saw_another_does_not_take_its_place_whatever_its_clock_says() -> None:
    one = Device("one", CIRCLE)
    other = Device("other", CIRCLE, skew=timedelta(days=-300))
    one.write("摊位3号")
    one.lock(record="of one")
    other.held.update(one.held)  # without taking their clock over
    other.write("摊位9号")
    other.lock(record="of other")
    assert value_of(other.state()) == "摊位3号"
    assert is_sealed(other.state(), "of one")


def test_lock_holds_when_the_term_of_a_writer_ends_before_what_is_covered() -> None:
    one, other = devices(office=True)
    other.write("三人在场", field="person_present")
    one.sees(other)
    one.lock()
    ended = a_roster("one", "other", office="office", ended={"other": (1, 0)})
    state = gathered(one.commits, ended)
    assert state.locked is not None
    assert value_of(state, "person_present") == "三人在场"


def test_lock_covers_nothing_that_an_ended_device_wrote_before_it() -> None:
    ended = a_roster("one", "other", office="office", ended={"other": (1, 0)})
    one, other = Device("one", ended), Device("other", ended)
    one.write("摊位3号")
    other.write("别处")
    one.sees(other)
    one.lock()
    assert one.state().locked is not None
    assert value_of(one.state()) == "摊位3号"


def test_lock_made_after_the_end_of_the_devices_term_is_not_in_force() -> None:
    one, _ = devices(office=True)
    one.lock()
    assert gathered(one.commits, a_roster("one", office="office", ended={"one": (1, 2)})).locked is None
    assert gathered(one.commits, a_roster("one", office="office", ended={"one": (1, 3)})).locked is not None


def test_lock_holds_when_a_key_is_revoked_after_it() -> None:
    one, _ = devices()
    one.lock()
    assert gathered(one.commits, a_roster("one", keys_ended={"马": (1, 3)})).locked is not None
    assert gathered(one.commits, a_roster("one", keys_ended={"马": (1, 2)})).locked is None


def test_nobody_can_lock_what_the_office_says() -> None:
    roster = a_roster("one", office="office")
    office, one = Device("office", roster), Device("one", roster)
    office.write("南宾所一号机", kind="device", entity="one", field="name")
    one.sees(office)
    one.lock(root="one")
    office.sees(one)
    office.write(True, kind="device", entity="one", field="revoked")
    assert office.state("one").values("one") == {"name": "南宾所一号机", "revoked": True}


def test_a_device_cannot_change_what_the_office_says_under_the_name_of_another_kind() -> None:
    roster = a_roster("one", office="office")
    office, one = Device("office", roster), Device("one", roster)
    office.write(True, kind="device", entity="one", field="revoked")
    one.sees(office)
    one.write(False, kind="visit", entity="one", field="revoked")
    assert one.state("one").values("one") == {"revoked": True}


def test_heads_digest_stands_for_exactly_these_heads() -> None:
    names = sorted(n for c in (a_commit(), a_commit(clock=2)) for n, _ in c.named())
    assert lock.heads_digest(names) == lock.heads_digest(reversed(names)) != lock.heads_digest(names[:1])
    assert len(OFFICERS) == lock.OFFICERS_NEEDED
