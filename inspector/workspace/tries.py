"""Wrong PINs, counted over restarts: after some that cost nothing each further one doubles the wait."""

from typing import cast

from inspector.clock import Clock
from inspector.errors import Code, Trouble
from inspector.storage.local import Local

FREE_TRIES = 5
FIRST_WAIT_S = 30
LONGEST_WAIT_S = 3600
"""Only the time since the last boot is sure to have passed, and no laptop runs for days."""


class Tries:
    """The tries of one officer at one PIN, kept in the workspace: neither a restart nor a clock put forward ends a wait."""

    def __init__(self, local: Local, clock: Clock, officer: str) -> None:
        self._local = local
        self._clock = clock
        self._key = f"tries/{officer}"

    def begin(self) -> None:
        """Counts a try before it is made, so that none is free for whoever pulls the plug in the middle of it.

        Raises:
            Trouble: PIN_WAIT while it is too early; then nothing is counted.
        """
        tries, since_s = cast("list[int]", self._local.meta(self._key) or [0, 0])
        left_s = _wait_s(tries) - self._elapsed_s(since_s)
        if left_s > 0:
            raise Trouble(Code.PIN_WAIT, seconds=left_s)
        self._local.set_meta(self._key, [tries + 1, self._now_s()])

    def succeed(self) -> None:
        """Forgets what was counted."""
        self._local.set_meta(self._key, None)

    def _elapsed_s(self, since_s: int) -> int:
        """Seconds that have passed at least: monotonic clocks begin with the boot, so that a lower one is all new."""
        now_s = self._now_s()
        return now_s - since_s if now_s >= since_s else now_s

    def _now_s(self) -> int:
        return int(self._clock.monotonic())


def _wait_s(tries: int) -> int:
    doublings = tries - FREE_TRIES
    return min(FIRST_WAIT_S << doublings, LONGEST_WAIT_S) if doublings >= 0 else 0
