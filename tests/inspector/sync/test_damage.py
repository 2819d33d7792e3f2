"""Whatever was cut, changed or mixed in a bundle: it is refused, and nothing of it is written."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from inspector import ids
from inspector.errors import Code, Trouble
from inspector.evidence.intake import Arrival, Source
from inspector.inspection.registry import Party
from inspector.journal.commit import Chain, head_statement
from inspector.journal.segment import Segment
from inspector.sync import incoming, outgoing
from inspector.sync.bundle import Bundle
from inspector.sync.circle import Circle
from inspector.sync.folder import Folder
from inspector.sync.importing import REFUSALS
from inspector.sync.outgoing import Exported
from tests.desk import a_visit
from tests.inspector.sync.circle import Desks, a_photo
from tests.inspector.sync.traces import forged, split, trace

pytestmark = pytest.mark.faults

SEED = 20201215
SAMPLE = 150


@pytest.fixture
def exported(desks: Desks) -> Exported:
    """A small bundle with one photo."""
    desks.north.photos.add(a_visit(desks.north), Arrival(a_photo(3), "IMG_1.jpg", Source.CLI))
    return desks.north.exchange.export(desks.stick)


def refused(desks: Desks, path: Path) -> bool:
    try:
        desks.office.exchange.receive(path)
    except Trouble as trouble:
        assert trouble.code in REFUSALS  # noqa: PT017  (counted below)
        return True
    return False


def test_no_truncated_bundle_is_accepted(desks: Desks, exported: Exported) -> None:
    whole = exported.path.read_bytes()
    before = trace(desks.office)
    lengths = random.Random(SEED).sample(range(len(whole)), SAMPLE)
    accepted = 0
    for length in (0, 1, len(whole) - 1, *lengths):
        exported.path.write_bytes(whole[:length])
        accepted += not refused(desks, exported.path)
    exported.path.write_bytes(whole + b"\n")
    accepted += not refused(desks, exported.path)
    assert (accepted, trace(desks.office)) == (0, before)


def test_no_bundle_with_a_flipped_bit_is_accepted(desks: Desks, exported: Exported) -> None:
    whole = exported.path.read_bytes()
    header = Bundle.read(exported.path).offset
    before = trace(desks.office)
    rng = random.Random(SEED)
    places = [(at, rng.randrange(8)) for at in range(header)]  # every byte of what is signed
    places += [(rng.randrange(header, len(whole)), rng.randrange(8)) for _ in range(SAMPLE)]
    accepted = 0
    for at, bit in places:
        damaged = bytearray(whole)
        damaged[at] ^= 1 << bit
        exported.path.write_bytes(damaged)
        accepted += not refused(desks, exported.path)
    assert (accepted, trace(desks.office)) == (0, before)


def test_no_bundle_with_a_damaged_photo_is_accepted(desks: Desks, exported: Exported) -> None:
    blob = next((desks.stick / "blobs").rglob("*.age"))
    whole = blob.read_bytes()
    before = trace(desks.office)
    rng = random.Random(SEED)
    accepted = 0
    for _ in range(SAMPLE // 3):
        damaged = bytearray(whole)
        damaged[rng.randrange(len(whole))] ^= 1 << rng.randrange(8)
        blob.write_bytes(damaged)
        accepted += not refused(desks, exported.path)
        blob.write_bytes(whole[: rng.randrange(len(whole))])
        accepted += not refused(desks, exported.path)
    assert (accepted, trace(desks.office)) == (0, before)


def test_parts_of_one_bundle_are_refused_in_another(desks: Desks, exported: Exported, tmp_path: Path) -> None:
    desks.north.registry.add(Party(name="另一家"))
    other = desks.north.exchange.export(desks.stick)
    first, second = exported.path.read_bytes(), other.path.read_bytes()
    mixed = tmp_path / "mixed.bundle"
    mixed.write_bytes(first[: Bundle.read(exported.path).offset] + second[Bundle.read(other.path).offset :])
    before = trace(desks.office)
    assert refused(desks, mixed)
    assert trace(desks.office) == before


def test_part_is_refused_when_it_is_sound_and_not_the_one_that_was_signed(
    desks: Desks, exported: Exported
) -> None:
    header, body = split(exported.path)
    (part,) = header["parts"]  # type: ignore[misc]
    header["parts"] = [{**part, "sha256": "0" * 64}]
    forged(exported.path, desks.north.secrets.signing, header, body)
    assert refused(desks, exported.path)


def test_bundle_is_refused_when_it_promises_more_than_it_brings(desks: Desks, exported: Exported) -> None:
    header, body = split(exported.path)
    label = f"{desks.north.device}/{desks.north.scribe.chain.epoch}"
    first, last = header["ranges"][label]  # type: ignore[index]
    ahead = Chain(desks.north.device, desks.north.scribe.chain.epoch, last + 1, "0" * 64)
    signature = desks.north.secrets.signing.sign(head_statement(ahead))
    header["ranges"][label] = [first, last + 1]  # type: ignore[index]
    header["heads"][label] = {  # type: ignore[index]
        "head": ahead.head,
        "key": desks.north.secrets.signing.public,
        "signature": signature,
    }
    forged(exported.path, desks.north.secrets.signing, header, body)
    before = trace(desks.office)
    assert refused(desks, exported.path)
    assert trace(desks.office) == before


def test_photo_is_refused_when_it_is_not_the_one_that_it_is_said_to_be(
    desks: Desks, exported: Exported
) -> None:
    """The ciphertext is whole, and holds other bytes than the record names."""
    exchange, post = desks.north.exchange, desks.north.exchange._post
    circle = Circle.of(post.store)
    plan = outgoing.plan(post, circle, circle.addressees(post.device))
    false = tuple(replace(b, sha256=ids.sha256(b"another picture")) for b in plan.blobs)
    sent = outgoing.send(post, circle, replace(plan, blobs=false), Folder(desks.stick))
    before = trace(desks.office)
    assert refused(desks, sent.path)
    assert trace(desks.office) == before
    assert exchange.export(desks.stick).photos == 1


def test_parts_are_refused_when_another_device_signs_for_the_range(desks: Desks, exported: Exported) -> None:
    """A member of the circle cannot claim a head that its device did not sign."""
    header, body = split(exported.path)
    ranges, heads = dict(header["ranges"]), dict(header["heads"])  # type: ignore[call-overload]
    label = next(k for k in ranges if k.startswith(desks.north.device))
    heads[label] = {**heads[label], "signature": desks.north.secrets.signing.sign(b"something else")}
    header["heads"] = heads
    forged(exported.path, desks.north.secrets.signing, header, body)
    with pytest.raises(Trouble) as trouble:
        desks.office.exchange.receive(exported.path)
    assert trouble.value.code is Code.BUNDLE_UNSIGNED


@pytest.mark.parametrize(
    "change",
    [
        {"ranges": {}},
        {"ranges": {"../../etc/passwd": [1, 2]}},
        {"parts": [{"name": "../x", "length": 1, "sha256": "0" * 64}]},
        {"blobs": [["../../outside", 3]]},
        {"held": {"a": -1}},
        {"recipients": "everybody"},
        {"bundle": 7},
        {"sender": None},
        {"frozen": [[]]},
        {"format": 1, "min_reader": True, "created": 5},
    ],
)
def test_header_is_refused_when_it_is_not_of_its_form(
    desks: Desks, exported: Exported, change: dict[str, object]
) -> None:
    header, body = split(exported.path)
    forged(exported.path, desks.north.secrets.signing, {**header, **change}, body)
    before = trace(desks.office)
    with pytest.raises(Trouble) as trouble:
        desks.office.exchange.receive(exported.path)
    assert (trouble.value.code, trace(desks.office)) == (Code.BUNDLE_DAMAGED, before)


def test_bundle_is_refused_when_values_were_taken_out_on_the_way(
    desks: Desks, exported: Exported, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relay that redacts without the office's word would lose what somebody wrote, and every digest would still fit."""
    run = desks.north.store.chains.run

    def stripped(device: str, epoch: int, after: int, last: int):
        for segment in run(device, epoch, after, last):
            commits = tuple(
                replace(c, operations=tuple(o.redact() for o in c.operations)) for c in segment.commits()
            )
            yield Segment.of(segment.start, commits)

    monkeypatch.setattr(desks.north.store.chains, "run", stripped)
    path = desks.north.exchange.export(desks.stick).path
    before = trace(desks.office)
    assert refused(desks, path)
    assert trace(desks.office) == before


def test_stick_that_fails_while_it_is_read_leaves_whole_commits(
    desks: Desks, exported: Exported, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = incoming.plan

    def pulled(*args: object, **named: object) -> incoming.Plan:
        found = plan(*args, **named)  # type: ignore[arg-type]
        for blob in (desks.stick / "blobs").rglob("*.age"):
            blob.unlink()
        return found

    monkeypatch.setattr(incoming, "plan", pulled)
    with pytest.raises(Trouble) as trouble:
        desks.office.exchange.receive(exported.path)
    assert trouble.value.code is Code.FILE_UNREADABLE
    monkeypatch.undo()
    assert desks.office.store.verify({}) == ()
    again = desks.north.exchange.export(desks.stick)
    assert desks.office.exchange.receive(again.path).evidence == 1
