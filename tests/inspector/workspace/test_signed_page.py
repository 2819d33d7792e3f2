"""A conflict that comes in after somebody has signed: the paper prevails, and the record can be locked as it was signed."""

import pytest

from inspector.errors import Code, Trouble
from inspector.inspection.visit import Card, Visit
from inspector.journal.operation import GONE
from inspector.workspace import Workspace
from inspector.workspace.scribe import Edit
from tests.desk import a_visit, final, marked, pins, signed, told
from tests.inspector.sync.circle import Desks

PRINTED, LATER = "新开路12号，店堂", "新开路14号"


@pytest.fixture
def visit(desks: Desks) -> str:
    """A draft that both laptops know."""
    found = a_visit(desks.north)
    desks.north.inspections.set(found, place=PRINTED)
    desks.bring(desks.north)
    desks.share(desks.south)
    return found


def sign(desk: Workspace, visit: str) -> None:
    marked(desk, visit)
    told(desk, visit)
    final(desk, visit)
    signed(desk, visit)


def meet(desks: Desks) -> None:
    desks.bring(desks.south)
    desks.bring(desks.north)


def test_only_what_stands_on_the_signed_page_can_be_chosen(desks: Desks, visit: str) -> None:
    desks.south.inspections.set(visit, place=LATER)
    desks.north.inspections.set(visit, place=f"{PRINTED}内")
    sign(desks.north, visit)
    meet(desks)
    (conflict,) = desks.north.conflicts.list()
    assert conflict.signed is not None
    assert conflict.versions[conflict.signed].value == f"{PRINTED}内"
    assert not conflict.takes_text
    assert [conflict.can_stand(n) for n in range(2)] == [n == conflict.signed for n in range(2)]
    for other in (LATER, "别处"):
        with pytest.raises(Trouble) as refused:
            desks.north.conflicts.resolve(visit, "place", other)
        assert refused.value.code is Code.PAPER_PREVAILS
    with pytest.raises(Trouble) as missing:
        desks.north.records.lock(visit, pins(desks.north))
    assert [p.code for p in missing.value.problems if p.code == "element_conflict"]

    desks.north.conflicts.resolve(visit, "place", f"{PRINTED}内")
    digest = desks.north.inspections.read(visit).prints[-1].digest
    desks.north.records.lock(visit, pins(desks.north))
    assert desks.north.records.record(visit).version_digest == digest


def test_the_page_is_offered_beside_the_others_when_everything_at_hand_was_written_later(
    desks: Desks, visit: str
) -> None:
    desks.south.inspections.set(visit, place=LATER)
    desks.office.inspections.set(visit, place="局里改的")
    sign(desks.north, visit)
    meet(desks)
    (conflict,) = desks.north.conflicts.list()
    assert {v.value for v in conflict.versions[:2]} == {LATER, "局里改的"}
    assert conflict.signed == 2
    page = conflict.versions[2]
    assert (page.value, page.device, bool(page.author)) == (PRINTED, "north", True)
    desks.north.conflicts.resolve(visit, "place", page.value)
    assert desks.north.conflicts.list() == ()
    desks.north.records.lock(visit, pins(desks.north))


def test_a_removed_card_stays_removed_when_the_signed_page_had_it_removed(desks: Desks, visit: str) -> None:
    card, _ = desks.north.answering.add_card(visit, "product")
    desks.bring(desks.north)
    desks.share(desks.south)
    entity = f"{visit}/card/{card}"
    desks.south.scribe.write([Edit(Card.kind, entity, "order", 7)])
    desks.north.answering.remove_card(visit, card)
    sign(desks.north, visit)
    meet(desks)
    conflict = next(c for c in desks.north.conflicts.list() if (c.entity, c.field) == (entity, GONE))
    assert conflict.signed is not None
    assert conflict.versions[conflict.signed].field == GONE
    with pytest.raises(Trouble) as refused:
        desks.north.conflicts.resolve(entity, GONE, None)
    assert refused.value.code is Code.PAPER_PREVAILS
    desks.north.conflicts.resolve(entity, GONE, True)


def test_what_is_not_printed_is_free_to_choose(desks: Desks, visit: str) -> None:
    for value in (True, False):
        desks.south.scribe.write([Edit(Visit.kind, visit, "scan_pending", value)])
    sign(desks.north, visit)
    meet(desks)
    (conflict,) = desks.north.conflicts.list()
    assert (conflict.field, conflict.signed) == ("scan_pending", None)
    desks.north.conflicts.resolve(visit, "scan_pending", value=True)
    desks.north.records.lock(visit, pins(desks.north))


def test_any_value_can_be_chosen_while_nobody_has_signed(desks: Desks, visit: str) -> None:
    desks.south.inspections.set(visit, place=LATER)
    desks.north.inspections.set(visit, place=f"{PRINTED}内")
    marked(desks.north, visit)
    told(desks.north, visit)
    final(desks.north, visit)
    meet(desks)
    (conflict,) = desks.north.conflicts.list()
    assert conflict.signed is None
    desks.north.conflicts.resolve(visit, "place", LATER)
    assert desks.north.inspections.read(visit).visit.place == LATER
    missing = [p.code for p in desks.north.records.missing(visit)]
    assert "element_print_outdated" in missing
    desks.north.documents.printed(visit)
    signed(desks.north, visit)
    desks.north.records.lock(visit, pins(desks.north))
