"""Choose an officer and give the PIN: the change-over of those who share a laptop, in three seconds."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.button import Button, Weight
from ui.widgets.field_row import FieldRow
from ui.widgets.secret_field import SecretField


@dataclass(frozen=True)
class OfficerLine:
    """An officer as one line: who, and the certificate with what is wrong with it, if anything."""

    id: str
    name: str
    detail: str = ""


class SignIn(QWidget):
    """Arrows choose an officer, typing gives the PIN, Enter signs in.

    Signals:
        asked: the officer's id and the PIN.
    """

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = QButtonGroup(self)
        self._lines: tuple[OfficerLine, ...] = ()
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(theme.space(2))
        self.pin = SecretField(pin=True)
        self.pin.enter.pressed.connect(self.ask)
        self.row = FieldRow(self.tr("PIN"), self.pin)
        self.pin.textEdited.connect(self.row.accept)
        self.button = Button(self.tr("Sign in"), Weight.PRIMARY, "officer")
        self.button.clicked.connect(self.ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        column.addLayout(self._buttons)
        column.addWidget(self.row)
        column.addWidget(self.button)

    def show_officers(self, lines: Sequence[OfficerLine], chosen: str) -> None:
        """Shows who can sign in, *chosen* first, and puts the cursor into the PIN."""
        self._lines = tuple(lines)
        for old in self.choices.buttons():
            self.choices.removeButton(old)
            old.deleteLater()
        for number, line in enumerate(self._lines):
            words = f"{line.name}    {line.detail}" if line.detail else line.name
            button = Button(words, icon="officer")
            theme.set_kind(button, "choice")
            button.setCheckable(True)
            button.setChecked(line.id == chosen)
            button.setAutoDefault(False)
            button.clicked.connect(lambda: self.pin.setFocus())
            self.choices.addButton(button, number)
            self._buttons.addWidget(button)
        if self.choices.checkedId() < 0 and self._lines:
            self.choices.button(0).setChecked(True)
        self.clear()

    def clear(self) -> None:
        """Empties the PIN and puts the cursor there."""
        self.pin.clear()
        self.row.accept()
        self.set_waiting(False)
        self.pin.setFocus()

    def complain(self, problem: str) -> None:
        self.set_waiting(False)
        self.row.complain(problem)
        self.pin.selectAll()
        self.pin.setFocus()

    def set_waiting(self, waiting: bool) -> None:
        """Whether the answer is on its way."""
        self.button.setEnabled(not waiting)
        self.pin.setReadOnly(waiting)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._lines:
            super().keyPressEvent(event)
            return
        self.choices.button((self.choices.checkedId() + step) % len(self._lines)).setChecked(True)

    def ask(self) -> None:
        """Asks for the sign-in of the chosen officer with the PIN that was typed."""
        if self.pin.text() and self.button.isEnabled() and self._lines:
            self.set_waiting(True)
            self.asked.emit(self._lines[self.choices.checkedId()].id, self.pin.text())
