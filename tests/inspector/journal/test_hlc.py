from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from inspector.journal.hlc import AHEAD_MS, HybridClock
from tests.builders import NOON

INSTANTS = st.datetimes(datetime(1969, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(st.lists(INSTANTS | st.integers(0, (1 << 63) - 1), max_size=30))
def test_stamps_only_rise_whatever_the_clock_does_and_others_say(steps: list[datetime | int]) -> None:
    clock, wall, given_out = HybridClock(), NOON, [0]
    for step in steps:
        if isinstance(step, int):
            clock.see(step, wall)
        else:
            wall = step
            given_out.append(clock.tick(wall))
    assert given_out == sorted(set(given_out))
    assert given_out[-1] < 1 << 63


def test_stamp_follows_the_wall_clock_when_it_runs_ahead() -> None:
    clock = HybridClock()
    early = clock.tick(NOON)
    assert (clock.tick(NOON + timedelta(seconds=1)) - early) >> 16 == 1000


def test_stamp_follows_one_that_was_seen() -> None:
    mine, theirs = HybridClock(), HybridClock()
    seen = theirs.tick(NOON + timedelta(minutes=4))
    mine.see(seen, NOON)
    assert mine.tick(NOON) > seen


def test_foreign_stamp_pulls_no_more_than_five_minutes_ahead() -> None:
    mine, theirs = HybridClock(), HybridClock()
    mine.see(theirs.tick(NOON + timedelta(days=2)), NOON)
    assert mine.tick(NOON) >> 16 <= int(NOON.timestamp() * 1000) + AHEAD_MS
