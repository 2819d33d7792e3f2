"""The sheets of a visit, read beside the window."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.inspection.visit import Stage

if TYPE_CHECKING:
    from inspector.workspace import Workspace

_UNFIT = re.compile(r'[\\/:*?"<>|\s]+')
"""What some system does not take in the name of a file."""


@dataclass(frozen=True)
class Sheet:
    """One document of one visit as it is now; equal ones look the same. `file` is offered as its name when it is saved."""

    visit: str
    document: str
    title: str
    digest: str
    is_final: bool
    file: str


def read(workspace: "Workspace", visit: str) -> tuple[Sheet, ...]:
    """The sheets that a visit has, its own page first.

    Raises:
        Trouble: THING_UNKNOWN.
    """
    inspection = workspace.inspections.read(visit)
    record = workspace.records.record(visit)
    version = workspace.records.version(visit)
    is_final = inspection.locked or inspection.visit.stage is not Stage.DRAFT
    day = record.started_at[:10].replace("-", "")
    return tuple(
        Sheet(
            visit,
            listed.id,
            listed.title,
            version,
            is_final,
            _UNFIT.sub("_", "_".join(filter(None, (listed.title, record.party.name, day)))) + ".pdf",
        )
        for listed in workspace.documents.of(visit)
    )
