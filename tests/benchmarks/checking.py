"""自检 after a day's work: four visits of forty answers."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from inspector.inspection.inspection import answer_entity
from inspector.inspection.visit import Answer
from inspector.workspace import Workspace
from inspector.workspace.scribe import Edit
from tests.benchmarks import answers
from tests.benchmarks.county import PASSPHRASE
from tests.benchmarks.measure import Figure, times
from tests.benchmarks.names import Names
from tests.benchmarks.station import CHECKLIST, VISITS_A_DAY


def figures(folder: Path) -> Iterator[Figure]:
    names = Names(3)
    with Workspace.open(folder, PASSPHRASE) as workspace:
        store = workspace.store
        store.local.set_meta("checked", [[c.device, c.epoch, c.seq] for c in store.chains.all()])
        reach = {c.key: c.seq for c in store.chains.all()}
        for _ in range(VISITS_A_DAY):
            visit, _ = workspace.inspections.new(CHECKLIST)
            card, _ = workspace.answering.add_card(visit, "product")
            on_card = (
                (f"{card}/{at}", *said) for at, *said in answers.on_surgical_masks(names, date(2026, 3, 1))
            )
            for at, mark, fact in (*answers.on_shop(names), *on_card):
                said = {"mark": mark, "fact": fact}
                entity = answer_entity(visit, at)
                workspace.scribe.write(
                    Edit(Answer.kind, entity, f, v) for f, v in said.items() if v is not None
                )

        def theirs() -> None:
            for chain in store.chains.all():
                list(store.chains.commits(*chain.key, reach.get(chain.key, 0)))

        ours = times(workspace.check, 1)
        yield Figure("check after a day's work", ours, "reading the day's commits", times(theirs, 3), "≤ 2 s")
