"""One laptop that is copied, and the desks of the exchange for what several of them do to one thing."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from inspector.crypto.wrapping import FLOOR
from inspector.workspace import Role, Setup, Workspace
from tests.desk import PASSPHRASE
from tests.inspector.sync.conftest import _keys_stretched_once, desks, template  # noqa: F401  (fixtures)

Opened = Callable[..., Workspace]


@pytest.fixture(scope="session")
def new_laptop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A laptop nobody has worked at, to be copied together with the home that belongs to it."""
    folder = tmp_path_factory.mktemp("template")
    setup = Setup(Role.LAPTOP, "南宾所一号机", "石柱县市场监督管理局", "南宾市场监管所")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INSPECTOR_HOME", str(folder / "home"))
        Workspace.create(folder / "laptop", setup, PASSPHRASE, cost=FLOOR).close()
    return folder


@pytest.fixture
def open_laptop(new_laptop: Path, home: Path, tmp_path: Path) -> Iterator[Opened]:
    """Opens the laptop of this test, or a copy of it by name; all that are still open are closed in the end."""
    opened: list[Workspace] = []
    shutil.copytree(new_laptop / "home", home, dirs_exist_ok=True)

    def by_name(name: str = "laptop", **options: object) -> Workspace:
        folder = tmp_path / name
        if not folder.exists():
            shutil.copytree(new_laptop / "laptop", folder)
        opened.append(Workspace.open(folder, PASSPHRASE, **options))  # type: ignore[arg-type]
        return opened[-1]

    yield by_name
    for workspace in opened:
        workspace.close()


@pytest.fixture
def laptop(open_laptop: Opened) -> Workspace:
    return open_laptop()
