"""Makes the visit that states are stored by reference to: `resources/storage/pattern.json`.

    python3 -m tests.benchmarks.pattern

To be made again when records or checklists have changed much. A state is read with the very pattern that it was stored
with: a version with another one gathers all states anew from the journal when it opens a workspace.
"""

import tempfile
from pathlib import Path
from typing import cast

from inspector import paths
from inspector.ids import Json
from inspector.inspection.visit import Visit
from inspector.storage import packing
from inspector.workspace import Workspace
from tests.benchmarks import county

COLUMNS = ("actors", "clocks", "devices", "walls")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        county.build(Path(folder) / "office", 40, laptops=1, locked=1.0)
        with Workspace.open(Path(folder) / "office", county.PASSPHRASE) as office:
            plainest = min(office.store.things.all(Visit.kind), key=lambda state: len(state.heads)).to_json()
    del plainest["commits"]
    # The compression looks back 32 KiB: whatever stands before the heads pushes their likeness out of its sight.
    shortened = {column: cast("list[Json]", plainest[column])[:2] for column in COLUMNS}
    paths.resource("storage", "pattern.json").write_bytes(packing.written({**plainest, **shortened}))


if __name__ == "__main__":
    main()
