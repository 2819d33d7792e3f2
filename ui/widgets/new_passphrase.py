"""A new passphrase (口令), typed twice, with what makes a good one."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import text, theme
from ui.widgets.card import small
from ui.widgets.field_row import FieldRow
from ui.widgets.secret_field import SecretField


class NewPassphrase(QWidget):
    """Two fields side by side; `complain` says what is wrong with them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.again = SecretField(), SecretField()
        self.first_row = FieldRow(self.tr("New passphrase"), self.first)
        self.again_row = FieldRow(self.tr("New passphrase again"), self.again)
        self.first.textEdited.connect(self.first_row.accept)
        self.again.textEdited.connect(self.again_row.accept)
        self._advice = self.tr(
            "It opens this computer's records, for all officers together. Four or five words that do not belong together "
            "are strong and easy to keep in mind. Write it down and keep the paper in the safe, not with the computer. "
            "Without it nobody can read the records, not even we."
        )
        self.advice = small(self._advice)
        self.setFocusProxy(self.first)
        fields = QHBoxLayout()
        fields.setSpacing(theme.space(5))
        fields.addWidget(self.first_row, 1)
        fields.addWidget(self.again_row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addLayout(fields)
        column.addWidget(self.advice)

    @property
    def value(self) -> str:
        return self.first.text()

    def say_rule(self, _: object = None) -> None:
        """Says what is asked of it before anything is typed; needs the domain, which may still be on its way."""
        self.advice.setText(f"{text.passphrase_rule()}\n{self._advice}")

    def complain(self) -> SecretField | None:
        """Says what is wrong, and gives the field where it is mended."""
        self.first_row.accept()
        self.again_row.accept()
        if problem := text.passphrase_problem(self.first.text()):
            self.first_row.complain(problem)
            return self.first
        if self.first.text() != self.again.text():
            self.again_row.complain(self.tr("The two passphrases differ."))
            return self.again
        return None
