from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from inspector.storage.store import Store

KEY = b"\x07" * 32

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
