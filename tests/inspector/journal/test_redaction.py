from dataclasses import replace

import pytest

from inspector.journal import lock, redaction
from inspector.journal.commit import Chain, Commit, check_chain
from inspector.journal.operation import GONE, Name
from tests.builders import VISIT, Device, a_roster, an_operation, gathered, meet, value_of

GOODS = f"{VISIT}/goods/1"
VERSION = f"{VISIT}/version/1"


def a_device() -> Device:
    device = Device("one", a_roster("one"))
    device.write("向某，身份证 5002401990")
    device.write("口罩", kind="goods", entity=GOODS, field="name")
    return device


def head(device: Device, field: str = "place", entity: str = VISIT) -> Name:
    return device.state().heads[(entity, field)][0].name


def destroyed(device: Device, *names: Name) -> tuple[Commit, ...]:
    """The commits as they lie on a disk where the values were destroyed."""
    return tuple(
        replace(c, operations=tuple(o.redact() if n in names else o for n, o in c.named()))
        for c in device.commits
    )


def test_destroyed_value_is_shown_as_destroyed() -> None:
    device = a_device()
    device.redact(head(device))
    found = device.state().heads[(VISIT, "place")][0]
    assert (found.value, found.redacted) == (None, True)


def test_state_is_the_same_before_and_after_the_bytes_are_destroyed_and_the_chain_verifies() -> None:
    device = a_device()
    name = head(device)
    device.redact(name)
    left = destroyed(device, name)
    assert check_chain(Chain("one", 1), left) == device.chain
    assert gathered(left, device.roster).to_json() == device.state().to_json()


def test_state_is_the_same_when_one_copy_has_the_value_and_another_has_not() -> None:
    device = a_device()
    name = head(device)
    device.redact(name)
    left = destroyed(device, name)
    for commits in (left, left[:1]):  # with the redaction at hand, and before it has come
        whole = device.commits[: len(commits)]
        one_way, other_way = ([*commits, *whole], [*whole, *commits])
        assert gathered(one_way, device.roster).to_json() == gathered(other_way, device.roster).to_json()


def test_lock_stays_in_force_when_what_it_covers_is_destroyed() -> None:
    device = a_device()
    name = head(device)
    device.write({"party": {"name": "向某"}}, kind="version", entity=VERSION, field="record")
    device.lock()
    record = head(device, "record", VERSION)
    device.redact(name, record)
    for commits in (device.commits, destroyed(device, name, record)):
        state = gathered(commits, device.roster)
        assert state.locked is not None
        assert value_of(state) is None
        assert value_of(state, "record", VERSION) is None


def test_what_others_stand_on_is_not_destroyed() -> None:
    device = a_device()
    device.remove(GOODS)
    removal = head(device, GONE, GOODS)
    device.lock()
    seal = head(device, lock.SEAL, lock.entity(VISIT))
    device.redact(head(device))
    destruction = (
        device.state().heads[(f"{VISIT}/redaction/{device.chain.seq - 1}", redaction.DESTROYS)][0].name
    )
    device.redact(removal, seal, destruction)
    state = device.state()
    assert state.is_gone(GOODS)
    assert state.locked is not None
    assert value_of(state) is None


def test_destruction_cannot_be_taken_back() -> None:
    device = a_device()
    device.redact(head(device))
    entity = f"{VISIT}/redaction/{device.chain.seq - 1}"
    device.write([], kind=redaction.KIND, entity=entity, field=redaction.DESTROYS)
    assert value_of(device.state()) is None


def test_only_the_office_destroys() -> None:
    roster = a_roster("one", office="office")
    one, office = Device("one", roster), Device("office", roster)
    one.write("向某")
    office.sees(one)
    one.redact(head(one))
    assert value_of(one.state()) == "向某"
    office.redact(head(office))
    meet(one, office)
    assert value_of(one.state()) is None


@pytest.mark.parametrize("value", [None, "x", {}, [None, 3, "x", ["y"]]])
def test_redaction_that_names_nothing_destroys_nothing(value: object) -> None:
    device = a_device()
    entity = f"{VISIT}/redaction/x"
    device.append(an_operation(value, kind=redaction.KIND, entity=entity, field=redaction.DESTROYS))  # type: ignore[arg-type]
    assert value_of(device.state()) == "向某，身份证 5002401990"


def test_redaction_below_another_root_destroys_nothing() -> None:
    device = a_device()
    device.redact(head(device), root="visit-2")
    assert value_of(device.state()) is not None
