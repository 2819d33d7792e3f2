"""Garbage is collected on the window's thread and on no other.

A cycle that holds a widget may be found by whichever thread happens to allocate next, and Qt ends the program when a
widget is destroyed on another thread than its own.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000


class Sweeping(QObject):
    """Switches the collector off for all threads, and does its work now and then where it does no harm."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(sweep)
        self._timer.start(EVERY_MS)


def sweep() -> None:
    """Collects the oldest generation that is due, as the collector itself would have."""
    due = [
        n
        for n, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if count > most
    ]
    if due:
        gc.collect(max(due))
