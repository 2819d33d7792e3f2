"""What the first-run page asks for, and the first facts that follow from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from inspector.inspection.people import Desk, Device, Office
from inspector.workspace.scribe import Edit


class Role(StrEnum):
    """Which desk this is: 执法终端 or 内勤."""

    LAPTOP = "laptop"
    OFFICE = "office"


@dataclass(frozen=True)
class Setup:
    """What the first-run page asks for."""

    role: Role
    name: str
    bureau: str
    station: str = ""
    demo: bool = False


def first_facts(setup: Setup, device: str, key: str, recipient: str, recovery: str) -> Iterator[Edit]:
    """The desk and its device; in an office also itself as the one that all others trust.

    Args:
        setup: what was asked for.
        device: the id of the device.
        key: its public signing key.
        recipient: to whom it has originals encrypted.
        recovery: the same for the office's recovery key; empty on a laptop.
    """
    yield from _said(
        Desk.kind,
        f"{device}/desk",
        role=setup.role.value,
        bureau=setup.bureau,
        station=setup.station,
        name=setup.name,
        demo=setup.demo,
    )
    yield from _said(
        Device.kind, device, name=setup.name, station=setup.station, key=key, recipient=recipient
    )
    if setup.role is Role.OFFICE:
        yield from _said(
            Office.kind,
            f"{device}/office",
            bureau=setup.bureau,
            name=setup.name,
            recipient=recipient,
            recovery=recovery,
        )


def _said(kind: str, entity: str, **values: object) -> Iterator[Edit]:
    for field, value in values.items():
        yield Edit(kind, entity, field, value)
