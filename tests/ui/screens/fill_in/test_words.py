"""笔录内容: the notice, the party's own words, and the facts on site."""

import pytest
from PySide6.QtCore import Qt

from inspector.checklist import Mark
from tests.desk import lines, marked
from tests.ui.hands import write
from ui.screens.fill_in.words.step import WordsStep


@pytest.fixture
def step(sight) -> WordsStep:
    found = sight.step(2)
    assert isinstance(found, WordsStep)
    return found


def _editor(part, field):
    return part.facts._lines[field].editor


def test_the_fixed_sentences_name_the_officers_and_the_replies_are_empty(sight, step):
    sight.until(lambda: step.dialogues.said["reply_certificates"].text())
    assert "谭𬭎、马晓棠" in step.dialogues.said["reply_certificates"].text()
    for part, field in (
        (step.dialogues, "reply_certificates"),
        (step.dialogues, "reply_rights"),
        (step.closing, "reply_closing"),
        (step.statement, "statement"),
    ):
        editor = _editor(part, field)
        assert not editor.toPlainText()
        assert editor.placeholderText()


def test_a_reply_is_kept_word_for_word_when_it_is_typed(sight, step):
    sight.type(_editor(step.dialogues, "reply_rights"), "听清楚了，不申请回避。")
    assert sight.inspection.visit.reply_rights == "听清楚了，不申请回避。"


def test_the_facts_on_site_follow_the_answers_until_somebody_changes_them(sight, step):
    part = step.site_facts
    assert part.text.editor.isReadOnly()
    before = part.text.text()
    marked(sight.workspace, sight.visit)
    sight.screen.present(sight.visit)
    sight.until(lambda: part.text.text() != before)
    assert part.text.text() == sight.workspace.records.record(sight.visit).site_facts


def test_composed_text_does_not_become_an_own_one_when_nothing_was_changed(sight, step, qtbot):
    marked(sight.workspace, sight.visit)
    sight.screen.present(sight.visit)
    sight.until(lambda: bool(step.site_facts.text.text()))
    step.site_facts.change.click()
    editor = step.site_facts.text.editor
    sight.until(editor.hasFocus)
    qtbot.keyClicks(editor, "x")
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    editor.clearFocus()
    sight.rest()
    assert not sight.inspection.visit.site_facts


def test_an_own_text_stays_when_answers_change_and_the_composed_one_comes_back_on_demand(sight, step):
    part = step.site_facts
    part.change.click()
    sight.type(part.text.editor, "柜台上摆放口罩二十盒。")
    assert sight.inspection.visit.site_facts == "柜台上摆放口罩二十盒。"
    marked(sight.workspace, sight.visit, Mark.CLEAR)
    sight.screen.present(sight.visit)
    sight.rest()
    assert part.text.text() == "柜台上摆放口罩二十盒。"
    sight.until(part.compare.isVisible)
    part.compare.click()
    assert "柜台上摆放" not in part.composed.text()
    part.restore.click()
    sight.rest()
    assert not sight.inspection.visit.site_facts
    composed = sight.workspace.records.record(sight.visit).site_facts
    sight.until(lambda: part.text.text() == composed)
    assert part.text.editor.isReadOnly()


def test_the_program_adds_no_conclusion_to_the_facts_on_site(sight, step):
    marked(sight.workspace, sight.visit)
    for line in [line for line in lines(sight.workspace, sight.visit) if line.item.marked][::2]:
        sight.workspace.answering.answer(sight.visit, line.address, mark=Mark.SUSPECT)
    sight.screen.present(sight.visit)
    sight.until(step.site_facts.text.text)
    assert not [w for w in ("违法", "擅自", "涉嫌", "非法", "假冒") if w in step.site_facts.text.text()]


def test_half_a_statement_is_there_again_when_the_program_was_killed(sight, step):
    editor = _editor(step.statement, "statement")
    editor.setFocus()
    write(editor, "我进货的时候")
    sight.until(lambda: (sight.visit, "statement") in sight.workspace.drafts.below(sight.visit))
    other, _ = sight.workspace.inspections.new("mask_shop")
    draft = sight.workspace.drafts.below(sight.visit)[(sight.visit, "statement")]
    sight.workspace.drafts.keep(other, "statement", draft)
    sight.show(other)
    assert editor.toPlainText() == "我进货的时候"
    sight.step(0)  # leaving the step says it
    assert sight.inspection.visit.statement == "我进货的时候"


def test_the_witness_is_named_when_there_is_one(sight, step):
    sight.type(_editor(step.witness, "witness_name"), "秦某")
    assert sight.workspace.records.record(sight.visit).witness.name == "秦某"
