"""Promise 5: exactly what is missing is said, by the one who has to see to it."""

from inspector.evidence.intake import Arrival, Source
from inspector.sync.delivery import Whereabouts
from tests.desk import a_locked_visit, a_party, a_visit
from tests.inspector.sync.circle import Desks, a_photo


def test_a_visit_is_pending_until_the_receipt_names_its_record_and_every_photo(desks: Desks) -> None:
    visit = a_locked_visit(desks.north, photos=[a_photo(1), a_photo(2)])
    (row,) = desks.north.deliveries.pending()
    assert (row.id, row.delivery.record, row.missing_photos) == (visit, Whereabouts.HERE, 2)
    exported = desks.north.exchange.export(desks.stick)
    (row,) = desks.north.deliveries.pending()
    assert (row.delivery.record, row.missing_photos) == (Whereabouts.VERIFIED, 2)
    intake = desks.office.exchange.receive(exported.path)
    desks.north.exchange.receive(intake.receipts[0].path)
    assert desks.north.deliveries.pending() == ()
    (row,) = desks.north.deliveries.page()
    assert row.delivery.complete


def test_a_draft_is_pending_while_the_office_has_not_all_of_it(desks: Desks) -> None:
    visit = a_visit(desks.north)
    assert [row.id for row in desks.north.deliveries.pending()] == [visit]
    desks.bring(desks.north)
    assert desks.north.deliveries.pending() == ()


def test_what_is_entered_beside_visits_is_unsent_until_the_office_has_it(desks: Desks) -> None:
    assert desks.north.deliveries.unsent_others() > 0  # it has joined: what it is and who works there
    desks.bring(desks.north)
    assert desks.north.deliveries.unsent_others() == 0
    visit = a_visit(desks.north)
    desks.bring(desks.north)
    assert desks.north.deliveries.unsent_others() == 0
    a_party(desks.north)
    assert desks.north.deliveries.unsent_others() == 1
    assert [row.id for row in desks.north.deliveries.page()] == [visit]
    assert desks.north.deliveries.pending() == ()
    desks.bring(desks.north)
    assert desks.north.deliveries.unsent_others() == 0
    assert desks.office.deliveries.unsent_others() == 0


def test_photos_are_named_as_they_came(desks: Desks) -> None:
    visit = a_visit(desks.north)
    desks.north.photos.add(visit, Arrival(a_photo(1), "IMG_0001.jpg", Source.CLI))
    desks.north.photos.add(visit, Arrival(a_photo(2), "IMG_0002.jpg", Source.CLI))
    found = desks.north.deliveries.photos(visit)
    assert [(p.name, p.state, p.is_here) for p in found] == [
        ("IMG_0001.jpg", Whereabouts.HERE, True),
        ("IMG_0002.jpg", Whereabouts.HERE, True),
    ]


def test_a_laptop_answers_for_what_it_wrote_only(desks: Desks) -> None:
    a_locked_visit(desks.south, photos=[a_photo(1)])
    desks.bring(desks.south)
    desks.share(desks.north)
    assert desks.north.deliveries.pending() == ()
    assert [row.is_own for row in desks.north.deliveries.page()] == [False]
    assert [row.is_own for row in desks.office.deliveries.page()] == [True]


def test_the_office_lists_visits_whose_photos_did_not_come_along(desks: Desks) -> None:
    visit = a_locked_visit(desks.north, photos=[a_photo(1)])
    exported = desks.north.exchange.export(desks.stick)
    for blob in desks.stick.rglob("*.age"):
        blob.unlink()
    desks.office.exchange.receive(exported.path)
    assert [row.id for row in desks.office.deliveries.pending()] == [visit]
    assert [photo.is_here for photo in desks.office.deliveries.photos(visit)] == [False]
    desks.bring(desks.north)
    assert desks.office.deliveries.pending() == ()
