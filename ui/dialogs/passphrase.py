"""Another passphrase for this computer's records: the old one, and the new one twice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.errors import Code, Trouble
from ui import text, theme
from ui.dialogs.dialog import Dialog
from ui.widgets.card import small
from ui.widgets.field_row import FieldRow
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.secret_field import SecretField


class PassphraseDialog(Dialog):
    """Stays until the passphrase was changed; who changes it closes the dialog.

    Signals:
        asked: the old passphrase and the new one.
    """

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Change the passphrase"), self.tr("Change"), parent=parent)
        self.old, self.new = SecretField(), NewPassphrase()
        self.old_row = FieldRow(self.tr("Old passphrase"), self.old)
        self.old.textEdited.connect(self.old_row.accept)
        self.new.say_rule()
        self.column.addWidget(self.old_row)
        self.column.addWidget(self.new)
        self.column.addWidget(
            small(self.tr("Copies of this workspace that were made before are still opened by the old one."))
        )
        self.setMinimumWidth(theme.space(150))
        self.confirm.clicked.connect(self._confirm)
        self.old.setFocus()

    def close_well(self, _: None) -> None:
        """The passphrase was changed."""
        self.accept()

    def complain(self, trouble: Trouble) -> None:
        """Says what was not accepted, beside the old passphrase where it is about that."""
        is_old = trouble.code is Code.PASSPHRASE_WRONG
        (self.old_row if is_old else self.new.first_row).complain(text.told(trouble))
        (self.old if is_old else self.new.first).setFocus()
        self.confirm.setEnabled(True)

    def _confirm(self) -> None:
        wrong = self.new.complain()
        if not self.old.text():
            self.old_row.complain(self.tr("This is needed."))
            wrong = self.old
        if wrong is not None:
            wrong.setFocus()
            return
        self.confirm.setEnabled(False)
        self.asked.emit(self.old.text(), self.new.value)
