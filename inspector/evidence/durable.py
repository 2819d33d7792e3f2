"""Writing a file so that it is there whole or not at all, whatever happens to process, power or disk."""

import errno
import os
import time
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from inspector.errors import Code, Trouble

PART = ".part"
"""The end of the name of a file that is still being written."""

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP})
_SCANNER_PAUSES_S = (0.02, 0.05, 0.1, 0.2, 0.4)


def write(path: Path, chunks: Iterable[bytes]) -> None:
    """Writes aside, flushes to the disk, renames, and flushes the folder; what *chunks* raises leaves nothing behind.

    Raises:
        Trouble: DISK_FULL, ACCESS_REFUSED or DISK_FAILED.
    """
    part = path.with_name(path.name + PART)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with ExitStack() as undone:
            undone.callback(part.unlink, missing_ok=True)
            with part.open("wb") as file:
                for chunk in chunks:
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            _rename(part, path)
            undone.pop_all()
        _sync_folder(path.parent)
        _sync_folder(path.parent.parent)
    except OSError as error:
        raise disk_trouble(error) from error


def disk_trouble(error: OSError) -> Trouble:
    """What to tell of an error of the disk that we write to."""
    reason = errno.errorcode.get(error.errno or 0, "")
    if error.errno in _REFUSED:
        return Trouble(Code.ACCESS_REFUSED, errno=reason, path=str(error.filename or ""))
    return Trouble(Code.DISK_FULL if error.errno in _FULL else Code.DISK_FAILED, errno=reason)


def _rename(part: Path, path: Path) -> None:
    for pause_s in _SCANNER_PAUSES_S:
        try:
            part.replace(path)
        except PermissionError:  # on Windows a virus scanner holds a new file open for a moment
            time.sleep(pause_s)
        else:
            return
    part.replace(path)


def _sync_folder(folder: Path) -> None:
    """Makes names in *folder* last; nothing to do on Windows and on file systems that cannot."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)
