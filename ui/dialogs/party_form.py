"""The party block (当事人), typed once: the code judged as it is typed, and completed when the party is known."""

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from inspector.identifiers.judgement import Kind
from inspector.inspection.registry import Party
from ui import theme
from ui.tasks import Tasks
from ui.theme import Tone
from ui.widgets.button import Button, Weight
from ui.widgets.field_row import FieldRow, text_row
from ui.widgets.identifier_field import IdentifierField
from ui.widgets.masked_field import MaskedField

OfCode = Callable[[str], Party | None]

_CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")

CODE_BEGINS = 15
"""So many letters and digits in a row are a code (an old registration number has fifteen), not a name."""


class PartyForm(QWidget):
    """Edits a `Party`; *of_code* says beside the window which party has a credit code (`Registry.party_of_code`).

    Signals:
        edited: something was changed by hand.
        known_asked: the id of the party that has this code already, when the person would rather take that one.
    """

    edited = Signal()
    known_asked = Signal(str)

    def __init__(self, tasks: Tasks, of_code: OfCode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._of_code = tasks, of_code
        self._id = ""
        self.name_row, self.name = text_row(
            self.tr("Name"), placeholder=self.tr("As it stands on the licence")
        )
        self.code = IdentifierField(Kind.USCC, self.tr("Unified social credit code"))
        self.code_row = FieldRow(self.tr("Unified social credit code"), self.code)
        self.licence_row, self.licence = text_row(
            self.tr("Licence"), placeholder=self.tr("What it is called, such as 营业执照")
        )
        self.address_row, self.address = text_row(self.tr("Address"))
        self.representative_row, self.representative = text_row(self.tr("Representative or operator"))
        self.phone_row, self.phone = text_row(self.tr("Phone"))
        self.id_number = MaskedField()
        self.id_row = FieldRow(self.tr("Id number"), self.id_number, self.tr("Only where the form needs it"))
        self.other_row, self.other = text_row(self.tr("Other contact"))
        self._known = _KnownLine()
        self._known.taken.connect(self.known_asked)
        self._lay_out()
        for line in self.lines:
            line.textEdited.connect(lambda _: self.edited.emit())
        self.code.edited.connect(self._code_typed)
        self.code.left.connect(self._look_up)

    @property
    def lines(self) -> tuple[QLineEdit, ...]:
        """The editors in the order in which they are gone through."""
        return (
            self.name,
            self.code.line,
            self.address,
            self.licence,
            self.representative,
            self.phone,
            self.id_number,
            self.other,
        )

    @property
    def party(self) -> Party:
        """What the form says, with the id of the party that was shown."""
        return Party(
            id=self._id,
            name=self.name.text().strip(),
            licence_kind=self.licence.text().strip(),
            uscc=self.code.value,
            address=self.address.text().strip(),
            representative=self.representative.text().strip(),
            id_number=self.id_number.value,
            phone=self.phone.text().strip(),
            other_contact=self.other.text().strip(),
        )

    def show_party(self, party: Party) -> None:
        """Shows *party*; an empty one for a party that is to be added."""
        self._id = party.id
        self.name.setText(party.name)
        self.licence.setText(party.licence_kind)
        self.code.show_value(party.uscc)
        self.address.setText(party.address)
        self.representative.setText(party.representative)
        self.phone.setText(party.phone)
        self.id_number.show_value(party.id_number)
        self.other.setText(party.other_contact)
        self.name_row.accept()
        self._known.hide()
        for line in self.lines:
            line.setCursorPosition(0)

    def begin(self, typed: str) -> None:
        """Shows an empty form that begins with what was typed to find the party: its code or its name, not initials."""
        begun = typed.strip()
        is_code = len(begun) >= CODE_BEGINS and begun.isascii() and begun.isalnum()
        name = begun if _CHINESE.search(begun) else ""
        self.show_party(Party(uscc=begun.upper()) if is_code else Party(name=name))
        (self.code if name else self.name).setFocus()
        if is_code:
            self._look_up(self.code.value)

    def check(self) -> bool:
        """Says what is missing; whether the form can be saved. Only a name is needed to tell a party apart."""
        if self.name.text().strip():
            return True
        self.name_row.complain(self.tr("This is needed."))
        self.name.setFocus()
        return False

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.space(4))
        grid.setVerticalSpacing(theme.space(3))
        code = QVBoxLayout()
        code.setSpacing(theme.space(1))
        code.addWidget(self.code_row)
        code.addWidget(self._known)
        grid.addWidget(self.name_row, 0, 0, 1, 2)
        grid.addLayout(code, 1, 0, 1, 2)
        rows = (self.licence_row, self.representative_row, self.phone_row, self.id_row)
        grid.addWidget(self.address_row, 2, 0, 1, 2)
        for number, row in enumerate(rows):
            grid.addWidget(row, 3 + number // 2, number % 2)
        grid.addWidget(self.other_row, 5, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for before, after in zip(self.lines, self.lines[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def _code_typed(self, _: str) -> None:
        self._known.hide()
        self.edited.emit()
        judged = self.code.judgement
        if judged is not None and not judged.is_malformed and not judged.is_partial:
            self._look_up(self.code.value)

    def _look_up(self, code: str) -> None:
        if code:
            self._tasks.run(partial(self._of_code, code), partial(self._found, code))

    def _found(self, code: str, known: Party | None) -> None:
        if code == self.code.value and known is not None and known.id != self._id:
            self._known.show_party(known)


class _KnownLine(QWidget):
    """Says that a party has this code already, and offers to take it.

    Signals:
        taken: the id of that party.
    """

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self.words = QLabel()
        self.words.setWordWrap(True)
        theme.set_tone(self.words, Tone.WARN)
        self.take = Button(self.tr("Take this one"), Weight.LINK)
        self.take.clicked.connect(lambda: self.taken.emit(self._id))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2))
        row.addWidget(self.words, 1)
        row.addWidget(self.take)
        self.hide()

    def show_party(self, party: Party) -> None:
        self._id = party.id
        self.words.setText(self.tr("{name} is registered under this code already.").format(name=party.name))
        self.take.setAccessibleName(f"{self.take.text()} {party.name}")
        self.show()
