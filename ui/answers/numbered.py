"""An identifier as a fact: judged as it is typed."""

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from inspector.identifiers.judgement import Kind
from ui.answers.editor import FactEditor
from ui.widgets.identifier_field import IdentifierField
from ui.widgets.kept_text import DRAFT_AFTER_MS


class IdentifierAnswer(FactEditor):
    """A number off a label, with its verdict below."""

    def __init__(self, kind: Kind, name: str, on: date | None, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._stored, self._on = "", on
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DRAFT_AFTER_MS)
        self._pause.timeout.connect(self._draft)
        self.field = IdentifierField(kind, name)
        self.field.left.connect(self._leave)
        self.field.edited.connect(lambda _: self._pause.start())
        self.field.enter.pressed.connect(self._enter)
        self.column.addWidget(self.field)
        self.setFocusProxy(self.field)

    def show_fact(self, fact: str, draft: str | None = None) -> None:
        self._stored = fact
        if not self._pause.isActive():
            self.field.show_value(fact if draft is None else draft, self._on)

    def settle(self) -> None:
        self._leave(self.field.value)

    def _draft(self) -> None:
        self.drafted.emit(self.field.line.text())

    def _leave(self, value: str) -> None:
        self._pause.stop()
        if value != self._stored:
            self._stored = value
            self.settled.emit(value)

    def _enter(self) -> None:
        self.settle()
        self.entered.emit()
