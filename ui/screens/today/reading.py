"""What the page of the day is made of, read at one go."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from inspector.workspace import Workspace
from inspector.workspace.agenda import Agenda

STAGES = ("draft", "final", "signed")


@dataclass(frozen=True)
class Today:
    """The agenda with the kept counts of each stage, the names of the officers, and what is known of the desk."""

    agenda: Agenda
    counts: Mapping[str, int]
    officers: Mapping[str, str]
    acting: str
    day: date
    is_office: bool
    is_new: bool


def read(workspace: Workspace) -> Today:
    inspections = workspace.inspections
    return Today(
        agenda=workspace.agenda.read(),
        counts={stage: inspections.count(stage) for stage in STAGES},
        officers={o.id: o.name for o in workspace.officers.all()},
        acting=workspace.officers.acting,
        day=workspace.clock.now().date(),
        is_office=workspace.is_office,
        is_new=not inspections.count(),
    )
