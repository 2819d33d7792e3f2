"""Facts that are chosen from a list."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from ui.answers.editor import FactEditor


class ChoiceAnswer(FactEditor):
    """One of a list, by name; letters and arrows choose, Enter goes on."""

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.box = QComboBox()
        self.box.setAccessibleName(name)
        self.box.setPlaceholderText(self.tr("Choose"))
        for value, label in choices:
            self.box.addItem(label, value)
        self.box.setCurrentIndex(-1)
        self.box.activated.connect(lambda _: self.settled.emit(self.box.currentData()))
        self.box.installEventFilter(self)
        self.column.addWidget(self.box)
        self.setFocusProxy(self.box)

    def show_fact(self, fact: str, draft: str | None = None) -> None:
        self.box.setCurrentIndex(self.box.findData(fact))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.entered.emit()
                return True
            before = self.box.currentIndex()
            handled = super().eventFilter(watched, event)
            if not handled and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not event.modifiers():
                self._step(1 if event.key() == Qt.Key.Key_Down else -1, before)
                return True
            return handled
        return super().eventFilter(watched, event)

    def _step(self, by: int, before: int) -> None:
        chosen = min(max(before + by, 0), self.box.count() - 1)
        if chosen != before:
            self.box.setCurrentIndex(chosen)
            self.settled.emit(self.box.currentData())


class SeveralAnswer(FactEditor):
    """Any of a list; the fact is their names in the order of the list, with spaces between."""

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.boxes: dict[str, QCheckBox] = {}
        for value, label in choices:
            box = QCheckBox(label)
            box.clicked.connect(lambda _: self.settled.emit(self.fact()))
            self.boxes[value] = box
            self.column.addWidget(box)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    def fact(self) -> str:
        return " ".join(value for value, box in self.boxes.items() if box.isChecked())

    def show_fact(self, fact: str, draft: str | None = None) -> None:
        chosen = set(fact.split())
        for value, box in self.boxes.items():
            box.setChecked(value in chosen)
