"""The navigation on the left: where one can go, and at its foot who is working."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Tone
from ui.widgets.button import NavigationButton
from ui.widgets.card import Rule, small
from ui.widgets.chip import Chip
from ui.widgets.emblem import Emblem
from ui.widgets.officer_badge import OfficerBadge

_LOWER = ("officers", "settings")


class Navigation(QFrame):
    """Places as buttons, the first nine also by Ctrl and a digit.

    Signals:
        chosen: the place that the person wants to go to.
    """

    chosen = Signal(str)

    def __init__(self, places: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_kind(self, "nav")
        self.unit = small("")
        self.demo = Chip(self.tr("Demonstration · all fictional"), Tone.WARN)
        self.demo.hide()
        self.badge = OfficerBadge("F8")
        self._buttons = QButtonGroup(self)
        self._places = [place for place, _ in places]
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(3), theme.space(4), theme.space(3), theme.space(3))
        column.setSpacing(theme.space(1))
        column.addWidget(Emblem(8))
        unit = QVBoxLayout()
        unit.setContentsMargins(theme.space(1), theme.space(1), 0, 0)
        unit.setSpacing(theme.space(2))
        unit.addWidget(self.unit)
        unit.addWidget(self.demo)
        column.addLayout(unit)
        column.addSpacing(theme.space(3))
        lower = QVBoxLayout()
        lower.setSpacing(theme.space(1))
        for number, (place, name) in enumerate(places):
            target = lower if place in _LOWER else column
            target.addWidget(self._button(number, place, name))
        column.addStretch(1)
        column.addLayout(lower)
        column.addSpacing(theme.space(1))
        column.addWidget(Rule())
        column.addSpacing(theme.space(1))
        column.addWidget(self.badge)
        words = max((button.sizeHint().width() for button in self._buttons.buttons()), default=0)
        self.setFixedWidth(max(theme.space(56), words + theme.space(6)))

    def show_desk(self, unit: str, *, is_demo: bool) -> None:
        self.unit.setText(unit)
        self.demo.setVisible(is_demo)

    def show_place(self, place: str) -> None:
        self._buttons.button(self._places.index(place)).setChecked(True)

    def _button(self, number: int, place: str, name: str) -> NavigationButton:
        button = NavigationButton(name)
        button.setCheckable(True)
        theme.dress(button, place, "nav_ink", theme.text_size(1.5))
        button.clicked.connect(lambda: self.chosen.emit(place))
        button.toggled.connect(
            lambda on: theme.dress(
                button, place, "nav_selected_ink" if on else "nav_ink", theme.text_size(1.5)
            )
        )
        self._buttons.addButton(button, number)
        if number < 9:
            keys = QKeySequence(Qt.Modifier.CTRL | Qt.Key(Qt.Key.Key_1 + number))
            QShortcut(keys, self).activated.connect(button.click)
            button.setToolTip(keys.toString(QKeySequence.SequenceFormat.NativeText))
        return button
