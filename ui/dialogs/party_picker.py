"""A party of the registry as a field: found by initials, or left empty."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.inspection.registry import Party
from ui.tasks import Tasks
from ui.widgets.picker import Choice, Picker

FindParties = Callable[[str], Sequence[Party]]


class PartyPicker(Picker):
    """Holds the id of the party that is picked in `party`; *find* is `Registry.find_parties`.

    Signals:
        settled: a party was taken.
    """

    settled = Signal()

    def __init__(self, name: str, tasks: Tasks, find: FindParties, parent: QWidget | None = None) -> None:
        super().__init__(name, tasks, partial(_choices, find), can_add=True, parent=parent)
        self.party = ""
        self.chosen.connect(self._take_party)
        self.line.textEdited.connect(self._typed)

    def show_party(self, party: Party | None) -> None:
        self.party = party.id if party else ""
        self.show_choice(Choice(party.id, party.name) if party else None)

    def take_party(self, party: Party) -> None:
        """Takes one that was added, or is known already."""
        self.show_party(party)
        self.settled.emit()

    @property
    def is_settled(self) -> bool:
        """Whether the field is empty or a party was taken; text alone is no party."""
        return bool(self.party) or not self.line.text().strip()

    def _take_party(self, party: str) -> None:
        self.party = party
        self.settled.emit()

    def _typed(self, _: str) -> None:
        self.party = ""


def _choices(find: FindParties, typed: str) -> list[Choice]:
    return [Choice(p.id, p.name, " · ".join(filter(None, (p.uscc, p.address)))) for p in find(typed)]
