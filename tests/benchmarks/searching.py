"""Search: two Chinese characters and pinyin initials, of names that are met often and rarely."""

import random
from collections.abc import Iterator
from pathlib import Path

from inspector.storage.search import initials, phrase
from inspector.workspace import Workspace
from tests.benchmarks import bare
from tests.benchmarks.county import PASSPHRASE
from tests.benchmarks.measure import Fact, Figure, Times, each

SEARCHES = 200
LIMIT = "≤ 30 ms, 95th percentile"


def figures(folder: Path) -> Iterator[Figure | Fact]:
    chance = random.Random(2)
    with Workspace.open(folder, PASSPHRASE) as workspace:
        query = workspace.store.database.query
        parties = query("SELECT name, address FROM party ORDER BY random() LIMIT ?", SEARCHES)
        connection = bare.connect(workspace.places.database, workspace.secrets.database_key)
        initials("石柱")  # the tables of the readings are loaded once

        def ours(texts: list[str]) -> Times:
            return each(lambda text=text: workspace.inspections.find(text) for text in texts)

        def theirs(texts: list[str]) -> Times:
            sql = "SELECT rowid FROM words WHERE words MATCH ? LIMIT 50"
            return each(
                lambda text=text: connection.execute(sql, (phrase(text),)).fetchall() for text in texts
            )

        pairs, letters, numbers = [], [], []
        for name, address in parties:
            text = chance.choice((name, address))
            at = chance.randrange(len(text) - 1)
            pairs.append(text[at : at + 2])
            letters.append(initials(name)[chance.randrange(3) :][:4])
            numbers.append(address[-4:])
        for what, texts in (
            ("two characters of a name or address", pairs),
            ("four initials of a name", letters),
            ("the number of a house", numbers),
        ):
            yield Figure(f"search, {what}", ours(texts), "bare MATCH … LIMIT 50", theirs(texts), LIMIT)
        counts = [query("SELECT count(*) FROM words WHERE words MATCH ?", phrase(t))[0][0] for t in pairs]
        yield Fact("hits of the searches by two characters", f"{min(counts):,} to {max(counts):,}")
        connection.close()
