"""The room that a county takes on disk, by what it is taken for."""

from collections.abc import Iterator
from pathlib import Path

from inspector.storage.database import PAGE_BYTES
from inspector.workspace import Workspace
from tests.benchmarks.county import PASSPHRASE
from tests.benchmarks.measure import Fact

PARTS = {
    "journal: segments": "SELECT total(length(body)) FROM segment",
    "journal: tail": "SELECT total(length(body)) FROM tail",
    "state of every thing": "SELECT total(length(state)) FROM thing",
}


def figures(folder: Path) -> Iterator[Fact]:
    with Workspace.open(folder, PASSPHRASE) as workspace:
        query = workspace.store.database.query
        visits = workspace.inspections.count()
        pages, free = query("PRAGMA page_count")[0][0], query("PRAGMA freelist_count")[0][0]
        whole = (pages - free) * PAGE_BYTES
        operations = workspace.store.chains.operations() / visits
        locked = workspace.inspections.count("locked") / visits
        yield Fact(
            "room for 100,000 inspections of 40 answers",
            f"{whole / visits / 1e4:.2f} GB ({operations:.0f} operations each, {locked:.0%} locked)",
            "≤ 1 GB",
        )
        for what, sql in PARTS.items():
            yield Fact(f"… of it {what}", f"{query(sql)[0][0] / visits:,.0f} bytes each")
