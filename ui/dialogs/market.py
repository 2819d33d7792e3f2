"""A market, and a stall in one: added or corrected."""

from PySide6.QtWidgets import QWidget

from inspector.inspection.registry import Market, Party, Stall
from ui import theme
from ui.dialogs.dialog import Dialog
from ui.dialogs.party_picker import FindParties, PartyPicker
from ui.tasks import Tasks
from ui.widgets.field_row import FieldRow, text_row


class MarketDialog(Dialog):
    """Name, address, and the party that runs it (开办者)."""

    def __init__(
        self,
        market: Market | None,
        operator: Party | None,
        tasks: Tasks,
        find: FindParties,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Add a market") if market is None else self.tr("Correct the market")
        super().__init__(title, self.tr("Save"), parent=parent)
        self._market = market or Market()
        self.name_row, self.name = text_row(self.tr("Name"))
        self.address_row, self.address = text_row(self.tr("Address"))
        self.operator = PartyPicker(self.tr("Who runs it"), tasks, find)
        self.operator_row = FieldRow(self.tr("Who runs it"), self.operator)
        for row in (self.name_row, self.address_row, self.operator_row):
            self.column.addWidget(row)
        self.name.setText(self._market.name)
        self.address.setText(self._market.address)
        self.operator.show_party(operator)
        self.operator.line.textEdited.connect(self.operator_row.accept)
        self.operator.settled.connect(self.operator_row.accept)
        self.setMinimumSize(theme.space(130), theme.space(100))
        self.confirm.clicked.connect(self._confirm)
        self.name.setFocus()

    @property
    def market(self) -> Market:
        return Market(
            id=self._market.id,
            name=self.name.text().strip(),
            address=self.address.text().strip(),
            operator=self.operator.party,
        )

    def _confirm(self) -> None:
        if not self.name.text().strip():
            self.name_row.complain(self.tr("This is needed."))
        elif not self.operator.is_settled:
            self.operator_row.complain(self.tr("Take a party from the list, or leave this empty."))
        else:
            self.accept()


class StallDialog(Dialog):
    """Number, what the sign says, and the party that trades there."""

    def __init__(
        self,
        stall: Stall,
        party: Party | None,
        tasks: Tasks,
        find: FindParties,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Correct the stall") if stall.id else self.tr("Add a stall")
        super().__init__(title, self.tr("Save"), parent=parent)
        self._stall = stall
        self.number_row, self.number = text_row(self.tr("Stall number"))
        self.name_row, self.name = text_row(self.tr("Name on the sign"))
        self.party = PartyPicker(self.tr("Who trades there"), tasks, find)
        self.party_row = FieldRow(
            self.tr("Who trades there"), self.party, self.tr("May stay empty until it is known")
        )
        for row in (self.number_row, self.name_row, self.party_row):
            self.column.addWidget(row)
        self.number.setText(stall.number)
        self.name.setText(stall.name)
        self.party.show_party(party)
        self.party.line.textEdited.connect(self.party_row.accept)
        self.party.settled.connect(self.party_row.accept)
        self.setMinimumSize(theme.space(130), theme.space(100))
        self.confirm.clicked.connect(self._confirm)
        self.number.setFocus()

    @property
    def stall(self) -> Stall:
        return Stall(
            id=self._stall.id,
            market=self._stall.market,
            number=self.number.text().strip(),
            name=self.name.text().strip(),
            party=self.party.party,
        )

    def _confirm(self) -> None:
        if not self.number.text().strip():
            self.number_row.complain(self.tr("This is needed."))
        elif not self.party.is_settled:
            self.party_row.complain(self.tr("Take a party from the list, or leave this empty."))
        else:
            self.accept()
