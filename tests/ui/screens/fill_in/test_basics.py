"""基本情况: party, place, times, officers, attendance, and what two computers said differently."""

import json
from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.inspection.record import Attendance
from inspector.inspection.registry import Market, Party, Stall
from inspector.journal.operation import Operation
from tests.desk import a_visit
from tests.ui.hands import write
from tests.ui.screens.fill_in.conftest import Sight
from ui.dialogs.dialog import Question
from ui.screens.fill_in.basics.step import BasicsStep
from ui.widgets.moment_field import parse

CHINA = timezone(timedelta(hours=8))
NEAR = datetime(2026, 3, 21, 8, 15, 40, tzinfo=CHINA)


@pytest.fixture
def step(sight) -> BasicsStep:
    found = sight.step(0)
    assert isinstance(found, BasicsStep)
    return found


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9:30", "2026-03-21T09:30"),
        ("0930", "2026-03-21T09:30"),
        ("14点半", "2026-03-21T14:30"),
        ("9时", "2026-03-21T09:00"),
        ("3-22 9：05", "2026-03-22T09:05"),
        ("2025年12月3日9时30分", "2025-12-03T09:30"),
        ("20251203 0930", "2025-12-03T09:30"),
    ],
)
def test_a_moment_is_read_when_it_is_typed_as_people_type(typed, meant):
    assert parse(typed, NEAR) == datetime.fromisoformat(meant).replace(tzinfo=CHINA)


@pytest.mark.parametrize("typed", ["", "9", "25:00", "2026-02-30 9:00", "later"])
def test_a_moment_is_not_guessed_when_it_cannot_be_read(typed):
    assert parse(typed, NEAR) is None


def test_a_party_is_taken_when_its_initials_and_enter_are_typed(sight, step, qtbot):
    other, _ = sight.workspace.registry.add(Party(name="石柱县黄水茶叶店", address="黄水镇1号"))
    line = step.party.picker.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "hscy")
    sight.until(lambda: step.party.picker.list.isVisible() and step.party.picker.list.count() > 0)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    sight.rest()
    assert sight.inspection.visit.party == other
    assert sight.inspection.visit.place == "黄水镇1号"  # nobody had typed another
    assert sight.screen.party.text() == "石柱县黄水茶叶店"


def test_a_new_party_is_added_in_place_when_nothing_is_found(sight, step, qtbot):
    line = step.party.picker.line
    line.setFocus()
    line.selectAll()
    write(line, "未登记过的店")
    sight.until(lambda: step.party.picker.list.isVisible())
    sight.rest()  # an Enter that comes with the end of a composition belongs to the input method
    qtbot.keyClick(line, Qt.Key.Key_Return)
    form = step.party.form
    assert form.name.text() == "未登记过的店"
    write(form.address, "下路街道5号")
    step.party.save.click()
    sight.rest()
    party = sight.workspace.registry.party(sight.inspection.visit.party)
    assert (party.name, party.address) == ("未登记过的店", "下路街道5号")
    assert step.party.editor.isHidden()


def test_a_half_filled_party_form_is_there_again_when_the_program_was_killed(sight, step):
    sight.workspace.drafts.keep(sight.visit, "party", json.dumps({"name": "写了一半"}))
    sight.screen.present(sight.visit)
    sight.rest()
    assert step.party.editor.isVisible()
    assert step.party.form.name.text() == "写了一半"
    step.party.cancel.click()
    sight.rest()
    assert not sight.workspace.drafts.below(sight.visit)


def test_a_stall_brings_its_place_and_party_when_none_was_named(sight, qtbot):
    registry = sight.workspace.registry
    party, _ = registry.add(Party(name="阿岚百货"))
    market, _ = registry.add(Market(name="万物集市场", address="万物路1号"))
    stall, _ = registry.add(Stall(market=market, number="B07", name="阿岚", party=party))
    visit, _ = sight.workspace.inspections.new("mask_shop")
    sight.show(visit)
    step = sight.step(0)
    line = step.whereabouts.stall.line
    line.setFocus()
    qtbot.keyClicks(line, "B07")
    sight.until(lambda: step.whereabouts.stall.list.isVisible())
    qtbot.keyClick(line, Qt.Key.Key_Return)
    sight.rest()
    said = sight.inspection.visit
    assert (said.stall, said.market, said.party) == (stall, market, party)
    assert said.place == "万物路1号万物集市场B07"
    step.whereabouts.clear.click()
    sight.rest()
    assert not sight.inspection.visit.stall


def test_what_is_typed_is_a_draft_first_and_a_fact_when_the_field_is_left(sight, step):
    editor = step.attendance.facts._lines["video"].editor
    editor.setFocus()
    sight.until(editor.hasFocus)
    write(editor, "记录仪3号")
    drafts = sight.workspace.drafts
    sight.until(lambda: drafts.below(sight.visit) == {(sight.visit, "video"): "记录仪3号"})
    assert not sight.inspection.visit.video
    editor.clearFocus()
    sight.rest()
    assert sight.inspection.visit.video == "记录仪3号"
    assert not drafts.below(sight.visit)


def test_nothing_typed_is_overwritten_when_something_else_is_written_meanwhile(sight, step):
    editor = step.whereabouts.place.editor
    editor.setFocus()
    sight.until(editor.hasFocus)
    editor.clear()
    write(editor, "正在写的地点")
    sight.app.shell.context.write(
        lambda: sight.workspace.inspections.set(sight.visit, subject="别的", place="别处写的地点")
    )
    sight.rest()
    assert editor.text() == "正在写的地点"
    editor.clearFocus()
    sight.rest()
    assert sight.inspection.visit.place == "正在写的地点"


def test_the_time_is_taken_when_now_is_pressed_and_kept_as_draft_when_it_cannot_be_read(sight, step):
    ended = step.times.moments["ended_at"]
    ended.now.click()
    sight.rest()
    assert sight.inspection.visit.ended_at is not None
    sight.type(ended.line.editor, "晚一点")
    assert ended.problem.text()
    assert sight.workspace.drafts.below(sight.visit) == {(sight.visit, "ended_at"): "晚一点"}
    sight.type(ended.line.editor, "23:45")
    assert (sight.inspection.visit.ended_at.hour, sight.inspection.visit.ended_at.minute) == (23, 45)
    assert not ended.problem.text()


def test_two_officers_change_places_when_one_is_chosen_twice(sight, step):
    first, second = sight.inspection.visit.officers
    box = step.officers.boxes[0]
    index = box.findData(second)
    box.setCurrentIndex(index)
    box.activated.emit(index)
    sight.rest()
    assert sight.inspection.visit.officers == (second, first)


def test_whoever_works_now_is_offered_first(sight, step):
    assert step.officers.boxes[1].itemData(0) == sight.workspace.officers.acting


def test_rights_are_told_only_when_the_officer_says_so(sight, step):
    box = step.officers.confirmations["rights_told"]
    assert not box.isChecked()
    box.click()
    sight.rest()
    assert sight.inspection.visit.rights_told
    box.click()
    sight.rest()
    assert not sight.inspection.visit.rights_told


def test_wordings_are_offered_with_the_name_when_a_way_of_attending_is_pressed(sight, step):
    assert not any(button.isChecked() for button in step.attendance.buttons.values())
    editor = step.attendance.facts._lines["person_present"].editor
    editor.setFocus()
    write(editor, "向某，店主")
    step.attendance.buttons[Attendance.OBSTRUCTED].click()
    sight.rest()
    said = sight.inspection.visit
    assert said.attendance is Attendance.OBSTRUCTED
    assert "向某，店主在场" in said.notified
    assert "____" in said.attendance_note
    assert step.attendance.note_row.isVisible()
    assert "element_attendance_blank" in {p.code for p in sight.workspace.records.missing(sight.visit)}


def test_a_conflict_is_shown_with_both_values_and_settled_by_a_choice(sight, step):
    visit, slot = sight.visit, (sight.visit, "place")
    seen = sight.workspace.store.things.state(visit).names(slot)
    for place in ("甲地", "乙地"):  # both saw the same, as two laptops would have
        sight.workspace.scribe.append([Operation.write("visit", *slot, place, seen)])
    sight.show(visit, f"conflict/{visit}/place")
    (entries,) = step.conflicts.choices.values()
    assert {entry.accessibleName() for entry in entries} == {"甲地", "乙地"}
    assert "谭𬭎" in entries[0].accessibleDescription()
    sight.until(entries[0].hasFocus)
    next(entry for entry in entries if entry.accessibleName() == "甲地").click()
    sight.rest()
    assert sight.inspection.visit.place == "甲地"
    assert not sight.inspection.conflicts
    assert not step.conflicts.isVisible()


def test_nothing_can_be_written_when_the_record_is_final(sight, step):
    from tests.desk import told

    told(sight.workspace, sight.visit)
    sight.workspace.records.finalise(sight.visit)
    sight.screen.present(sight.visit)
    sight.rest()
    assert step.whereabouts.place.editor.isReadOnly()
    assert step.party.picker.line.isReadOnly()
    assert not step.officers.boxes[0].isEnabled()
    assert not step.attendance.buttons[Attendance.PRESENT].isEnabled()


OWN = "当事人看过笔录后撕毁，称“不认”，在场有向某、谭某。"


@pytest.mark.parametrize("takes", [True, False])
def test_own_words_on_attendance_are_asked_for_before_they_go(sight: Sight, takes: bool) -> None:
    part = sight.step(0).attendance
    part.buttons[Attendance.REFUSED].click()
    sight.rest()
    sight.type(part.note.editor, OWN)
    part.buttons[Attendance.OBSTRUCTED].click()
    question = QApplication.activeModalWidget()
    assert isinstance(question, Question)
    QTest.mouseClick(question.take if takes else question.confirm, Qt.MouseButton.LeftButton)
    sight.rest()
    visit = sight.inspection.visit
    assert visit.attendance is Attendance.OBSTRUCTED
    assert (visit.attendance_note == OWN) is not takes


def test_a_wording_as_it_was_offered_changes_with_the_button(sight: Sight) -> None:
    part = sight.step(0).attendance
    for attendance in (Attendance.REFUSED, Attendance.OBSTRUCTED):
        part.buttons[attendance].click()
        sight.rest()
    assert QApplication.activeModalWidget() is None
    assert sight.inspection.visit.attendance is Attendance.OBSTRUCTED


def test_another_visit_begins_at_the_top_and_not_where_one_was_in_the_one_before(sight: Sight) -> None:
    sight.app.window.resize(1366, 600)
    opened = sight.step(0)
    bar, now = opened.page.verticalScrollBar(), opened.times.moments["ended_at"].now
    now.setFocus()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    sight.show(a_visit(sight.workspace, sight.inspection.visit.party))
    assert opened is sight.screen.step_here
    assert QApplication.focusWidget() is opened.party.picker.line
    assert bar.value() == 0
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    sight.rest()
    assert sight.inspection.visit.ended_at is None


def test_tab_goes_through_the_officers_as_they_stand_and_on_to_who_was_present(sight: Sight) -> None:
    opened = sight.step(0)
    officers = opened.officers
    expected = [*officers.boxes, officers.roster, *officers.confirmations.values()]
    expected[0].setFocus()
    for widget in expected:
        assert QApplication.focusWidget() is widget
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert opened.attendance.isAncestorOf(QApplication.focusWidget())
