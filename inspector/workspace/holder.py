"""One writer: a workspace is held by one program at a time, by a lock that the system lets go when the program dies."""

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from inspector.errors import Code, Trouble
from inspector.evidence import durable


class Holder:
    """Holds the lock of a workspace folder from `take` to `release`."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._open: IO[Any] | None = None

    def take(self) -> None:
        """Takes the lock and says in its file who holds it.

        Raises:
            Trouble: WORKSPACE_HELD with the process and machine that hold it; ACCESS_REFUSED or DISK_FAILED
                where nothing can be written.
        """
        try:
            held = self._file.open("a+b")
        except OSError as error:
            raise durable.disk_trouble(error) from error
        if not _try_lock(held):
            held.close()
            who = self.who()
            raise Trouble(Code.WORKSPACE_HELD, process=who["process"], machine=who["machine"])
        self._open = held
        with suppress(
            OSError
        ):  # who holds it is said where there is room: a full disk keeps nobody from reading
            held.truncate(0)
            held.write(json.dumps({"process": os.getpid(), "machine": _machine()}).encode())
            held.flush()

    @property
    def holds(self) -> bool:
        return self._open is not None

    def who(self) -> dict[str, object]:
        """Who holds the lock, as far as its file says."""
        try:
            found = json.loads(self._file.read_bytes() or b"{}")
        except (OSError, ValueError):
            found = {}
        known = found if isinstance(found, dict) else {}
        return {"process": known.get("process", ""), "machine": known.get("machine", "")}

    def release(self) -> None:
        if self._open is not None:
            _unlock(self._open)
            self._open.close()
            self._open = None


def _machine() -> str:
    import platform

    return platform.node()


# The byte that is locked lies far behind the text, so that others can still read who holds it (Windows locks bytes).
_LOCKED_BYTE = 1 << 30

if sys.platform == "win32":
    import msvcrt

    def _try_lock(held: IO[Any]) -> bool:
        held.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        held.seek(0)
        return True

    def _unlock(held: IO[Any]) -> None:
        held.seek(_LOCKED_BYTE)
        msvcrt.locking(held.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(held: IO[Any]) -> bool:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _unlock(held: IO[Any]) -> None:
        fcntl.flock(held, fcntl.LOCK_UN)
