"""The facts of the visit itself: how a step says them, and the fields in which they are typed."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from inspector.changes import Changes
from ui.screens.fill_in.step import Way
from ui.screens.fill_in.visited import Visited
from ui.widgets.kept_text import KeptText

if TYPE_CHECKING:
    from inspector.workspace import Workspace


def say(way: Way, **facts: object) -> None:
    """Writes facts of the visit in sight as one step; the drafts of those fields go with it."""
    way.context.write(partial(_say, way.context.workspace, way.visit(), facts))


def keep(way: Way, field: str, text: str) -> None:
    """Keeps *text* as the draft of a fact."""
    way.context.tasks.write(partial(way.context.workspace.drafts.keep, way.visit(), field, text))


def drop(way: Way, field: str) -> None:
    """Lets the draft of a fact go."""
    way.context.tasks.write(partial(way.context.workspace.drafts.drop, way.visit(), field))


def draft_of(visited: Visited, field: str) -> str | None:
    """The draft of a fact while it can still become one."""
    return visited.draft(visited.id, field) if visited.is_writable else None


class TypedFacts:
    """Text fields, each over one fact of the visit: a draft while it is typed, the fact when the person leaves it."""

    def __init__(self, way: Way) -> None:
        self._way = way
        self._lines: dict[str, KeptText] = {}

    def add(self, field: str, name: str, *, lines: int = 1, placeholder: str = "") -> KeptText:
        """Makes the editor of *field*, called *name*."""
        made = KeptText(name, lines=lines)
        made.set_placeholder(placeholder)
        made.drafted.connect(partial(keep, self._way, field))
        made.settled.connect(partial(self._settled, field))
        self._lines[field] = made
        return made

    def show_visit(self, visited: Visited) -> None:
        for field, line in self._lines.items():
            line.set_writable(visited.is_writable)
            line.show_text(str(getattr(visited.inspection.visit, field)), draft_of(visited, field))

    def go_to(self, place: str) -> bool:
        """Puts the cursor into the field called *place*, if it is here."""
        if place not in self._lines:
            return False
        self._lines[place].setFocus()
        return True

    def settle(self) -> None:
        """Takes what stands in the fields as said."""
        for line in self._lines.values():
            line.settle()

    def _settled(self, field: str, text: str) -> None:
        say(self._way, **{field: text or None})


def _say(workspace: "Workspace", visit: str, facts: Mapping[str, object]) -> Changes:
    changes = workspace.inspections.set(visit, **facts)
    for field in facts:
        workspace.drafts.drop(visit, field)
    return changes
