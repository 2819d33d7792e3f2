"""What is chosen by the officers and by nobody for them: attendance, subject, the words on a refusal."""

import pytest

from inspector.inspection.dialogues import dialogues
from inspector.inspection.record import Attendance
from inspector.inspection.visit import InkRole
from tests.desk import a_locked_visit, a_visit, final, told
from ui.dialogs.refusal import RefusalDialog

BASICS, FINISH = 0, 3


def test_no_attendance_is_chosen_until_somebody_chooses_it_and_its_link_leads_there(sight):
    part = sight.step(BASICS).attendance
    assert not any(button.isChecked() for button in part.buttons.values())
    assert "attendance" in {p.where for p in sight.workspace.records.missing(sight.visit)}
    sight.screen.follow("attendance")
    sight.rest()
    sight.until(part.buttons[Attendance.PRESENT].hasFocus)
    part.buttons[Attendance.PRESENT].click()
    sight.rest()
    assert part.buttons[Attendance.PRESENT].isChecked()
    assert sight.inspection.visit.attendance is Attendance.PRESENT


def test_the_subject_is_blank_until_it_is_chosen_or_typed(sight):
    part = sight.step(BASICS).times
    assert sight.inspection.visit.subject == ""
    assert [b.text() for b in part.subjects] == list(dialogues().subjects)
    part.subjects[1].click()
    sight.rest()
    assert sight.inspection.visit.subject == dialogues().subjects[1]
    record = sight.workspace.records.record(sight.visit)
    assert record.dialogues[1].said.startswith(
        f"今天我们依法进行现场检查，检查事由是：{dialogues().subjects[1]}。"
    )
    assert dialogues().subjects[1] in sight.screen.where.text()


@pytest.fixture
def dialog(sight):
    visit = a_visit(sight.workspace)
    told(sight.workspace, visit)
    final(sight.workspace, visit)
    sight.show(visit)
    inks = sight.step(FINISH).inks
    sight.until(lambda: (InkRole.PARTY, "向某", True) in inks.buttons)
    sight.until(inks.buttons[(InkRole.PARTY, "向某", True)].isEnabled)
    inks.buttons[(InkRole.PARTY, "向某", True)].click()
    sight.until(lambda: sight.app.window.findChildren(RefusalDialog))
    return sight.app.window.findChildren(RefusalDialog)[-1]


def test_a_refusal_is_noted_with_what_stands_on_the_paper_and_its_recording(sight, dialog):
    dialog.confirm.click()
    assert (dialog.note_row.problem, dialog.video_row.problem) != ("", "")
    assert sight.inspection.inks == ()
    note = dialog.note.text().replace("____", "未说明")
    assert note != dialog.note.text()
    dialog.note.editor.setPlainText(note)
    dialog.video.setText("执法记录仪02号")
    dialog.confirm.click()
    sight.rest()
    (ink,) = sight.inspection.inks
    assert (ink.refused, ink.note, ink.video) == (True, note, "执法记录仪02号")
    hint = sight.screen.step_here.inks.hint
    assert note in hint.text()


def test_a_supplementary_record_says_in_its_head_what_it_corrects(sight):
    locked = a_locked_visit(sight.workspace)
    supplement, _ = sight.workspace.records.supplement(locked)
    day = sight.workspace.records.record(locked).started_at[:10]
    sight.show(supplement)
    assert f"补充{day}的检查记录" in sight.screen.where.text()
    sight.show(locked)
    assert day not in sight.screen.where.text()
