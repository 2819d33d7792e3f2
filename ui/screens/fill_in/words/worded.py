"""What the step shows besides the visit: the fixed sentences as they will be printed, and the composed text."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.inspection import site_facts
from ui.screens.fill_in.visited import Visited

if TYPE_CHECKING:
    from inspector.workspace import Workspace

REPLIES = ("reply_certificates", "reply_rights", "reply_closing")


@dataclass(frozen=True)
class Worded:
    """`said` are the fixed sentences by the field of their reply, blank where nobody is there for the party; `composed`
    is what the answers say now.
    """

    visit: str
    said: dict[str, str]
    composed: str


def read(workspace: "Workspace", visited: Visited) -> Worded:
    """Reads the words of a visit; for a thread beside the window."""
    record = workspace.records.record(visited.id)
    composed = record.site_facts
    if visited.inspection.visit.site_facts:
        composed = site_facts.compose(visited.template, visited.inspection, visited.sheet.evaluated)
    dialogues = (*record.dialogues, record.closing)
    said = {reply: dialogue.said for reply, dialogue in zip(REPLIES, dialogues, strict=True)}
    return Worded(visited.id, said, composed)
