"""Whether a window can be shown at all: Qt ends the whole process where it cannot. Standard library only, for run.py."""

import os
import re
import socket
import sys
from pathlib import Path

_X_SOCKETS = "/tmp/.X11-unix"  # noqa: S108  (where X servers have them)
_X_PORT = 6000
_PATIENCE_S = 2.0
_DISPLAY = re.compile(r"(?:.*/)?(?P<host>[^:]*):(?P<number>\d+)(?:\.\d+)?")


def is_reachable() -> bool:
    """Whether the display that the environment names answers; elsewhere than on Linux there always is one."""
    if sys.platform != "linux":
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform and not platform.startswith(("xcb", "wayland")):
        return True  # such as offscreen: one that was chosen, and needs no display
    return _wayland_answers() or _x_answers()


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    place = Path(os.environ.get("XDG_RUNTIME_DIR", ""), name)
    return bool(name) and place.is_absolute() and _answers(socket.AF_UNIX, str(place))


def _x_answers() -> bool:
    found = _DISPLAY.fullmatch(os.environ.get("DISPLAY", ""))
    if found is None:
        return False
    number = int(found["number"])
    if found["host"] in ("", "unix"):
        local = f"{_X_SOCKETS}/X{number}"
        return _answers(socket.AF_UNIX, local) or _answers(socket.AF_UNIX, f"\0{local}")
    return _answers(socket.AF_INET, (found["host"], _X_PORT + number)) or _answers(
        socket.AF_INET6, (found["host"], _X_PORT + number)
    )


def _answers(family: int, address: str | tuple[str, int]) -> bool:
    with socket.socket(family) as call:
        call.settimeout(_PATIENCE_S)
        try:
            call.connect(address)
        except (OSError, OverflowError):  # no such host, number or socket
            return False
        return True
