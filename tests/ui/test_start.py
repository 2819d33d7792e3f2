"""The start: quick, and nothing of Qt for the command line."""

import os
import subprocess
import sys

import pytest

from inspector import paths

ROOT = paths.resources().parent

UNLOCK = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui import text, theme
from ui.app import App
from ui.preferences import Preferences
application = QApplication([])
text.speak(application, text.CHINESE)
theme.wear(application, theme.Look.LIGHT)
app = App(application, Preferences())
app.unlock(Path("somewhere"))
app.window.show()
application.processEvents()
heavy = {"peewee", "cryptography", "sqlcipher3", "yaml", "lxml", "PIL", "reportlab", "pyrage", "click"}
print(sorted(heavy & {name.partition(".")[0] for name in sys.modules}), "inspector.workspace" in sys.modules)
app.close()
"""


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], capture_output=True, text=True, cwd=ROOT, check=False)


def test_the_unlock_page_stands_before_the_domain_is_imported():
    done = _run("-c", UNLOCK)
    assert done.stdout.strip() == "[] False", done.stdout + done.stderr


def test_a_verb_never_meets_qt():
    code = (
        "import sys; sys.argv = ['inspector', 'identify', '91500240MA5U000119']\n"
        "from ui.__main__ import main\n"
        "code = main()\n"
        "print(code, [m for m in sys.modules if m.startswith(('PySide6', 'shiboken6'))])"
    )
    done = _run("-c", code)
    assert done.stdout.strip().endswith("0 []"), done.stdout + done.stderr


def test_options_without_a_verb_open_the_window():
    from ui.__main__ import _opens_window

    assert _opens_window([])
    assert _opens_window(["--lang", "en"])
    assert _opens_window(["--workspace", "here", "--lang", "zh_CN"])
    assert not _opens_window(["check"])
    assert not _opens_window(["--lang", "en", "check"])
    assert not _opens_window(["--help"])


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
def test_window_without_a_display_ends_with_a_sentence() -> None:
    environment = {k: v for k, v in os.environ.items() if k not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")}
    environment |= {
        "DISPLAY": ":98765",
        "PYTHONPATH": str(paths.resources().parent),
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        [sys.executable, "-m", "ui", "--lang", "en"],
        capture_output=True,
        env=environment,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert "No display can be reached" in done.stderr
