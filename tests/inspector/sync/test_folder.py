"""What lies on a stick was read back from it, and is not written twice."""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from inspector.errors import Code, Trouble
from inspector.evidence import durable
from inspector.evidence.intake import Arrival, Source
from inspector.sync.delivery import Whereabouts
from tests.desk import a_visit
from tests.inspector.sync.circle import Desks, a_photo


@pytest.fixture
def visit(desks: Desks) -> str:
    """A draft with one photo on the northern laptop."""
    found = a_visit(desks.north)
    desks.north.photos.add(found, Arrival(a_photo(1), "IMG_1.jpg", Source.CLI))
    return found


@pytest.mark.faults
@pytest.mark.parametrize("suffix", [".age", ".bundle"])
def test_nothing_is_called_exported_when_the_stick_keeps_other_bytes_than_it_took(
    desks: Desks, visit: str, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    write = durable.write

    def lying(path: Path, chunks: Iterable[bytes]) -> None:
        write(path, chunks)
        if path.suffix == suffix and path.is_relative_to(desks.stick):
            path.write_bytes(path.read_bytes()[:-1] + b"\0")

    monkeypatch.setattr(durable, "write", lying)
    with pytest.raises(Trouble) as trouble:
        desks.north.exchange.export(desks.stick)
    assert trouble.value.code is Code.BUNDLE_UNVERIFIED
    assert not list(desks.stick.glob("*.bundle"))
    assert desks.north.exchange.status(visit).record is Whereabouts.HERE


def test_stick_is_written_and_not_verified_when_the_cache_cannot_be_passed(
    desks: Desks, visit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "posix_fadvise")
    assert desks.north.exchange.export(desks.stick).state is Whereabouts.WRITTEN
    status = desks.north.exchange.status(visit)
    assert {status.record, *status.photos.values()} == {Whereabouts.WRITTEN}


def test_photo_is_copied_again_only_when_what_lies_there_is_not_whole(desks: Desks, visit: str) -> None:
    desks.north.exchange.export(desks.stick)
    (blob,) = (desks.stick / "blobs").rglob("*.age")
    whole, written_at = blob.read_bytes(), blob.stat().st_mtime_ns
    desks.north.exchange.export(desks.stick)
    assert blob.stat().st_mtime_ns == written_at
    blob.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    desks.north.exchange.export(desks.stick)
    assert blob.read_bytes() == whole


def test_visit_is_only_here_again_when_it_was_changed_after_the_export(desks: Desks, visit: str) -> None:
    desks.north.exchange.export(desks.stick)
    assert desks.north.exchange.status(visit).record is Whereabouts.VERIFIED
    desks.north.inspections.set(visit, site_facts="货架两排")
    assert desks.north.exchange.status(visit).record is Whereabouts.HERE


def test_photo_whose_bytes_are_damaged_here_is_named_and_the_rest_travels(desks: Desks, visit: str) -> None:
    desks.north.photos.add(visit, Arrival(a_photo(2), "IMG_2.jpg", Source.CLI))
    first, _ = desks.north.store.local.blobs()
    path = desks.north.vault.path_of(first.cipher)
    path.write_bytes(path.read_bytes()[:-1])
    exported = desks.north.exchange.export(desks.stick)
    assert (exported.photos, exported.missing) == (1, (first.sha256,))
    assert desks.office.exchange.receive(exported.path).evidence == 1


def test_photo_of_another_laptop_is_elsewhere_until_the_office_has_it(desks: Desks, visit: str) -> None:
    lost = desks.north.exchange.export(desks.stick)
    (blob,) = (desks.stick / "blobs").rglob("*.age")
    kept = blob.rename(blob.with_suffix(".away"))
    desks.office.exchange.receive(lost.path)
    desks.share(desks.south)
    assert set(desks.south.exchange.status(visit).photos.values()) == {Whereabouts.ELSEWHERE}
    kept.rename(blob)
    desks.office.exchange.receive(lost.path)
    desks.share(desks.south)
    assert desks.south.exchange.status(visit).complete
    assert desks.office.exchange.status(visit).complete


def test_bundle_of_one_day_does_not_grow_with_what_went_before(desks: Desks) -> None:
    sizes = []
    for _ in range(3):
        a_visit(desks.north)
        exported = desks.north.exchange.export(desks.stick)
        sizes.append((exported.commits, exported.records))
        intake = desks.office.exchange.receive(exported.path)
        desks.north.exchange.receive(intake.receipts[0].path)
    assert sizes[1] == sizes[2]
    assert sizes[1][1] == 1
