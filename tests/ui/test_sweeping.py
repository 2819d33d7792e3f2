"""Garbage is collected on the window's thread alone."""

import gc
import threading

from PySide6.QtWidgets import QWidget

from ui.tasks import Tasks


class Knot(QWidget):
    """A widget in a cycle, which only the collector can undo; it notes where it was destroyed."""

    def __init__(self, seen: list[str]) -> None:
        super().__init__()
        self.itself, self.seen = self, seen

    def __del__(self) -> None:
        self.seen.append(threading.current_thread().name)


def test_a_widget_in_a_cycle_is_destroyed_on_the_windows_thread_while_others_allocate(
    tasks: Tasks, qtbot
) -> None:
    seen: list[str] = []
    Knot(seen)
    done: list[int] = []
    tasks.run(lambda: [[number] for number in range(200_000)], lambda made: done.append(len(made)))
    qtbot.waitUntil(lambda: bool(done))
    assert not seen
    kept = [[number] for number in range(2_000)]  # makes the youngest generation due
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
    assert len(kept) == 2_000
    assert seen == [threading.main_thread().name]
    assert not gc.isenabled()
