"""锁定归档: what is locked, said plainly, and the PINs of two different officers, one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from inspector.errors import Code, Trouble
from inspector.inspection.elements import OFFICERS_NEEDED
from ui import text, theme
from ui.dialogs.dialog import Dialog
from ui.theme import Tone
from ui.widgets.card import small
from ui.widgets.field_row import FieldRow
from ui.widgets.secret_field import SecretField


@dataclass(frozen=True)
class Locker:
    """An officer of the visit, and whether the own key is on this computer."""

    id: str
    name: str
    has_key: bool


class LockDialog(Dialog):
    """Enter in one PIN leads to the next, and in the last one locks.

    Signals:
        asked: officers and PINs that were given, as pairs.
    """

    asked = Signal(object)

    def __init__(self, what: Sequence[str], lockers: Sequence[Locker], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Lock the record"), self.tr("Lock for good"), parent=parent)
        said = QLabel("\n".join(f"· {line}" for line in what if line))
        said.setWordWrap(True)
        self.column.addWidget(said)
        self.column.addWidget(
            small(
                self.tr(
                    "From then on nothing of it can be changed by anybody. Each officer types the own PIN."
                )
            )
        )
        self._names = {locker.name: locker.id for locker in lockers}
        self.pins: dict[str, SecretField] = {}
        self.rows: dict[str, FieldRow] = {}
        for locker in lockers:
            if locker.has_key:
                self._add(locker)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        theme.set_tone(self.problem, Tone.BAD)
        self.column.addWidget(self.problem)
        self._say(
            ""
            if len(self.pins) >= OFFICERS_NEEDED
            else self.tr("Two officers of this visit need a key on this computer. Set a PIN under Officers.")
        )
        self.confirm.clicked.connect(self._ask)
        self._enable()
        for pin in list(self.pins.values())[:1]:
            pin.setFocus()

    def complain(self, trouble: Trouble) -> None:
        """Says what was not accepted, beside the PIN that it is about."""
        officer = self._names.get(str(trouble.context.get("name", "")), "")
        if trouble.code is Code.PIN_WRONG and officer in self.rows:
            self.rows[officer].complain(text.told(trouble))
            self.pins[officer].selectAll()
            self.pins[officer].setFocus()
        else:
            self._say("\n".join((text.told(trouble), *text.problems(trouble))))
        self._enable()

    def _add(self, locker: Locker) -> None:
        pin = SecretField(pin=True)
        row = FieldRow(self.tr("PIN of {name}").format(name=locker.name), pin)
        pin.textEdited.connect(row.accept)
        pin.textEdited.connect(lambda _: self._enable())
        pin.enter.pressed.connect(partial(self._on, locker.id))
        self.pins[locker.id], self.rows[locker.id] = pin, row
        self.column.addWidget(row)

    def _on(self, officer: str) -> None:
        empty = [pin for other, pin in self.pins.items() if other != officer and not pin.text()]
        if empty and not self.confirm.isEnabled():
            empty[0].setFocus()
        else:
            self._ask()

    def _enable(self) -> None:
        self.confirm.setEnabled(sum(bool(pin.text()) for pin in self.pins.values()) >= OFFICERS_NEEDED)

    def _ask(self) -> None:
        if self.confirm.isEnabled():
            self.confirm.setEnabled(False)
            self._say("")
            self.asked.emit(tuple((officer, pin.text()) for officer, pin in self.pins.items() if pin.text()))

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
