"""Who may write what: devices, officers' keys and revocations, read from the office's own operations."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from inspector import ids
from inspector.journal.commit import Commit
from inspector.journal.kinds import Kinds
from inspector.journal.operation import Operation


def device_of(public: str) -> str:
    """A device is named by its key: the first half of the SHA-256 of the public key's hex."""
    return ids.sha256(public.encode())[:32]


class Standing(StrEnum):
    """Whether an operation counts. Late and unauthorised ones are kept, passed on and shown, never projected."""

    APPLIED = "applied"
    LATE = "late"
    UNAUTHORISED = "unauthorised"


@dataclass(frozen=True)
class Membership:
    """A device of the office. After a revocation its commits count up to (epoch, seq) and no further."""

    last: tuple[int, int] | None = None


@dataclass(frozen=True)
class KeyTerm:
    """An officer's signing key lives on one device; after a revocation it has locked up to (epoch, seq) there."""

    officer: str
    device: str
    last: tuple[int, int] | None = None


@dataclass(frozen=True)
class Roster:
    """The circle of one office. Without an office (a laptop not yet enrolled) everything its own device writes counts.

    `keys` has the officers' public signing keys, with which they lock records.
    """

    office: str = ""
    devices: Mapping[str, Membership] = field(default_factory=dict)
    keys: Mapping[str, KeyTerm] = field(default_factory=dict)

    def vouches(self, officer: str, key: str, commit: Commit) -> bool:
        """Whether *key* was that officer's when *commit* was made on its device."""
        term = self.keys.get(key)
        if term is None or (term.officer, term.device) != (officer, commit.device):
            return False
        return term.last is None or (commit.epoch, commit.seq) <= term.last

    def standing(self, commit: Commit, operation: Operation, kinds: Kinds) -> Standing:
        """Whether the device may write this; a late operation is found elsewhere (see `state`)."""
        member = self.devices.get(commit.device)
        ended = member is not None and member.last is not None and (commit.epoch, commit.seq) > member.last
        if not self.admits(commit, operation, kinds) or (ended and not self.is_office(commit)):
            return Standing.UNAUTHORISED
        return Standing.APPLIED

    def admits(self, commit: Commit, operation: Operation, kinds: Kinds) -> bool:
        """Whether a device of this circle may write such a thing, had its term not ended."""
        return self.is_office(commit) or (
            commit.device in self.devices and not kinds.office_only(operation.kind)
        )

    def is_office(self, commit: Commit) -> bool:
        """Whether the office wrote it; everybody is the office of a circle that has none."""
        return not self.office or commit.device == self.office
