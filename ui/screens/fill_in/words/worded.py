"""What the step shows besides the visit: the fixed sentences as they will be printed, and the composed text."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.inspection import site_facts
from ui.screens.fill_in.visited import Visited

if TYPE_CHECKING:
    from inspector.workspace import Workspace


@dataclass(frozen=True)
class Worded:
    """`said` are the fixed sentences by the field of their reply; `composed` is what the answers say now."""

    visit: str
    said: dict[str, str]
    composed: str


def read(workspace: "Workspace", visited: Visited) -> Worded:
    """Reads the words of a visit; for a thread beside the window."""
    record = workspace.records.record(visited.id)
    composed = record.site_facts
    if visited.inspection.visit.site_facts:
        composed = site_facts.compose(visited.template, visited.inspection, visited.sheet.evaluated)
    certificates, rights = record.dialogues
    said = {
        "reply_certificates": certificates.said,
        "reply_rights": rights.said,
        "reply_closing": record.closing.said,
    }
    return Worded(visited.id, said, composed)
