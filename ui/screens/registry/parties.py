"""The parties: the list, and the file of the one that is chosen."""

from functools import partial

from PySide6.QtWidgets import QWidget

from inspector.inspection.registry import Party
from ui.models.paged import Cell
from ui.screens.registry import reading
from ui.screens.registry.directory import Directory
from ui.screens.registry.party_page import PartyPage
from ui.screens.registry.reading import PartyFile
from ui.screens.registry.side import Side
from ui.screens.screen import Context
from ui.widgets.empty_state import EmptyState


class Parties(Side[PartyFile]):
    """What was searched for in vain begins the new party."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self.page = PartyPage(context)
        directory = Directory(
            self.tr("Parties"),
            self.tr("Name, initials, code or phone"),
            context.tasks,
            partial(reading.parties, context.workspace),
            lambda party: Cell(party.name, detail=party.address or party.uscc),
        )
        first = EmptyState(
            "registry",
            self.tr(
                "No party is entered yet. Enter the first one here, or at the stall when a visit begins."
            ),
            self.tr("Add a party"),
        )
        none = EmptyState("search", self.tr("Nobody is found by that."), self.tr("Add a party"))
        read = partial(reading.party_file, context.workspace)
        super().__init__(context, directory, self.page, read, first, none, parent)

    def add(self) -> None:
        self._ask(None)

    def edit(self) -> None:
        if self._shown:
            self._ask(self.page.party)

    def _ask(self, party: Party | None) -> None:
        dialog = self.party_dialog(party, self)
        if party is None:
            dialog.form.begin(self.directory.search.text())
        dialog.known_asked.connect(self.directory.go_to)
        dialog.accepted.connect(lambda: self.save(dialog.form.party))
        dialog.open()

    def show_file(self, file: PartyFile) -> None:
        self.page.show_file(file)
