from copy import deepcopy

from inspector.inspection.kinds import KINDS
from inspector.journal.commit import Chain
from inspector.journal.fork import Forks
from inspector.journal.gather import Gathering
from inspector.journal.state import State
from tests.builders import VISIT, Device, a_roster, an_operation, value_of

CIRCLE = a_roster("one", "other")
KEY = ("one", 1)


def parted() -> tuple[Device, Device, Forks]:
    """A device and its copy, which wrote on one visit under the same numbers."""
    one = Device("one", CIRCLE)
    one.write("摊位3号")
    one.write("陈某在场", field="person_present")
    copy = deepcopy(one)
    one.write("摊位4号")
    copy.write("摊位5号")
    copy.write("三人在场", field="person_present")
    return one, copy, forks(one, copy)


def forks(*devices: Device) -> Forks:
    """The branches of copies that have two commits in common."""
    return Forks({KEY: tuple(tuple(c.id for c in d.commits[1:]) for d in devices)})


def both(one: Device, copy: Device, known: Forks) -> State:
    held = {c.id: c for c in (*one.commits, *copy.commits)}.values()
    return Gathering(VISIT, held, CIRCLE, KINDS, known).state()


def test_what_both_branches_changed_is_a_conflict_and_what_one_changed_stands() -> None:
    one, copy, known = parted()
    state = both(one, copy, known)
    assert {h.value for h in state.conflicts()[(VISIT, "place")]} == {"摊位4号", "摊位5号"}
    assert value_of(state, "person_present") == "三人在场"


def test_state_is_the_same_whichever_branch_came_first() -> None:
    one, copy, known = parted()
    one.lock()
    assert both(one, copy, forks(one, copy)) == both(copy, one, forks(copy, one))
    assert known.beginnings(KEY) == forks(copy, one).beginnings(KEY)


def test_lock_covers_what_leads_to_it_and_no_lower_number_of_another_branch() -> None:
    one, copy, _ = parted()
    one.append(an_operation("别处", entity="visit-2"))
    one.write("两人在场", field="person_present")
    one.lock(record="as signed")
    state = both(one, copy, forks(one, copy))
    assert state.locked is not None
    assert value_of(state) == "摊位4号"
    assert {(r.field, r.head.value) for r in state.refused} == {
        ("place", "摊位5号"),
        ("person_present", "三人在场"),
    }
    assert both(one, copy, Forks()).locked is None  # the fork is what tells the branches apart


def test_coverage_ends_on_every_branch_when_both_were_held() -> None:
    one, copy, known = parted()
    held = {c.id: c for c in (*one.commits, *copy.commits)}.values()
    ends = Gathering(VISIT, held, CIRCLE, KINDS, known).coverage().ends
    assert set(ends) == {one.chain, copy.chain}
    (alone,) = Gathering(VISIT, one.commits, CIRCLE, KINDS).coverage().ends
    assert alone == one.chain


def test_commit_leads_to_no_end_of_another_chain_or_under_a_lower_number() -> None:
    one, copy, known = parted()
    first, last = one.commits[0], one.commits[-1]
    assert known.leads(first, one.chain)
    assert known.leads(first, copy.chain)
    assert not known.leads(last, copy.chain)
    assert not known.leads(last, first.chain)
    assert not Forks().leads(first, Chain("other", 1, 9, "9" * 64))


def test_beginnings_stay_when_branches_grow_and_change_with_a_third_one() -> None:
    one, copy, known = parted()
    third = deepcopy(one)
    one.write("摊位6号")
    assert forks(one, copy).beginnings(KEY) == known.beginnings(KEY)
    third.write("摊位7号")
    assert set(known.beginnings(KEY)) < set(forks(one, copy, third).beginnings(KEY))
