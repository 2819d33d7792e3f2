"""签字归档: final, printed, signed, scanned, locked, supplemented; and every refusal with its list."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDropEvent, qGray
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLineEdit

from inspector.checklist import Mark
from inspector.inspection.record import Attendance
from inspector.inspection.visit import InkRole
from tests.desk import PINS, a_signed_visit, final, lines, told
from ui import paper, text
from ui.dialogs.dialog import Dialog
from ui.dialogs.lock import LockDialog
from ui.dialogs.refusal import RefusalDialog
from ui.screens.fill_in.finish.step import FinishStep
from ui.widgets.chip import Chip
from ui.widgets.link_list import LinkList

FINISH = 3


@pytest.fixture
def step(sight) -> FinishStep:
    found = sight.step(FINISH)
    assert isinstance(found, FinishStep)
    return found


@pytest.fixture
def printed(monkeypatch, tmp_path) -> Path:
    """The printer agrees at once and prints every page into this file."""
    target = tmp_path / "paper.pdf"

    def choose(_, pages, page, then):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        printer.setFullPage(True)
        then(printer, range(1, pages + 1))

    monkeypatch.setattr(paper, "choose", choose)
    return target


def _shown(sight, visit: str) -> FinishStep:
    sight.show(visit)
    step = sight.step(FINISH)
    sight.until(lambda: step.panel.preview.pages)
    return step


def _links(links: LinkList) -> list[str]:
    return [link.words for link in links._links]


def _accept(sight, kind: type[Dialog]) -> None:
    sight.until(lambda: sight.app.window.findChildren(kind))
    sight.app.window.findChildren(kind)[-1].confirm.click()


def test_a_draft_is_seen_but_not_printed(sight, step):
    sight.until(lambda: step.panel.preview.pages)
    assert not step.panel.print.isEnabled()
    assert step.panel.hint.text()


def test_a_refusal_lists_everything_that_is_missing_and_each_line_leads_there(sight, step):
    step.moves.finalise.click()
    sight.rest()
    said = _links(step.moves.links)
    assert len(said) == len(sight.workspace.records.missing(sight.visit)) > 3
    place = next(link.place for link in step.moves.links._links if "结束时间" in link.words)
    step.moves.links.followed.emit(place)
    assert sight.screen.steps.currentIndex() == 0


def test_it_does_not_become_final_while_typed_text_is_only_a_draft(sight, step):
    told(sight.workspace, sight.visit)
    sight.workspace.drafts.keep(sight.visit, "statement", "我不知道是谁送来的货")
    sight.screen.present(sight.visit)
    sight.rest()
    step.moves.finalise.click()
    assert [link.place for link in step.moves.links._links] == ["statement"]
    step.moves.links.followed.emit("statement")
    sight.step(FINISH)
    assert sight.inspection.visit.statement == "我不知道是谁送来的货"
    step.moves.finalise.click()
    sight.rest()
    assert sight.inspection.visit.stage == "final"


def test_a_draft_in_a_goods_line_leads_to_its_cell_and_is_taken_over_there(sight, step, qtbot):
    told(sight.workspace, sight.visit)
    line = next(line for line in lines(sight.workspace, sight.visit) if line.item.marked)
    sight.workspace.answering.answer(sight.visit, line.address, mark=Mark.SUSPECT)
    (suspicion,) = sight.inspection.suspicions
    sight.workspace.answering.write_suspicion(sight.visit, suspicion.id, facts="货架上有口罩二十盒。")
    goods, _ = sight.workspace.answering.add_goods(sight.visit, suspicion.id, name="口罩")
    sight.workspace.drafts.keep(goods, "batch", "2026031")
    sight.screen.present(sight.visit)
    sight.rest()
    step.moves.finalise.click()
    (link,) = step.moves.links._links
    assert "批号" in link.words
    step.moves.links.followed.emit(link.place)
    table = sight.screen.step_here.editor.suspicion.goods
    sight.until(lambda: table.findChildren(QLineEdit))
    (editor,) = table.findChildren(QLineEdit)
    assert editor.text() == "2026031"
    qtbot.keyClicks(editor, "201")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    sight.rest()
    assert [g.batch for g in sight.inspection.goods] == ["2026031201"]
    sight.until(lambda: not sight.workspace.drafts.below(sight.visit))


def test_what_is_typed_into_a_goods_line_is_a_draft_until_it_is_left(sight, qtbot):
    line = next(line for line in lines(sight.workspace, sight.visit) if line.item.marked)
    sight.workspace.answering.answer(sight.visit, line.address, mark=Mark.SUSPECT)
    (suspicion,) = sight.inspection.suspicions
    goods, _ = sight.workspace.answering.add_goods(sight.visit, suspicion.id, name="口罩")
    sight.screen.present(sight.visit)
    sight.rest()
    sight.screen.follow(f"goods/{goods}#batch")
    table = sight.screen.step_here.editor.suspicion.goods
    sight.until(lambda: table.findChildren(QLineEdit))
    qtbot.keyClicks(table.findChildren(QLineEdit)[0], "B26")
    sight.until(lambda: sight.workspace.drafts.below(sight.visit).get((goods, "batch")) == "B26")


@pytest.mark.parametrize("field", ["fact", "note"])
def test_a_draft_of_an_answer_leads_into_its_own_field(sight, step, field):
    told(sight.workspace, sight.visit)
    line = next(line for line in lines(sight.workspace, sight.visit) if line.item.marked and line.item.fact)
    sight.workspace.drafts.keep(f"{sight.visit}/answer/{line.address}", field, "3家")
    sight.screen.present(sight.visit)
    sight.rest()
    step.moves.finalise.click()
    (link,) = step.moves.links._links
    step.moves.links.followed.emit(link.place)
    editor = sight.screen.step_here.editor
    wanted = editor.note if field == "note" else editor.fact
    sight.until(lambda: wanted.isAncestorOf(sight.app.window.focusWidget()))


def test_the_record_becomes_final_and_a_draft_again_when_nobody_has_signed(sight, step):
    told(sight.workspace, sight.visit)
    sight.screen.present(sight.visit)
    sight.rest()
    step.moves.finalise.click()
    sight.rest()
    assert sight.inspection.visit.stage == "final"
    sight.until(step.panel.print.isEnabled)
    step.moves.reopen.click()
    sight.rest()
    assert sight.inspection.visit.stage == "draft"
    assert not step.moves.reopen.isVisible()


def test_printing_lists_the_version_and_puts_the_pages_on_paper_at_full_size(sight, printed):
    told(sight.workspace, sight.visit)
    sight.workspace.records.finalise(sight.visit)
    step = _shown(sight, sight.visit)
    step.panel.print.click()
    sight.until(lambda: printed.exists() and not sight.app.tasks.is_busy)
    (listed,) = sight.inspection.prints
    assert listed.digest == sight.workspace.records.record(sight.visit).version_digest
    sight.until(lambda: [chip.text() for chip in step.prints.chips] == ["待签字"])
    on_paper, shown = QPdfDocument(), step.panel.preview._document
    on_paper.load(str(printed))
    assert on_paper.pageCount() == shown.pageCount()
    a4 = QSize(595, 842)
    pages = [paper.on_white(document.render(0, a4)) for document in (on_paper, shown)]
    darkest = [[min(qGray(page.pixel(x, y)) for x in range(595)) < 200 for y in range(842)] for page in pages]
    differing = sum(one is not other for one, other in zip(*darkest, strict=True))
    assert differing < 30  # the same lines of ink at the same height: neither scaled nor moved


def test_one_page_alone_is_printed_when_it_was_spoiled(sight, monkeypatch, tmp_path):
    visit = a_signed_visit(sight.workspace, suspect=True)
    step = _shown(sight, visit)
    taken = []
    monkeypatch.setattr(paper, "choose", lambda parent, pages, page, then: then(QPrinter(), range(1, 2)))
    monkeypatch.setattr(paper, "put_on", lambda printer, content, pages, report: taken.append(tuple(pages)))
    step.panel.preview.turn_to(step.panel.preview.pages)
    last = step.panel.preview.page
    step.panel.one.click()
    sight.until(lambda: taken == [(last,)])
    assert len(sight.workspace.inspections.read(visit).prints) == 1  # the same version is listed once


def test_a_print_is_superseded_when_another_version_was_printed_after_it(sight):
    told(sight.workspace, sight.visit)
    final(sight.workspace, sight.visit)
    sight.workspace.records.reopen(sight.visit)
    sight.workspace.inspections.set(sight.visit, subject="改过的事由")
    sight.workspace.records.finalise(sight.visit)
    step = _shown(sight, sight.visit)
    sight.until(lambda: [chip.text() for chip in step.prints.chips] == ["须重新打印"])
    sight.workspace.documents.printed(sight.visit)
    sight.screen.present(sight.visit)
    sight.until(lambda: [chip.text() for chip in step.prints.chips] == ["待签字", "作废"])


def test_the_pages_are_saved_as_pdf_and_count_as_a_print(sight, tmp_path, monkeypatch):
    told(sight.workspace, sight.visit)
    sight.workspace.records.finalise(sight.visit)
    step = _shown(sight, sight.visit)
    target = tmp_path / "记录.pdf"
    offered = []
    monkeypatch.setattr(
        "ui.screens.documents.panel.QFileDialog.getSaveFileName",
        lambda *said: (offered.append(Path(said[2]).name), (str(target), ""))[1],
    )
    step.panel.save.click()
    sight.until(target.exists)
    assert target.read_bytes().startswith(b"%PDF")
    assert offered[0].startswith("检查记录_石柱县康宁大药房_")
    assert len(sight.inspection.prints) == 1


def test_a_character_that_no_font_has_is_said_before_printing_with_its_field(sight):
    sight.workspace.inspections.set(sight.visit, place="新开路🐉号")
    sight.show(sight.visit)
    step = sight.step(FINISH)
    sight.until(step.panel.refusal.isVisible)
    (line,) = [words for words in _links(step.panel.links) if "检查地点" in words]
    assert "U+1F409" in line
    step.panel.links.followed.emit("place")
    assert sight.screen.steps.currentIndex() == 0
    sight.until(sight.screen.step_here.whereabouts.place.editor.hasFocus)


def _to_be_signed(sight, **said) -> FinishStep:
    """The visit in sight final and printed."""
    told(sight.workspace, sight.visit)
    if said:
        sight.workspace.inspections.set(sight.visit, **said)
    final(sight.workspace, sight.visit)
    step = _shown(sight, sight.visit)
    sight.until(lambda: any(button.isEnabled() for button in step.inks.buttons.values()))
    return step


def test_the_first_signature_is_asked_for_once_more_since_it_ends_the_going_back(sight):
    step = _to_be_signed(sight)
    step.inks.buttons[(InkRole.PARTY, "向某", True)].click()
    assert not sight.inspection.inks
    sight.until(lambda: sight.app.window.findChildren(RefusalDialog))
    refusal = sight.app.window.findChildren(RefusalDialog)[-1]
    refusal.note.editor.setPlainText("当事人拒绝签名，未说明理由。")
    refusal.video.setText("执法记录仪02号")
    refusal.confirm.click()
    sight.rest()
    (ink,) = sight.inspection.inks
    assert (ink.role, ink.who, ink.refused) == (InkRole.PARTY, "向某", True)
    assert step.moves.reopen.isVisible()  # nobody has signed, and the page says nothing of the refusal yet
    assert step.inks.hint.text()
    officer = sight.inspection.visit.officers[0]
    step.inks.buttons[(InkRole.OFFICER, officer, False)].click()
    sight.until(lambda: sight.app.window.findChildren(Dialog)[-1].isVisible())
    assert len(sight.inspection.inks) == 1
    _accept(sight, Dialog)
    sight.rest()
    assert not step.moves.reopen.isVisible()
    assert len(sight.inspection.inks) == 2
    assert {"拒签", "已签"} <= {chip.text() for chip in step.inks.findChildren(Chip)}


def test_a_note_of_ink_is_taken_back_when_it_was_a_slip_of_the_finger(sight):
    step = _to_be_signed(sight)
    sight.workspace.records.note_ink(sight.visit, InkRole.PARTY, "向某")
    sight.screen.present(sight.visit)
    sight.until(lambda: (InkRole.PARTY, "向某") in step.inks.withdrawals)
    assert not step.moves.reopen.isVisible()
    step.inks.withdrawals[(InkRole.PARTY, "向某")].click()
    assert len(sight.inspection.inks) == 1  # asked for once more
    _accept(sight, Dialog)
    sight.rest()
    assert sight.inspection.inks == ()
    assert step.moves.reopen.isVisible()
    assert step.inks.buttons[(InkRole.PARTY, "向某", True)].isEnabled()


def test_a_note_of_ink_goes_with_the_undo_of_the_page(sight):
    step = _to_be_signed(sight)
    officer = sight.inspection.visit.officers[0]
    step.inks.buttons[(InkRole.OFFICER, officer, False)].click()
    _accept(sight, Dialog)
    sight.rest()
    sight.until(sight.screen.undo_button.isEnabled)
    sight.screen.undo()
    sight.rest()
    assert (sight.inspection.inks, sight.inspection.visit.stage) == ((), "final")


def test_nothing_can_be_noted_or_taken_back_when_the_record_is_locked(sight):
    visit = a_signed_visit(sight.workspace)
    (ink,) = [i for i in sight.workspace.inspections.read(visit).inks if i.role is InkRole.PARTY]
    sight.workspace.records.withdraw_ink(visit, ink.id)
    said = {"note": "当事人拒绝签名，未说明理由。", "video": "执法记录仪02号"}
    sight.workspace.records.note_ink(visit, InkRole.PARTY, "向某", refused=True, **said)
    sight.workspace.records.lock(visit, [(o.id, PINS[o.name]) for o in sight.workspace.officers.here()])
    step = _shown(sight, visit)
    sight.until(step.moves.supplement.isVisible)
    assert (step.inks.buttons, step.inks.withdrawals) == ({}, {})


@pytest.mark.parametrize("attendance", [Attendance.ABSENT, Attendance.LEFT, Attendance.REFUSED])
def test_no_ink_is_asked_of_a_party_of_whom_the_page_says_that_it_did_not_sign(sight, attendance):
    step = _to_be_signed(
        sight, attendance=attendance, attendance_note="检查时当事人不在现场，已录像。", video="执法记录仪02号"
    )
    assert {role for role, _, _ in step.inks.buttons} == {InkRole.OFFICER}
    assert text.label(attendance) in {chip.text() for chip in step.inks.findChildren(Chip)}
    for officer in sight.inspection.visit.officers:
        sight.workspace.records.note_ink(sight.visit, InkRole.OFFICER, officer)
    sight.workspace.records.expect_scan(sight.visit, pending=True)
    assert sight.workspace.records.missing(sight.visit) == ()


def test_corrections_by_hand_are_copied_beside_the_scan_and_the_paper_prevails(sight, tmp_path):
    visit = a_signed_visit(sight.workspace)
    sight.workspace.records.lock(visit, [(o.id, PINS[o.name]) for o in sight.workspace.officers.here()])
    step = _shown(sight, visit)
    scan = tmp_path / "签字页.pdf"
    scan.write_bytes(b"%PDF-1.4 signed")
    step.scans.take([scan])
    sight.until(lambda: step.scans.copies)
    (copy,) = step.scans.copies.values()
    assert not copy.prevails.isVisible()
    sight.type(copy.text.editor, "第1页第9行“20盒”改为“18盒”，向某捺印")
    sight.until(copy.prevails.isVisible)
    (leaf,) = [leaf for leaf in sight.workspace.album.of(visit) if leaf.is_scan]
    assert leaf.corrections == "第1页第9行“20盒”改为“18盒”，向某捺印"
    assert sight.workspace.inspections.read(visit).locked
    assert sight.workspace.drafts.below(leaf.entity) == {}


def test_half_a_correction_is_there_again_when_the_program_was_killed(sight, tmp_path):
    visit = a_signed_visit(sight.workspace)
    step = _shown(sight, visit)
    scan = tmp_path / "签字页.pdf"
    scan.write_bytes(b"%PDF-1.4 signed")
    step.scans.take([scan])
    sight.until(lambda: step.scans.copies)
    (entity,) = step.scans.copies
    sight.workspace.drafts.keep(entity, "corrections", "第1页第9")
    other, _ = sight.workspace.inspections.new("mask_shop")
    sight.show(other)
    step = _shown(sight, visit)
    sight.until(lambda: step.scans.copies and step.scans.copies[entity].text.text() == "第1页第9")


def test_nobody_signs_when_the_version_was_not_printed(sight):
    told(sight.workspace, sight.visit)
    sight.workspace.records.finalise(sight.visit)
    step = _shown(sight, sight.visit)
    assert not any(button.isEnabled() for button in step.inks.buttons.values())
    assert step.inks.hint.text()


def test_a_scan_comes_back_when_it_is_dropped_and_is_kept_as_it_was(sight, tmp_path):
    told(sight.workspace, sight.visit)
    final(sight.workspace, sight.visit)
    step = _shown(sight, sight.visit)
    scan = tmp_path / "签字页.pdf"
    scan.write_bytes(b"%PDF-1.4 signed")
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(scan))])
    step.scans.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            files,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    sight.until(lambda: step.scans.names == ["签字页.pdf"])
    (leaf,) = [leaf for leaf in sight.workspace.album.of(sight.visit) if leaf.is_scan]
    assert sight.workspace.photos.original(leaf.sha256) == b"%PDF-1.4 signed"


def test_a_scan_that_follows_is_noted_as_such(sight):
    told(sight.workspace, sight.visit)
    final(sight.workspace, sight.visit)
    step = _shown(sight, sight.visit)
    step.scans.pending.click()
    sight.rest()
    assert sight.inspection.visit.scan_pending


def _dialog(sight, step) -> LockDialog:
    step.moves.lock.click()
    sight.until(lambda: sight.app.window.findChildren(LockDialog))
    return sight.app.window.findChildren(LockDialog)[-1]


def _give(dialog: LockDialog, qtbot, **pins: str) -> None:
    for officer, row in dialog.rows.items():
        name = next(name for name in PINS if name in row.label.text())
        qtbot.keyClicks(dialog.pins[officer], pins.get(name, PINS[name]))


def test_two_officers_lock_the_record_one_pin_after_the_other(sight, qtbot):
    step = _shown(sight, a_signed_visit(sight.workspace))
    visit = sight.visit
    dialog = _dialog(sight, step)
    assert not dialog.confirm.isEnabled()
    first, second = dialog.pins.values()
    first.setFocus()
    qtbot.keyClicks(
        first, PINS["谭𬭎"] if "谭𬭎" in dialog.rows[next(iter(dialog.pins))].label.text() else PINS["马晓棠"]
    )
    qtbot.keyClick(first, Qt.Key.Key_Return)
    sight.until(second.hasFocus)
    assert not sight.workspace.inspections.read(visit).locked
    other = next(name for name in PINS if name in list(dialog.rows.values())[1].label.text())
    qtbot.keyClicks(second, PINS[other])
    qtbot.keyClick(second, Qt.Key.Key_Return)
    sight.until(lambda: sight.workspace.inspections.read(visit).locked)
    sight.rest()
    digest = sight.workspace.records.record(visit).version_digest
    sight.until(lambda: digest[:16] in step.moves.words.text())
    assert "谭𬭎" in step.moves.words.text()
    assert "马晓棠" in step.moves.words.text()
    assert step.moves.supplement.isVisible()
    assert not step.moves.lock.isVisible()


def test_a_wrong_pin_is_said_beside_its_officer_and_nothing_is_locked(sight, qtbot):
    step = _shown(sight, a_signed_visit(sight.workspace))
    dialog = _dialog(sight, step)
    _give(dialog, qtbot, 马晓棠="999111")
    dialog.confirm.click()
    sight.until(lambda: any(row.problem for row in dialog.rows.values()))
    (wrong,) = [row for row in dialog.rows.values() if row.problem]
    assert "马晓棠" in wrong.label.text()
    assert not sight.inspection.locked
    dialog.reject()


def test_the_lock_is_refused_with_its_list_when_anything_is_missing(sight):
    visit = a_signed_visit(sight.workspace)
    sight.workspace.records.expect_scan(visit, pending=False)
    step = _shown(sight, visit)
    step.moves.lock.click()
    assert not sight.app.window.findChildren(LockDialog)
    assert len(_links(step.moves.links)) == len(sight.workspace.records.missing(visit)) >= 1


def test_a_supplementary_record_is_begun_when_the_record_is_locked(sight):
    visit = a_signed_visit(sight.workspace)
    sight.workspace.records.lock(visit, [(o.id, PINS[o.name]) for o in sight.workspace.officers.here()])
    step = _shown(sight, visit)
    assert step.moves.supplement.isVisible()
    step.moves.supplement.click()
    sight.until(lambda: sight.screen._visit != visit)
    assert sight.workspace.inspections.read(sight.screen._visit).visit.supplements == visit


def test_the_preview_says_its_page_and_stays_there_when_it_is_made_anew(sight):
    visit = a_signed_visit(sight.workspace, suspect=True)
    preview = _shown(sight, visit).panel.preview
    assert preview.pages > 1
    preview.on.click()
    assert preview.page == 2
    assert "2" in preview.where.text()
    preview.show_pdf(sight.workspace.documents.preview(visit))
    assert preview.page == 2
    factor = preview._fitting
    preview.larger.click()
    assert preview.view.zoomFactor() == pytest.approx(factor * 1.25)
