"""What has to be mended in the binding to Qt before anything is sent through it."""

import ctypes
import sys

_ENOUGH = 1 << 40


def steady() -> None:
    """Makes True, False and None last as long as the program.

    WORKAROUND(PySide6 6.12.0): `Signal.emit` hands out True, and `QModelIndex.data` and others None, without taking a
    reference to it. From Python 3.12 on the constants are immortal; before, the program would be ended by the
    interpreter after a few thousand calls ("deallocating None"). So they are given what 3.12 gives them: a count that
    nobody uses up.
    """
    if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
        for constant in (True, False, None):
            ctypes.c_ssize_t.from_address(
                id(constant)
            ).value += _ENOUGH  # the count is an object's first field
