"""Lists: the first page, and any page by its key."""

import random
from collections.abc import Iterator
from pathlib import Path

from inspector.workspace import Workspace
from tests.benchmarks import bare
from tests.benchmarks.county import PASSPHRASE
from tests.benchmarks.measure import Figure, each, times

PAGES = 200
LIMIT = "≤ 50 ms"


def figures(folder: Path) -> Iterator[Figure]:
    with Workspace.open(folder, PASSPHRASE) as workspace:
        page = workspace.inspections.page
        every = [o for (o,) in workspace.store.database.query('SELECT "order" FROM visit')]
        keys = random.Random(1).sample(every, min(PAGES, len(every)))
        connection = bare.connect(workspace.places.database, workspace.secrets.database_key)

        def bare_page(key: str = "~") -> None:
            sql = 'SELECT * FROM visit WHERE "order" < ? ORDER BY "order" DESC LIMIT 50'
            connection.execute(sql, (key,)).fetchall()

        real = "bare SELECT … LIMIT 50"
        yield Figure("list, first page", times(page, 50), real, times(bare_page, 50), LIMIT)
        ours = each(lambda key=key: page(before=key) for key in keys)
        theirs = each(lambda key=key: bare_page(key) for key in keys)
        yield Figure("list, any page by key", ours, real, theirs, LIMIT)
        drafts = each(lambda key=key: page(before=key, stage="draft") for key in keys)
        yield Figure("list of drafts, any page by key", drafts, real, theirs, LIMIT)
        connection.close()
