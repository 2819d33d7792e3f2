"""Every missing element leads to the field that mends it."""

import ast
from pathlib import Path

import pytest

from inspector.checklist import Mark
from inspector.inspection import elements
from inspector.inspection.record import Attendance
from inspector.inspection.visit import InkRole
from inspector.journal.operation import Operation
from tests.desk import final, lines, marked, told

# for each place: the step that has it, and what gets the cursor there
BASICS, ITEMS, WORDS, FINISH = range(4)
IN_DRAFT = {
    "started_at": (BASICS, lambda step: step.times.moments["started_at"].line.editor),
    "ended_at": (BASICS, lambda step: step.times.moments["ended_at"].line.editor),
    "place": (BASICS, lambda step: step.whereabouts.place.editor),
    "officers": (BASICS, lambda step: step.officers.boxes[0]),
    "party": (BASICS, lambda step: step.party.picker.line),
    "certificates_shown": (BASICS, lambda step: step.officers.confirmations["certificates_shown"]),
    "rights_told": (BASICS, lambda step: step.officers.confirmations["rights_told"]),
    "person_present": (BASICS, lambda step: step.attendance.facts._lines["person_present"].editor),
    "attendance": (BASICS, lambda step: step.attendance.buttons[Attendance.PRESENT]),
    "attendance_note": (BASICS, lambda step: step.attendance.facts._lines["attendance_note"].editor),
    "video": (BASICS, lambda step: step.attendance.facts._lines["video"].editor),
    "notified": (WORDS, lambda step: step.notice.facts._lines["notified"].editor),
    "witness_name": (WORDS, lambda step: step.witness.facts._lines["witness_name"].editor),
    "finalise": (FINISH, lambda step: step.moves.finalise),
    "photos": (ITEMS, lambda step: step.items),
}
WHEN_FINAL = {
    "print": (FINISH, lambda step: step.panel.print),
    "ink/party": (FINISH, lambda step: step.inks.buttons[(InkRole.PARTY, "向某", False)]),
    "ink/witness": (FINISH, lambda step: step.inks.buttons[(InkRole.WITNESS, "秦某", False)]),
    "scan": (FINISH, lambda step: step.scans.choose),
}
IN_SUIT = {"suspicion/", "conflict/", "certificate/", "ink/officer/"}  # with the thing that they are about


def _named() -> set[str]:
    """The places that the elements name: what stands beside each code."""
    tree = ast.parse(Path(elements.__file__).read_text(encoding="utf-8"))
    found = set()
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        match call.args:
            case [*_, ast.Constant(value=str(code)), ast.Constant(value=str(where))] | [
                ast.Constant(value=str(code)),
                ast.Constant(value=str(where)),
                *_,
            ] if code.startswith("element_"):
                found.add(where)
            case [ast.Constant(value=str(code)), ast.JoinedStr(values=[ast.Constant(value=start), *_]), *_]:
                found.add(start)
    return found


def test_no_place_of_the_elements_was_forgotten():
    assert _named() == {*IN_DRAFT, *WHEN_FINAL, *IN_SUIT}


@pytest.mark.parametrize("place", IN_DRAFT)
def test_the_cursor_comes_where_the_element_is_mended(sight, place):
    number, editor = IN_DRAFT[place]
    if place == "attendance_note":  # shown where the party does not simply attend
        sight.workspace.inspections.set(sight.visit, attendance_note="中途离开")
        sight.screen.present(sight.visit)
        sight.rest()
    sight.step(ITEMS if number != ITEMS else BASICS)
    sight.screen.follow(place)
    assert sight.screen.steps.currentIndex() == number
    sight.until(lambda: editor(sight.screen.step_here).hasFocus())


@pytest.mark.parametrize("place", WHEN_FINAL)
def test_the_cursor_comes_to_print_ink_and_scan_when_the_record_is_final(sight, place):
    told(sight.workspace, sight.visit)
    sight.workspace.inspections.set(sight.visit, witness_name="秦某")
    if place.startswith("ink"):
        final(sight.workspace, sight.visit)
    else:
        sight.workspace.records.finalise(sight.visit)
    sight.screen.present(sight.visit)
    sight.step(FINISH)
    sight.until(lambda: sight.screen.step_here.panel.preview.pages)
    sight.step(WORDS)
    number, editor = WHEN_FINAL[place]
    sight.screen.follow(place)
    assert sight.screen.steps.currentIndex() == number
    sight.until(lambda: editor(sight.screen.step_here).hasFocus())


def test_the_cursor_comes_to_the_officer_whose_ink_is_missing(sight):
    told(sight.workspace, sight.visit)
    final(sight.workspace, sight.visit)
    sight.screen.present(sight.visit)
    step = sight.step(FINISH)
    second = sight.inspection.visit.officers[1]
    sight.until(lambda: any(b.isEnabled() for b in step.inks.buttons.values()))
    sight.screen.follow(f"ink/officer/{second}")
    sight.until(step.inks.buttons[(InkRole.OFFICER, second, False)].hasFocus)


def test_the_cursor_comes_to_the_roster_when_a_certificate_is_missing(sight):
    officer = sight.inspection.visit.officers[0]
    sight.workspace.officers.amend(officer, certificate="")
    sight.screen.present(sight.visit)
    sight.rest()
    (problem,) = [p for p in sight.workspace.records.missing(sight.visit) if p.code == "element_certificate"]
    sight.step(WORDS)
    sight.screen.follow(problem.where)
    sight.until(sight.screen.step_here.officers.roster.hasFocus)


def test_the_cursor_comes_to_the_facts_of_a_suspicion(sight):
    marked(sight.workspace, sight.visit)
    line = next(line for line in lines(sight.workspace, sight.visit) if line.item.marked)
    sight.workspace.answering.answer(sight.visit, line.address, mark=Mark.SUSPECT)
    sight.screen.present(sight.visit)
    sight.rest()
    (suspicion,) = sight.inspection.suspicions
    sight.screen.follow(f"suspicion/{suspicion.id}")
    assert sight.screen.steps.currentIndex() == ITEMS
    panel = sight.screen.step_here.editor.suspicion
    sight.until(lambda: panel.isAncestorOf(sight.app.window.focusWidget()))


def test_the_cursor_comes_to_the_values_of_a_conflict(sight):
    visit, slot = sight.visit, (sight.visit, "video")
    seen = sight.workspace.store.things.state(visit).names(slot)
    for video in ("甲机", "乙机"):
        sight.workspace.scribe.append([Operation.write("visit", *slot, video, seen)])
    sight.screen.present(visit)
    sight.rest()
    (problem,) = [p for p in sight.workspace.records.missing(visit) if p.code == "element_conflict"]
    sight.screen.follow(problem.where)
    (entries,) = sight.screen.step_here.conflicts.choices.values()
    sight.until(entries[0].hasFocus)


def test_what_is_missing_is_a_link_at_the_right_and_goes_when_it_is_mended(sight):
    (place,) = [link.place for link in sight.screen.missing._links if "结束时间" in link.words]
    sight.step(WORDS)
    sight.screen.missing.followed.emit(place)
    sight.until(sight.screen.step_here.times.moments["ended_at"].line.editor.hasFocus)
    sight.screen.step_here.times.moments["ended_at"].now.click()
    sight.rest()
    assert "element_ended" not in {p.code for p in sight.workspace.records.missing(sight.visit)}


def test_an_ink_of_each_role_has_its_line(sight):
    told(sight.workspace, sight.visit)
    sight.workspace.inspections.set(sight.visit, witness_name="秦某")
    final(sight.workspace, sight.visit)
    sight.screen.present(sight.visit)
    step = sight.step(FINISH)
    sight.until(lambda: len(step.inks.buttons) == 6)
    roles = [(role, refused) for role, _, refused in step.inks.buttons]
    assert roles == [
        (InkRole.PARTY, False),
        (InkRole.PARTY, True),
        (InkRole.WITNESS, False),
        (InkRole.WITNESS, True),
        (InkRole.OFFICER, False),
        (InkRole.OFFICER, False),
    ]
