import random
import threading
from collections.abc import Callable, Iterable

import pytest

from inspector import ids
from inspector.errors import Code, Defect, Problem, Trouble
from inspector.inspection.kinds import KINDS
from inspector.journal import redaction
from inspector.journal.commit import Chain, Commit
from inspector.journal.roster import Roster
from inspector.journal.segment import Segment
from inspector.progress import Cancelled
from inspector.storage import store as stores
from inspector.storage.store import Store
from tests.builders import (
    VISIT,
    Device,
    a_commit,
    a_roster,
    a_run,
    an_operation,
    gathered,
    value_of,
)
from tests.histories import History, played

Opened = Callable[[], Store]
PARTY = "party-1"


class Hand:
    """Writes on a store as its own device, having seen all that stands there."""

    def __init__(self, store: Store, device: str = "laptop") -> None:
        self.store = store
        self.device = device
        self.stamp = 1000

    def write(
        self, value: ids.Json, *, kind: str = "visit", entity: str = VISIT, field: str = "place"
    ) -> Commit:
        parents = self.store.things.state(entity.partition("/")[0]).names((entity, field))
        return self.append(an_operation(value, kind=kind, entity=entity, field=field, parents=parents))

    def append(self, *operations: object) -> Commit:
        self.stamp += 1
        chain = self.store.chains.at(self.device, 1)
        commit = a_commit(*operations, after=chain, clock=self.stamp)  # type: ignore[arg-type]
        self.store.commit(commit)
        return commit


@pytest.fixture
def hand(store: Store) -> Hand:
    return Hand(store)


def arrive(store: Store, commits: Iterable[Commit], *, settle: bool = True) -> None:
    run = tuple(commits)
    start = Chain(run[0].device, run[0].epoch, run[0].seq - 1, run[0].previous)
    store.adopt(Segment.of(start, run), run)
    if settle:
        store.settle()


def introduce(store: Store, roster: Roster) -> None:
    """Devices and credentials that make the store's roster the one of a history."""
    said: dict[tuple[str, str], dict[str, ids.Json]] = {}
    for device, member in roster.devices.items():
        epoch, seq = member.last or (0, 0)
        values: dict[str, ids.Json] = {
            "key": "ab" * 32,
            "revoked": member.last is not None,
            "last_epoch": epoch,
            "last_seq": seq,
        }
        said["device", device] = values
    for key, term in roster.keys.items():
        entity = f"{term.officer}@{term.device}"
        said["credential", entity] = {"officer": term.officer, "device": term.device, "key": key}
    operations = [
        an_operation(value, kind=kind, entity=entity, field=field)
        for (kind, entity), values in said.items()
        for field, value in values.items()
    ]
    arrive(store, [a_commit(*operations, after=Chain(roster.office or "registrar", 7))])
    if roster.office:
        store.join(roster.office)
        store.settle()


def lived_through(store: Store, history: History, dice: random.Random) -> None:
    """The first device is this one: its commits are written here; those of others come in runs, in any order.

    What others wrote having seen a commit of ours comes after it.
    """
    seen = {commit: held for d in history.devices for commit, held in d.seen.items()}
    in_order = sorted(history.commits, key=lambda c: c.seq)
    waiting = {d.name: [c for c in in_order if c.device == d.name] for d in history.devices}
    own = history.devices[0].name
    while any(waiting.values()):
        device = dice.choice([d for d, commits in waiting.items() if commits])
        run = waiting[device][: 1 if device == own else dice.randint(1, 4)]
        first = {i for c in run for i in (c.id, *seen[c.id])}
        for commit in [c for c in waiting[own] if c.id in first]:
            store.commit(commit)
        if device != own:
            arrive(store, run, settle=dice.random() < 0.7)
        waiting[own] = [c for c in waiting[own] if c.id not in first]
        waiting[device] = [c for c in waiting[device] if c not in run]
    store.settle()


@pytest.mark.parametrize("number", range(14))
def test_state_is_what_gathering_says_whatever_way_the_commits_came(
    open_store: Opened, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(stores, "TAIL_COMMITS", 2 + number % 4)
    history = played(number)
    store = open_store()
    introduce(store, history.roster)
    lived_through(store, history, random.Random(number))
    expected = gathered(history.commits, history.roster).to_json()
    assert store.roster() == history.roster
    assert store.things.state(VISIT).to_json() == expected
    assert store.verify({}) == ()
    store.close()
    store = open_store()
    assert store.things.state(VISIT).to_json() == expected
    assert store.verify({}) == ()
    assert {c.id for c in store.chains.touching(VISIT)} == {c.id for c in history.commits}


def test_two_stores_that_hold_the_same_have_the_same_digest(tmp_path_factory: pytest.TempPathFactory) -> None:
    digests = set()
    for seed in range(3):
        folder = tmp_path_factory.mktemp("store")
        store = Store(folder / "x.db", b"\x07" * 32, folder / "copies")
        history = played(7)
        introduce(store, history.roster)
        lived_through(store, history, random.Random(seed))
        digests.add(store.things.digest())
        store.close()
    assert len(digests) == 1


def test_commit_that_does_not_follow_is_a_defect_and_is_not_kept(store: Store, hand: Hand) -> None:
    first = hand.write("甲")
    for wrong in (
        first,
        a_commit(after=Chain("laptop", 1, 5, "ab" * 32)),
        a_commit(after=Chain("laptop", 1, 1, "ab" * 32)),
    ):
        with pytest.raises(Defect):
            store.commit(wrong)
    assert store.chains.at("laptop", 1) == first.chain


def test_foreign_run_that_does_not_follow_is_refused(store: Store) -> None:
    run = a_run(4, device="other")
    with pytest.raises(Trouble) as trouble:
        arrive(store, run[2:])
    assert trouble.value.code is Code.JOURNAL_BROKEN
    arrive(store, run[:2])
    with pytest.raises(Trouble):
        arrive(store, run[:2])
    assert store.chains.at("other", 1) == run[1].chain


def test_write_on_a_locked_root_does_not_count_even_if_it_is_made(store: Store) -> None:
    introduce(store, a_roster("laptop"))
    device = Device("laptop", store.roster())
    store.commit(device.write("摊位3号"))
    store.commit(device.lock(record="as signed"))
    assert store.things.state(VISIT).locked is not None
    store.commit(device.append(an_operation("摊位9号")))
    assert value_of(store.things.state(VISIT)) == "摊位3号"
    assert [r.head.value for r in store.things.state(VISIT).refused] == ["摊位9号"]
    assert store.verify({}) == ()


def test_change_of_the_roster_by_the_office_itself_reaches_what_it_touches(store: Store) -> None:
    office = Hand(store, "office")
    store.join("office")
    for field, value in {"key": "ab" * 32, "name": "南宾所一号机"}.items():
        office.write(value, kind="device", entity="other", field=field)
    other = Device("other")
    for number in range(3):
        other.write(f"摊位{number}号")
    arrive(store, other.commits)
    assert value_of(store.things.state(VISIT)) == "摊位2号"
    office.append(
        *(
            an_operation(v, kind="device", entity="other", field=f)
            for f, v in {"revoked": True, "last_epoch": 1, "last_seq": 1}.items()
        )
    )
    assert value_of(store.things.state(VISIT)) == "摊位0号"
    assert store.verify({}) == ()


def test_nothing_counts_of_a_device_that_the_office_does_not_know(store: Store, hand: Hand) -> None:
    hand.write("before")
    store.join("office")
    store.settle()
    hand.write("after", field="subject")
    assert store.things.state(VISIT).heads == {}
    assert len(store.things.state(VISIT).refused) == 2
    assert [s.root for s in store.things.troubled()] == [VISIT]


def test_unknown_kinds_and_fields_are_stored_passed_on_and_not_projected(store: Store, hand: Hand) -> None:
    hand.write("甲")
    hand.append(
        an_operation("red", field="of-2030"),
        an_operation({"x": [1]}, kind="of-2030", entity="new-1", field="f"),
    )
    assert store.things.state("new-1").values("new-1") == {"f": {"x": [1]}}
    assert store.things.roots("of-2030") == ("new-1",)
    assert value_of(store.things.state(VISIT), "of-2030") == "red"
    sent = [o for s in store.chains.segments("laptop", 1) for c in s.commits() for o in c.operations]
    assert {o.kind for o in sent} == {"visit", "of-2030"}
    assert store.tally("visit") == 1
    assert KINDS.get("of-2030") is None
    assert store.verify({}) == ()


def test_what_a_killed_import_left_is_settled_by_the_next_settling(open_store: Opened) -> None:
    store = open_store()
    arrive(store, a_run(3, device="other"), settle=False)
    assert store.things.state(VISIT).heads == {}
    store.close()
    store = open_store()
    store.settle()
    assert value_of(store.things.state(VISIT)) == "第2次"
    assert store.verify({}) == ()


def test_lock_does_not_wait_for_an_import_that_is_under_way(store: Store, hand: Hand) -> None:
    arrive(store, a_run(3, device="other"), settle=False)
    hand.append(an_operation([], kind=redaction.KIND, entity="visit-2/redaction/1", field=redaction.DESTROYS))
    assert store.things.state(VISIT).heads == {}
    assert store.things.roots("") == ("visit-2",)


def test_answers_come_first_while_long_work_goes_on(store: Store, hand: Hand) -> None:
    commits = [
        a_commit(*(an_operation("x", entity=f"visit-{n:03}") for n in range(200)), after=Chain("other", 1))
    ]
    arrive(store, commits, settle=False)
    order: list[str] = []

    def answer() -> None:
        with store.database.writing():
            order.append("answer")

    threads = [threading.Thread(target=answer) for _ in range(3)]  # noqa: TID251

    def report(done: int, total: int, what: str) -> None:
        if done == 0:
            for thread in threads:
                thread.start()
        order.append(f"{done}/{total}")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stores, "BATCH_S", 0.001)
        store.settle(report)
    for thread in threads:
        thread.join()
    assert order[-1] == "200/200"
    assert order.count("answer") == 3


# the proof


def lie(store: Store, sql: str, *parameters: object) -> None:
    with store.database.writing():
        store.database.query(sql, *parameters)


@pytest.fixture
def filled(store: Store, hand: Hand) -> Store:
    """Two visits and a party, some of it in segments and some in the tail."""
    hand.write("石柱县康宁大药房", kind="party", entity=PARTY, field="name")
    hand.write(PARTY, field="party")
    with store.database.writing():
        store.chains.compact("laptop", 1)
    arrive(store, a_run(3, device="other"))
    hand.write("2026-03-15T12:00:00+08:00", field="started_at")
    hand.write("draft", entity="visit-2", field="stage")
    return store


def test_nothing_is_found_where_nothing_is_wrong(filled: Store) -> None:
    assert filled.verify({}) == ()
    assert filled.database.query("SELECT count(*) FROM tail") == [(2,)]


LIES = {
    "state": (
        "UPDATE thing SET state = (SELECT state FROM thing WHERE root = 'visit-2') WHERE root = ?",
        VISIT,
    ),
    "state that is no state": ("UPDATE thing SET state = x'00ff' WHERE root = ?", VISIT),
    "digest of a state": ("UPDATE thing SET digest = 'x' WHERE root = ?", VISIT),
    "conflicts": ("UPDATE thing SET conflicts = 0, refused = 5 WHERE root = ?", VISIT),
    "lost state": ("DELETE FROM thing WHERE root = ?", VISIT),
    "row of a list": ("UPDATE visit SET party_name = '别家' WHERE root = ?", VISIT),
    "lost row of a list": ("DELETE FROM party WHERE root = ?", PARTY),
}


@pytest.mark.parametrize("name", LIES)
def test_lie_of_the_state_is_found_and_mended(filled: Store, name: str) -> None:
    sql, root = LIES[name]
    before = filled.database.query("SELECT * FROM thing ORDER BY root"), filled.things.digest()
    lie(filled, sql, root)
    assert Problem("state_differs", root) in filled.verify({})
    assert (filled.database.query("SELECT * FROM thing ORDER BY root"), filled.things.digest()) == before
    filled.verify({})
    assert filled.verify({}) == ()


def test_state_without_a_journal_is_found(filled: Store) -> None:
    lie(
        filled,
        "INSERT INTO thing SELECT 'stray', kind, state, digest, 0, 0, 0 FROM thing WHERE root = ?",
        VISIT,
    )
    assert filled.verify({}) == (Problem("state_stray", "stray"),)


@pytest.mark.parametrize(
    "sql", ["DELETE FROM touch WHERE root = ?", "UPDATE tail SET roots = '' WHERE roots LIKE '%' || ? || '%'"]
)
def test_lost_index_is_found_and_mended_and_the_state_is_kept(filled: Store, sql: str) -> None:
    before = filled.things.state(VISIT)
    lie(filled, sql, VISIT)
    assert "index_differs" in {p.code for p in filled.verify({})}
    assert filled.things.state(VISIT) == before
    assert filled.verify({}) == ()


def test_wrong_tally_is_found_and_mended(filled: Store) -> None:
    lie(filled, "UPDATE tally SET count = 7 WHERE name = 'visit.draft'")
    lie(filled, "DELETE FROM tally WHERE name = 'party'")
    assert filled.verify({}) == (Problem("tally_differs", "party"), Problem("tally_differs", "visit.draft"))
    assert (filled.tally("visit.draft"), filled.tally("party")) == (2, 1)
    assert filled.verify({}) == ()


def body(store: Store, table: str) -> bytes:
    return bytes(store.database.query(f"SELECT body FROM {table} LIMIT 1")[0][0])


BREAKS: dict[str, Callable[[Store], None]] = {
    "value in the tail": lambda s: lie(s, "UPDATE tail SET body = replace(body, 'draft', 'final')"),
    "garbage in the tail": lambda s: lie(s, "UPDATE tail SET body = '[1'"),
    "lost commit of the tail": lambda s: lie(s, "DELETE FROM tail WHERE seq = 3"),
    "lost end of the tail": lambda s: lie(s, "DELETE FROM tail WHERE seq = 4"),
    "flipped bit in a segment": lambda s: lie(
        s, "UPDATE segment SET body = ? WHERE device = 'laptop'", body(s, "segment")[:-1] + b"\0"
    ),
    "other commits in a segment": lambda s: lie(
        s,
        "UPDATE segment SET body = (SELECT body FROM segment WHERE device = 'other') WHERE device = 'laptop'",
    ),
    "lost segment": lambda s: lie(s, "DELETE FROM segment WHERE device = 'laptop'"),
    "other head": lambda s: lie(s, "UPDATE chain SET head = 'x' WHERE device = 'laptop'"),
    "higher number": lambda s: lie(s, "UPDATE chain SET seq = 9 WHERE device = 'laptop'"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_broken_chain_is_found_and_nothing_is_mended_from_it(filled: Store, name: str) -> None:
    states = {root: filled.things.state(root) for root in filled.things.roots()}
    BREAKS[name](filled)
    for _ in range(2):
        assert {(p.code, p.where) for p in filled.verify({})} & {
            ("chain_broken", "laptop"),
            ("chain_short", "laptop"),
        }
        assert {root: filled.things.state(root) for root in filled.things.roots()} == states


def test_incremental_check_finds_what_came_after_the_last_one(filled: Store, hand: Hand) -> None:
    reach = {c.key: c.seq for c in filled.chains.all()}
    assert filled.verify(reach) == ()
    hand.stamp = 5000
    hand.write("statement", field="statement")
    lie(filled, "UPDATE thing SET digest = 'x' WHERE root = ?", VISIT)
    assert filled.verify(reach) == (Problem("state_differs", VISIT),)
    lie(filled, "DELETE FROM tail WHERE seq = 5")
    assert filled.verify(reach) == (Problem("chain_short", "laptop", {"seq": 4}),)


def test_check_reports_how_far_it_is_with_pages_journal_and_state(filled: Store) -> None:
    heard: list[tuple[int, int, str]] = []
    filled.verify({}, lambda done, total, what: heard.append((done, total, what)))
    assert list(dict.fromkeys(what for *_, what in heard)) == ["check_pages", "check_journal", "check_state"]
    assert (7, 7, "check_journal") in heard
    assert heard[-1] == (3, 3, "check_state")


@pytest.mark.parametrize("phase", ["check_pages", "check_journal", "check_state"])
def test_check_can_be_stopped_in_each_of_its_phases(filled: Store, phase: str) -> None:
    def stop(done: int, total: int, what: str) -> None:
        if what == phase:
            raise Cancelled

    with pytest.raises(Cancelled):
        filled.verify({}, stop)
    assert filled.verify({}) == ()


# destruction


def test_destroyed_value_is_gone_from_journal_and_state_and_every_chain_verifies(
    store: Store, hand: Hand
) -> None:
    secret = "向某 5002401990"
    doomed = hand.write(secret)
    hand.write("另一处")
    hand.write("kept", field="subject")
    name = doomed.named()[0][0]
    entity = f"{VISIT}/redaction/1"
    hand.append(an_operation([str(name)], kind=redaction.KIND, entity=entity, field=redaction.DESTROYS))
    held = [c for chain in store.chains.all() for c in store.chains.commits(*chain.key)]
    assert secret not in str([c.to_json() for c in held])
    assert sorted(o.value for c in held for o in c.operations if isinstance(o.value, str)) == [
        "kept",
        "另一处",
    ]
    assert store.verify({}) == ()
    assert value_of(store.things.state(VISIT)) == "另一处"
