"""One answer on a filled visit: the commit, the state and its rows, on disk."""

import os
from collections.abc import Iterator
from pathlib import Path

from inspector.checklist import Mark
from inspector.workspace import Workspace
from tests.benchmarks import bare
from tests.benchmarks.county import PASSPHRASE
from tests.benchmarks.measure import Figure, Times, each

ANSWERS = 400
BYTES = 700
"""An answer as it lies in the tail."""


def figures(folder: Path) -> Iterator[Figure]:
    with Workspace.open(folder, PASSPHRASE) as workspace:
        visit = next(v.id for v in workspace.inspections.page(stage="draft") if v.answered > 20)
        answers = workspace.inspections.read(visit).answers
        places = [at for at, answer in sorted(answers.items()) if answer.mark is Mark.CLEAR][:20]

        def ours() -> Times:
            marks = [(at, mark) for mark in (Mark.NOT_APPLICABLE, Mark.CLEAR) for at in places]
            rounds = marks * (ANSWERS // len(marks))
            return each(
                lambda at=at, mark=mark: workspace.answering.answer(visit, at, mark=mark)
                for at, mark in rounds
            )

        def theirs() -> Times:
            connection = bare.connect(workspace.places.root / "bare.db", workspace.secrets.database_key)
            connection.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, body BLOB)")
            sql = "INSERT INTO answer (body) VALUES (?)"
            found = each(lambda: connection.execute(sql, (os.urandom(BYTES),)) for _ in range(ANSWERS))
            connection.close()
            return found

        yield Figure("one answer, on disk", ours(), "bare INSERT and commit", theirs())
