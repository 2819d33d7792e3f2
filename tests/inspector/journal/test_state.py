from dataclasses import replace
from datetime import timedelta

import pytest

from inspector import ids
from inspector.journal.operation import GONE
from inspector.journal.state import State
from tests.builders import NOON, VISIT, Device, a_commit, a_roster, an_operation, gathered, meet, value_of

GOODS = f"{VISIT}/goods/1"


def a_pair() -> tuple[Device, Device]:
    """Two devices that have seen one place written."""
    one, other = Device("one"), Device("other")
    one.write("原位")
    meet(one, other)
    return one, other


def test_value_is_the_one_head() -> None:
    one, _ = a_pair()
    one.write("新位")
    assert value_of(one.state()) == "新位"
    assert not one.state().conflicts()


def test_two_values_written_apart_are_a_conflict_that_shows_both() -> None:
    one, other = a_pair()
    one.write("甲")
    other.write("乙")
    meet(one, other)
    heads = one.state().conflicts()[(VISIT, "place")]
    assert {(h.value, h.device, h.actor) for h in heads} == {("甲", "one", "谭"), ("乙", "other", "谭")}


def test_the_same_value_written_apart_is_no_conflict() -> None:
    one, other = a_pair()
    one.write("甲")
    other.write("甲")
    meet(one, other)
    assert len(one.state().heads[(VISIT, "place")]) == 2
    assert not one.state().conflicts()


def test_conflict_is_resolved_by_an_operation_that_names_all_heads() -> None:
    one, other = a_pair()
    one.write("甲")
    other.write("乙")
    meet(one, other)
    one.write("丙")
    meet(one, other)
    assert value_of(other.state()) == "丙"
    assert not other.state().conflicts()


def test_later_stamp_is_shown_first_and_the_earlier_one_stays() -> None:
    first, second = a_commit(an_operation("早"), clock=5), a_commit(an_operation("晚"), clock=6)
    heads = gathered([second, first]).heads[(VISIT, "place")]
    assert [h.value for h in heads] == ["晚", "早"]


def test_equal_stamps_are_ordered_by_name() -> None:
    one, other = a_commit(an_operation("甲"), clock=5), a_commit(an_operation("乙"), clock=5)
    assert gathered([one, other]).to_json() == gathered([other, one]).to_json()
    assert gathered([one, other]).heads[(VISIT, "place")][0].name.commit == max(one.id, other.id)


def test_removed_thing_is_gone_when_all_of_it_was_seen() -> None:
    one, other = a_pair()
    one.write("口罩", kind="goods", entity=GOODS, field="name")
    one.remove(GOODS)
    meet(one, other)
    assert other.state().is_gone(GOODS)
    assert not other.state().conflicts()


def test_removal_and_an_edit_made_apart_are_a_conflict_and_nothing_is_gone() -> None:
    one, other = a_pair()
    one.write("口罩", kind="goods", entity=GOODS, field="name")
    meet(one, other)
    one.remove(GOODS)
    other.write("儿童口罩", kind="goods", entity=GOODS, field="name")
    meet(one, other)
    state = one.state()
    assert not state.is_gone(GOODS)
    assert {h.value for h in state.conflicts()[(GOODS, GONE)][1:]} == {"儿童口罩"}


def test_removal_and_a_new_field_written_apart_are_a_conflict() -> None:
    one, other = a_pair()
    one.write("口罩", kind="goods", entity=GOODS, field="name")
    meet(one, other)
    one.remove(GOODS)
    other.write("20", kind="goods", entity=GOODS, field="quantity")
    meet(one, other)
    assert (GOODS, GONE) in other.state().conflicts()


def test_removal_that_is_taken_back_brings_the_thing_back() -> None:
    one, _ = a_pair()
    one.write("口罩", kind="goods", entity=GOODS, field="name")
    one.remove(GOODS)
    one.write(None, kind="goods", entity=GOODS, field=GONE)
    assert not one.state().is_gone(GOODS)
    assert not one.state().conflicts()


def test_removal_sees_what_was_written_in_one_go_with_it() -> None:
    one, _ = a_pair()
    one.append(
        an_operation("口罩", kind="goods", entity=GOODS, field="name"),
        an_operation([], kind="goods", entity=GOODS, field=GONE),
    )
    assert one.state().is_gone(GOODS)
    assert not one.state().conflicts()


def test_two_removals_made_apart_are_one_removal() -> None:
    one, other = a_pair()
    one.write("口罩", kind="goods", entity=GOODS, field="name")
    meet(one, other)
    one.remove(GOODS)
    other.remove(GOODS)
    meet(one, other)
    assert one.state().is_gone(GOODS)


def test_parents_on_another_field_replace_nothing() -> None:
    first = a_commit(an_operation("甲"))
    name = first.named()[0][0]
    second = a_commit(an_operation("乙", field="subject", parents=[name]), after=first.chain)
    assert value_of(gathered([first, second])) == "甲"


def test_operations_on_other_roots_are_left_out() -> None:
    commit = a_commit(an_operation("甲"), an_operation("乙", entity="visit-2"))
    assert gathered([commit]).entities() == (VISIT,)
    assert gathered([commit], root="visit-2").entities() == ("visit-2",)


def test_two_operations_of_one_commit_on_one_field_are_both_kept() -> None:
    commit = a_commit(an_operation("甲"), an_operation("乙"))
    assert len(gathered([commit]).heads[(VISIT, "place")]) == 2
    assert State(VISIT).after(commit).to_json() == gathered([commit]).to_json()


def test_the_short_way_of_one_commit_more_is_what_gathering_says() -> None:
    one, other = a_pair()
    one.write("甲")
    other.write("乙")
    meet(one, other)
    before = one.state()
    half = a_commit(an_operation("丙", parents=before.names((VISIT, "place"))[:1]), after=one.chain, clock=1)
    assert before.after(half).to_json() == gathered([*one.commits, half]).to_json()


def test_state_comes_back_from_its_stored_form() -> None:
    one, other = a_pair()
    one.write("甲")
    other.write("乙")
    other.append(an_operation(kind="device"))
    meet(one, other)
    for state in (one.state(), gathered(one.commits, a_roster("one", "other", office="office"))):
        stored = state.to_json()
        assert isinstance(stored, dict)
        assert State.from_json(VISIT, stored) == state


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (["2026-03-15T20:00:00.250+08:00", "2026-03-15T20:00:01.250+08:00"], 1),
        (["2026-03-15T12:00:00.250+00:00", "2026-03-15T20:00:01.250+08:00"], 2),
        (["2026-03-15T20:00:00.250+08:00", "2026-03-15T19:00:01.250+08:00"], 2),
        (["2026-03-15T20:00:00.250+08:00", ""], 2),
        (["2026-03-15T20:00:00.250", "2026-03-15T20:00:01.250"], 2),
        (["half past", "2026-03-15T20:00:01.250+08:00"], 2),
    ],
)
def test_wall_clock_is_left_out_only_where_the_stamp_says_it(told: list[str], kept: int) -> None:
    chain, commits = None, []
    for number, wall in enumerate(told):
        clock = int((NOON + timedelta(seconds=number, milliseconds=250)).timestamp() * 1000) << 16
        commits.append(
            replace(a_commit(an_operation(field=f"f{number}"), after=chain, clock=clock), wall=wall)
        )
        chain = commits[-1].chain
    state = gathered(commits)
    stored = state.to_json()
    assert len([w for w in stored["walls"] if w is not None]) == kept  # type: ignore[union-attr]
    assert State.from_json(VISIT, stored) == state


def test_digest_differs_exactly_when_the_heads_do() -> None:
    one, other = a_pair()
    before = one.state().digest
    other.write("甲")
    assert one.state().digest == before != other.state().digest
    one.sees(other)
    assert one.state().digest == other.state().digest


def test_unknown_kind_and_field_are_kept_with_their_values() -> None:
    one, _ = a_pair()
    one.write({"some": ["thing"]}, kind="of-2030", entity=f"{VISIT}/new/1", field="colour")
    one.write("red", field="colour")
    assert one.state().values(f"{VISIT}/new/1") == {"colour": {"some": ["thing"]}}
    assert value_of(one.state(), "colour") == "red"


def test_things_that_a_commit_does_not_touch_are_shared_with_the_state_before_it() -> None:
    laptop = Device("laptop")
    laptop.write("甲")
    laptop.write("口罩", kind="goods", entity=GOODS, field="name")
    before = laptop.state()
    after = before.after(laptop.write("乙"))
    assert after.entity(GOODS) is before.entity(GOODS)
    assert (value_of(before), value_of(after)) == ("甲", "乙")
    assert after.entities() == laptop.state().entities()
    assert after.digest == laptop.state().digest != before.digest


def test_digest_is_that_of_the_sorted_names_of_all_heads() -> None:
    one, other = a_pair()
    one.write("口罩", kind="goods", entity=GOODS, field="name")
    one.write("甲")
    other.write("乙")
    meet(one, other)
    state = one.state()
    names = sorted([e, f, [str(h.name) for h in heads]] for (e, f), heads in state.heads.items())
    assert state.digest == ids.sha256(ids.canonical(names))
