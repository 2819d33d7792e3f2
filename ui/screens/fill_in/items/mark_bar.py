"""The four answers as buttons, each with its key: `1` 未发现问题 · `2` 发现疑点 · `3` 不适用 · `0` 未检查."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QSizePolicy, QWidget

from inspector.checklist import Mark
from ui import text, theme
from ui.widgets.button import keep_room
from ui.widgets.composition import without_input_method

KEYS = {
    Qt.Key.Key_1: Mark.CLEAR,
    Qt.Key.Key_2: Mark.SUSPECT,
    Qt.Key.Key_3: Mark.NOT_APPLICABLE,
    Qt.Key.Key_0: Mark.UNCHECKED,
}
"""The key of each answer, the same everywhere."""


class MarkBar(QWidget):
    """Shows which answer stands, and takes another one by mouse.

    Signals:
        chosen: the mark that was pressed.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[Mark, QPushButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.space(1))
        for key, mark in KEYS.items():
            number = chr(key)
            button = QPushButton(f"{number}  {text.label(mark)}")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(text.label(mark))
            theme.set_kind(button, "mark")
            button.setProperty("mark", mark.value)
            button.clicked.connect(partial(self.chosen.emit, mark))
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            keep_room(button, 2)
            without_input_method(button)
            self._group.addButton(button)
            self._buttons[mark] = button
        self._in_a_row = 0
        self.fold(self.width_of_row)

    @property
    def width_of_row(self) -> int:
        """How wide all four are beside one another."""
        spacing = self._grid.horizontalSpacing()
        return sum(button.minimumWidth() + spacing for button in self._buttons.values())

    def fold(self, room: int) -> None:
        """Lays them in one row where *room* pixels are enough for it, in two where they are not."""
        in_a_row = 4 if self.width_of_row <= room else 2
        if in_a_row != self._in_a_row:
            self._in_a_row = in_a_row
            for number, button in enumerate(self._buttons.values()):
                self._grid.addWidget(button, *divmod(number, in_a_row))

    def show_mark(self, mark: Mark, *, writable: bool) -> None:
        self._buttons[mark].setChecked(True)
        for button in self._buttons.values():
            button.setEnabled(writable or button.isChecked())
