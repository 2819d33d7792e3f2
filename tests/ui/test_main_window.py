"""The window: messages that move nothing, a size that fits the screen, idleness, and a workspace that is not there."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest

from inspector.errors import Code, Trouble
from tests.ui.conftest import SIZE
from ui import theme
from ui.dialogs.party import PartyDialog
from ui.main_window import FRAME, MainWindow
from ui.screens.first_run import FirstRun
from ui.screens.missing_workspace import MissingWorkspace
from ui.screens.screen import Place
from ui.screens.unlock import Unlock


def test_nothing_moves_when_a_message_comes_or_goes(opened) -> None:
    place = opened.window.pages.geometry()
    opened.window.messages.warn("words " * 60, ("one", "two"))
    assert opened.window.pages.geometry() == place
    messages = opened.window.messages
    assert opened.window.rect().contains(messages.geometry())
    assert messages.height() >= messages.heightForWidth(messages.width())
    messages.clear()
    assert opened.window.pages.geometry() == place


def test_a_message_stays_at_the_foot_when_the_window_is_resized(opened, qtbot) -> None:
    opened.window.messages.note("words")
    opened.window.resize(SIZE[0] - 300, SIZE[1] - 100)
    qtbot.waitUntil(lambda: opened.window.rect().contains(opened.window.messages.geometry()))


def fails() -> None:
    raise Trouble(Code.DISK_FULL)


def test_trouble_goes_when_the_same_succeeds_and_not_when_something_else_does(app, qtbot) -> None:
    is_full = [True]

    def save() -> None:
        if is_full:
            fails()

    def other() -> None:
        """Something else."""

    app.tasks.write(save)
    qtbot.waitUntil(app.window.messages.isVisible)
    app.tasks.write(other)
    qtbot.waitUntil(lambda: not app.tasks.is_busy)
    assert app.window.messages.isVisible()
    is_full.clear()
    app.tasks.write(save)
    qtbot.waitUntil(lambda: not app.window.messages.isVisible())


def test_good_news_is_not_taken_away_by_a_recovery(app, qtbot) -> None:
    app.window.messages.good("words")
    app.tasks.recovered.emit()
    assert app.window.messages.isVisible()


@pytest.mark.parametrize("screen", [QSize(1366, 728), QSize(1024, 728), QSize(1920, 1040)])
def test_the_window_and_its_frame_fit_the_screen(screen: QSize, qtbot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.fit(screen)
    assert window.height() + theme.space(FRAME) <= screen.height()
    assert window.width() <= screen.width()


def test_keys_in_a_dialog_are_no_idleness(opened, qtbot) -> None:
    opened.shell.go(Place.REGISTRY)
    qtbot.waitUntil(lambda: not opened.tasks.is_busy)
    opened.shell.screen_here.add.click()
    dialog = opened.shell.screen_here.findChild(PartyDialog)
    qtbot.waitUntil(dialog.form.name.hasFocus)
    clock = opened._idleness._clock
    clock.start(1_000_000)
    clock.setInterval(2_000_000)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_A)
    assert clock.remainingTime() > 1_000_000


# A workspace that is known and not there


@pytest.fixture
def missing(app, folder, qtbot) -> MissingWorkspace:
    app.preferences.change(workspace=str(folder))
    folder.rename(folder.with_name("elsewhere"))
    app.start()
    found = app.window.pages.currentWidget()
    assert isinstance(found, MissingWorkspace)
    return found


def test_a_missing_workspace_is_named_with_where_it_was(missing: MissingWorkspace, folder) -> None:
    assert str(folder) in missing.said.text()
    missing.again.click()
    assert missing.problem.isVisible()


def test_a_missing_workspace_is_opened_once_it_is_back(app, missing: MissingWorkspace, folder) -> None:
    folder.with_name("elsewhere").rename(folder)
    missing.again.click()
    door = app.window.pages.currentWidget()
    assert isinstance(door, Unlock)
    assert door.folder == folder


def test_a_moved_workspace_is_opened_where_it_is_now(app, missing: MissingWorkspace, folder) -> None:
    missing.take(folder.parent)
    assert missing.problem.isVisible(), "no workspace lies there"
    missing.take(folder.with_name("elsewhere"))
    door = app.window.pages.currentWidget()
    assert isinstance(door, Unlock)
    assert door.folder == folder.with_name("elsewhere")


def test_another_workspace_can_be_set_up_where_one_is_missing(app, missing: MissingWorkspace) -> None:
    missing.new.click()
    assert isinstance(app.window.pages.currentWidget(), FirstRun)
