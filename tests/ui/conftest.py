"""A window without a screen, in Chinese, in the font that comes along; a laptop that is ready to be opened."""

import gc
import os
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from threading import Lock

import pytest
from PySide6.QtWidgets import QApplication

from inspector.crypto import wrapping
from inspector.evidence.developing import Developed, develop
from tests.desk import PINS, a_laptop
from ui import binding, text, theme
from ui.app import App
from ui.preferences import Preferences
from ui.tasks import Tasks

binding.steady()
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SIZE = (1366, 768)
FIRST, SECOND = PINS


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    text.speak(qapp, text.CHINESE)
    theme.wear(qapp, theme.Look.LIGHT, bundled_font=True)
    yield
    qapp.clipboard().clear()  # a picture left there is freed after Qt itself


@pytest.fixture(autouse=True)
def _swept() -> Iterator[None]:
    """What a test leaves behind is collected on this thread before the next one begins."""
    yield
    gc.collect()


class LightRoom:
    """A darkroom in this very process: what pictures do to one of its own is tested where it lives."""

    _one_at_a_time = Lock()

    def develop(self, content: bytes) -> Developed:
        with self._one_at_a_time:
            return develop(content)

    def close(self) -> None:
        """There is nothing to end."""


@pytest.fixture(autouse=True)
def _light_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inspector.evidence.darkroom.Darkroom", LightRoom)


@pytest.fixture(scope="session", autouse=True)
def _keys_stretched_once() -> Iterator[None]:
    """Copies of one workspace have one salt: the dear part of opening them and of a PIN is done once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wrapping, "_stretched", cache(wrapping._stretched))
        yield


@pytest.fixture
def tasks(qtbot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture(scope="session")
def _closed_laptop(_private_session_home: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("laptop") / "workspace"
    a_laptop(folder).close()
    return folder


@pytest.fixture
def folder(_closed_laptop: Path, tmp_path: Path) -> Path:
    """A closed workspace with two officers."""
    return Path(shutil.copytree(_closed_laptop, tmp_path / "workspace"))


@pytest.fixture
def app(qtbot, qapp: QApplication) -> Iterator[App]:
    """The program, not started."""
    made = App(qapp, Preferences())
    qtbot.addWidget(made.window)
    made.window.resize(*SIZE)
    made.window.show()
    yield made
    made.close()


@pytest.fixture
def opened(app: App, folder: Path, qtbot) -> App:
    """The program with the laptop open, its first officer signed in."""
    from tests.desk import reopened

    app.tasks.write(lambda: reopened(folder), app.enter)
    qtbot.waitUntil(lambda: app.window.pages.currentWidget() is app.shell)
    qtbot.waitUntil(lambda: not app.tasks.is_busy)
    return app
