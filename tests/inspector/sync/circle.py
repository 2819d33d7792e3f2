"""An office, two laptops that belong to it, and the stick that goes between them."""

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from inspector.workspace import Workspace
from tests.desk import PASSPHRASE, PINS


@dataclass
class Desks:
    """The three desks of a test, all open, and the stick that goes between them."""

    office: Workspace
    north: Workspace
    south: Workspace
    stick: Path

    def all(self) -> tuple[Workspace, ...]:
        return self.office, self.north, self.south

    def bring(self, laptop: Workspace) -> None:
        """One laptop's news to the office and the answer back."""
        self.office.exchange.receive(laptop.exchange.export(self.stick).path)
        self.share(laptop)

    def share(self, *laptops: Workspace) -> None:
        """The office's news to *laptops*."""
        path = self.office.exchange.export(self.stick).path
        for laptop in laptops or (self.north, self.south):
            laptop.exchange.receive(path)

    def reopen(self, name: str) -> Workspace:
        """Closes a desk and opens it again."""
        desk: Workspace = getattr(self, name)
        desk.close()
        setattr(self, name, opened(desk.places.root))
        return getattr(self, name)


def a_photo(shade: int = 0) -> bytes:
    """A small photo; another *shade*, another digest."""
    out = io.BytesIO()
    Image.new("RGB", (32, 24), (40 * shade % 256, 90, 60)).save(out, "JPEG")
    return out.getvalue()


def opened(folder: Path) -> Workspace:
    """A desk opened again, its first officer signed in."""
    workspace = Workspace.open(folder, PASSPHRASE)
    for officer in workspace.officers.here():
        if officer.name == next(iter(PINS)):
            workspace.officers.sign_in(officer.id, PINS[officer.name])
    return workspace
