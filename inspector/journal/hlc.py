"""The hybrid logical clock: orders what is shown first, decides nothing."""

from dataclasses import dataclass
from datetime import datetime

AHEAD_MS = 5 * 60 * 1000
"""How far a foreign timestamp may pull the local clock past the local wall clock."""

_COUNTER_BITS = 16


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
    return max(0, int(wall.timestamp() * 1000)) << _COUNTER_BITS
