"""解锁, the change-over, locking, and the second start."""

import subprocess
import sys
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from inspector import paths
from inspector.crypto.sealing import Identity
from inspector.workspace import Workspace
from tests.desk import PASSPHRASE, PINS, an_office
from tests.ui.conftest import FIRST, SECOND
from tests.ui.hands import write
from ui.dialogs.change_over import ChangeOver
from ui.instance import Instance, wake
from ui.screens.screen import Place
from ui.screens.sign_in import SignInDoor
from ui.screens.unlock import Unlock


@pytest.fixture
def door(app, folder, qtbot):
    app.preferences.change(workspace=str(folder))
    app.start()
    found = app.window.pages.currentWidget()
    assert isinstance(found, Unlock)
    app.window.activateWindow()
    qtbot.waitUntil(found.passphrase.hasFocus)
    return found


def _type(door, words, qtbot):
    write(door.passphrase, words)
    qtbot.keyClick(door.passphrase, Qt.Key.Key_Return)


def test_the_cursor_is_in_the_passphrase_when_the_program_starts(door):
    assert QApplication.focusWidget() is door.passphrase


def test_the_right_passphrase_leads_past_the_sign_in_to_the_shell(app, door, qtbot):
    _type(door, PASSPHRASE, qtbot)
    qtbot.waitUntil(lambda: isinstance(app.window.pages.currentWidget(), SignInDoor))
    sign_in = app.window.pages.currentWidget().sign_in
    qtbot.waitUntil(sign_in.pin.hasFocus)
    name = next(
        line.name for line in sign_in._lines if line.id == sign_in._lines[sign_in.choices.checkedId()].id
    )
    qtbot.keyClicks(sign_in.pin, PINS[name])
    qtbot.keyClick(sign_in.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.window.pages.currentWidget() is app.shell)
    qtbot.waitUntil(lambda: app.shell.navigation.badge.text() == name)


def test_opening_shows_how_far_it_is_and_can_be_stopped_when_the_data_are_made_anew(app, door, qtbot):
    def open_(folder, passphrase, report):
        while True:
            report(1, 3, "")
            time.sleep(0.001)

    door._open = open_
    _type(door, PASSPHRASE, qtbot)
    qtbot.waitUntil(lambda: door.progress.isVisible() and door.progress.bar.value() > 0)
    assert not door.button.isEnabled()
    qtbot.mouseClick(door.progress.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(door.button.isEnabled)
    assert not door.progress.isVisible()
    assert door.passphrase.text() == PASSPHRASE
    assert not door.row.problem


def test_a_wrong_passphrase_is_said_beside_it_and_can_be_typed_anew(app, door, qtbot):
    _type(door, "nicht dieses", qtbot)
    qtbot.waitUntil(lambda: bool(door.row.problem))
    assert "口令不对" in door.row.problem
    assert door.passphrase.selectedText() == door.passphrase.text()
    assert door.button.isEnabled()
    qtbot.keyClick(door.passphrase, Qt.Key.Key_Delete)
    _type(door, PASSPHRASE, qtbot)
    qtbot.waitUntil(lambda: app.shell is not None)


def test_nothing_is_asked_when_the_field_is_empty(app, door, qtbot):
    qtbot.keyClick(door.passphrase, Qt.Key.Key_Return)
    assert not app.tasks.is_busy


def test_who_holds_it_is_said_when_another_program_does(app, door, folder, qtbot):
    with Workspace.open(folder, PASSPHRASE):
        _type(door, PASSPHRASE, qtbot)
        qtbot.waitUntil(app.window.messages.isVisible)
        assert "另一个程序" in app.window.messages.sentence.text()
        assert door.button.isEnabled()


def test_the_place_is_said_when_the_workspace_is_gone(app, door, tmp_path, qtbot):
    door.choose(tmp_path / "U盘")
    _type(door, PASSPHRASE, qtbot)
    qtbot.waitUntil(app.window.messages.isVisible)
    assert "U盘" in app.window.messages.sentence.text()


# change-over


def _change_over(app, qtbot):
    app.shell.change_over()
    qtbot.waitUntil(lambda: bool(app.shell.findChildren(ChangeOver)))
    dialog = app.shell.findChildren(ChangeOver)[-1]
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def test_another_officer_goes_on_with_a_key_a_pin_and_enter(opened, qtbot):
    qtbot.waitUntil(lambda: opened.shell.navigation.badge.text() == FIRST)
    dialog = _change_over(opened, qtbot)
    qtbot.keyClicks(dialog.sign_in.pin, PINS[SECOND])  # the other officer is chosen already
    qtbot.keyClick(dialog.sign_in.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.shell.navigation.badge.text() == SECOND)
    assert opened.workspace.officers.get(opened.workspace.officers.acting).name == SECOND


def test_the_first_officer_stays_when_the_pin_is_wrong_and_the_dialog_is_left(opened, qtbot):
    acting = opened.workspace.officers.acting
    dialog = _change_over(opened, qtbot)
    qtbot.keyClicks(dialog.sign_in.pin, "000001")
    qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(dialog.sign_in.row.problem))
    assert "PIN" in dialog.sign_in.row.problem
    assert opened.shell.status.tick.words.text() == ""
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not opened.tasks.is_busy)
    assert opened.workspace.officers.acting == acting
    assert opened.shell.navigation.badge.text() == FIRST


def test_f8_asks_who_goes_on(opened, qtbot):
    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow)
    qtbot.keyClick(opened.window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: bool(opened.shell.findChildren(ChangeOver)))


# locking


def test_nothing_can_be_seen_when_the_window_is_locked_and_everything_is_there_afterwards(opened, qtbot):
    opened.shell.go(Place.SETTINGS)
    opened.lock()
    qtbot.waitUntil(lambda: isinstance(opened.window.pages.currentWidget(), SignInDoor))
    assert not opened.shell.isVisible()
    door = opened.window.pages.currentWidget()
    qtbot.keyClicks(door.sign_in.pin, PINS[FIRST])
    qtbot.keyClick(door.sign_in.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(opened.shell.isVisible)
    assert opened.shell.place is Place.SETTINGS


def test_the_window_locks_itself_when_nobody_touches_it(opened, qtbot):
    opened._idleness._clock.timeout.emit()
    qtbot.waitUntil(lambda: isinstance(opened.window.pages.currentWidget(), SignInDoor))


# the end, and the second start


def test_the_workspace_is_let_go_when_the_window_is_closed_while_it_is_being_opened(app, door, folder, qtbot):
    _type(door, PASSPHRASE, qtbot)
    app.window.close()
    Workspace.open(folder, PASSPHRASE).close()


def test_the_workspace_can_be_opened_by_others_when_the_window_was_closed(opened, folder):
    opened.window.close()
    with Workspace.open(folder, PASSPHRASE) as again:
        assert again.check(full=True).ok


ROOT = paths.resources().parent


def test_a_second_start_brings_the_first_window_forward(opened, folder, qtbot):
    opened.window.showMinimized()
    second = subprocess.Popen([sys.executable, "-m", "ui", "--workspace", str(folder)], cwd=ROOT)
    with qtbot.waitSignal(opened.instance.woken):
        pass
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert second.returncode == 0
    assert not opened.window.isMinimized()


def test_nobody_answers_when_no_window_has_that_workspace(tmp_path):
    assert not wake(tmp_path)


def test_a_name_that_a_dead_program_left_behind_is_taken_over(qtbot, tmp_path):
    one, other = Instance(), Instance()
    assert one.listen(tmp_path)
    assert not other.listen(tmp_path)
    one.close()
    assert other.listen(tmp_path)
    other.close()


# the passphrase is lost

NEW = "山桥 早市 蓝伞 黄连"


@pytest.fixture
def sheet(tmp_path, folder):
    """The sheet with the recovery key of the office to which the laptop belongs."""
    with an_office(tmp_path / "office") as office, Workspace.open(folder, PASSPHRASE) as laptop:
        answer = office.exchange.approve(laptop.exchange.request(tmp_path), tmp_path)
        laptop.exchange.accept(answer.path)
        file = tmp_path / "恢复密钥.txt"
        file.write_text(
            f"知识产权科 · 机关恢复密钥\n\n{office.recovery_key}\n\n分两处保管。\n", encoding="utf-8"
        )
    return file


def _asked(door, qtbot):
    qtbot.mouseClick(door.forgot, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: door.recovery is not None and door.recovery.isVisible())
    return door.recovery


def test_the_recovery_key_opens_the_data_under_a_new_passphrase(sheet, app, door, folder, qtbot):
    dialog = _asked(door, qtbot)
    dialog.read_file(sheet)
    assert dialog.key.text().startswith("AGE-SECRET-KEY-1")
    write(dialog.passphrase.first, NEW)
    write(dialog.passphrase.again, "别的 口令 不一样")
    qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    assert dialog.passphrase.again_row.problem
    dialog.passphrase.again.clear()
    write(dialog.passphrase.again, NEW)
    qtbot.keyClick(dialog.passphrase.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.window.pages.currentWidget() is app.shell)
    assert "不属于任何局" in app.window.messages.sentence.text()
    assert (app.workspace.office, app.workspace.officers.here()) == (None, ())
    app.close()
    Workspace.open(folder, NEW).close()


def test_nothing_is_opened_when_the_recovery_key_is_another_one(sheet, app, door, folder, qtbot):
    dialog = _asked(door, qtbot)
    write(dialog.key, Identity.generate().text)
    for field in (dialog.passphrase.first, dialog.passphrase.again):
        write(field, NEW)
    qtbot.keyClick(dialog.passphrase.again, Qt.Key.Key_Return)
    qtbot.waitUntil(app.window.messages.isVisible)
    assert "恢复密钥" in app.window.messages.sentence.text()
    assert door.button.isEnabled()
    _type(door, PASSPHRASE, qtbot)
    qtbot.waitUntil(lambda: app.shell is not None)


def test_a_file_without_a_key_is_said_beside_the_field(door, tmp_path, qtbot):
    dialog = _asked(door, qtbot)
    (tmp_path / "other.txt").write_bytes(b"\xff\xfe nothing")
    for name in ("other.txt", "missing.txt"):
        dialog.key_row.accept()
        dialog.read_file(tmp_path / name)
        assert dialog.key_row.problem
    dialog.reject()
