"""From the command to the unlock page, beside a bare window with one table.

    python3 -m tests.benchmarks.starting ours FOLDER | bare

shows one of the two without a screen and ends when it is painted.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.benchmarks.measure import Figure, times

STARTS = 10


def figures(folder: Path) -> Iterator[Figure]:
    def started(*words: str) -> None:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", __name__, *words]
        subprocess.run(command, env=environment, check=True, stderr=subprocess.DEVNULL)

    ours = times(partial(started, "ours", str(folder)), STARTS)
    theirs = times(partial(started, "bare"), STARTS)
    empty = times(partial(started, "nothing"), STARTS).at(0.5)
    yield Figure(
        "start to the unlock page, the interpreter included",
        ours,
        "a bare window with one table",
        theirs,
        "≤ 2 ×",
    )
    beyond = [type(t)(tuple(each - empty for each in t.each)) for t in (ours, theirs)]
    yield Figure("the same beyond the interpreter's own start", beyond[0], "the same", beyond[1])


def _ours(folder: str) -> None:
    from PySide6.QtWidgets import QApplication

    from ui import binding, text, theme
    from ui.app import App
    from ui.preferences import Preferences

    binding.steady()
    application = QApplication(["inspector"])
    preferences = Preferences()
    preferences.value = preferences.value.with_(workspace=folder)
    text.speak(application, text.CHINESE)
    theme.wear(application, theme.look_of_system(bright=False))
    app = App(application, preferences)
    app.start()
    app.window.resize(1280, 760)
    app.window.show()
    app.window.grab()
    os._exit(0)


def _bare() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget

    application = QApplication(["bare"])
    window = QMainWindow()
    window.setCentralWidget(QTableWidget(50, 6))
    window.resize(1280, 760)
    window.show()
    window.grab()
    assert application
    os._exit(0)


if __name__ == "__main__":
    {"ours": _ours, "bare": _bare, "nothing": lambda: None}[sys.argv[1]](*sys.argv[2:])
