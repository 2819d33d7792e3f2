"""The county is whole, marked as a demonstration, and shows every state that the window has to show."""

from collections import Counter
from pathlib import Path

import pytest

from inspector.demo import build
from inspector.demo.building import README
from inspector.errors import Code, Trouble
from inspector.evidence import drawing
from inspector.inspection.record import Attendance, Form
from inspector.progress import Cancelled, silent
from inspector.sync.delivery import Whereabouts


def visits(workspace):
    return [workspace.inspections.read(v.id) for v in workspace.inspections.page()]


def test_every_desk_is_what_its_journal_says(built):
    for desk in (built.office, *built.laptops):
        health = desk.check(full=True)
        assert health.ok, health.problems
        assert desk.photos.verify().ok


def test_every_desk_and_every_record_is_marked_as_a_demonstration(built):
    for desk in (built.office, *built.laptops):
        assert desk.desk.demo
    assert {built.office.records.record(v.id).demo for v in visits(built.office)} == {True}


def test_every_stage_branch_and_form_occurs(built):
    found = visits(built.office) + visits(built.laptops[0])
    locked = [v for v in found if v.locked]
    assert {v.stage for v in found} == {"draft", "final", "signed", "locked"}
    assert {v.form for v in locked} == set(Form)
    assert any(v.visit.suspended for v in locked)
    assert any(v.visit.attendance is Attendance.REFUSED and v.visit.witness_name for v in locked)
    assert any(v.last_print and v.stage == "final" for v in found)
    assert any(v.stage == "signed" and v.suspicions and not v.visit.scan_pending for v in found)
    assert any(v.stage == "draft" and v.answers and v.photos for v in found)


def test_the_partys_words_are_never_written_for_it(built):
    words = ("reply_certificates", "reply_rights", "statement", "reply_closing")
    assert not any(getattr(v.visit, word) for v in visits(built.office) for word in words)


def test_what_is_wanting_in_drafts_only_is_told(built):
    for visit in visits(built.laptops[0]):
        missing = {p.code for p in built.laptops[0].records.missing(visit.id)}
        if visit.stage == "final":
            assert missing == {"element_party_ink", "element_officer_ink", "element_scan"}
        if visit.stage == "signed":
            assert missing == {"element_scan"}


def test_the_two_telephone_numbers_stand_side_by_side_in_the_office(built):
    (root,) = [
        r
        for r in built.office.exchange.overview().troubled
        if built.office.store.things.state(r).kind == "party"
    ]
    heads = built.office.store.things.state(root).conflicts()[root, "phone"]
    assert {h.value for h in heads} == {"13800000205", "13800000305"}


def test_laptops_and_office_agree_after_the_receipts(built):
    digests = Counter(desk.check().state_digest for desk in (built.office, built.laptops[0]))
    assert len(digests) == 1


def test_locked_visits_are_received_and_what_is_new_is_only_here(built):
    laptop = built.laptops[0]
    own = {o.id for o in laptop.officers.here()}
    for visit in visits(laptop):
        if own & set(visit.visit.officers) and visit.locked:
            assert laptop.exchange.status(visit.id).complete
    assert {laptop.exchange.status(v.id).record for v in visits(laptop) if v.stage == "draft"} <= {
        Whereabouts.RECEIVED,
        Whereabouts.HERE,
    }


def test_the_main_job_ends_in_a_locked_record_with_six_photos(built):
    visit = max(visits(built.laptops[0]), key=lambda v: v.visit.started_at)
    assert visit.locked
    assert visit.form is Form.ONSITE_RECORD
    assert len(visit.photos) == 6
    assert built.laptops[0].exchange.status(visit.id).complete
    assert built.job.record_pdf.read_bytes().startswith(b"%PDF")
    assert all(
        path.exists() for path in (built.job.workspace, built.job.office, built.job.bundle, built.job.receipt)
    )


def test_rare_characters_are_in_the_names(built):
    names = "".join(o.name for o in built.office.officers.all())
    assert {"𬭎", "䶮"} <= set(names)


def test_the_readme_tells_what_opens_the_desks(built):
    text = (built.places.office.parent / README).read_text(encoding="utf-8")
    assert built.places.passphrase in text
    for name, pin in built.places.pins.items():
        assert f"{name}  {pin}" in text


def test_a_market_with_stalls_is_known_on_every_desk(built):
    for desk in (built.office, *built.laptops):
        (market,) = desk.registry.markets()
        assert len(desk.registry.stalls(market.id)) == 12


def test_nothing_is_touched_when_the_folder_is_not_empty(tmp_path: Path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(Trouble) as caught:
        build(tmp_path, silent)
    assert caught.value.code is Code.WORKSPACE_EXISTS
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


def test_nothing_is_left_when_the_building_is_cancelled(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(drawing, "SIZE", (1200, 900))

    def cancel(done: int, total: int, what: str) -> None:
        if total:
            raise Cancelled

    with pytest.raises(Cancelled):
        build(tmp_path, cancel)
    assert list(tmp_path.iterdir()) == []
