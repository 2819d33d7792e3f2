"""What waits for somebody at a desk."""

from datetime import timedelta

import pytest

from inspector.inspection.registry import Market, Party, Stall
from inspector.workspace.agenda import NOTICE, Next
from tests.desk import (
    a_laptop,
    a_locked_visit,
    a_party,
    a_signed_visit,
    a_visit,
    an_office,
    final,
    marked,
    told,
)


@pytest.fixture
def laptop(tmp_path):
    with a_laptop(tmp_path / "laptop") as workspace:
        yield workspace


def _ids(waiting):
    return [w.visit.id for w in waiting]


def test_nothing_waits_when_nothing_was_done(laptop):
    assert laptop.agenda.read().is_empty


def test_each_visit_waits_for_its_next_step(laptop):
    draft = a_visit(laptop)
    printed = a_visit(laptop)
    marked(laptop, printed)
    told(laptop, printed)
    final(laptop, printed)
    signed = a_signed_visit(laptop)
    locked = a_locked_visit(laptop)
    agenda = laptop.agenda.read()
    assert (_ids(agenda.drafts), agenda.drafts[0].next) == ([draft], Next.GO_ON)
    assert (_ids(agenda.finals), agenda.finals[0].next) == ([printed], Next.SIGN)
    assert (_ids(agenda.signed), agenda.signed[0].next) == ([signed], Next.SCAN)
    assert (_ids(agenda.undelivered), agenda.undelivered[0].next) == ([locked], Next.DELIVER)


def test_the_newest_come_first_when_there_are_more_than_fit(laptop):
    visits = [a_visit(laptop) for _ in range(3)]
    order = sorted(visits, key=lambda v: laptop.inspections.listed(v).order, reverse=True)
    assert _ids(laptop.agenda.read(most=2).drafts) == order[:2]


def test_the_visit_worked_on_last_is_resumed_while_it_is_a_draft(laptop):
    first, second = a_visit(laptop), a_visit(laptop)
    laptop.drafts.remember(first, "identity")
    assert laptop.agenda.read().resumed.visit.id == first
    marked(laptop, first)
    told(laptop, first)
    laptop.records.finalise(first)
    assert laptop.agenda.read().resumed is None
    assert second in _ids(laptop.agenda.read().drafts)


def test_a_certificate_is_spoken_of_when_it_ends_soon(laptop):
    officer = laptop.officers.all()[0]
    today = laptop.clock.now().date()
    laptop.officers.amend(officer.id, valid_to=today + NOTICE + timedelta(days=1))
    assert laptop.agenda.read().expiring == ()
    laptop.officers.amend(officer.id, valid_to=today + NOTICE)
    assert [o.id for o in laptop.agenda.read().expiring] == [officer.id]
    laptop.officers.amend(officer.id, left=True)
    assert laptop.agenda.read().expiring == ()


def test_the_office_sees_what_came_and_the_laptop_what_was_received(tmp_path):
    stick = tmp_path / "stick"
    with an_office(tmp_path / "office") as office, a_laptop(tmp_path / "laptop") as laptop:
        answer = office.exchange.approve(laptop.exchange.request(stick), stick)
        laptop.exchange.accept(answer.path)
        locked = a_locked_visit(laptop)
        laptop.exchange.export(stick)
        assert _ids(laptop.agenda.read().undelivered) == [locked]
        assert office.agenda.read().arrivals == ()
        office.exchange.receive(stick)
        (arrival,) = office.agenda.read().arrivals
        assert (arrival.device, arrival.records) == ("南宾所一号机", 1)
        assert office.agenda.read().undelivered == ()
        laptop.exchange.receive(stick)
        assert laptop.agenda.read().undelivered == ()


def test_a_party_has_its_own_visits_when_others_have_some_too(laptop):
    mine, other = a_party(laptop), a_party(laptop, "云上医疗器械有限公司")
    visits = [a_visit(laptop, mine), a_visit(laptop, other), a_visit(laptop, mine)]
    assert {v.id for v in laptop.inspections.page(party=mine)} == {visits[0], visits[2]}


def test_stalls_come_in_pages_without_gaps(laptop):
    market, _ = laptop.registry.add(Market(name="万物集"))
    for number in range(7):
        laptop.registry.add(Stall(market=market, number=f"A{number // 2:02}"))
    found, after = [], ("", "")
    while page := laptop.registry.stalls(market, after, most=2):
        found += [card.stall.id for card in page]
        after = (page[-1].stall.number, page[-1].stall.id)
    assert found == [card.stall.id for card in laptop.registry.stalls(market)]
    assert len(set(found)) == 7


def test_a_market_is_found_by_its_initials(laptop):
    market, _ = laptop.registry.add(Market(name="万物集综合市场"))
    assert [m.id for m in laptop.registry.find_markets("wwj")] == [market]


def test_a_correction_of_a_party_is_taken_back(laptop):
    party = laptop.registry.party(a_party(laptop))
    laptop.registry.amend(Party(**{**party.__dict__, "phone": "13900000000"}))
    assert laptop.registry.can_undo(party.id)
    laptop.registry.undo(party.id)
    assert laptop.registry.party(party.id) == party


def test_a_party_is_known_by_its_stalls(laptop):
    party = a_party(laptop)
    market, _ = laptop.registry.add(Market(name="万物集"))
    stall, _ = laptop.registry.add(Stall(market=market, number="A01", party=party))
    laptop.registry.add(Stall(market=market, number="A02"))
    assert [card.stall.id for card in laptop.registry.stalls_of(party)] == [stall]
