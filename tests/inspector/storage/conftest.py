from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from inspector.storage.store import Store

KEY = b"\x07" * 32
SECRET = "向某某举报康宁大药房"

Opened = Callable[[], Store]


@pytest.fixture
def open_store(tmp_path: Path) -> Iterator[Opened]:
    """Opens the store of this test, again if need be; all are closed in the end."""
    stores: list[Store] = []

    def opened() -> Store:
        stores.append(Store(tmp_path / "workspace.db", KEY, tmp_path / "copies"))
        return stores[-1]

    yield opened
    for store in stores:
        store.close()


@pytest.fixture
def store(open_store: Opened) -> Store:
    return open_store()


def filled(folder: Path) -> Path:
    """A closed file of its own with something in it."""
    store = Store(folder / "x.db", KEY, folder / "copies")
    for number in range(300):
        store.local.keep_draft(f"draft {number:03}", SECRET * 20)
    store.close()
    return folder / "x.db"
