"""设置: another passphrase, and a PIN that is not right is no text that was not saved."""

import pytest
from PySide6.QtCore import Qt

from inspector.errors import Code, Trouble
from inspector.workspace import Workspace
from tests.desk import PASSPHRASE, PINS
from ui.dialogs.passphrase import PassphraseDialog
from ui.dialogs.pin import PinDialog
from ui.screens.officers import OfficersScreen
from ui.screens.screen import Place

NEW = "山桥 早市 蓝伞 黄连"


@pytest.fixture
def asked(opened, qtbot):
    """The dialog for another passphrase."""
    opened.shell.go(Place.SETTINGS)
    qtbot.mouseClick(opened.shell.screen_here.passphrase, Qt.MouseButton.LeftButton)
    dialog = opened.shell.findChild(PassphraseDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def _settled(app, qtbot):
    qtbot.waitUntil(lambda: not app.tasks.is_busy)


def _type(dialog, old, new, again):
    dialog.old.setText(old)
    dialog.new.first.setText(new)
    dialog.new.again.setText(again)


def test_the_new_passphrase_opens_when_it_was_changed(asked, opened, folder, qtbot):
    assert "8" in asked.new.advice.text()
    _type(asked, PASSPHRASE, NEW, NEW)
    with qtbot.waitSignal(asked.accepted):
        qtbot.keyClick(asked.new.again, Qt.Key.Key_Return)
    assert opened.window.messages.isVisible()
    opened.close()
    with pytest.raises(Trouble) as trouble:
        Workspace.open(folder, PASSPHRASE)
    assert trouble.value.code is Code.PASSPHRASE_WRONG
    Workspace.open(folder, NEW).close()


def test_a_wrong_old_passphrase_is_said_beside_it_and_nothing_is_changed(asked, opened, folder, qtbot):
    before = (folder / "keys.json").read_bytes()
    _type(asked, "something else", NEW, NEW)
    asked.confirm.click()
    qtbot.waitUntil(lambda: bool(asked.old_row.problem))
    assert asked.confirm.isEnabled()
    assert (folder / "keys.json").read_bytes() == before
    assert opened.shell.status.tick.words.text() == ""


@pytest.mark.parametrize(("new", "again", "row"), [("short", "short", "first_row"), (NEW, "x", "again_row")])
def test_a_weak_passphrase_and_two_that_differ_are_said_at_once(asked, qtbot, new, again, row):
    _type(asked, PASSPHRASE, new, again)
    with qtbot.assertNotEmitted(asked.asked):
        asked.confirm.click()
    assert getattr(asked.new, row).problem


def test_a_wrong_old_pin_is_said_in_the_dialog_and_is_no_text_that_was_not_saved(opened, qtbot):
    opened.shell.go(Place.OFFICERS)
    _settled(opened, qtbot)
    screen = opened.shell.screen_here
    assert isinstance(screen, OfficersScreen)
    standing = screen._read()[0]
    screen._change_pin(standing)
    dialog = screen.findChild(PinDialog)
    assert "6" in dialog.new_row._line.text()
    for field, words in ((dialog.old, "000001"), (dialog.new, "975310"), (dialog.again, "975310")):
        field.setText(words)
    qtbot.keyClick(dialog.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.old_row.problem))
    assert dialog.isVisible()
    assert opened.shell.status.tick.words.text() == ""
    dialog.old.setText(PINS[standing.officer.name])
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.again, Qt.Key.Key_Return)
