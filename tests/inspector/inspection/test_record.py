"""record.json: read back as it was, or refused with the place of every mistake."""

from dataclasses import replace

import pytest

from inspector.checklist import Mark
from inspector.errors import Code, Trouble
from inspector.inspection.record import (
    Attendance,
    Dialogue,
    Form,
    Record,
    RecordItem,
    RecordOfficer,
    RecordParty,
    RecordPhoto,
)

RECORD = Record(
    id="v", form=Form.INSPECTION_RECORD, demo=False, bureau="局", station="所", number="", subject="口罩",
    started_at="2026-11-22T09:05+08:00", ended_at="2026-11-22T09:40+08:00", place="南宾街道",
    officers=(RecordOfficer("o1", "谭𬭎", "50024001"),), party=RecordParty("康宁"), person_present="向某",
    attendance=Attendance.PRESENT, attendance_note="", video="", notified="", dialogues=(Dialogue("看清吗？"),),
    site_facts="", measure_notice="", statement="", closing=Dialogue("属实吗？"), witness=None, suspended="",
    checklist_id="mask_shop", checklist_title="口罩", checklist_version="1",
    items=(RecordItem("a", "", "执照", Mark.CLEAR), RecordItem("b", "", "批号", None, "B1")),
    goods=(), photos=(RecordPhoto("0" * 64, "1" * 64, "正面", media="heic"),),
)  # fmt: skip


def test_a_record_is_read_back_as_it_was():
    assert Record.from_json(RECORD.to_json()) == RECORD
    assert Record.from_json(RECORD.to_json()).version_digest == RECORD.version_digest


@pytest.mark.parametrize("mark", ["perhaps", "", 1])
def test_a_record_is_refused_when_an_item_has_an_unknown_mark(mark):
    stored = RECORD.to_json()
    stored["items"][0]["mark"] = mark
    with pytest.raises(Trouble) as trouble:
        Record.from_json(stored)
    assert trouble.value.code is Code.VALUE_INVALID
    assert [p.where for p in trouble.value.problems] == ["record/items/0/mark"]


def test_the_mark_is_part_of_what_is_signed():
    changed = replace(RECORD, items=(replace(RECORD.items[0], mark=Mark.UNCHECKED), *RECORD.items[1:]))
    assert changed.version_digest != RECORD.version_digest
