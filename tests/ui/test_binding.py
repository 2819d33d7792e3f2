"""The binding to Qt holds out."""

import subprocess
import sys

import pytest

SIGNALS = """
from ui.binding import steady
steady()
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    rung = Signal()
bell = Bell()
for _ in range(20_000):
    bell.rung.emit()
"""

NOTHINGS = """
from ui.binding import steady
steady()
from PySide6.QtCore import QStringListModel
model = QStringListModel(["x"])
index = model.index(0)
for _ in range(20_000):
    index.data(1000)
"""


@pytest.mark.parametrize("many", [SIGNALS, NOTHINGS])
def test_the_program_lives_on_when_very_many_calls_went_through(many):
    done = subprocess.run([sys.executable, "-c", many], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
