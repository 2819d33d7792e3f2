"""Receipts reach everybody whom they concern, and nobody is told of another laptop's duty as of an own one."""

from inspector.sync.delivery import Whereabouts
from tests.desk import a_locked_visit
from tests.inspector.sync.circle import Desks, a_photo


def test_every_answer_has_the_receipts_of_all_when_two_laptops_came_on_one_stick(desks: Desks) -> None:
    visits = [a_locked_visit(desk, photos=[a_photo(n)]) for n, desk in enumerate((desks.north, desks.south))]
    for laptop in (desks.north, desks.south):
        laptop.exchange.export(desks.stick)
    intake = desks.office.exchange.receive(desks.stick)
    assert (len(intake.receipts), intake.records, intake.evidence) == (2, 2, 2)
    for laptop in (desks.north, desks.south):
        laptop.exchange.receive(desks.stick)
        assert all(laptop.exchange.status(visit).complete for visit in visits)


def test_record_of_another_laptop_is_not_called_only_here_when_no_receipt_of_it_came(desks: Desks) -> None:
    visit = a_locked_visit(desks.north)
    exported = desks.north.exchange.export(desks.stick)
    desks.office.store.local.set_meta(f"reach/{desks.south.device}", None)
    # as a bundle that the office wrote before it vouched for the record
    from inspector.sync import importing

    importing.import_bundle(desks.office.exchange._post, exported.path)
    desks.share(desks.south)
    assert desks.south.inspections.read(visit).locked
    assert desks.south.exchange.status(visit).record is Whereabouts.ELSEWHERE
    assert desks.south.exchange.overview().unreceived == ()
    assert desks.north.exchange.overview().unreceived == (visit,)
