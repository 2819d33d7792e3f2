"""一户一档: one party with its block, where it trades, and its visits."""

from functools import partial

from PySide6.QtWidgets import QWidget

from inspector.inspection.registry import Party
from ui.screens.inspections.columns import VisitColumns
from ui.screens.inspections.rows import page
from ui.screens.new_visit import begin_visit
from ui.screens.registry.facts import Fact
from ui.screens.registry.file_page import FilePage
from ui.screens.registry.reading import PartyFile
from ui.screens.screen import Context, Place
from ui.widgets.button import Button
from ui.widgets.identifier_field import Finding
from ui.widgets.masked_field import masked


class PartyPage(FilePage):
    """Shows the file of one party; a visit can begin from it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context.tasks,
            self.tr("Visits"),
            self.tr("Visits of this party"),
            VisitColumns().of_party(),
            self.tr("No visit yet."),
            parent,
        )
        self._context = context
        self.party = Party()
        self.visit = Button(self.tr("New visit"), icon="plus")
        self.visit.clicked.connect(lambda: begin_visit(context, self, f"party/{self.party.id}"))
        self.card.heading.add_action(self.visit)
        self.table.opened.connect(lambda visit: context.go(Place.FILL_IN, visit))

    def show_file(self, file: PartyFile) -> None:
        is_other = file.party.id != self.party.id
        self.party = file.party
        self.show_known(file.party.name, self._facts(file), can_undo=file.can_undo)
        if is_other:
            self.model.ask(partial(page, self._context.workspace, "", party=file.party.id))
        else:
            self.model.refresh()

    def _facts(self, file: PartyFile) -> list[Fact]:
        party = file.party
        code = self.tr("Unified social credit code")
        shown = [
            Fact(code, party.uscc, "uscc" in file.disputed, finding=Finding.of(file.code)),
            Fact(self.tr("Licence"), party.licence_kind, "licence_kind" in file.disputed),
            Fact(
                self.tr("Representative or operator"), party.representative, "representative" in file.disputed
            ),
            Fact(self.tr("Phone"), party.phone, "phone" in file.disputed),
            Fact(self.tr("Address"), party.address, "address" in file.disputed, is_wide=True),
        ]
        for label, field, value in (
            (self.tr("Id number"), "id_number", masked(party.id_number)),
            (self.tr("Other contact"), "other_contact", party.other_contact),
        ):
            if value or field in file.disputed:
                shown.append(Fact(label, value, field in file.disputed))
        if file.stalls:
            stalls = "、".join(f"{card.market.name} {card.stall.number}" for card in file.stalls)
            shown.append(Fact(self.tr("Trades at"), stalls, is_wide=True))
        return shown
