"""忘记口令: what the office's recovery key can do, and opening a workspace with it under a new passphrase."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from ui import theme
from ui.dialogs.dialog import Dialog
from ui.folders import usual_folder
from ui.widgets.button import Button
from ui.widgets.card import small
from ui.widgets.field_row import FieldRow
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.secret_field import SecretField

MOST_BYTES = 64 * 1024
"""The sheet with the key has a few lines; anything longer is not it."""


class RecoverDialog(Dialog):
    """Asks for the recovery key and a new passphrase."""

    def __init__(self, parent: QWidget | None = None) -> None:
        lead = self.tr(
            "Nobody can find out a passphrase. The recovery key of the office, which two custodians keep on paper or in a "
            "file, opens the records of a computer that belongs to the office, and gives it a new passphrase."
        )
        super().__init__(self.tr("Forgot the passphrase?"), self.tr("Open with the key"), lead, parent)
        self.key, self.passphrase = SecretField(), NewPassphrase()
        self.key_row = FieldRow(self.tr("Recovery key"), self.key, "AGE-SECRET-KEY-1…")
        self.file = Button(self.tr("Read from a file …"), icon="folder")
        self.file.clicked.connect(self._choose)
        line = QHBoxLayout()
        line.setSpacing(theme.space(2))
        line.addWidget(self.key_row, 1)
        line.addWidget(self.file, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(line)
        self.column.addWidget(self.passphrase)
        self.column.addWidget(
            small(
                self.tr(
                    "It opens data and never signs: afterwards the computer belongs to no office until it is enrolled anew, "
                    "and each officer sets a new PIN. An office that is opened so can be read, and no longer "
                    "answers for its laptops. Everything that was recorded stays as it is."
                )
            )
        )
        self.confirm.clicked.connect(self._confirm)
        self.key.textEdited.connect(self.key_row.accept)
        self.key.setFocus()

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Read from a file …"), usual_folder())
        if chosen:
            self.read_file(Path(chosen))

    def read_file(self, file: Path) -> None:
        """Takes the key out of the sheet that was saved when the office was set up."""
        try:
            with file.open("rb") as opened:
                sheet = opened.read(MOST_BYTES).decode("utf-8", "replace")
        except OSError:
            self.key_row.complain(self.tr("The file cannot be read."))
            return
        words = [word for word in sheet.split() if word.upper().startswith("AGE-SECRET-KEY-1")]
        if words:
            self.key.setText(words[0])
            self.key_row.accept()
            self.passphrase.setFocus()
        else:
            self.key_row.complain(self.tr("There is no recovery key in this file."))

    def _confirm(self) -> None:
        if not self.key.text().strip():
            self.key_row.complain(self.tr("This is needed."))
            self.key.setFocus()
        elif (wrong := self.passphrase.complain()) is not None:
            wrong.setFocus()
        else:
            self.accept()
