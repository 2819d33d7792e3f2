"""Dialogs: what was typed is asked for before it goes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.dialogs.dialog import Dialog, Question
from ui.dialogs.new_visit import NewVisit
from ui.dialogs.party import PartyDialog
from ui.screens.screen import Place


@pytest.fixture
def asked(tasks, qtbot):
    """A dialog in which a party is entered."""
    dialog = PartyDialog(None, tasks, lambda _: None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(dialog.form.name.hasFocus)
    return dialog


def _question() -> Question:
    found = QApplication.activeModalWidget()
    assert isinstance(found, Question)
    return found


def test_escape_closes_a_dialog_in_which_nothing_was_typed(asked: PartyDialog) -> None:
    QTest.keyClick(asked.form.name, Qt.Key.Key_Escape)
    assert not asked.isVisible()


def test_escape_asks_before_typed_text_goes_and_escape_again_keeps_it(asked: PartyDialog) -> None:
    QTest.keyClicks(asked.form.name, "kang ning")
    QTest.keyClick(asked.form.name, Qt.Key.Key_Escape)
    QTest.keyClick(_question(), Qt.Key.Key_Escape)
    assert asked.isVisible()
    assert asked.form.name.text() == "kang ning"
    QTest.keyClick(asked.form.name, Qt.Key.Key_Escape)
    _question().take.click()
    assert not asked.isVisible()


def test_closing_the_window_of_a_dialog_asks_as_well(asked: PartyDialog) -> None:
    QTest.keyClicks(asked.form.name, "kang ning")
    asked.close()
    assert asked.isVisible()
    _question().take.click()
    assert not asked.isVisible()


def test_a_search_is_nothing_that_would_be_missed(opened, qtbot) -> None:
    opened.shell.go(Place.TODAY)
    qtbot.waitUntil(lambda: not opened.tasks.is_busy)
    opened.shell.screen_here.new.click()
    dialog = opened.shell.screen_here.findChild(NewVisit)
    qtbot.waitUntil(lambda: dialog.second.count() > 0 and dialog.picker.line.hasFocus())
    QTest.keyClicks(dialog.picker.line, "kn")
    dialog.reject()
    assert not isinstance(QApplication.activeModalWidget(), Dialog)
    qtbot.waitUntil(lambda: not opened.tasks.is_busy)


def test_a_party_that_was_typed_for_a_new_visit_is_asked_for(opened, qtbot) -> None:
    opened.shell.go(Place.TODAY)
    qtbot.waitUntil(lambda: not opened.tasks.is_busy)
    opened.shell.screen_here.new.click()
    dialog = opened.shell.screen_here.findChild(NewVisit)
    qtbot.waitUntil(lambda: dialog.second.count() > 0 and dialog.picker.line.hasFocus())
    dialog.enter_party("康宁")
    QTest.keyClick(dialog.form.name, Qt.Key.Key_Escape)
    assert dialog.pages.currentIndex() == 0, "what was searched for was typed already"
    dialog.enter_party("康宁")
    QTest.keyClicks(dialog.form.address, "12")
    QTest.keyClick(dialog.form.address, Qt.Key.Key_Escape)
    _question().take.click()
    assert dialog.pages.currentIndex() == 0
    dialog.enter_party("康宁")
    assert dialog.form.address.text() == ""


def test_the_idle_lock_covers_an_open_dialog_and_gives_it_back(opened, qtbot) -> None:
    opened.shell.go(Place.REGISTRY)
    qtbot.waitUntil(lambda: not opened.tasks.is_busy)
    opened.shell.screen_here.add.click()
    dialog = opened.shell.screen_here.findChild(PartyDialog)
    qtbot.waitUntil(dialog.form.name.hasFocus)
    QTest.keyClicks(dialog.form.name, "kang")
    dialog.reject()
    opened._idleness.passed.emit()
    qtbot.waitUntil(lambda: opened.window.pages.currentWidget() is not opened.shell)
    assert QApplication.activeModalWidget() is None
    assert not dialog.isVisible()
    opened._go_in()
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.form.name.text() == "kang"
    _question().take.click()
