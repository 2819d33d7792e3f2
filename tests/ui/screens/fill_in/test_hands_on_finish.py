"""签字归档 with the keyboard: after each button one goes on from where one was."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.inspection.visit import InkRole
from tests.desk import final, told
from tests.ui.screens.fill_in.conftest import Sight


def _final(sight: Sight):
    told(sight.workspace, sight.visit)
    final(sight.workspace, sight.visit)
    sight.show(sight.visit)
    found = sight.step(3)
    sight.until(lambda: found.panel.preview.pages and any(b.isEnabled() for b in found.inks.buttons.values()))
    sight.rest()
    return found


def test_after_a_signature_the_next_one_is_under_the_finger_and_nothing_has_moved(sight: Sight) -> None:
    sight.app.window.resize(1000, 620)
    found = _final(sight)
    officers = sight.inspection.visit.officers
    found.inks.buttons[InkRole.OFFICER, officers[0], False].setFocus()
    bar = found.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    before = bar.value()
    assert before > 0
    sight.workspace.records.note_ink(sight.visit, InkRole.PARTY, "向某")  # the first is asked for
    sight.screen.present(sight.visit)
    sight.rest()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    sight.rest()
    assert InkRole.OFFICER in {ink.role for ink in sight.inspection.inks}
    assert QApplication.focusWidget() is found.inks.buttons[InkRole.OFFICER, officers[1], False]
    assert bar.value() == min(before, bar.maximum())


def test_after_a_move_the_keyboard_stays_in_the_step(sight: Sight) -> None:
    found = _final(sight)
    found.moves.reopen.setFocus()
    QTest.keyClick(found.moves.reopen, Qt.Key.Key_Space)
    sight.rest()
    assert found.moves.finalise.isVisible()
    assert found.moves.isAncestorOf(QApplication.focusWidget())
