import pytest

from inspector.inspection.kinds import KINDS
from inspector.journal.commit import Chain
from inspector.journal.roster import Standing
from tests.builders import a_commit, a_roster, an_operation, officer_key

APPLIED, UNAUTHORISED = Standing.APPLIED, Standing.UNAUTHORISED


@pytest.mark.parametrize(
    ("device", "epoch", "seq", "kind", "expected"),
    [
        ("laptop", 1, 5, "visit", APPLIED),
        ("laptop", 1, 5, "unknown-kind", APPLIED),
        ("laptop", 1, 5, "device", UNAUTHORISED),
        ("laptop", 1, 5, "redaction", UNAUTHORISED),
        ("stranger", 1, 5, "visit", UNAUTHORISED),
        ("office", 1, 5, "device", APPLIED),
        ("office", 9, 9, "visit", APPLIED),
        ("ended", 1, 5, "visit", APPLIED),
        ("ended", 2, 3, "visit", APPLIED),
        ("ended", 2, 4, "visit", UNAUTHORISED),
        ("ended", 3, 1, "visit", UNAUTHORISED),
    ],
)
def test_standing_follows_from_circle_kind_and_term(
    device: str, epoch: int, seq: int, kind: str, expected: Standing
) -> None:
    roster = a_roster("laptop", "ended", office="office", ended={"ended": (2, 3), "office": (1, 1)})
    commit = a_commit(after=Chain(device, epoch, seq - 1, "ab" * 32))
    assert roster.standing(commit, an_operation(kind=kind), KINDS) is expected


def test_everything_counts_without_an_office() -> None:
    commit = a_commit(after=Chain("anybody", 1))
    assert a_roster().standing(commit, an_operation(kind="device"), KINDS) is APPLIED


@pytest.mark.parametrize(
    ("officer", "key_of", "device", "seq", "expected"),
    [
        ("谭", "谭", "laptop", 9, True),
        ("谭", "马", "laptop", 9, False),
        ("马", "马", "laptop", 3, True),
        ("马", "马", "laptop", 4, False),
        ("谭", "谭", "other", 9, False),
    ],
)
def test_key_is_vouched_for_when_it_was_its_officers_on_that_device_then(
    officer: str, key_of: str, device: str, seq: int, expected: bool
) -> None:
    roster = a_roster("laptop", "other", keys_ended={"马": (1, 3)})
    commit = a_commit(after=Chain(device, 1, seq - 1, ""))
    assert roster.vouches(officer, officer_key(key_of, "laptop").public, commit) is expected


def test_key_that_nobody_knows_is_not_vouched_for() -> None:
    assert not a_roster("laptop").vouches("谭", officer_key("谭", "elsewhere").public, a_commit())
