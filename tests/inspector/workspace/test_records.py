"""Records: the lock as it is shown, and what issuing a page touches."""

import io
from dataclasses import replace

import pytest
from PIL import Image
from pypdf import PdfReader

from inspector.errors import Code, Trouble
from inspector.inspection.record import Record
from inspector.journal import lock
from inspector.journal.operation import Operation
from inspector.workspace import Workspace
from tests.desk import PINS, a_laptop, a_locked_visit, a_signed_visit, a_visit, pins, reopened, told


def text_of(pdf: bytes) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


def a_picture() -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((320, 240)).save(out, "JPEG")
    return out.getvalue()


def amended(workspace: Workspace, visit: str) -> None:
    """Everything that a visit names is called otherwise from now on."""
    found = workspace.inspections.read(visit).visit
    party = workspace.registry.party(found.party)
    said = {
        **party.__dict__,
        "name": "改名以后",
        "address": "迁址以后",
        "phone": "1",
        "representative": "他人",
    }
    workspace.registry.amend(type(party)(**said))
    for officer in found.officers:
        workspace.officers.amend(officer, name="换了名字", certificate="0", station="他所")


def test_a_lock_names_its_officers_and_version(tmp_path):
    with a_laptop(tmp_path / "laptop") as workspace:
        visit = a_locked_visit(workspace)
        sealed = workspace.records.sealed(visit)
        assert sealed is not None
        assert set(sealed.officers) == set(PINS)
        assert sealed.digest == workspace.records.record(visit).version_digest
        assert sealed.at.utcoffset() is not None


def test_there_is_no_lock_to_show_before_it_is_locked(tmp_path):
    with a_laptop(tmp_path / "laptop") as workspace:
        assert workspace.records.sealed(a_signed_visit(workspace)) is None


def test_issuing_a_final_page_says_which_print_it_listed_and_a_draft_lists_none(tmp_path):
    with a_laptop(tmp_path / "laptop") as workspace:
        visit = a_visit(workspace)
        content, changes = workspace.documents.issued(visit)
        assert content.startswith(b"%PDF")
        assert not changes
        told(workspace, visit)
        workspace.records.finalise(visit)
        _, changes = workspace.documents.issued(visit)
        (printed,) = workspace.inspections.read(visit).prints
        assert changes.touches("print", printed.id)
        assert not workspace.documents.issued(visit)[1]  # the same version is listed once


def test_every_sheet_of_a_locked_record_is_the_same_to_the_byte_when_all_that_it_names_has_changed(tmp_path):
    with a_laptop(tmp_path / "laptop") as workspace:
        visit = a_locked_visit(workspace, suspect=True, photos=[a_picture()])
        sheets = ("", "photo_pages")
        before = [workspace.documents.printed(visit, sheet) for sheet in sheets]
        prints = workspace.inspections.read(visit).prints
        amended(workspace, visit)
        assert [workspace.documents.printed(visit, sheet) for sheet in sheets] == before
        assert workspace.inspections.read(visit).prints == prints
    with reopened(tmp_path / "laptop") as workspace:
        assert [workspace.documents.printed(visit, sheet) for sheet in sheets] == before


def test_a_draft_follows_what_it_names(tmp_path):
    with a_laptop(tmp_path / "laptop") as workspace:
        visit = a_visit(workspace)
        told(workspace, visit)
        before = workspace.documents.preview(visit)
        amended(workspace, visit)
        assert workspace.documents.preview(visit) != before


def test_a_page_made_final_stays_as_it_was_when_all_that_it_names_has_changed(tmp_path):
    with a_laptop(tmp_path / "laptop") as workspace:
        visit = a_visit(workspace)
        told(workspace, visit)
        workspace.records.finalise(visit)
        before = workspace.documents.preview(visit)
        amended(workspace, visit)
        assert workspace.documents.printed(visit) == before
        assert "element_print_outdated" not in {p.code for p in workspace.records.missing(visit)}
        workspace.records.reopen(visit)
        assert workspace.documents.preview(visit) != before
        workspace.records.finalise(visit)
        assert "element_print_outdated" in {p.code for p in workspace.records.missing(visit)}
        assert [v.order for v in workspace.inspections.read(visit).versions] == [1, 2]


def test_a_page_made_final_stays_as_it_was_when_another_version_of_the_program_opens_it(
    tmp_path, monkeypatch
):
    """A paper that was printed and signed is locked under its own digest, however records are composed by then."""
    with a_laptop(tmp_path / "laptop") as workspace:
        visit = a_signed_visit(workspace)
        printed, digest = workspace.documents.preview(visit), workspace.records.version(visit)
    plain = Record.to_json
    monkeypatch.setattr(Record, "to_json", lambda record: {**plain(record), "unheard_of": "石市监"})
    with reopened(tmp_path / "laptop") as workspace:
        assert workspace.records.missing(visit) == ()
        assert workspace.documents.printed(visit) == printed
        workspace.records.lock(visit, pins(workspace))
        assert workspace.records.version(visit) == digest
        assert workspace.inspections.read(visit).sealed == digest
        assert len(workspace.inspections.read(visit).prints) == 1


def test_a_locked_record_is_printed_with_the_digest_that_was_signed_when_it_is_read_differently(
    tmp_path, monkeypatch
):
    """A later version may write facts into record.json that this one does not know, and the other way round."""
    plain = Record.to_json
    with a_laptop(tmp_path / "laptop") as workspace:
        with monkeypatch.context() as later:
            later.setattr(Record, "to_json", lambda record: {**plain(record), "unheard_of": "石市监"})
            visit = a_locked_visit(workspace)
        signed = workspace.inspections.read(visit).prints[-1].digest
        assert workspace.records.record(visit).version_digest != signed
        assert workspace.records.version(visit) == signed
        assert f"版本{signed[:16]}" in text_of(workspace.documents.preview(visit))


def test_a_record_that_is_not_the_one_that_was_signed_is_not_shown_as_it(tmp_path):
    with a_laptop(tmp_path / "laptop") as workspace:
        visit = a_locked_visit(workspace)
        (version,) = workspace.inspections.read(visit).versions
        things, slot = workspace.store.things, (version.id, "record")
        state = things.state(visit)
        forged = replace(state.heads[slot][0], value={**version.record, "place": "别处"})
        with workspace.store.database.writing():
            things.save(replace(state, heads={**state.heads, slot: (forged,)}))
        with pytest.raises(Trouble) as refused:
            workspace.records.record(visit)
        assert refused.value.code is Code.VALUE_INVALID
        assert [p.code for p in refused.value.problems] == ["record_unsigned"]


def test_a_supplementary_page_says_which_record_it_corrects(tmp_path):
    with a_laptop(tmp_path / "laptop") as workspace:
        visit = a_locked_visit(workspace, suspect=True)
        earlier = workspace.records.record(visit)
        supplement, _ = workspace.records.supplement(visit)
        page = text_of(workspace.documents.preview(supplement))
        year, month = earlier.started_at[:4], earlier.started_at[5:7].lstrip("0")
        assert f"本笔录补充：现场笔录，{year}年{month}月" in page
        assert f"版本{workspace.records.version(visit)[:16]}" in page
        assert visit not in page


def forged(laptop: Workspace, visit: str, value: object) -> None:
    """A lock of a form that no version has made, as a newer one might."""
    laptop.scribe.append((Operation.write(lock.KIND, lock.entity(visit), lock.SEAL, value),))  # type: ignore[arg-type]


@pytest.mark.parametrize("stage", [a_visit, a_signed_visit])
def test_a_record_that_a_newer_version_has_locked_stays_locked_and_the_check_says_so(tmp_path, stage):
    with a_laptop(tmp_path / "laptop") as workspace:
        visit = stage(workspace)
        forged(workspace, visit, {"format": 2})
        assert workspace.inspections.read(visit).locked
        assert workspace.inspections.listed(visit).stage == "locked"
        assert [p.code for p in workspace.records.missing(visit)] == ["seal_unknown"]
        for act, code in (
            (lambda: workspace.inspections.set(visit, place="别处"), Code.RECORD_LOCKED),
            (lambda: workspace.records.reopen(visit), Code.RECORD_LOCKED),
            (lambda: workspace.records.lock(visit, ()), Code.RECORD_LOCKED),
            (lambda: workspace.documents.printed(visit), Code.SEAL_UNKNOWN),
            (lambda: workspace.records.supplement(visit), Code.SEAL_UNKNOWN),
        ):
            with pytest.raises(Trouble) as refused:
                act()
            assert refused.value.code is code
        for full in (True, False):
            health = workspace.check(full=full)
            assert [(p.code, p.where) for p in health.problems] == [("seal_unknown", visit)]
            assert health.locked == 1
    with reopened(tmp_path / "laptop") as workspace:
        assert not workspace.check().ok
