"""The hybrid logical clock: orders what is shown first, decides nothing."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

AHEAD_MS = 5 * 60 * 1000
"""How far a foreign timestamp may pull the local clock past the local wall clock."""

_COUNTER_BITS = 16
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass
class HybridClock:
    """Milliseconds since 1970 shifted left by 16 bits, plus a counter; never goes back on one device."""

    last: int = 0

    def tick(self, wall: datetime) -> int:
        """The next stamp, later than every one given out or seen."""
        self.last = max(self.last + 1, _shifted(wall))
        return self.last

    def see(self, stamp: int, wall: datetime) -> None:
        """Notes a foreign stamp, as far as it is believable."""
        bound = _shifted(wall) + (AHEAD_MS << _COUNTER_BITS)
        self.last = max(self.last, min(stamp, bound))


def _shifted(wall: datetime) -> int:
    return max(0, _milliseconds(wall)) << _COUNTER_BITS


def _milliseconds(wall: datetime) -> int:
    """Since 1970, rounded down."""
    return (wall - _EPOCH) // timedelta(milliseconds=1)


def wall(stamp: int, before: str) -> str:
    """The wall clock that *stamp* was taken from, as a commit says it, at the offset of *before*; empty without one."""
    try:
        earlier = datetime.fromisoformat(before)
        moment = earlier + timedelta(milliseconds=(stamp >> _COUNTER_BITS) - _milliseconds(earlier))
    except (ValueError, TypeError, OverflowError):
        return ""
    return moment.isoformat(timespec="milliseconds")
