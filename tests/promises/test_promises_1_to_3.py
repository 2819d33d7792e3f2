"""Promises 1 to 3: nothing typed is lost, original bytes never change, a locked record never changes.

Kills and cut power are proved in tests/faults.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.checklist import Mark
from inspector.errors import Code, Trouble
from inspector.evidence.intake import Arrival, Source
from inspector.inspection.record import Record
from inspector.inspection.visit import InkRole, Visit
from inspector.journal.operation import Operation
from inspector.workspace import Workspace
from tests.desk import (
    a_laptop,
    a_locked_visit,
    a_signed_visit,
    a_visit,
    lines,
    pins,
    reopened,
)

TRUNCATED = bytes.fromhex("ffd8ffe000104a46494600010100000100010000")


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Workspace]:
    workspace = a_laptop(tmp_path / "laptop")
    yield workspace
    workspace.close()


# 1. Nothing typed is ever lost.


def test_a_draft_the_answers_and_the_place_are_there_when_opened_again(tmp_path: Path) -> None:
    with a_laptop(tmp_path / "laptop") as laptop:
        visit = a_visit(laptop)
        first = next(line for line in lines(laptop, visit) if line.item.marked)
        laptop.answering.answer(visit, first.address, mark=Mark.CLEAR)
        laptop.drafts.keep(visit, "statement", "他说是从万州")
        laptop.drafts.remember(visit, f"item/{first.address}")
    with reopened(tmp_path / "laptop") as laptop:
        assert laptop.drafts.visit() == visit
        assert laptop.drafts.place(visit) == f"item/{first.address}"
        assert laptop.drafts.below(visit) == {(visit, "statement"): "他说是从万州"}
        assert laptop.inspections.read(visit).answers[first.address].mark is Mark.CLEAR


# 2. Original bytes never change.


@pytest.mark.parametrize("content", [TRUNCATED, b"no picture at all", b"\0" * 4096])
def test_an_original_is_kept_as_it_came_even_when_nobody_can_decode_it(
    laptop: Workspace, content: bytes
) -> None:
    visit = a_visit(laptop)
    laptop.photos.add(visit, Arrival(content, "odd.jpg", Source.CLI))
    photo = laptop.inspections.read(visit).photos[0]
    entry = laptop.photos.copies.develop(photo.sha256)
    assert entry.trouble, "it is said that there is no preview"
    assert laptop.photos.original(photo.sha256) == content
    assert photo.sha256 == hashlib.sha256(content).hexdigest()
    assert photo.size_bytes == len(content)


def test_a_flipped_bit_of_an_original_is_named_when_evidence_is_verified(laptop: Workspace) -> None:
    visit = a_visit(laptop)
    laptop.photos.add(visit, Arrival(TRUNCATED, "a.jpg", Source.CLI))
    sha256 = laptop.inspections.read(visit).photos[0].sha256
    entry = laptop.store.local.blob(sha256)
    assert entry is not None
    blob = laptop.vault.path_of(entry.cipher)
    content = bytearray(blob.read_bytes())
    content[len(content) // 2] ^= 1
    blob.write_bytes(content)
    assert laptop.photos.verify().bad == ((sha256, "blob_damaged"),)


def test_one_original_never_passes_for_another(laptop: Workspace) -> None:
    visit = a_visit(laptop)
    for content in (TRUNCATED, TRUNCATED + b"other"):
        laptop.photos.add(visit, Arrival(content, "a.jpg", Source.CLI))
    first, second = (laptop.store.local.blob(p.sha256) for p in laptop.inspections.read(visit).photos)
    assert first is not None
    assert second is not None
    laptop.store.local.put_blob(replace(first, cipher=second.cipher))
    assert laptop.photos.verify().bad == ((first.sha256, "blob_damaged"),)


# 3. A locked record never changes.


def test_nothing_writes_into_a_locked_record(laptop: Workspace) -> None:
    visit = a_locked_visit(laptop, suspect=True)
    before, state = laptop.records.record(visit), laptop.store.things.state(visit)
    inspection = laptop.inspections.read(visit)
    address = next(iter(inspection.answers))
    attempts: list[Callable[[], object]] = [
        lambda: laptop.inspections.set(visit, place="elsewhere"),
        lambda: laptop.answering.answer(visit, address, mark=Mark.CLEAR),
        lambda: laptop.answering.add_card(visit, "product"),
        lambda: laptop.answering.remove_suspicion(visit, inspection.suspicions[0].id),
        lambda: laptop.photos.add(visit, Arrival(TRUNCATED, "late.jpg", Source.CLI)),
        lambda: laptop.records.reopen(visit),
        lambda: laptop.records.finalise(visit),
        lambda: laptop.records.note_ink(visit, InkRole.PARTY, "somebody"),
        lambda: laptop.records.expect_scan(visit, pending=False),
        lambda: laptop.records.lock(visit, pins(laptop)),
    ]
    for attempt in attempts:
        with pytest.raises(Trouble) as refused:
            attempt()
        assert refused.value.code is Code.RECORD_LOCKED
    assert laptop.records.record(visit) == before
    assert laptop.store.things.state(visit) == state


def test_an_operation_forced_past_the_program_is_kept_shown_and_never_counts(laptop: Workspace) -> None:
    visit = a_locked_visit(laptop)
    before, place = laptop.records.record(visit), laptop.inspections.read(visit).visit.place
    state = laptop.store.things.state(visit)
    forged = Operation.write(Visit.kind, visit, "place", "elsewhere", state.names((visit, "place")))
    laptop.scribe.append([forged])
    after = laptop.store.things.state(visit)
    assert laptop.inspections.read(visit).visit.place == place
    assert laptop.records.record(visit) == before
    assert [r.head.value for r in after.refused] == ["elsewhere"]
    assert laptop.check(full=True).problems == ()


def test_the_registry_may_change_and_the_locked_record_does_not(laptop: Workspace) -> None:
    visit = a_locked_visit(laptop)
    printed = laptop.documents.preview(visit)
    party = laptop.registry.party(laptop.inspections.read(visit).visit.party)
    laptop.registry.amend(type(party)(**{**party.__dict__, "name": "改名以后"}))
    for officer in laptop.officers.here():
        laptop.officers.amend(officer.id, name="换了名字", certificate="0")
    assert laptop.documents.preview(visit) == printed
    assert laptop.inspections.page()[0].party_name == party.name


def test_locking_needs_two_officers_with_their_own_pins(laptop: Workspace) -> None:
    visit = a_signed_visit(laptop)
    (first, pin), (second, _) = pins(laptop)
    for given, code in (
        ([(first, pin)], Code.OFFICER_TWICE),
        ([(first, pin), (first, pin)], Code.OFFICER_TWICE),
        ([(first, pin), (second, pin)], Code.PIN_WRONG),
    ):
        with pytest.raises(Trouble) as refused:
            laptop.records.lock(visit, given)
        assert refused.value.code is code
        assert not laptop.inspections.read(visit).locked
    laptop.records.lock(visit, pins(laptop))
    assert laptop.inspections.read(visit).locked


def test_locking_is_refused_with_every_element_that_is_missing(laptop: Workspace) -> None:
    visit, _ = laptop.inspections.new("mask_shop")
    with pytest.raises(Trouble) as refused:
        laptop.records.finalise(visit)
    assert refused.value.code is Code.ELEMENTS_MISSING
    assert {p.code for p in refused.value.problems} >= {
        "element_two_officers", "element_party", "element_place", "element_ended", "element_rights_told",
        "element_certificates_shown", "element_notified",
    }  # fmt: skip
    assert not any("answer" in p.code for p in refused.value.problems), "nobody is made to tick"


def test_a_correction_is_a_record_of_its_own_that_points_at_the_first(laptop: Workspace) -> None:
    visit = a_locked_visit(laptop)
    supplement, _ = laptop.records.supplement(visit)
    assert laptop.records.record(supplement).supplements == visit
    assert laptop.inspections.read(supplement).visit.party == laptop.inspections.read(visit).visit.party


def test_what_is_locked_is_what_was_printed(laptop: Workspace) -> None:
    visit = a_locked_visit(laptop, suspect=True)
    inspection = laptop.inspections.read(visit)
    (version,) = inspection.versions
    assert inspection.sealed == version.digest == inspection.prints[-1].digest
    assert Record.from_json(dict(version.record)).version_digest == version.digest
