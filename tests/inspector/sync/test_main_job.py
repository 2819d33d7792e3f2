"""Promise 5: delivered means received."""

from inspector.sync.delivery import Whereabouts
from tests.desk import a_locked_visit
from tests.inspector.sync.circle import Desks, a_photo


def test_a_record_counts_as_delivered_when_the_receipt_names_it_and_its_photos(desks: Desks) -> None:
    visit = a_locked_visit(desks.north, suspect=True, photos=[a_photo(1), a_photo(2)])
    assert desks.north.exchange.status(visit).record is Whereabouts.HERE

    exported = desks.north.exchange.export(desks.stick)
    assert (exported.state, exported.records, exported.photos) == (Whereabouts.VERIFIED, 1, 2)
    on_stick = desks.north.exchange.status(visit)
    assert {on_stick.record, *on_stick.photos.values()} == {Whereabouts.VERIFIED}
    assert not on_stick.complete

    intake = desks.office.exchange.receive(exported.path)
    assert (intake.records, intake.evidence, intake.parked, intake.forks) == (1, 2, (), ())
    assert desks.office.inspections.read(visit).locked

    desks.north.exchange.receive(intake.receipts[0].path)
    assert desks.north.exchange.status(visit).complete
    assert desks.north.exchange.export(desks.stick).commits == 0
