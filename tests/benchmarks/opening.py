"""From the passphrase to the list, beyond the derivation of the key."""

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from inspector.paths import WorkspacePlaces
from inspector.workspace import Workspace
from inspector.workspace.keys import KeyFile
from tests.benchmarks import bare
from tests.benchmarks.county import PASSPHRASE
from tests.benchmarks.measure import Figure, times


def figures(folder: Path) -> Iterator[Figure]:
    places = WorkspacePlaces(folder)
    keys = KeyFile.load(places.keys)
    secrets = keys.open(PASSPHRASE)

    def ours() -> None:
        workspace = Workspace.open(folder, PASSPHRASE)
        assert len(workspace.inspections.page()) == 50
        workspace.store.close()
        workspace._holder.release()

    def theirs() -> None:
        connection = bare.connect(places.database, secrets.database_key)
        assert len(connection.execute('SELECT * FROM visit ORDER BY "order" DESC LIMIT 50').fetchall()) == 50
        connection.close()

    with patch.object(KeyFile, "open", lambda *_: secrets):
        beyond = times(ours, 10)
    yield Figure(
        "unlock to the list, beyond the key derivation",
        beyond,
        "bare open and SELECT",
        times(theirs, 10),
        "≤ 150 ms",
    )
