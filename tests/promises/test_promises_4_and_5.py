"""Promises 4 and 5: no silent merge, and "delivered" means received."""

from dataclasses import replace

from inspector.evidence.intake import Arrival, Source
from inspector.inspection.registry import Party
from tests.desk import a_locked_visit
from tests.inspector.sync.circle import Desks, a_photo


def test_two_people_who_edit_one_thing_apart_see_both_values_with_authors_and_times(desks: Desks) -> None:
    party, _ = desks.north.registry.add(Party(name="石柱县康宁大药房", phone="1"))
    desks.bring(desks.north)
    desks.share(desks.south)
    for laptop, phone in ((desks.north, "13800000001"), (desks.south, "13800000002")):
        laptop.registry.amend(replace(laptop.registry.party(party), phone=phone))
    desks.bring(desks.north)
    desks.bring(desks.south)
    desks.share()
    for desk in desks.all():
        heads = desk.store.things.state(party).conflicts()[(party, "phone")]
        assert {h.value for h in heads} == {"13800000001", "13800000002"}
        assert {h.device for h in heads} == {desks.north.device, desks.south.device}
        assert all(h.actor and h.wall for h in heads)
    desks.office.registry.amend(replace(desks.office.registry.party(party), phone="13800000003"))
    desks.share()
    for desk in desks.all():
        assert not desk.store.things.state(party).conflicts()
        assert desk.registry.party(party).phone == "13800000003"


def test_edits_of_different_fields_are_no_conflict_and_both_stand(desks: Desks) -> None:
    party, _ = desks.north.registry.add(Party(name="石柱县康宁大药房"))
    desks.bring(desks.north)
    desks.share(desks.south)
    desks.north.registry.amend(replace(desks.north.registry.party(party), phone="2"))
    desks.south.registry.amend(replace(desks.south.registry.party(party), address="新开路"))
    desks.bring(desks.north)
    desks.bring(desks.south)
    found = desks.office.registry.party(party)
    assert (found.phone, found.address) == ("2", "新开路")
    assert not desks.office.store.things.state(party).conflicts()


def test_a_record_is_delivered_only_when_the_office_has_signed_for_it_and_each_photo(desks: Desks) -> None:
    laptop = desks.north
    visit = a_locked_visit(laptop, photos=(a_photo(1), a_photo(2)))
    assert not laptop.exchange.status(visit).complete
    bundle = laptop.exchange.export(desks.stick).path
    assert not laptop.exchange.status(visit).complete, "on the stick is not with the office"
    desks.office.exchange.receive(bundle)
    assert not laptop.exchange.status(visit).complete, "the laptop has not seen the receipt"
    desks.share(laptop)
    assert laptop.exchange.status(visit).complete


def test_a_record_is_not_delivered_while_one_photo_is_missing_at_the_office(desks: Desks) -> None:
    laptop = desks.north
    visit = a_locked_visit(laptop, photos=(a_photo(1), a_photo(2)))
    laptop.exchange.export(desks.stick)
    blob = max(desks.stick.rglob("*.age"))
    blob.unlink()
    desks.office.exchange.receive(desks.stick)
    desks.share(laptop)
    assert not laptop.exchange.status(visit).complete
    laptop.exchange.export(desks.stick)
    desks.office.exchange.receive(desks.stick)
    desks.share(laptop)
    assert laptop.exchange.status(visit).complete
    assert desks.office.photos.verify().ok


def test_the_laptop_keeps_everything_after_delivery(desks: Desks) -> None:
    laptop = desks.north
    visit = a_locked_visit(laptop, photos=(a_photo(3),))
    desks.bring(laptop)
    photo = laptop.inspections.read(visit).photos[0]
    assert laptop.photos.original(photo.sha256) == a_photo(3)
    assert desks.office.photos.original(photo.sha256) == a_photo(3)
    scan = Arrival(a_photo(4), "签名页.jpg", Source.SCAN)
    laptop.photos.add_scan(visit, scan)
    assert not laptop.exchange.status(visit).complete, "the scan that came later is on its way yet"
