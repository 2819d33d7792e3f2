"""Files that a person names: only regular ones are read, for a pipe or a device may never end, nor even begin."""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO


def opened(path: Path) -> BinaryIO:
    """Opens a file for reading, past the links that lead to it.

    Raises:
        OSError: when there is none, it cannot be read, or it is a folder, a pipe or a device.
    """
    file = open(path, "rb", opener=_without_waiting)  # noqa: SIM115  (Path.open takes no opener)
    if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        return file
    file.close()
    raise OSError(errno.ENOTSUP, "not a regular file", str(path))


def content(path: Path) -> bytes:
    """The whole of a file, opened in that way."""
    with opened(path) as file:
        return file.read()


def _without_waiting(name: str, flags: int) -> int:
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))  # for the other end of a pipe
