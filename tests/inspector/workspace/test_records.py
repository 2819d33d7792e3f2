"""Records: the lock as it is shown, and what issuing a page touches."""

from tests.desk import PINS, a_laptop, a_locked_visit, a_signed_visit, a_visit, told


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
