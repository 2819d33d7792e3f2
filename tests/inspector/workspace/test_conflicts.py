"""Promise 4: two people editing one thing apart get a conflict that both see, and a decision that everybody gets."""

from dataclasses import replace

import pytest

from inspector import wording
from inspector.checklist import Mark
from inspector.errors import Code, Trouble
from inspector.inspection.kinds import KINDS
from inspector.inspection.registry import Party
from inspector.journal.operation import GONE
from inspector.journal.roster import Standing
from inspector.workspace import Workspace
from tests.desk import PINS, a_party, a_signed_visit, a_visit, lines, pins
from tests.inspector.sync.circle import Desks

FIRST = next(iter(PINS))
NORTHERN, SOUTHERN = "13800001111", "13800002222"


def says(laptop: Workspace, party: str, **said: str) -> None:
    registry = laptop.registry
    registry.amend(replace(registry.party(party), **said))


@pytest.fixture
def party(desks: Desks) -> str:
    """A party that every desk knows, with a telephone number from each laptop, at the office."""
    found = a_party(desks.north)
    desks.bring(desks.north)
    desks.share(desks.south)
    says(desks.north, found, phone=NORTHERN)
    says(desks.south, found, phone=SOUTHERN)
    desks.bring(desks.north)
    desks.bring(desks.south)
    return found


def test_both_values_are_told_with_authors_and_times_when_two_laptops_wrote_apart(
    desks: Desks, party: str
) -> None:
    (conflict,) = desks.office.conflicts.list()
    assert (conflict.kind, conflict.entity, conflict.field) == (Party.kind, party, "phone")
    assert conflict.title == "石柱县康宁大药房"
    assert {v.value for v in conflict.versions} == {NORTHERN, SOUTHERN}
    assert {v.device for v in conflict.versions} == {"north", "south"}
    assert {v.author for v in conflict.versions} == {FIRST}
    assert all(v.at.utcoffset() is not None for v in conflict.versions)
    assert conflict.takes_text
    assert desks.office.conflicts.count() == 1


@pytest.mark.parametrize("chosen", [NORTHERN, SOUTHERN, "13800003333"])
def test_one_value_is_left_everywhere_when_a_person_decided(desks: Desks, party: str, chosen: str) -> None:
    changes = desks.office.conflicts.resolve(party, "phone", chosen)
    assert changes.touches(Party.kind, party)
    desks.share()
    for desk in desks.all():
        assert desk.registry.party(party).phone == chosen
        assert desk.conflicts.list() == ()


def test_the_decision_names_every_value_when_there_are_several(desks: Desks, party: str) -> None:
    before = set(desks.office.store.things.state(party).names((party, "phone")))
    desks.office.conflicts.resolve(party, "phone", NORTHERN)
    (commit,) = desks.office.store.chains.commits(desks.office.device, 1, desks.office.scribe.chain.seq - 1)
    assert set(commit.operations[0].parents) == before
    assert len(before) == 2


def test_a_decision_is_refused_when_there_is_nothing_to_decide(desks: Desks, party: str) -> None:
    desks.office.conflicts.resolve(party, "phone", NORTHERN)
    for field in ("phone", "name"):
        with pytest.raises(Trouble) as caught:
            desks.office.conflicts.resolve(party, field, SOUTHERN)
        assert caught.value.code is Code.THING_UNKNOWN
    assert desks.office.registry.party(party).phone == NORTHERN


def test_two_decisions_made_apart_are_a_conflict_again(desks: Desks, party: str) -> None:
    desks.share()
    desks.north.conflicts.resolve(party, "phone", NORTHERN)
    desks.south.conflicts.resolve(party, "phone", "13800003333")
    desks.bring(desks.north)
    desks.bring(desks.south)
    (conflict,) = desks.office.conflicts.list()
    assert {v.value for v in conflict.versions} == {NORTHERN, "13800003333"}


def test_an_answer_names_its_item_and_its_marks_when_it_is_contested(desks: Desks) -> None:
    visit = a_visit(desks.north)
    desks.bring(desks.north)
    desks.share(desks.south)
    line = next(line for line in lines(desks.north, visit) if line.item.marked)
    desks.north.answering.answer(visit, line.address, mark=Mark.CLEAR)
    desks.south.answering.answer(visit, line.address, mark=Mark.SUSPECT)
    desks.bring(desks.north)
    desks.bring(desks.south)
    (conflict,) = desks.office.conflicts.list()
    assert conflict.item == line.item.label
    assert {v.value for v in conflict.versions} == {Mark.CLEAR, Mark.SUSPECT}
    assert not conflict.takes_text
    desks.office.conflicts.resolve(conflict.entity, conflict.field, Mark.SUSPECT)
    assert desks.office.inspections.read(visit).answers[line.address].mark is Mark.SUSPECT


def test_references_are_told_by_name_when_they_are_contested(desks: Desks) -> None:
    visit = a_visit(desks.north)
    other = a_party(desks.north, "南宾街道百姓药房")
    desks.bring(desks.north)
    desks.share(desks.south)
    desks.north.inspections.set(visit, party=other)
    desks.south.inspections.set(visit, party=a_party(desks.south, "河街药房"))
    desks.bring(desks.north)
    desks.bring(desks.south)
    conflict = next(c for c in desks.office.conflicts.list() if c.field == "party")
    assert {v.named for v in conflict.versions} == {"南宾街道百姓药房", "河街药房"}
    assert not conflict.takes_text


@pytest.mark.parametrize(("decision", "is_gone"), [(True, True), (None, False)])
def test_a_removal_and_the_edit_that_it_did_not_see_are_shown_together(
    desks: Desks, decision, is_gone
) -> None:
    visit = a_visit(desks.north)
    line = next(line for line in lines(desks.north, visit) if line.item.marked)
    desks.north.answering.answer(visit, line.address, mark=Mark.SUSPECT)
    suspicion = desks.north.inspections.read(visit).suspicions[0].id
    goods, _ = desks.north.answering.add_goods(visit, suspicion, name="口罩")
    desks.bring(desks.north)
    desks.share(desks.south)
    desks.north.answering.remove_goods(visit, goods)
    desks.south.answering.write_goods(visit, goods, name="医用口罩")
    desks.bring(desks.north)
    desks.bring(desks.south)
    (conflict,) = desks.office.conflicts.list()
    assert (conflict.entity, conflict.field) == (goods, GONE)
    assert {(v.field, v.value) for v in conflict.versions} == {(GONE, True), ("name", "医用口罩")}
    desks.office.conflicts.resolve(goods, GONE, decision)
    assert desks.office.store.things.state(visit).is_gone(goods) is is_gone
    assert desks.office.conflicts.list() == ()


def test_what_came_after_a_lock_is_shown_and_does_not_count(desks: Desks) -> None:
    visit = a_signed_visit(desks.north)
    desks.bring(desks.north)
    desks.share(desks.south)
    desks.north.records.lock(visit, pins(desks.north))
    desks.south.records.expect_scan(visit, pending=False)
    desks.bring(desks.north)
    desks.bring(desks.south)
    (late,) = desks.office.conflicts.unaccepted()
    assert (late.standing, late.root, late.version.field) == (Standing.LATE, visit, "scan_pending")
    assert (late.version.value, late.version.device) == (False, "south")
    assert desks.office.inspections.read(visit).visit.scan_pending


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_kind_and_field_has_its_name(language: str) -> None:
    known = wording.catalogue(language)
    for kind in KINDS:
        assert known[f"thing_{kind}"]
        assert all(known[f"field_{kind}_{field}"] for field in KINDS[kind].fields)
