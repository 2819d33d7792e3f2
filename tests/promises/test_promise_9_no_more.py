"""Promise 9. Say what was checked, no more; nothing that people must decide is decided, preselected or prefilled."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector import checklist, paths, wording
from inspector.checklist import Mark
from inspector.identifiers.recognition import identify
from inspector.inspection.record import Attendance
from inspector.workspace import Workspace
from tests.desk import a_laptop, a_visit, lines, marked, told

CONCLUSIONS = re.compile("假冒|违法|擅自|涉嫌|非法|侵权|伪造|counterfeit|fake|illegal|infring", re.IGNORECASE)
PARTY_WORDS = ("reply_certificates", "reply_rights", "statement", "reply_closing")


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory, _private_session_home: None) -> Iterator[Workspace]:
    with a_laptop(tmp_path_factory.mktemp("nine") / "laptop") as workspace:
        yield workspace


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_no_sentence_about_a_number_draws_a_conclusion(language: str) -> None:
    folder = paths.resource("translations", "sentences")
    said = (folder / f"identifiers.{language}.yaml").read_text(encoding="utf-8")
    assert not CONCLUSIONS.findall(said)


def test_a_valid_number_is_said_to_be_checked_and_not_to_be_true() -> None:
    from inspector.identifiers.readout import headline

    judged = identify("91500240MA5U000119")[0]
    assert headline(judged, "zh_CN") == "校验通过（不代表真实有效）"


def test_no_item_is_answered_before_an_officer_answers_it(laptop: Workspace) -> None:
    visit = a_visit(laptop)
    answered = laptop.inspections.sheet(visit).answers
    for line in lines(laptop, visit):
        assert answered.at(line.address) == checklist.Answer(Mark.UNCHECKED)


def test_writing_a_fact_down_marks_nothing(laptop: Workspace) -> None:
    visit = a_visit(laptop)
    line = next(line for line in lines(laptop, visit) if line.item.marked and line.item.fact)
    laptop.answering.answer(visit, line.address, fact="1", note="n")
    assert laptop.inspections.read(visit).answers[line.address].mark is Mark.UNCHECKED


def test_the_party_has_said_nothing_until_somebody_types_it(laptop: Workspace) -> None:
    visit = a_visit(laptop)
    marked(laptop, visit)
    for attendance in Attendance:
        told(laptop, visit)
        laptop.inspections.offer_attendance(visit, attendance)
        record, facts = laptop.records.record(visit), laptop.inspections.read(visit).visit
        assert [getattr(facts, field) for field in PARTY_WORDS] == [""] * 4
        assert [d.reply for d in (*record.dialogues, record.closing)] == [""] * 3
        assert record.statement == ""


def test_nobody_is_said_to_have_signed_and_nothing_to_be_seized_by_itself(laptop: Workspace) -> None:
    visit = a_visit(laptop)
    told(laptop, visit)
    inspection = laptop.inspections.read(visit)
    assert not inspection.inks
    assert not inspection.visit.measure_notice
    fresh, _ = laptop.inspections.new("mask_shop")
    assert not laptop.inspections.read(fresh).visit.rights_told
    assert not laptop.inspections.read(fresh).visit.certificates_shown


@pytest.mark.parametrize("mark", [Mark.CLEAR, Mark.SUSPECT])
def test_site_facts_composed_from_answers_draw_no_conclusion(laptop: Workspace, mark: Mark) -> None:
    visit = a_visit(laptop)
    marked(laptop, visit, mark)
    composed = laptop.records.record(visit).site_facts
    assert not CONCLUSIONS.findall(composed)
    if mark is Mark.CLEAR:
        assert composed


def test_an_item_found_clear_says_what_was_looked_at_and_nothing_that_nobody_typed(laptop: Workspace) -> None:
    visit = a_visit(laptop)
    marked(laptop, visit)
    composed = laptop.records.record(visit).site_facts
    sentences = [s for s in re.split("[。\n]", composed) if s]
    assert len(sentences) > 10
    assert all(s.endswith("，未发现问题") for s in sentences), sentences
    assert not re.search("提供|出示|清点|[0-9]{2}", composed)


def test_nobody_is_said_to_attend_and_no_reason_is_given_until_somebody_says_so(laptop: Workspace) -> None:
    visit = a_visit(laptop)
    record = laptop.records.record(visit)
    assert (record.attendance, record.subject, record.notified) == (None, "", "")
    assert "element_attendance" in {p.code for p in laptop.records.missing(visit)}
    laptop.inspections.offer_attendance(visit, Attendance.PRESENT)
    assert "element_attendance" not in {p.code for p in laptop.records.missing(visit)}
    assert laptop.records.record(visit).attendance is Attendance.PRESENT


def test_shipped_patterns_for_site_facts_draw_no_conclusion() -> None:
    for file in Path(paths.resource("checklists")).rglob("*.yaml"):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip().startswith(("fact_clear:", "fact_suspect:")):
                assert not CONCLUSIONS.findall(line), f"{file.name}: {line}"
