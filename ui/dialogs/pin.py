"""A PIN for an officer: a first one with a new key on this computer, or a new one for the key that is there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.errors import Code, Trouble
from ui import text
from ui.dialogs.dialog import Dialog
from ui.widgets.field_row import FieldRow
from ui.widgets.secret_field import SecretField


class PinDialog(Dialog):
    """Asks for the new PIN twice, and for the old one where there is a key already. Who takes it closes it.

    Signals:
        asked: the old PIN and the new one.
    """

    asked = Signal(str, str)

    def __init__(self, name: str, *, has_key: bool, parent: QWidget | None = None) -> None:
        title = self.tr("Change the PIN") if has_key else self.tr("PIN on this computer")
        super().__init__(title, self.tr("Save"), name, parent)
        self._has_key = has_key
        self.old, self.new, self.again = (SecretField(pin=True) for _ in range(3))
        self.old_row = FieldRow(self.tr("Old PIN"), self.old)
        self.new_row = FieldRow(self.tr("New PIN"), self.new, text.pin_rule())
        self.again_row = FieldRow(self.tr("New PIN again"), self.again)
        for row, line in ((self.old_row, self.old), (self.new_row, self.new), (self.again_row, self.again)):
            line.textEdited.connect(row.accept)
            if row is not self.old_row or has_key:
                self.column.addWidget(row)
        self.confirm.clicked.connect(self._confirm)

    def close_well(self, _: None = None) -> None:
        """The PIN was set."""
        self.accept()

    def complain(self, trouble: Trouble) -> None:
        """Says what was not accepted, beside the old PIN where it is about that."""
        is_old = trouble.code in (Code.PIN_WRONG, Code.PIN_WAIT) and self._has_key
        (self.old_row if is_old else self.new_row).complain(text.told(trouble))
        (self.old if is_old else self.new).setFocus()

    def _confirm(self) -> None:
        if problem := text.pin_problem(self.new.text()):
            self.new_row.complain(problem)
        elif self.new.text() != self.again.text():
            self.again_row.complain(self.tr("The two PINs differ."))
        else:
            self.asked.emit(self.old.text(), self.new.text())
