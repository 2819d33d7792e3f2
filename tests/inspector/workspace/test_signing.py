"""定稿待签 to 锁定归档: what is noted of ink, what can be taken back, and what each stage refuses in human words."""

import io
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from inspector import wording
from inspector.checklist import Mark
from inspector.errors import Code, Trouble
from inspector.evidence.intake import Arrival, Source
from inspector.inspection.lifecycle import Move
from inspector.inspection.record import Attendance, Form
from inspector.inspection.visit import InkRole, Stage
from inspector.workspace import Workspace
from tests.desk import a_laptop, a_locked_visit, a_signed_visit, a_visit, final, lines, pins, told


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Workspace]:
    with a_laptop(tmp_path / "laptop") as workspace:
        yield workspace


@pytest.fixture
def visit(laptop: Workspace) -> str:
    """Final and printed, nobody's ink on it."""
    visit = a_visit(laptop)
    told(laptop, visit)
    final(laptop, visit)
    return visit


def refusal(call: Callable[[], object]) -> Trouble:
    with pytest.raises(Trouble) as refused:
        call()
    return refused.value


def stage(laptop: Workspace, visit: str) -> Stage:
    return laptop.inspections.read(visit).visit.stage


def missing(laptop: Workspace, visit: str) -> set[str]:
    return {p.code for p in laptop.records.missing(visit)}


def test_a_signature_noted_by_mistake_is_withdrawn_and_the_record_can_be_reopened(
    laptop: Workspace, visit: str
) -> None:
    laptop.records.note_ink(visit, InkRole.PARTY, "向某")
    assert stage(laptop, visit) is Stage.SIGNED
    (ink,) = laptop.inspections.read(visit).inks
    laptop.records.withdraw_ink(visit, ink.id)
    assert laptop.inspections.read(visit).inks == ()
    assert stage(laptop, visit) is Stage.FINAL
    assert "element_party_ink" in missing(laptop, visit)
    laptop.records.reopen(visit)
    assert stage(laptop, visit) is Stage.DRAFT


def test_it_stays_signed_when_another_signature_stands(laptop: Workspace, visit: str) -> None:
    laptop.records.note_ink(visit, InkRole.PARTY, "向某")
    laptop.records.note_ink(visit, InkRole.OFFICER, laptop.inspections.read(visit).visit.officers[0])
    first, second = laptop.inspections.read(visit).inks
    laptop.records.withdraw_ink(visit, first.id)
    assert laptop.inspections.read(visit).inks == (second,)
    assert stage(laptop, visit) is Stage.SIGNED
    assert refusal(lambda: laptop.records.reopen(visit)).code is Code.MOVE_FORBIDDEN


def test_a_refusal_is_withdrawn_and_noted_again_as_a_signature(laptop: Workspace, visit: str) -> None:
    laptop.records.note_ink(visit, InkRole.PARTY, "向某", refused=True)
    (ink,) = laptop.inspections.read(visit).inks
    laptop.records.withdraw_ink(visit, ink.id)
    assert "element_party_ink" in missing(laptop, visit)
    laptop.records.note_ink(visit, InkRole.PARTY, "向某")
    assert "element_party_ink" not in missing(laptop, visit)
    (ink,) = laptop.inspections.read(visit).inks
    assert not ink.refused


def test_a_refusal_is_no_signature_so_the_page_can_still_be_made_to_say_it(
    laptop: Workspace, visit: str
) -> None:
    laptop.records.note_ink(visit, InkRole.PARTY, "向某", refused=True)
    laptop.records.reopen(visit)
    laptop.inspections.offer_attendance(visit, Attendance.REFUSED)
    laptop.inspections.set(visit, video="执法记录仪02号")
    final(laptop, visit)
    assert len(laptop.inspections.read(visit).prints) == 2
    for officer in laptop.inspections.read(visit).visit.officers:
        laptop.records.note_ink(visit, InkRole.OFFICER, officer)
    laptop.records.expect_scan(visit, pending=True)
    assert laptop.records.missing(visit) == ()  # the page itself says that the party refused
    laptop.records.lock(visit, pins(laptop))


def test_the_last_note_of_ink_is_undone_and_done_again(laptop: Workspace, visit: str) -> None:
    laptop.records.note_ink(visit, InkRole.PARTY, "向某")
    laptop.inspections.undo(visit)
    assert (laptop.inspections.read(visit).inks, stage(laptop, visit)) == ((), Stage.FINAL)
    laptop.inspections.redo(visit)
    assert [i.who for i in laptop.inspections.read(visit).inks] == ["向某"]
    assert stage(laptop, visit) is Stage.SIGNED
    laptop.records.withdraw_ink(visit, laptop.inspections.read(visit).inks[0].id)
    laptop.inspections.undo(visit)
    assert [i.who for i in laptop.inspections.read(visit).inks] == ["向某"]


def test_undo_does_not_reach_behind_the_print(laptop: Workspace, visit: str) -> None:
    laptop.records.note_ink(visit, InkRole.PARTY, "向某")
    laptop.inspections.undo(visit)
    assert refusal(lambda: laptop.inspections.undo(visit)).code is Code.NOT_LAST


def test_nothing_is_withdrawn_when_the_record_is_locked(laptop: Workspace) -> None:
    visit = a_locked_visit(laptop)
    ink = laptop.inspections.read(visit).inks[0]
    assert refusal(lambda: laptop.records.withdraw_ink(visit, ink.id)).code is Code.RECORD_LOCKED
    assert ink in laptop.inspections.read(visit).inks


def test_a_note_that_is_not_there_cannot_be_withdrawn(laptop: Workspace, visit: str) -> None:
    assert refusal(lambda: laptop.records.withdraw_ink(visit, f"{visit}/ink/0")).code is Code.THING_UNKNOWN


def test_a_scan_is_expected_of_a_final_page_only(laptop: Workspace) -> None:
    visit = a_visit(laptop)
    refused = refusal(lambda: laptop.records.expect_scan(visit, pending=True))
    assert refused.code is Code.MOVE_FORBIDDEN
    assert not laptop.inspections.read(visit).visit.scan_pending
    told(laptop, visit)
    final(laptop, visit)
    laptop.records.expect_scan(visit, pending=True)
    laptop.records.note_ink(visit, InkRole.PARTY, "向某")
    laptop.records.expect_scan(visit, pending=False)
    assert not laptop.inspections.read(visit).visit.scan_pending


def test_refused_lock_writes_nothing_and_the_scan_may_follow_a_lock(laptop: Workspace) -> None:
    visit = a_signed_visit(laptop)
    laptop.records.expect_scan(visit, pending=False)
    (one, pin), *_ = both = list(pins(laptop))
    before = laptop.store.chains.operations()
    for given, code in (
        ([(one, pin), (one, pin)], Code.OFFICER_TWICE),
        ([(one, pin), (both[1][0], "000000")], Code.PIN_WRONG),
    ):
        assert refusal(lambda given=given: laptop.records.lock(visit, given, scan_later=True)).code is code  # type: ignore[misc]
        assert laptop.store.chains.operations() == before
    assert refusal(lambda: laptop.records.lock(visit, both)).code is Code.ELEMENTS_MISSING
    laptop.records.lock(visit, both, scan_later=True)
    locked = laptop.inspections.read(visit)
    assert (locked.locked, locked.visit.scan_pending) == (True, True)


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_what_a_stage_refuses_is_said_in_the_words_of_the_trade(laptop: Workspace, language: str) -> None:
    draft, signed = a_visit(laptop), a_signed_visit(laptop)
    calls: list[Callable[[], object]] = [
        lambda: laptop.records.reopen(draft),
        lambda: laptop.records.lock(draft, pins(laptop)),
        lambda: laptop.records.supplement(draft),
        lambda: laptop.records.note_ink(draft, InkRole.PARTY, "向某"),
        lambda: laptop.inspections.set(signed, place="别处"),
        lambda: laptop.records.finalise(signed),
    ]
    codes = {*Stage, *Move}
    for call in calls:
        trouble = refusal(call)
        assert trouble.code is Code.MOVE_FORBIDDEN
        words = wording.told(trouble, language)
        assert "_" not in words
        assert "…" not in words
        if language == "zh_CN":
            assert [c for c in codes if c in words] == []


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_stage_and_move_has_its_words(language: str) -> None:
    known = wording.catalogue(language)
    assert [c for c in Stage if not known.get(f"stage_{c}") or not known.get(f"instead_{c}")] == []
    assert [c for c in Move if not known.get(f"move_{c}")] == []


# Every missing element is named once, and says which.


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_no_two_missing_elements_read_the_same(laptop: Workspace, language: str) -> None:
    visit = a_visit(laptop)
    for line in [line for line in lines(laptop, visit) if line.item.marked][:3]:
        laptop.answering.answer(visit, line.address, mark=Mark.SUSPECT)
    laptop.inspections.set(visit, started_at=None, ended_at=None)
    laptop.inspections.offer_attendance(visit, Attendance.LEFT)
    found = laptop.records.missing(visit)
    said = [wording.sentence(p.code, language, **p.context) for p in found]
    assert {p.where for p in found} >= {"notified", "attendance_note", "video"}
    assert len([p for p in found if p.code == "element_suspicion_facts"]) == 3
    assert len(set(said)) == len(said)
    assert len({p.where for p in found}) == len(found)
    assert not [s for s in said if "…" in s]


def test_each_signature_that_is_missing_is_named_with_its_own_place(laptop: Workspace, visit: str) -> None:
    laptop.records.reopen(visit)
    laptop.inspections.set(visit, witness_name="秦某")
    final(laptop, visit)
    officers = laptop.inspections.read(visit).visit.officers
    places = {p.where for p in laptop.records.missing(visit)}
    assert places == {"ink/party", "ink/witness", *(f"ink/officer/{o}" for o in officers), "scan"}


def test_who_obstructs_is_there_to_sign_or_to_refuse(laptop: Workspace, visit: str) -> None:
    laptop.records.reopen(visit)
    laptop.inspections.offer_attendance(visit, Attendance.OBSTRUCTED)
    laptop.inspections.set(
        visit, attendance_note="当事人以锁门方式阻挠检查，已录像。", video="执法记录仪02号"
    )
    final(laptop, visit)
    assert "element_party_ink" in missing(laptop, visit)
    laptop.records.note_ink(visit, InkRole.PARTY, "向某", refused=True, note=REFUSAL)
    assert missing(laptop, visit) == {"element_officer_ink", "element_scan"}


REFUSAL = "当事人核对后拒绝签名，未说明理由，已录像。"


@pytest.mark.parametrize(
    ("said", "lacks"),
    [
        ({}, {"element_refusal_note", "element_refusal_video"}),
        ({"note": REFUSAL}, {"element_refusal_video"}),
        ({"note": " ", "video": "执法记录仪02号"}, {"element_refusal_note"}),
        ({"note": "拒绝签名，理由是____。", "video": "执法记录仪02号"}, {"element_refusal_note"}),
        ({"note": REFUSAL, "video": "执法记录仪02号"}, set()),
    ],
)
def test_a_refusal_at_the_signing_needs_its_words_and_its_recording_and_both_officers(
    laptop: Workspace, visit: str, said: dict[str, str], lacks: set[str]
) -> None:
    laptop.records.note_ink(visit, InkRole.PARTY, "向某", refused=True, **said)
    assert missing(laptop, visit) == {*lacks, "element_officer_ink", "element_scan"}
    for officer in laptop.inspections.read(visit).visit.officers:
        laptop.records.note_ink(visit, InkRole.OFFICER, officer)
    laptop.records.expect_scan(visit, pending=True)
    assert missing(laptop, visit) == lacks
    if not lacks:
        laptop.records.lock(visit, pins(laptop))
        (refused,) = (i for i in laptop.inspections.read(visit).inks if i.refused)
        assert (refused.note, refused.video) == (said["note"], said["video"])


# A slip of the finger at the stall leaves nothing behind.


def test_a_suspicion_that_was_undone_is_not_there(laptop: Workspace) -> None:
    visit = a_visit(laptop)
    address = next(line.address for line in lines(laptop, visit) if line.item.marked)
    laptop.answering.answer(visit, address, mark=Mark.SUSPECT)
    laptop.inspections.undo(visit)
    inspection = laptop.inspections.read(visit)
    assert (inspection.suspicions, inspection.form) == ((), Form.INSPECTION_RECORD)
    laptop.inspections.redo(visit)
    assert len(laptop.inspections.read(visit).suspicions) == 1


def test_a_card_that_was_undone_is_not_there(laptop: Workspace) -> None:
    visit = a_visit(laptop)
    laptop.answering.add_card(visit, "product")
    laptop.inspections.undo(visit)
    assert len(laptop.inspections.read(visit).cards) == 1


def test_another_mark_takes_a_blank_suspicion_back_and_leaves_a_written_one(laptop: Workspace) -> None:
    visit = a_visit(laptop)
    first, second = [line.address for line in lines(laptop, visit) if line.item.marked][:2]
    for address in (first, second):
        laptop.answering.answer(visit, address, mark=Mark.SUSPECT)
    written = laptop.inspections.read(visit).suspicion_on(second)
    assert written is not None
    laptop.answering.write_suspicion(visit, written.id, facts="货架上有口罩二十盒。")
    for address in (first, second):
        laptop.answering.answer(visit, address, mark=Mark.CLEAR)
    (left,) = laptop.inspections.read(visit).suspicions
    assert left.facts == "货架上有口罩二十盒。"


def test_the_clean_page_comes_back_when_the_suspicious_card_is_removed(laptop: Workspace) -> None:
    visit = a_visit(laptop)
    line = next(line for line in lines(laptop, visit) if line.card and line.item.marked)
    laptop.answering.answer(visit, line.address, mark=Mark.SUSPECT)
    assert laptop.inspections.read(visit).form is Form.ONSITE_RECORD
    assert line.card is not None
    laptop.answering.remove_card(visit, line.card.id)
    assert laptop.inspections.read(visit).form is Form.INSPECTION_RECORD


# A supplementary record names the earlier one, and a locked one is printed as it was signed.


def test_a_supplementary_page_names_title_time_and_digest_of_the_earlier_record(laptop: Workspace) -> None:
    visit = a_locked_visit(laptop, suspect=True)
    earlier = laptop.records.record(visit)
    supplement, _ = laptop.records.supplement(visit)
    named = laptop.records.record(supplement).supplemented
    assert named is not None
    assert (named.title, named.started_at) == ("现场笔录", earlier.started_at)
    assert named.digest == laptop.inspections.read(visit).prints[-1].digest
    laptop.inspections.set(supplement, started_at=laptop.clock.now() + timedelta(days=1))
    assert laptop.records.record(supplement).supplemented == named


def test_nobody_has_to_say_that_an_absent_party_was_told_and_the_page_does_not_say_it(
    laptop: Workspace,
) -> None:
    visit = a_visit(laptop)
    told(laptop, visit)
    laptop.inspections.set(visit, certificates_shown=None, rights_told=None, person_present=None)
    assert {"element_certificates_shown", "element_rights_told"} <= missing(laptop, visit)
    laptop.inspections.offer_attendance(visit, Attendance.ABSENT)
    laptop.inspections.set(visit, notified="已电话通知，当事人未到场。", video="执法记录仪02号")
    assert laptop.records.missing(visit) == ()
    record = laptop.records.record(visit)
    assert [dialogue.said for dialogue in (*record.dialogues, record.closing)] == [""] * 3
    page = "".join(PdfReader(io.BytesIO(final(laptop, visit))).pages[0].extract_text().split())
    assert "向你出示" not in page
    assert "请你核对" not in page
    assert "以下空白" in page


def test_what_was_added_to_a_visit_and_undone_is_removed(laptop: Workspace) -> None:
    visit = a_visit(laptop)
    address = next(line.address for line in lines(laptop, visit) if line.item.marked)
    laptop.answering.answer(visit, address, mark=Mark.SUSPECT)
    suspicion = laptop.inspections.read(visit).suspicions[0].id
    goods, _ = laptop.answering.add_goods(visit, suspicion)
    photo, _ = laptop.photos.add(visit, Arrival(b"photo", "IMG_1.jpg", Source.CLI), item=address)
    for entity in (photo, goods, suspicion):
        laptop.inspections.undo(visit)
        assert laptop.store.things.state(visit).is_gone(entity)
    assert laptop.inspections.read(visit).answers[address].mark is Mark.UNCHECKED
    for _ in range(3):
        laptop.inspections.redo(visit)
    inspection = laptop.inspections.read(visit)
    assert [len(t) for t in (inspection.suspicions, inspection.goods, inspection.photos)] == [1, 1, 1]
    assert laptop.check(full=True).ok


def test_a_thing_of_which_another_desk_said_more_is_not_removed_with_its_making(laptop: Workspace) -> None:
    visit = a_visit(laptop)
    address = next(line.address for line in lines(laptop, visit) if line.item.marked)
    laptop.answering.answer(visit, address, mark=Mark.SUSPECT)
    suspicion = laptop.inspections.read(visit).suspicions[0].id
    laptop.answering.write_suspicion(visit, suspicion, facts="货架上有口罩20盒")
    laptop.scribe.steps.undo.pop(visit)  # as if that had come from elsewhere
    laptop.inspections.undo(visit)
    assert not laptop.store.things.state(visit).is_gone(suspicion)
