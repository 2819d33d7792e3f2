"""One party, added or corrected."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.inspection.registry import Party
from ui import theme
from ui.dialogs.dialog import Dialog
from ui.dialogs.party_form import OfCode, PartyForm
from ui.tasks import Tasks


class PartyDialog(Dialog):
    """`confirm` ends it only when the form can be saved.

    Signals:
        known_asked: the id of the party that has the code already, which the person would rather see.
    """

    known_asked = Signal(str)

    def __init__(
        self, party: Party | None, tasks: Tasks, of_code: OfCode, parent: QWidget | None = None
    ) -> None:
        title = self.tr("Add a party") if party is None else self.tr("Correct the party")
        super().__init__(title, self.tr("Save"), parent=parent)
        self.form = PartyForm(tasks, of_code)
        self.column.addWidget(self.form)
        self.setMinimumWidth(theme.space(150))
        self.confirm.clicked.connect(self._confirm)
        self.form.known_asked.connect(self._take_known)
        if party is None:
            self.form.begin("")
        else:
            self.form.show_party(party)
            self.form.name.setFocus()

    def _confirm(self) -> None:
        if self.form.check():
            self.accept()

    def _take_known(self, party: str) -> None:
        self.let_go()
        self.known_asked.emit(party)
