"""The circle of an office: its laptops and their keys, as the office's own chain says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self, TypeVar, cast

from inspector.errors import Code, Trouble
from inspector.inspection.kinds import KINDS
from inspector.inspection.people import Device, Office
from inspector.journal.kinds import Thing
from inspector.journal.roster import device_of
from inspector.storage.store import Store
from inspector.sync.header import Header

T = TypeVar("T", bound=Thing)


@dataclass(frozen=True)
class Addressees:
    """To whom a bundle goes: the devices, and the age recipients that can open it."""

    devices: tuple[str, ...]
    recipients: tuple[str, ...]


@dataclass(frozen=True)
class Circle:
    """The office (by its device) and every device that it has approved, revoked ones too."""

    device: str
    office: Office
    devices: Mapping[str, Device]

    @classmethod
    def of(cls, store: Store) -> Self:
        """The circle that this workspace belongs to.

        Raises:
            Trouble: NOT_ENROLLED.
        """
        device = store.office
        if not device:
            raise Trouble(Code.NOT_ENROLLED)
        found = (thing(store, Device, root, root) for root in store.things.roots(Device.kind))
        devices = {d.id: d for d in found if d.key and device_of(d.key) == d.id}
        return cls(device, thing(store, Office, device, f"{device}/office"), devices)

    def is_office(self, device: str) -> bool:
        return device == self.device

    def addressees(self, own: str, wanted: Iterable[str] = ()) -> Addressees:
        """A laptop writes to its office; the office to *wanted*, or to all laptops that are not revoked.

        Raises:
            Trouble: THING_UNKNOWN for a device that is not one of these.
        """
        if not self.is_office(own):
            if strangers := [d for d in wanted if d != self.device]:
                raise Trouble(Code.THING_UNKNOWN, kind=Device.kind, entity=strangers[0])
            keys = (self.office.recipient, self.office.recovery)
            return Addressees((self.device,), tuple(k for k in keys if k))
        laptops = {d.id: d.recipient for d in self.devices.values() if d.id != own and not d.revoked}
        chosen = tuple(wanted) or tuple(laptops)
        strangers = [d for d in chosen if not laptops.get(d)]
        if strangers:
            raise Trouble(Code.THING_UNKNOWN, kind=Device.kind, entity=strangers[0])
        return Addressees(chosen, tuple(laptops[d] for d in chosen))

    def admit(self, header: Header, path: str) -> None:
        """Judges the sender of a bundle.

        Raises:
            Trouble: BUNDLE_FOREIGN for another office or a device that is not of the circle; DEVICE_REVOKED when it
                brings what it wrote after its term.
        """
        sender = self.devices.get(header.sender.device)
        if header.circle != self.device or sender is None:
            raise Trouble(Code.BUNDLE_FOREIGN, path=path, sender=header.sender.device[:16])
        last = (sender.last_epoch, sender.last_seq)
        brought = (v.signed.chain for v in header.vouched)
        if sender.revoked and any((c.epoch, c.seq) > last for c in brought if c.device == sender.id):
            raise Trouble(Code.DEVICE_REVOKED, path=path, name=sender.name)


def thing(store: Store, cls: type[T], root: str, entity: str) -> T:
    """One thing as its root says now."""
    return cast("T", KINDS[cls.kind].assemble(entity, store.things.state(root).values(entity)))
