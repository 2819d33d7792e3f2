"""An office and two laptops that belong to it, copied from one set made once, and a stick."""

import io
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from inspector import paths
from inspector.crypto import wrapping
from inspector.workspace import Workspace
from tests.desk import PASSPHRASE, PINS, a_laptop, an_office

DESKS = ("office", "north", "south")


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


@pytest.fixture(scope="session", autouse=True)
def _keys_stretched_once() -> Iterator[None]:
    """Copies of one desk have one salt: the dear part of opening them is done once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wrapping, "_stretched", cache(wrapping._stretched))
        yield


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory, _private_session_home: None) -> Path:
    """Three desks on disk: the laptops have asked, the office has approved, the laptops have accepted."""
    folder = tmp_path_factory.mktemp("template")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INSPECTOR_HOME", str(folder / "home"))
        office = an_office(folder / "office")
        stick = folder / "stick"
        for name in DESKS[1:]:
            laptop = a_laptop(folder / name, name)
            answer = office.exchange.approve(laptop.exchange.request(stick), stick)
            laptop.exchange.accept(answer.path)
            laptop.close()
        office.close()
    shutil.rmtree(stick)
    return folder


@pytest.fixture
def desks(template: Path, tmp_path: Path, home: Path) -> Iterator[Desks]:
    shutil.copytree(template / "home", paths.home(), dirs_exist_ok=True)
    for name in DESKS:
        shutil.copytree(template / name, tmp_path / name)
    found = Desks(*(opened(tmp_path / name) for name in DESKS), tmp_path / "stick")
    yield found
    for desk in found.all():
        desk.close()
