"""自检: whether the state is what the journal says, and what is at hand."""

from dataclasses import dataclass
from typing import cast

from inspector import ids
from inspector.errors import Code, Problem
from inspector.progress import Report, silent
from inspector.storage.store import Store
from inspector.workspace.inspections import Inspections


@dataclass(frozen=True)
class Health:
    """The report of a check. Two replicas that hold the same operations give the same digests."""

    inspections: int
    locked: int
    evidence: int
    operations: int
    state_digest: str
    journal_digest: str
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        return not self.problems


def check(store: Store, inspections: Inspections, *, full: bool = False, report: Report = silent) -> Health:
    """Proves `rebuild(journal) == state` for what is new since the last check, or for everything."""
    checked = {} if full else _checked(store)
    problems = store.verify(checked, report)
    if not problems:
        store.local.set_meta("checked", [[c.device, c.epoch, c.seq] for c in store.chains.all()])
    return Health(
        inspections=inspections.count(),
        locked=inspections.count("locked"),
        evidence=store.database.query("SELECT count(DISTINCT sha256) FROM photo")[0][0],
        operations=store.chains.operations(),
        state_digest=store.things.digest(),
        journal_digest=ids.sha256(
            "\n".join(f"{c.device} {c.epoch} {c.seq} {c.head}" for c in store.chains.ends()).encode()
        ),
        problems=(*problems, *(Problem(Code.SEAL_UNKNOWN, root) for root in store.projections.unread())),
    )


def _checked(store: Store) -> dict[tuple[str, int], int]:
    stored = cast("list[list[object]]", store.local.meta("checked") or [])
    return {(str(d), cast("int", e)): cast("int", s) for d, e, s in stored}
