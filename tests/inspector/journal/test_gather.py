import random
from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector import ids
from inspector.inspection.kinds import KINDS
from inspector.journal.roster import Standing
from inspector.journal.state import State
from tests.builders import VISIT, Device, a_roster, a_run, facts, gathered, meet, value_of
from tests.histories import History, last_writer_wins, lost, operations, played, refused, shown

NUMBERS = st.integers(0, 10**6)


def state_of(history: History) -> State:
    return gathered(history.commits, history.roster)


@given(NUMBERS, st.randoms(use_true_random=False))
def test_state_is_the_same_bytes_in_any_order_however_often_a_commit_comes(
    number: int, dice: random.Random
) -> None:
    history = played(number)
    expected = ids.canonical(state_of(history).to_json())
    for _ in range(4):
        delivered = [*history.commits, *dice.choices(history.commits, k=3)]
        dice.shuffle(delivered)
        assert ids.canonical(gathered(delivered, history.roster).to_json()) == expected


def test_state_is_the_same_bytes_in_every_order_of_a_small_history() -> None:
    one, other = Device("one"), Device("other", skew=timedelta(days=-1))
    one.write("甲")
    other.write("乙")
    meet(one, other)
    one.write("丙")
    other.remove(VISIT, kind="visit")
    every = {
        ids.canonical(gathered(order).to_json()) for order in permutations([*one.commits, *other.commits])
    }
    assert len(every) == 1


@given(NUMBERS)
def test_devices_that_hold_the_same_agree(number: int) -> None:
    history = played(number, steps=15)
    meet(*history.devices)
    assert len({ids.canonical(d.state().to_json()) for d in history.devices}) == 1


@given(NUMBERS)
def test_no_update_is_lost(number: int) -> None:
    history = played(number)
    state = state_of(history)
    assert lost(history.commits, shown(state), refused(state)) == set()
    assert not shown(state) & refused(state)


@given(NUMBERS)
def test_only_what_was_replaced_by_what_counts_is_hidden(number: int) -> None:
    history = played(number)
    state = state_of(history)
    said = operations(history.commits)
    counting = set(said) - refused(state)
    hidden = counting - shown(state)
    behind = {n: o.parents for n, o in said.items()}
    for name in hidden:
        assert any(name in ancestors(behind, child) for child in counting - {name})


def ancestors(behind: dict[object, tuple[object, ...]], name: object) -> set[object]:
    found: set[object] = set()
    todo = list(behind[name])
    while todo:
        parent = todo.pop()
        if parent in behind and parent not in found:
            found.add(parent)
            todo += behind[parent]
    return found


def test_last_writer_wins_loses_updates_on_the_same_histories() -> None:
    ours = theirs = 0
    for number in range(60):
        history = played(number, locks=False)
        state = state_of(history)
        ours += len(lost(history.commits, shown(state), refused(state)))
        theirs += len(lost(history.commits, last_writer_wins(history.commits), refused(state)))
    assert ours == 0
    assert theirs > 100


@pytest.mark.parametrize("skew", [timedelta(), timedelta(days=2)])
@given(number=NUMBERS)
def test_edits_that_saw_each_other_never_conflict(skew: timedelta, number: int) -> None:
    history = played(number, skew=skew, locks=False, apart=False)
    state = state_of(history)
    assert {h for heads in state.heads.values() for h in heads[1:]} == set()
    assert all(
        field == "gone" for _, field in state.conflicts()
    )  # a thing that is edited after it was removed


@given(NUMBERS)
def test_clocks_change_nothing_but_the_order_of_what_is_shown(number: int) -> None:
    astray, right = (played(number, locks=False, skew=skew) for skew in (timedelta(days=2), timedelta()))
    values = [
        {
            slot: sorted(str(h.value) for h in heads if isinstance(h.value, str))
            for slot, heads in state_of(h).heads.items()
        }
        for h in (astray, right)
    ]
    assert values[0] == values[1]


@given(NUMBERS)
def test_what_is_locked_is_what_the_lock_saw(number: int) -> None:
    history = played(number)
    state = state_of(history)
    if state.locked is not None:
        assert facts(state) == history.locked_heads[state.locked.commit], (
            "of no lock that was made on a locked root"
        )
        assert all(s.standing is not Standing.APPLIED for s in state.refused)


def test_histories_have_what_they_are_to_prove() -> None:
    states = [state_of(played(n)) for n in range(60)]
    assert sum(s.locked is not None for s in states) > 10
    assert sum(bool(s.conflicts()) for s in states) > 10
    assert sum(any(h.redacted for hs in s.heads.values() for h in hs) for s in states) > 5
    assert {r.standing for s in states for r in s.refused} == {Standing.LATE, Standing.UNAUTHORISED}


def test_edit_that_replaced_a_refused_one_replaces_what_that_one_had_replaced() -> None:
    roster = a_roster("one", "other", office="office")
    one, other = Device("one", roster), Device("other", roster)
    one.write("甲")
    other.sees(one)
    other.write("乙")
    one.sees(other)
    one.write("丙")
    state = gathered(one.commits, a_roster("one", "other", office="office", ended={"other": (1, 0)}))
    assert [h.value for h in state.heads[(VISIT, "place")]] == ["丙"]
    assert [r.head.value for r in state.refused] == ["乙"]


def test_part_of_a_history_is_a_state_too() -> None:
    run = a_run(4)
    assert value_of(gathered(run[1:3])) in ("第1次", "第2次")
    assert gathered([]) == State(VISIT)
    assert KINDS.get("visit") is not None
