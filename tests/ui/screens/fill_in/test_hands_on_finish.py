"""签字归档 with the keyboard: after each button one goes on from where one was."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.inspection.visit import InkRole
from tests.desk import final, told
from tests.ui.screens.fill_in.conftest import Sight
from ui.dialogs.refusal import RefusalDialog


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


def test_after_a_refusal_the_keyboard_goes_to_who_has_not_signed_and_no_key_undoes_it(sight: Sight) -> None:
    found = _final(sight)
    officers = sight.inspection.visit.officers
    refuses = found.inks.buttons[InkRole.PARTY, "向某", True]
    refuses.setFocus()
    QTest.keyClick(refuses, Qt.Key.Key_Space)
    sight.until(lambda: sight.app.window.findChildren(RefusalDialog))
    dialog = sight.app.window.findChildren(RefusalDialog)[-1]
    dialog.note.editor.setPlainText("当事人拒绝签名，未说明理由。")
    dialog.video.setText("执法记录仪02号")
    dialog.confirm.click()
    sight.rest()
    sight.app.window.activateWindow()
    sight.until(QApplication.focusWidget)
    assert QApplication.focusWidget() is found.inks.buttons[InkRole.OFFICER, officers[0], False]
    assert InkRole.PARTY not in {role for role, _, _ in found.inks.buttons}
    assert found.inks.withdrawals[InkRole.PARTY, "向某"].isEnabled()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    sight.rest()
    assert [ink.refused for ink in sight.inspection.inks if ink.role is InkRole.PARTY] == [True]


def test_when_it_has_become_final_the_keyboard_is_at_the_print(sight: Sight) -> None:
    told(sight.workspace, sight.visit)
    sight.screen.present(sight.visit)
    found = sight.step(3)
    sight.until(lambda: found.panel.preview.pages)
    found.moves.finalise.setFocus()
    QTest.keyClick(found.moves.finalise, Qt.Key.Key_Space)
    sight.rest()
    assert found.moves.reopen.isVisible()
    sight.until(lambda: QApplication.focusWidget() is found.panel.print)


def test_what_it_cannot_become_final_for_stands_at_both_sides_until_it_is_mended(sight: Sight) -> None:
    told(sight.workspace, sight.visit)
    sight.workspace.drafts.keep(sight.visit, "statement", "我不知道是谁送来的货")
    sight.screen.present(sight.visit)
    found = sight.step(3)
    found.moves.finalise.click()
    assert [link.place for link in found.moves.links._links] == ["statement"]
    assert sight.screen.missing._links == found.moves.links._links
    found.moves.links.followed.emit("statement")
    sight.step(3)
    assert not found.moves.refused.isVisible()
    assert not sight.screen.missing._links
