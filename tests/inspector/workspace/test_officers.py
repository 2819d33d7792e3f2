from collections.abc import Callable
from datetime import date

import pytest

from inspector.clock import SetClock
from inspector.crypto.signing import SigningKey
from inspector.crypto.wrapping import open_sealed
from inspector.errors import Code, Trouble
from inspector.workspace import Workspace, officers
from inspector.workspace.keys import Secrets
from tests.builders import NOON
from tests.desk import PASSPHRASE, PINS

Opened = Callable[..., Workspace]
PIN = "135790"


@pytest.fixture
def clock() -> SetClock:
    return SetClock(NOON)


@pytest.fixture
def laptop(open_laptop: Opened, clock: SetClock) -> Workspace:
    return open_laptop(clock=clock)


@pytest.fixture
def officer(laptop: Workspace) -> str:
    return laptop.officers.add("谭𬭎", "50024001", PIN, valid_to=date(2030, 12, 31))[0]


def trouble_of(call: Callable[..., object], *arguments: object) -> Trouble:
    with pytest.raises(Trouble) as trouble:
        call(*arguments)
    return trouble.value


def test_officer_has_certificate_and_a_key_of_this_device(laptop: Workspace, officer: str) -> None:
    found = laptop.officers.get(officer)
    assert (found.name, found.certificate, found.valid_to) == ("谭𬭎", "50024001", date(2030, 12, 31))
    assert laptop.officers.here() == (found,)
    key = laptop.officers.key(officer, PIN)
    assert laptop.store.roster().keys[key.public].officer == officer
    assert laptop.store.roster().keys[key.public].device == laptop.device


def test_officer_without_a_pin_has_no_key(laptop: Workspace) -> None:
    officer, _ = laptop.officers.add("马晓棠", "50024002")
    assert laptop.officers.here() == ()
    assert trouble_of(laptop.officers.key, officer, PIN).code is Code.OFFICER_UNKNOWN
    assert trouble_of(laptop.officers.sign_in, officer, PIN).code is Code.OFFICER_UNKNOWN


def test_officers_are_listed_by_name_those_who_left_behind(laptop: Workspace, officer: str) -> None:
    left, _ = laptop.officers.add("安", "50024003")
    laptop.officers.amend(left, left=True)
    laptop.officers.add("马", "50024002")
    assert [o.name for o in laptop.officers.all()] == ["谭𬭎", "马", "安"]


@pytest.mark.parametrize("weak", ["", "12345", "111111", "一二三四五"])
def test_weak_pin_is_refused_and_nothing_is_written(laptop: Workspace, officer: str, weak: str) -> None:
    before = laptop.scribe.chain
    if weak:
        assert trouble_of(laptop.officers.add, "马", "2", weak).code is Code.PIN_WEAK
    assert trouble_of(laptop.officers.make_key, officer, weak).code is Code.PIN_WEAK
    assert trouble_of(laptop.officers.change_pin, officer, PIN, weak).code is Code.PIN_WEAK
    assert laptop.scribe.chain == before
    assert laptop.officers.key(officer, PIN)


def test_unknown_officer_is_refused(laptop: Workspace) -> None:
    assert trouble_of(laptop.officers.get, "nobody").code is Code.OFFICER_UNKNOWN
    assert trouble_of(laptop.officers.make_key, "nobody", PIN).code is Code.OFFICER_UNKNOWN
    assert trouble_of(laptop.officers.get, laptop.device).code is Code.OFFICER_UNKNOWN


def test_wrong_pin_opens_nothing_and_names_the_officer(laptop: Workspace, officer: str) -> None:
    trouble = trouble_of(laptop.officers.sign_in, officer, "000001")
    assert (trouble.code, trouble.context["name"]) == (Code.PIN_WRONG, "谭𬭎")
    assert laptop.officers.acting == ""


def test_waiting_grows_after_too_many_wrong_pins_and_ends_with_the_right_one(
    laptop: Workspace, officer: str, clock: SetClock
) -> None:
    for _ in range(5):
        assert trouble_of(laptop.officers.key, officer, "000001").code is Code.PIN_WRONG
    for wait in (30, 60, 120):
        trouble = trouble_of(laptop.officers.key, officer, PIN)
        assert (trouble.code, trouble.context["seconds"]) == (Code.PIN_WAIT, wait)
        clock.advance(wait - 1)
        assert trouble_of(laptop.officers.key, officer, PIN).code is Code.PIN_WAIT
        clock.advance(1)
        if wait < 120:
            assert trouble_of(laptop.officers.key, officer, "000001").code is Code.PIN_WRONG
    assert laptop.officers.key(officer, PIN)
    for _ in range(5):
        assert trouble_of(laptop.officers.key, officer, "000001").code is Code.PIN_WRONG


def rebooted(laptop: Workspace, open_laptop: Opened, uptime_s: float) -> Workspace:
    """The workspace on a machine that has been on for so long."""
    laptop.close()
    later = SetClock(NOON)
    later.advance(uptime_s)
    return open_laptop(clock=later)


def test_waiting_goes_on_when_the_program_is_started_again(
    laptop: Workspace, officer: str, clock: SetClock, open_laptop: Opened
) -> None:
    clock.advance(1000)
    for _ in range(6):
        trouble_of(laptop.officers.key, officer, "000001")
        clock.advance(5)
    laptop.close()
    again = open_laptop(clock=clock)
    trouble = trouble_of(again.officers.key, officer, PIN)
    assert (trouble.code, trouble.context["seconds"]) == (Code.PIN_WAIT, 20)
    clock.advance(20)
    assert again.officers.key(officer, PIN)


@pytest.mark.parametrize(("uptime_s", "left_s"), [(0, 30), (10, 20), (2000, 0)])
def test_after_a_reboot_only_the_time_since_then_counts_whatever_the_clock_says(
    laptop: Workspace, officer: str, clock: SetClock, open_laptop: Opened, uptime_s: int, left_s: int
) -> None:
    clock.advance(1000)
    for _ in range(5):
        trouble_of(laptop.officers.key, officer, "000001")
    laptop = rebooted(laptop, open_laptop, uptime_s)
    if left_s:
        assert trouble_of(laptop.officers.key, officer, PIN).context["seconds"] == left_s
    else:
        assert laptop.officers.key(officer, PIN)


def test_try_is_counted_before_it_is_made(
    laptop: Workspace, officer: str, open_laptop: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PlugPulled(BaseException):
        pass

    def pull(*_: object, **__: object) -> bytes:
        raise PlugPulled

    with monkeypatch.context() as patch:
        patch.setattr(officers, "unwrap", pull)
        for _ in range(5):
            with pytest.raises(PlugPulled):
                laptop.officers.key(officer, PIN)
    assert trouble_of(laptop.officers.key, officer, PIN).code is Code.PIN_WAIT


def test_wait_grows_no_longer_than_an_hour(laptop: Workspace, officer: str, clock: SetClock) -> None:
    for _ in range(5):
        trouble_of(laptop.officers.key, officer, "000001")
    for _ in range(20):
        clock.advance(3600)
        assert trouble_of(laptop.officers.key, officer, "000001").code is Code.PIN_WRONG
    assert trouble_of(laptop.officers.key, officer, PIN).context["seconds"] == 3600


def test_officer_who_left_signs_in_no_more(laptop: Workspace, officer: str) -> None:
    laptop.officers.amend(officer, left=True)
    assert trouble_of(laptop.officers.sign_in, officer, "000001").code is Code.PIN_WRONG
    trouble = trouble_of(laptop.officers.sign_in, officer, PIN)
    assert (trouble.code, trouble.context["name"]) == (Code.OFFICER_LEFT, "谭𬭎")
    assert laptop.officers.acting == ""
    laptop.officers.amend(officer, left=False)
    laptop.officers.sign_in(officer, PIN)
    assert laptop.officers.acting == officer


def test_officer_whose_certificate_has_run_out_still_signs_in(
    laptop: Workspace, officer: str, clock: SetClock
) -> None:
    laptop.officers.amend(officer, valid_to=date(2026, 3, 14))
    assert not laptop.officers.get(officer).certified(clock.now().date())
    laptop.officers.sign_in(officer, PIN)
    assert laptop.officers.acting == officer


def test_wrong_pins_of_one_officer_do_not_make_another_wait(laptop: Workspace, officer: str) -> None:
    other, _ = laptop.officers.add("马晓棠", "50024002", "246801")
    for _ in range(5):
        trouble_of(laptop.officers.key, officer, "000001")
    assert laptop.officers.key(other, "246801")


def test_new_pin_opens_the_same_key_and_the_old_one_nothing(laptop: Workspace, officer: str) -> None:
    public = laptop.officers.key(officer, PIN).public
    laptop.officers.change_pin(officer, PIN, "975310")
    assert laptop.officers.key(officer, "975310").public == public
    assert trouble_of(laptop.officers.key, officer, PIN).code is Code.PIN_WRONG
    assert trouble_of(laptop.officers.change_pin, officer, PIN, "864200").code is Code.PIN_WRONG


def test_change_over_signs_the_head_of_what_was_written_before(laptop: Workspace, officer: str) -> None:
    head = laptop.scribe.chain
    laptop.officers.sign_in(officer, PIN)
    signed = laptop.store.chains.signed(laptop.device, head.epoch)
    assert signed is not None
    assert signed.chain == head
    assert laptop.officers.acting == officer
    laptop.officers.amend(officer, station="南宾所")
    commit = laptop.store.chains.commit(laptop.device, head.epoch, head.seq + 1)
    assert commit is not None
    assert commit.actor == officer


def test_officers_keys_and_credentials_are_made_together_or_not_at_all(
    laptop: Workspace, officer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = laptop.store.local.officers_with_keys()

    def full(*_: object, **__: object) -> None:
        raise Trouble(Code.DISK_FULL)

    monkeypatch.setattr(laptop.scribe, "write", full)
    assert trouble_of(laptop.officers.make_key, officer, "975310").code is Code.DISK_FULL
    assert laptop.store.local.officers_with_keys() == before
    assert laptop.officers.key(officer, PIN)


def test_key_cannot_be_opened_with_the_data_key_and_the_pin(laptop: Workspace, officer: str) -> None:
    stored = laptop.store.local.officer_key(officer)
    assert stored is not None
    recovered = Secrets(laptop.secrets.data_key, SigningKey.generate())  # all that the recovery key gives
    for key in (recovered.officers_key, recovered.data_key, recovered.database_key):
        with pytest.raises(Trouble) as trouble:
            open_sealed(key, stored[1], officer.encode())
        assert trouble.value.code is Code.BLOB_DAMAGED


def test_key_of_one_officer_cannot_be_laid_under_another(laptop: Workspace, officer: str) -> None:
    other, _ = laptop.officers.add("马晓棠", "50024002", PINS["马晓棠"])
    stored = laptop.store.local.officer_key(officer)
    assert stored is not None
    laptop.store.local.put_officer_key(other, *stored)
    assert trouble_of(laptop.officers.key, other, PIN).code is Code.BLOB_DAMAGED


def test_keys_are_there_after_a_restart(laptop: Workspace, officer: str, open_laptop: Opened) -> None:
    public = laptop.officers.key(officer, PIN).public
    laptop.close()
    assert open_laptop().officers.key(officer, PIN).public == public
    assert PASSPHRASE
