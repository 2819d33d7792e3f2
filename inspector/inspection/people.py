"""Officers with their certificates, and the keys with which they lock records."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from inspector.journal.kinds import Thing
from inspector.journal.roster import KeyTerm, Membership, Roster


@dataclass(frozen=True)
class Officer(Thing):
    """执法人员. The certificate number's form differs by province, so it is free text."""

    kind: ClassVar[str] = "officer"
    name: str = ""
    certificate: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    station: str = ""
    left: bool = False

    def certified(self, day: date) -> bool:
        """Whether the certificate covers *day*; an open end covers everything on that side."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True)
class Credential(Thing):
    """A signing key of an officer on one device, vouched for by the office; `key` is the public half, 64 hex digits.

    What it has locked up to commit `last_seq` of `last_epoch` of its device holds after it is revoked.
    """

    kind: ClassVar[str] = "credential"
    office_only: ClassVar[bool] = True
    officer: str = ""
    device: str = ""
    key: str = ""
    revoked: bool = False
    last_epoch: int = 0
    last_seq: int = 0


@dataclass(frozen=True)
class Device(Thing):
    """A laptop or desktop of the office. Its commits count up to `last_seq` of `last_epoch` once it is revoked."""

    kind: ClassVar[str] = "device"
    office_only: ClassVar[bool] = True
    name: str = ""
    station: str = ""
    key: str = ""
    recipient: str = ""
    revoked: bool = False
    last_epoch: int = 0
    last_seq: int = 0


@dataclass(frozen=True)
class Desk(Thing):
    """What a desk says of itself when it is set up: role (laptop or office), bureau, station and its own name."""

    kind: ClassVar[str] = "desk"
    role: str = ""
    bureau: str = ""
    station: str = ""
    name: str = ""
    demo: bool = False


@dataclass(frozen=True)
class Office(Thing):
    """The office of a circle: its name, and the recipients to whom every photo is encrypted besides its laptop."""

    kind: ClassVar[str] = "office"
    office_only: ClassVar[bool] = True
    bureau: str = ""
    name: str = ""
    recipient: str = ""
    recovery: str = ""


@dataclass(frozen=True)
class Fork(Thing):
    """The office's word that a person has looked at a fork (分叉) of the device below which it stands.

    `beginnings` are the commits at which the branches part that were known then, `who` is a name, `remark` is what was found.
    """

    kind: ClassVar[str] = "fork"
    office_only: ClassVar[bool] = True
    beginnings: tuple[str, ...] = ()
    who: str = ""
    at: datetime | None = None
    remark: str = ""


@dataclass(frozen=True)
class Session(Thing):
    """One run of the program on one device: how its clocks relate, said once."""

    kind: ClassVar[str] = "session"
    boot: str = ""
    monotonic: str = ""
    version: str = ""
    system: str = ""


def roster(office: str, devices: Iterable[Device], credentials: Iterable[Credential]) -> Roster:
    """Who may write what, from the things that only the office writes; `office` is its device, or empty."""
    return Roster(
        office,
        {d.id: Membership(_last(d)) for d in devices if d.key},
        {c.key: KeyTerm(c.officer, c.device, _last(c)) for c in credentials},
    )


def _last(thing: Device | Credential) -> tuple[int, int] | None:
    return (thing.last_epoch, thing.last_seq) if thing.revoked else None
