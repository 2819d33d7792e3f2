"""Promise 4 between desks: what was written apart meets as a visible conflict, and all replicas say the same."""

import shutil
from pathlib import Path

import pytest

from inspector import paths
from inspector.inspection.registry import Party
from tests.desk import a_locked_visit, a_visit
from tests.inspector.sync.circle import Desks, a_photo, opened


def digests(desks: Desks) -> set[str]:
    return {d.store.things.digest() for d in desks.all()}


def test_all_replicas_say_the_same_when_everything_was_exchanged(desks: Desks) -> None:
    a_locked_visit(desks.north, suspect=True, photos=[a_photo(1)])
    a_visit(desks.south)
    desks.office.registry.add(Party(name="局里录入"))
    desks.bring(desks.north)
    desks.bring(desks.south)
    desks.share(desks.north)
    assert len(digests(desks)) == 1
    for desk in desks.all():
        assert desk.check(full=True).ok
    reaches = {tuple((*c.key, c.seq, c.head) for c in d.store.chains.all()) for d in desks.all()}
    assert len(reaches) == 1


def test_both_values_are_shown_on_both_when_two_laptops_change_one_field_apart(desks: Desks) -> None:
    party, _ = desks.office.registry.add(Party(name="黄水百货"))
    desks.share()
    desks.north.registry.amend(Party(party, name="北边的名"))
    desks.south.registry.amend(Party(party, name="南边的名"))
    desks.bring(desks.north)
    desks.bring(desks.south)
    desks.share()
    for desk in desks.all():
        heads = desk.store.things.state(party).conflicts()[(party, "name")]
        assert {h.value for h in heads} == {"北边的名", "南边的名"}
        assert {h.device for h in heads} == {desks.north.device, desks.south.device}
        assert party in desk.exchange.overview().troubled
    assert len(digests(desks)) == 1

    desks.office.registry.amend(Party(party, name="核对后的名"))
    desks.share()
    assert {d.registry.party(party).name for d in desks.all()} == {"核对后的名"}
    assert all(not d.store.things.state(party).conflicts() for d in desks.all())


def test_edits_one_after_another_are_no_conflict(desks: Desks) -> None:
    party, _ = desks.north.registry.add(Party(name="一"))
    desks.bring(desks.north)
    desks.share(desks.south)
    desks.south.registry.amend(Party(party, name="二"))
    desks.bring(desks.south)
    desks.share(desks.north)
    assert {d.registry.party(party).name for d in desks.all()} == {"二"}
    assert all(not d.store.things.state(party).conflicts() for d in desks.all())


@pytest.mark.parametrize("with_marker", [False, True])
def test_nothing_is_written_over_when_a_restored_device_gets_back_what_it_had_lost(
    desks: Desks, tmp_path: Path, *, with_marker: bool
) -> None:
    """Restored from a copy, alone or with the marker that gives a copy away: the office returns the lost commits."""
    desks.north.close()
    shutil.copytree(desks.north.places.root, tmp_path / "disk")
    shutil.copytree(paths.home(), tmp_path / "markers")
    desks.north = opened(desks.north.places.root)
    lost, _ = desks.north.registry.add(Party(name="丢失的"))
    desks.bring(desks.north)
    desks.north.close()
    shutil.rmtree(desks.north.places.root)
    shutil.copytree(tmp_path / "disk", desks.north.places.root)
    if with_marker:
        shutil.copytree(tmp_path / "markers", paths.home(), dirs_exist_ok=True)
    desks.north = opened(desks.north.places.root)
    desks.office.store.local.set_meta(f"reach/{desks.north.device}", None)
    desks.share(desks.north)
    new, _ = desks.north.registry.add(Party(name="新写的"))
    desks.bring(desks.north)
    assert {d.registry.party(lost).name for d in (desks.office, desks.north)} == {"丢失的"}
    assert {d.registry.party(new).name for d in (desks.office, desks.north)} == {"新写的"}
    assert desks.office.exchange.overview().frozen == ()
    assert desks.north.check(full=True).ok
    assert desks.north.store.things.digest() == desks.office.store.things.digest()
