"""Keys while an input method is composing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.hands import compose
from ui.widgets.composition import EnterKey, without_input_method
from ui.widgets.picker import Choice, Picker
from ui.widgets.secret_field import SecretField


@pytest.fixture
def line(qtbot):
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    return made


def test_enter_moves_on_when_nothing_is_being_composed(line, qtbot):
    enter = EnterKey(line)
    with qtbot.waitSignal(enter.pressed):
        qtbot.keyClick(line, Qt.Key.Key_Return)


def test_enter_stays_with_the_input_method_when_it_is_composing(line, qtbot):
    enter = EnterKey(line)
    compose(line, "kou'zhao")
    with qtbot.assertNotEmitted(enter.pressed):
        qtbot.keyClick(line, Qt.Key.Key_Return)


def test_the_enter_that_ends_a_composition_does_not_move_on(line, qtbot):
    enter = EnterKey(line)
    compose(line, "kz")
    with qtbot.assertNotEmitted(enter.pressed):
        compose(line, "", "kz")
        qtbot.keyClick(line, Qt.Key.Key_Return, delay=-1)
    assert line.text() == "kz"


def test_the_next_enter_moves_on_when_the_composition_has_ended(line, qtbot):
    enter = EnterKey(line)
    compose(line, "kou'zhao")
    compose(line, "", "口罩")
    QApplication.processEvents()
    with qtbot.waitSignal(enter.pressed):
        qtbot.keyClick(line, Qt.Key.Key_Enter)
    assert line.text() == "口罩"


def test_enter_counts_again_when_the_field_was_left_in_the_middle_of_a_composition(line, qtbot):
    enter = EnterKey(line)
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    compose(line, "kou")
    line.clearFocus()
    line.setFocus()
    with qtbot.waitSignal(enter.pressed):
        qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_choice_is_not_taken_when_enter_belongs_to_the_composition(tasks, qtbot):
    picker = Picker("当事人", tasks, lambda _: [Choice("1", "康宁大药房")])
    qtbot.addWidget(picker)
    picker.show()
    picker.activateWindow()
    picker.line.setFocus()
    qtbot.waitUntil(picker.line.hasFocus)
    qtbot.keyClicks(picker.line, "kn")
    qtbot.waitUntil(picker.list.isVisible)
    compose(picker.line, "da")
    with qtbot.assertNotEmitted(picker.chosen):
        qtbot.keyClick(picker.line, Qt.Key.Key_Return)


def test_no_composition_begins_where_single_keys_answer(qtbot):
    line = QLineEdit()
    qtbot.addWidget(line)
    without_input_method(line)
    assert not line.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not SecretField(pin=True).testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
