"""Officers being entered: name, certificate with its validity, and the PIN twice, a row for each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui import text, theme
from ui.theme import Tone
from ui.widgets.button import Button, IconButton, Weight
from ui.widgets.card import small
from ui.widgets.composition import EnterKey
from ui.widgets.date_field import DateField
from ui.widgets.secret_field import SecretField


class OfficerRow:
    """The editors of one officer."""

    def __init__(self, number: int, headings: Sequence[str], remove: str) -> None:
        self.name = QLineEdit()
        self.certificate = QLineEdit()
        self.valid_from = DateField()
        self.valid_to = DateField()
        self.pin = SecretField(pin=True)
        self.pin_again = SecretField(pin=True)
        self.remove = IconButton("remove", remove)
        self.editors: tuple[QLineEdit, ...] = (
            self.name,
            self.certificate,
            self.valid_from,
            self.valid_to,
            self.pin,
            self.pin_again,
        )
        for editor, heading in zip(self.editors, headings, strict=True):
            editor.setAccessibleName(f"{heading} {number}")
        for typed in (self.name, self.certificate, self.valid_from, self.valid_to):
            EnterKey(typed)

    @property
    def is_empty(self) -> bool:
        return not any(editor.text().strip() for editor in self.editors)


class OfficerTable(QWidget):
    """Rows of editors; rows left wholly empty do not count.

    Signals:
        edited: something was changed by hand, or a row was taken away.
    """

    edited = Signal()

    def __init__(self, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[OfficerRow] = []
        self._count = 0
        self._rule = ""
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.space(2))
        self._grid.setVerticalSpacing(theme.space(2))
        for column, (heading, stretch) in enumerate(zip(self.headings(), (3, 6, 3, 3, 3, 3), strict=True)):
            label = QLabel(heading)
            theme.set_kind(label, "small")
            self._grid.addWidget(label, 0, column)
            self._grid.setColumnStretch(column, stretch)
        self._line = small("")
        self._line.hide()
        self.add = Button(self.tr("Add another officer"), Weight.LINK, "plus")
        self.add.clicked.connect(self._add_and_go)
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addStretch(1)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.addLayout(self._grid)
        for _ in range(rows):
            self.add_row()
        column_.addWidget(self._line)
        column_.addLayout(below)

    def headings(self) -> tuple[str, ...]:
        return (
            self.tr("Name"),
            self.tr("Certificate no."),
            self.tr("Valid from"),
            self.tr("Valid to"),
            self.tr("PIN"),
            self.tr("PIN again"),
        )

    def add_row(self) -> OfficerRow:
        """One more empty row."""
        self._count += 1
        remove = self.tr("Remove officer {number}").format(number=self._count)
        row = OfficerRow(self._count, self.headings(), remove)
        for column, editor in enumerate((*row.editors, row.remove)):
            self._grid.addWidget(editor, self._count, column)
        for editor in row.editors:
            editor.textEdited.connect(self.accept)
            editor.textEdited.connect(lambda _: self.edited.emit())
        row.remove.clicked.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._show_removes()
        return row

    def say_rule(self) -> None:
        """Says what is asked of a PIN before one is typed; needs the domain, which may still be on its way."""
        self._rule = text.pin_rule()
        self.accept()

    def filled(self) -> Sequence[OfficerRow]:
        return [row for row in self.rows if not row.is_empty]

    def problems(self) -> list[tuple[QLineEdit, str]]:
        """What is wrong, each with the editor where it is mended."""
        found: list[tuple[QLineEdit, str]] = []
        if not self.filled():
            found.append((self.rows[0].name, self.tr("At least one officer is needed.")))
        for row in self.filled():
            if not row.name.text().strip():
                found.append((row.name, self.tr("The name is missing.")))
            if not row.certificate.text().strip():
                found.append((row.certificate, self.tr("The certificate number is missing.")))
            unreadable = self.tr("This date cannot be read; write it like 2027-06-30.")
            found += [(day, unreadable) for day in (row.valid_from, row.valid_to) if not day.is_readable]
            first, last = row.valid_from.day, row.valid_to.day
            if first and last and last < first:
                found.append((row.valid_to, self.tr("The certificate ends before it begins.")))
            if problem := text.pin_problem(row.pin.text()):
                found.append((row.pin, problem))
            elif row.pin.text() != row.pin_again.text():
                found.append((row.pin_again, self.tr("The two PINs differ.")))
        return found

    def complain(self, found: Sequence[tuple[QLineEdit, str]]) -> None:
        """Marks the editors and says what is wrong below the rows."""
        self.accept()
        for editor, problem in found:
            theme.set_tone(editor, Tone.BAD)
            editor.setAccessibleDescription(problem)
        if found:
            self._say("\n".join(dict.fromkeys(problem for _, problem in found)), Tone.BAD)

    def accept(self) -> None:
        """Takes the complaints back."""
        self._say(self._rule, Tone.MUTED)
        for row in self.rows:
            for editor in row.editors:
                theme.set_tone(editor, Tone.PLAIN)
                editor.setAccessibleDescription("")

    def _add_and_go(self) -> None:
        before: QWidget = self.rows[-1].remove
        row = self.add_row()
        for widget in (*row.editors, row.remove):
            self.setTabOrder(before, widget)
            before = widget
        row.name.setFocus()

    def _remove(self, row: OfficerRow) -> None:
        self.rows.remove(row)
        for widget in (*row.editors, row.remove):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._show_removes()
        self.edited.emit()

    def _say(self, words: str, tone: Tone) -> None:
        self._line.setText(words)
        theme.set_tone(self._line, tone)
        self._line.setVisible(bool(words))

    def _show_removes(self) -> None:
        for row in self.rows:
            row.remove.setVisible(len(self.rows) > 1)
