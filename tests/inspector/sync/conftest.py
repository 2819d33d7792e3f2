"""An office and two laptops that belong to it, copied from one set made once, and a stick."""

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from inspector import paths
from inspector.crypto import wrapping
from tests.desk import a_laptop, an_office
from tests.inspector.sync.circle import Desks, opened

DESKS = ("office", "north", "south")


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
