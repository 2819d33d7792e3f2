"""The parties: the list, and the file of the one that is chosen."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from inspector.inspection.registry import Party
from ui import theme
from ui.dialogs.party import PartyDialog
from ui.messages import Action
from ui.models.paged import Cell
from ui.screens.registry import reading
from ui.screens.registry.directory import Directory
from ui.screens.registry.party_page import PartyPage
from ui.screens.registry.reading import PartyFile
from ui.screens.screen import Context
from ui.widgets.empty_state import EmptyState


class Parties(QWidget):
    """Adds, corrects and takes back."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown = ""
        self.directory = Directory(
            self.tr("Parties"),
            self.tr("Name, initials, code or phone"),
            context.tasks,
            partial(reading.parties, context.workspace),
            lambda party: Cell(party.name, detail=party.address or party.uscc),
        )
        self.page = PartyPage(context)
        self.first = EmptyState(
            "registry",
            self.tr(
                "No party is entered yet. Enter the first one here, or at the stall when a visit begins."
            ),
            self.tr("Add a party"),
        )
        self.none = EmptyState("search", self.tr("Nobody is found by that."), self.tr("Add a party"))
        self.pages = QStackedWidget()
        for page in (self.page, self.first, self.none):
            self.pages.addWidget(page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(4))
        row.addWidget(self.directory, 2)
        row.addWidget(self.pages, 3)
        self.directory.chosen.connect(self.show_party)
        self.directory.opened.connect(lambda _: self.edit())
        self.directory.is_filled.connect(self._filled)
        self.page.edit_asked.connect(self.edit)
        self.page.undo_asked.connect(self.undo)
        self.first.pressed.connect(self.add)
        self.none.pressed.connect(self.add)

    def look_again(self) -> None:
        self.directory.look_again()
        if self._shown:
            self.show_party(self._shown)

    def show_party(self, party: str) -> None:
        self._shown = party
        self._context.tasks.run(partial(reading.party_file, self._context.workspace, party), self._show)

    def add(self) -> None:
        """Asks for a new party; what was searched for in vain is its name or code already."""
        dialog = self._dialog(None)
        dialog.form.begin(self.directory.search.text())
        dialog.accepted.connect(
            lambda: self._context.add(
                partial(self._context.workspace.registry.add, dialog.form.party), self._added
            )
        )
        dialog.open()

    def edit(self) -> None:
        if not self._shown:
            return
        dialog = self._dialog(self.page.party)
        dialog.accepted.connect(lambda: self._save(dialog.form.party))
        dialog.open()

    def undo(self) -> None:
        """Takes the last correction of the party in sight back."""
        if self._shown:
            registry = self._context.workspace.registry
            self._context.write(
                partial(registry.undo, self._shown),
                lambda: self._context.messages.good(self.tr("The last change of this party was taken back.")),
            )

    def _dialog(self, party: Party | None) -> PartyDialog:
        dialog = PartyDialog(party, self._context.tasks, self._context.workspace.registry.party_of_code, self)
        dialog.known_asked.connect(self.directory.go_to)
        return dialog

    def _save(self, party: Party) -> None:
        self._context.write(partial(self._context.workspace.registry.amend, party), self._saved)

    def _saved(self) -> None:
        self._context.messages.good(
            self.tr("Saved. Locked records keep what they say."), Action(self.tr("Undo"), self.undo)
        )

    def _added(self, party: str) -> None:
        self.directory.go_to(party)
        self._context.messages.good(self.tr("The party was added."), Action(self.tr("Undo"), self.undo))

    def _show(self, file: PartyFile | None) -> None:
        if file is None:
            self._shown = ""
            self.directory.ask()  # which leads to another one
        elif file.party.id == self._shown:
            self.page.show_file(file)
            self.pages.setCurrentWidget(self.page)

    def _filled(self, has_any: bool, is_searched: bool) -> None:
        if not has_any:
            self._shown = ""
            self.pages.setCurrentWidget(self.none if is_searched else self.first)
