"""The binding to Qt holds out."""

import subprocess
import sys

MANY = """
from ui.binding import steady
steady()
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    rung = Signal()
bell = Bell()
for _ in range(20_000):
    bell.rung.emit()
"""


def test_the_program_lives_on_when_very_many_signals_were_sent():
    done = subprocess.run([sys.executable, "-c", MANY], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
