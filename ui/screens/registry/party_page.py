"""一户一档: one party with its block, where it trades, and its visits."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from inspector.inspection.registry import Party
from ui import theme
from ui.models.paged import PagedModel
from ui.screens.inspections.columns import VisitColumns
from ui.screens.inspections.rows import page
from ui.screens.new_visit import begin_visit
from ui.screens.registry.facts import Fact, Facts
from ui.screens.registry.reading import PartyFile
from ui.screens.screen import Context, Place
from ui.widgets.button import Button, Weight
from ui.widgets.card import Card, SectionHeading
from ui.widgets.masked_field import masked
from ui.widgets.page import Page
from ui.widgets.table import Table


class PartyPage(Page):
    """Shows the file of one party; where the window is low it scrolls.

    Signals:
        edit_asked, undo_asked: what the person wants to do with the party in sight.
    """

    edit_asked = Signal()
    undo_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(width=500, margin=0, centred=False, parent=parent)
        self._context = context
        self.party = Party()
        self.card = Card(" ")
        self.facts = Facts()
        self.undo = Button(self.tr("Undo"), Weight.QUIET, "undo")
        self.undo.setToolTip(self.tr("Take back the last correction (Ctrl+Z)"))
        self.undo.clicked.connect(self.undo_asked)
        self.edit = Button(self.tr("Correct"), Weight.QUIET, "edit")
        self.edit.setToolTip(self.tr("Ctrl+E"))
        self.edit.clicked.connect(self.edit_asked)
        self.visit = Button(self.tr("New visit"), icon="plus")
        self.visit.clicked.connect(lambda: begin_visit(context, self, f"party/{self.party.id}"))
        for button in (self.undo, self.edit, self.visit):
            self.card.heading.add_action(button)
        self.card.column.addWidget(self.facts)
        self.model = PagedModel(context.tasks, VisitColumns().of_party(), self)
        self.visits = Table(self.tr("Visits of this party"), self.model)
        self.visits.opened.connect(lambda visit: context.go(Place.FILL_IN, visit))
        self.none = QLabel(self.tr("No visit yet."))
        theme.set_kind(self.none, "small")
        self.model.filled.connect(self._filled)
        visits = Card()
        visits.column.setContentsMargins(theme.space(1), theme.space(4), theme.space(1), theme.space(1))
        heading = SectionHeading(self.tr("Visits"))
        heading.setContentsMargins(theme.space(4), 0, theme.space(4), 0)
        self.none.setContentsMargins(theme.space(4), 0, theme.space(4), theme.space(3))
        for widget in (heading, self.none):
            visits.column.addWidget(widget)
        visits.column.addWidget(self.visits, 1)
        visits.column.addStretch(0)
        self.column.setSpacing(theme.space(3))
        self.column.addWidget(self.card)
        self.column.addWidget(visits, 1)

    def show_file(self, file: PartyFile) -> None:
        is_other = file.party.id != self.party.id
        self.party = party = file.party
        self.card.heading.words.setText(party.name)
        self.undo.setVisible(file.can_undo)
        stalls = "、".join(f"{card.market.name} {card.stall.number}" for card in file.stalls)
        shown = [
            Fact(self.tr("Unified social credit code"), party.uscc, "uscc" in file.disputed),
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
        if stalls:
            shown.append(Fact(self.tr("Trades at"), stalls, is_wide=True))
        self.facts.show_facts(shown)
        if is_other:
            self.model.ask(partial(page, self._context.workspace, "", party=party.id))
        else:
            self.model.refresh()

    def _filled(self) -> None:
        self.none.setVisible(not self.model.rows)
        self.visits.setVisible(bool(self.model.rows))
