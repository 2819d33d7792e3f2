"""One officer: name, certificate with its validity, and the PIN of a key on this computer."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.errors import Trouble
from ui import text, theme
from ui.dialogs.dialog import Dialog
from ui.widgets.card import Rule, small
from ui.widgets.date_field import DateField
from ui.widgets.field_row import FieldRow, text_row
from ui.widgets.secret_field import SecretField

if TYPE_CHECKING:
    from inspector.inspection.people import Officer


@dataclass(frozen=True)
class OfficerFacts:
    """What the dialog found out; an empty PIN leaves keys as they are."""

    name: str
    certificate: str
    valid_from: date | None
    valid_to: date | None
    pin: str = field(default="", repr=False)


class OfficerDialog(Dialog):
    """Adds an officer, or corrects what is said of one. `confirm` ends it only when nothing is wrong."""

    def __init__(self, officer: "Officer | None", *, wants_pin: bool, parent: QWidget | None = None) -> None:
        title = self.tr("Add an officer") if officer is None else self.tr("Correct the officer")
        super().__init__(title, self.tr("Save"), parent=parent)
        self._wants_pin = wants_pin
        self.name_row, self.name = text_row(self.tr("Name"))
        self.certificate_row, self.certificate = text_row(self.tr("Certificate no."))
        self.valid_from, self.valid_to = DateField(), DateField()
        self.from_row = FieldRow(self.tr("Valid from"), self.valid_from)
        self.to_row = FieldRow(self.tr("Valid to"), self.valid_to)
        self.pin, self.again = SecretField(pin=True), SecretField(pin=True)
        self.pin_row = FieldRow(self.tr("PIN"), self.pin, text.pin_rule() if wants_pin else "")
        self.again_row = FieldRow(self.tr("PIN again"), self.again)
        for row in (self.from_row, self.to_row, self.pin_row, self.again_row):
            row.editor.textEdited.connect(row.accept)  # type: ignore[attr-defined]
        self.column.addWidget(self.name_row)
        self.column.addWidget(self.certificate_row)
        self.column.addLayout(_beside(self.from_row, self.to_row))
        if wants_pin:
            self.column.addWidget(Rule())
            self.column.addLayout(_beside(self.pin_row, self.again_row))
            self.column.addWidget(
                small(self.tr("The PIN opens the officer's own signing key on this computer."))
            )
        if officer is not None:
            self._show(officer)
        self.confirm.clicked.connect(self._confirm)

    @property
    def facts(self) -> OfficerFacts:
        return OfficerFacts(
            self.name.text().strip(),
            self.certificate.text().strip(),
            self.valid_from.day,
            self.valid_to.day,
            self.pin.text() if self._wants_pin else "",
        )

    def complain(self, trouble: Trouble) -> None:
        """Says what the workspace did not accept."""
        self.name_row.complain(text.told(trouble))

    def _show(self, officer: "Officer") -> None:
        self.name.setText(officer.name)
        self.certificate.setText(officer.certificate)
        self.valid_from.show_day(officer.valid_from)
        self.valid_to.show_day(officer.valid_to)

    def _confirm(self) -> None:
        wrong = False
        for row, line in ((self.name_row, self.name), (self.certificate_row, self.certificate)):
            if not line.text().strip():
                row.complain(self.tr("This is needed."))
                wrong = True
        for row, day in ((self.from_row, self.valid_from), (self.to_row, self.valid_to)):
            if not day.is_readable:
                row.complain(self.tr("Write it like 2027-06-30."))
                wrong = True
        first, last = self.valid_from.day, self.valid_to.day
        if first and last and last < first:
            self.to_row.complain(self.tr("The certificate ends before it begins."))
            wrong = True
        if self._wants_pin:
            if problem := text.pin_problem(self.pin.text()):
                self.pin_row.complain(problem)
                wrong = True
            elif self.pin.text() != self.again.text():
                self.again_row.complain(self.tr("The two PINs differ."))
                wrong = True
        if not wrong:
            self.accept()


def _beside(*rows: FieldRow) -> QHBoxLayout:
    found = QHBoxLayout()
    found.setSpacing(theme.space(4))
    for row in rows:
        found.addWidget(row, 1)
    return found
