"""A watched folder (监视文件夹): which files in it are new and complete. Looking again, and when, is for others."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from inspector.errors import Code, Trouble
from inspector.evidence.media import SUFFIXES


@dataclass(frozen=True)
class Stamp:
    """What tells a file that is still growing, or another one of the same name, from the one seen before."""

    size_bytes: int
    modified_ns: int


Look = Mapping[Path, Stamp]
"""The files of a folder at one moment."""


def look(folder: Path) -> Look:
    """The files of *folder*, not of folders in it, that by their name could be evidence.

    Raises:
        Trouble: FILE_UNREADABLE, for instance when the phone was unplugged.
    """
    found: dict[Path, Stamp] = {}
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                path = Path(entry.path)
                if path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and entry.is_file():
                    status = entry.stat()
                    found[path] = Stamp(status.st_size, status.st_mtime_ns)
    except OSError as error:
        raise Trouble(Code.FILE_UNREADABLE, path=str(folder)) from error
    return found


def arrived(known: Look, before: Look, now: Look) -> tuple[Path, ...]:
    """The files that are complete, the same in two looks and not empty, and not *known*; oldest first.

    *known* is the first look, for what lay there before belongs to other visits, and all that was taken since.
    """
    complete = [
        path
        for path, stamp in now.items()
        if stamp.size_bytes > 0 and before.get(path) == stamp and known.get(path) != stamp
    ]
    return tuple(sorted(complete, key=lambda path: (now[path].modified_ns, path)))
