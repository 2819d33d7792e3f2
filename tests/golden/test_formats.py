"""What was stored and signed in a format that has a number is read and proved by every later version.

A failure here is no reason to make the fixture anew: give the format a new number, and go on reading this one.
"""

import json
from functools import cached_property
from pathlib import Path

import pytest

from inspector import ids
from inspector.crypto import sealing
from inspector.crypto.sealing import Identity
from inspector.inspection import people
from inspector.inspection.inspection import Inspection
from inspector.inspection.kinds import KINDS
from inspector.inspection.people import Credential, Device
from inspector.inspection.record import Form, Record
from inspector.journal import lock
from inspector.journal.commit import Chain, Commit
from inspector.journal.gather import Gathering
from inspector.journal.roster import Roster
from inspector.journal.segment import Segment
from inspector.journal.state import State
from inspector.sync.bundle import Bundle
from inspector.sync.contents import Contents


class Stored:
    """One folder of fixtures."""

    def __init__(self, name: str) -> None:
        self.folder = Path(__file__).parent / name
        self.expected = json.loads((self.folder / "expected.json").read_text(encoding="utf-8"))

    @cached_property
    def segment(self) -> Segment:
        start, end = (Chain.parse(self.expected[at]) for at in ("start", "end"))
        return Segment(start, end, (self.folder / "segment").read_bytes())

    @cached_property
    def commits(self) -> tuple[Commit, ...]:
        return self.segment.commits()

    @cached_property
    def state(self) -> State:
        """What the visit says to the roster that the same commits make."""
        return self.gathered(self.expected["visit"], self.roster)

    @cached_property
    def roster(self) -> Roster:
        roots = sorted({root for c in self.commits for root in c.roots})
        states = [self.gathered(root, Roster()) for root in roots]

        def things(kind: str) -> list[object]:
            return [KINDS[kind].assemble(s.root, s.values(s.root)) for s in states if s.kind == kind]

        return people.roster("", things(Device.kind), things(Credential.kind))  # type: ignore[arg-type]

    def gathered(self, root: str, roster: Roster) -> State:
        return Gathering(root, self.commits, roster, KINDS).state()


@pytest.fixture(scope="module", params=["format-1"])
def stored(request: pytest.FixtureRequest) -> Stored:
    return Stored(request.param)


def test_a_segment_is_read_and_its_commits_have_the_ids_and_operations_the_digests_of_that_day(
    stored: Stored,
) -> None:
    digests = "\n".join(o.digest for c in stored.commits for o in c.operations)
    assert ids.sha256(digests.encode()) == stored.expected["operations"]
    assert str(stored.commits[-1].chain) == stored.expected["end"]


def test_a_commit_is_written_as_it_was(stored: Stored) -> None:
    lines = b"\n".join(ids.canonical(c.to_json()) for c in stored.commits)
    assert ids.sha256(lines) == stored.expected["lines"]


def test_a_lock_of_that_day_is_in_force(stored: Stored) -> None:
    assert str(stored.state.locked) == stored.expected["locked"]
    assert stored.state.digest == stored.expected["state"]
    assert stored.state.seal is not None
    head, seal = stored.state.seal
    assert seal.to_json() == head.value, "another form of a seal has another number"
    statement = lock.statement(stored.state.root, seal.record, seal.evidence)
    assert ids.sha256(statement) == stored.expected["statement"]


def test_a_record_of_that_day_is_the_one_that_was_signed_and_can_be_read(stored: Stored) -> None:
    inspection = Inspection.read(stored.state)
    assert inspection.version is not None
    content = (stored.folder / "record.json").read_bytes()
    assert ids.canonical(dict(inspection.version.record)) == content
    assert ids.sha256(content) == stored.expected["version"] == inspection.sealed
    record = Record.from_json(json.loads(content))
    assert (record.id, record.form, len(record.photos)) == (stored.state.root, Form.ONSITE_RECORD, 1)


def test_a_bundle_of_that_day_is_proved_and_opened(stored: Stored) -> None:
    bundle = Bundle.read(stored.folder / "sent.bundle")
    assert bundle.header.digest == stored.expected["bundle"]
    ((_, part),) = bundle.parts()
    reader = Identity.from_text(stored.expected["reader"])
    (segment,) = Contents.unpack(sealing.decrypt(part, [reader])).segments
    assert (segment.end,) == bundle.header.held
    said = [o.digest for c in segment.commits() for o in c.operations]
    assert said == [o.digest for c in stored.commits for o in c.operations]
