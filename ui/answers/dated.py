"""A date as a fact."""

from PySide6.QtWidgets import QWidget

from ui.answers.editor import FactEditor
from ui.widgets.composition import EnterKey
from ui.widgets.date_field import DateField, parse


class DateAnswer(FactEditor):
    """A date as people type it; what cannot be read as one stays as typed, and the checklist says so."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._stored = ""
        self.field = DateField()
        self.field.setAccessibleName(name)
        self.field.editingFinished.connect(self.settle)
        self.enter = EnterKey(self.field)
        self.enter.pressed.connect(self._enter)
        self.column.addWidget(self.field)
        self.setFocusProxy(self.field)

    def show_fact(self, fact: str, draft: str | None = None) -> None:
        self._stored = fact
        if not self.field.hasFocus() or not self.field.isModified():
            self.field.setText(fact if draft is None else draft)

    def settle(self) -> None:
        typed = self.field.text().strip()
        day = parse(typed)
        fact = day.isoformat() if day else typed
        if fact != self._stored:
            self._stored = fact
            self.settled.emit(fact)

    def _enter(self) -> None:
        self.settle()
        self.entered.emit()
