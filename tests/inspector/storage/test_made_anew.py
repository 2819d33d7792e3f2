"""After an upgrade that knows other kinds, lists or forms, states and lists are made anew of the journal."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

import pytest

from inspector.inspection.kinds import KINDS
from inspector.journal.commit import Chain
from inspector.journal.kinds import Kinds, Thing
from inspector.journal.segment import Segment
from inspector.progress import Cancelled
from inspector.storage import store as stores
from inspector.storage.local import BlobEntry
from inspector.storage.store import Store
from inspector.storage.tables import LOCAL, StaleRow
from tests.builders import a_commit, a_run, an_operation, value_of
from tests.inspector.storage.test_store import PARTY, Hand, arrive, lie

Opened = Callable[[], Store]


@pytest.fixture
def made(open_store: Opened) -> dict[str, object]:
    """What a version before has left behind: two visits and a party, in segments and in the tail."""
    store = open_store()
    hand = Hand(store)
    hand.write("石柱县康宁大药房", kind="party", entity=PARTY, field="name")
    hand.write(PARTY, field="party")
    with store.database.writing():
        store.chains.compact("laptop", 1)
    arrive(store, a_run(3, device="other"))
    hand.write("draft", entity="visit-2", field="stage")
    found = seen(store)
    store.close()
    return found


def seen(store: Store) -> dict[str, object]:
    """All that follows from the journal, words included."""
    tables = ("thing", "visit", "party", "stall", "photo", "received", "tally")
    rows: dict[str, object] = {t: store.database.query(f"SELECT * FROM {t} ORDER BY 1") for t in tables}
    return {**rows, "found": store.search.roots("party", "康宁"), "digest": store.things.digest()}


def test_all_that_follows_from_the_journal_is_made_anew_when_lists_are_drawn_otherwise(
    open_store: Opened, made: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store()
    lie(store, "UPDATE visit SET place = 'drawn as in former days'")
    lie(store, "UPDATE thing SET state = x'00' WHERE root = ?", PARTY)
    lie(store, "INSERT INTO tally VALUES ('of former days', 7)")
    store.close()
    monkeypatch.setattr(stores, "DRAWN", stores.DRAWN + 1)
    store = open_store()
    heard: list[tuple[int, int]] = []
    store.settle(lambda done, total, what: heard.append((done, total)))
    assert seen(store) == made
    assert heard[-1] == (3, 3)
    assert store.verify({}) == ()


def test_nothing_is_made_anew_when_the_version_is_the_same(
    open_store: Opened, made: dict[str, object]
) -> None:
    store = open_store()
    assert store.database.query("SELECT * FROM stale") == []
    assert seen(store) == made


def test_local_tables_stay_as_they_are_when_the_rest_is_made_anew(
    open_store: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store()
    store.local.keep_draft("visit/place", "being typed")
    store.local.remember_place("visit", "item")
    store.local.put_blob(BlobEntry("ab" * 32, "cd" * 32, 3, ("age1",)))
    store.local.mark_delivery(["ab" * 32], "written", "bundle", "2026-03-15T12:00:00+08:00")
    store.local.park("bundle", "stick", "another bundle")
    store.local.put_officer_key("officer", "ab" * 32, b"wrapped")
    names = [row._meta.table_name for row in LOCAL if row is not StaleRow]
    before = [store.database.query(f"SELECT * FROM {name}") for name in names]
    assert all(before)
    store.close()
    monkeypatch.setattr(stores, "DRAWN", stores.DRAWN + 1)
    store = open_store()
    store.settle()
    assert [store.database.query(f"SELECT * FROM {name}") for name in names] == before


def test_making_anew_goes_on_when_it_was_stopped(
    open_store: Opened, made: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(done: int, total: int, what: str) -> None:
        if done:
            raise Cancelled

    monkeypatch.setattr(stores, "DRAWN", stores.DRAWN + 1)
    monkeypatch.setattr(stores, "BATCH_S", 0)
    store = open_store()
    with pytest.raises(Cancelled):
        store.settle(stop)
    store.close()
    store = open_store()
    store.settle()
    assert seen(store) == made


@dataclass(frozen=True)
class OfLater(Thing):
    """A kind that only later versions know."""

    kind: ClassVar[str] = "of-2030"
    office_only: ClassVar[bool] = True
    text: str = ""


def test_kind_that_is_known_now_counts_as_this_version_has_it(
    open_store: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store()
    store.join("office")
    joined = a_commit(
        an_operation("ab" * 32, kind="device", entity="laptop", field="key"), after=Chain("office", 1)
    )
    store.adopt(Segment.of(Chain("office", 1), [joined]), (joined,))
    later = a_commit(an_operation("said by a laptop", kind="of-2030", entity="new-1", field="text"))
    arrive(store, [later])
    assert value_of(store.things.state("new-1"), "text", "new-1") == "said by a laptop"
    store.close()

    known = Kinds([*(KINDS[name].cls for name in KINDS), OfLater])
    monkeypatch.setattr(stores, "KINDS", known)
    store = open_store()
    store.settle()
    assert value_of(store.things.state("new-1"), "text", "new-1") is None
    assert len(store.things.state("new-1").refused) == 1
    assert store.verify({}) == ()


@pytest.mark.parametrize("change", ["kind", "field", "office"])
def test_shape_differs_when_a_kind_or_a_field_does(change: str) -> None:
    @dataclass(frozen=True)
    class Other(Thing):
        kind: ClassVar[str] = "other" if change == "kind" else "of-2030"
        office_only: ClassVar[bool] = change != "office"
        text: str = ""

    @dataclass(frozen=True)
    class Wider(Other):
        more: int = 0

    before = Kinds([OfLater]).shape()
    assert Kinds([OfLater]).shape() == before
    assert Kinds([Wider if change == "field" else Other]).shape() != before
