"""Time, always injected: wall clock with its offset, monotonic clock and boot id."""

import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol


class Clock(Protocol):
    """Where the time comes from. Wall clock for people, monotonic seconds for order within one boot."""

    def now(self) -> datetime:
        """The wall clock, aware, in the local offset."""
        ...

    def monotonic(self) -> float:
        """Seconds since an arbitrary point of this boot; never goes back."""
        ...

    def boot_id(self) -> str:
        """A name for this run of the operating system; empty where none is to be had."""
        ...


class SystemClock:
    """The machine's own clock, the one home of `datetime.now`."""

    def now(self) -> datetime:
        return datetime.now().astimezone()

    def monotonic(self) -> float:
        return time.monotonic()

    def boot_id(self) -> str:
        source = Path("/proc/sys/kernel/random/boot_id")
        return source.read_text(encoding="ascii").strip() if source.exists() else ""


@dataclass
class SetClock:
    """A clock that stands where it is put: for demonstrations and tests. Each `now` moves on by `step_s` seconds."""

    at: datetime
    step_s: float = 0.0
    _elapsed: float = 0.0

    def now(self) -> datetime:
        from datetime import timedelta

        value = self.at + timedelta(seconds=self._elapsed)
        self._elapsed += self.step_s
        return value

    def monotonic(self) -> float:
        return self._elapsed

    def boot_id(self) -> str:
        return "set-clock"

    def advance(self, seconds: float) -> None:
        """Moves the clock by *seconds*, which may be negative (a clock set back)."""
        self._elapsed += seconds

    def reach(self, at: datetime) -> None:
        """Lets the clock run on to *at*; it never goes back."""
        self._elapsed = max(self._elapsed, (at - self.at).total_seconds())
