"""A row of words of which one is chosen, such as the stages by which a list is filtered."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from ui import theme
from ui.widgets.button import Button, keep_room


class Segments(QWidget):
    """One choice of several, all in sight; the arrow keys go along them.

    Signals:
        chosen: the value that was chosen by hand.
    """

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._words = dict(choices)
        self._values = [value for value, _ in choices]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(1))
        for number, (value, words) in enumerate(choices):
            button = Button(words)
            theme.set_kind(button, "segment")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            self._group.addButton(button, number)
            row.addWidget(button)
        self.show_counts({})
        self.choose(self._values[0])

    @property
    def value(self) -> str:
        """The value that is chosen."""
        return self._values[self._group.checkedId()]

    def choose(self, value: str) -> None:
        """Chooses without telling."""
        self._group.button(self._values.index(value)).setChecked(True)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Says beside each choice how many there are, where that is known."""
        for value, button in zip(self._values, self._group.buttons(), strict=True):
            words = self._words[value]
            button.setText(f"{words}  {counts[value]}" if value in counts else words)
            button.setAccessibleName(f"{self._name}: {button.text()}")
            keep_room(button, 3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        number = (self._group.checkedId() + step) % len(self._values)
        button = self._group.button(number)
        button.setFocus()
        button.click()
