"""A field that finds things by name, pinyin initials or the end of a number, and offers to add what is not there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui import theme
from ui.tasks import Tasks
from ui.widgets.composition import EnterKey
from ui.widgets.two_lines import DETAIL, TwoLines

_VALUE = Qt.ItemDataRole.UserRole
MOST_ROWS = 8


@dataclass(frozen=True)
class Choice:
    """Something that can be picked: its id, what it is called, and what else helps to tell it apart."""

    value: str
    title: str
    detail: str = ""


Find = Callable[[str], Sequence[Choice]]


class Picker(QWidget):
    """A line with its findings below; arrows choose, Enter takes, Escape closes. *find* runs beside the window.

    Who types and presses Enter before the findings are there takes the first of them when they come.

    Signals:
        chosen: the value of the choice that was taken.
        add_asked: what was typed, when the person wants to add it.
    """

    chosen = Signal(str)
    add_asked = Signal(str)

    def __init__(
        self, name: str, tasks: Tasks, find: Find, *, can_add: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks, self._find, self._can_add = tasks, find, can_add
        self._is_looking = self._takes_first = False
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.setAccessibleName(name)
        self.line.setPlaceholderText(self.tr("Name, pinyin initials or number"))
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._look)
        self.line.installEventFilter(self)
        self.enter = EnterKey(self.line)
        self.enter.pressed.connect(self._take_current)
        self.list = QListWidget(self)  # a parent keeps it from being collected beside the window
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(name)
        self.list.itemClicked.connect(self._take)
        self.list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        self.destroyed.connect(self.list.deleteLater)

    def show_choice(self, choice: Choice | None) -> None:
        """Shows what is picked already."""
        self.line.setText(choice.title if choice else "")
        self.list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.list.hide()
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._steer(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _steer(self, key: Qt.Key) -> bool:
        if key is Qt.Key.Key_Down and not self.list.isVisible():
            self._look(self.line.text())
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.list.count():
            step = 1 if key is Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
        elif key is Qt.Key.Key_Escape and self.list.isVisible():
            self.list.hide()
        else:
            return False
        return True

    def _look(self, typed: str) -> None:
        wanted = typed.strip()
        self._is_looking, self._takes_first = True, False
        self._tasks.run(partial(self._find, wanted), partial(self._found, typed))

    def _found(self, typed: str, choices: Sequence[Choice]) -> None:
        if typed != self.line.text():
            return  # the answer to an older question
        self._is_looking = False
        if not self.line.hasFocus():
            return
        self.list.clear()
        for choice in choices:
            self._add_row(choice.title, choice.detail, choice.value)
        if self._can_add and typed.strip():
            self._add_row(self.tr("Add “{name}”").format(name=typed.strip()), "", "")
        self.list.setCurrentRow(0)
        self._place_list()
        if self._takes_first:
            self._take_current()

    def _add_row(self, title: str, detail: str, value: str) -> None:
        row = QListWidgetItem(title)
        row.setData(_VALUE, value)
        row.setData(DETAIL, detail)
        self.list.addItem(row)

    def _place_list(self) -> None:
        """Lays the list over the window, below the line or, where there is more room, above it."""
        window = self.window()
        if not self.list.count():
            self.list.hide()
            return
        if self.list.parent() is not window:
            self.list.setParent(window)
        rows = min(self.list.count(), MOST_ROWS)
        wanted = sum(self.list.sizeHintForRow(row) for row in range(rows)) + theme.space(1)
        top = self.line.mapTo(window, QPoint(0, 0)).y()
        below = window.height() - top - self.line.height() - theme.space(2)
        goes_below = below >= wanted or below >= top
        height = min(wanted, below if goes_below else top - theme.space(2))
        corner = QPoint(0, self.line.height() + 2 if goes_below else -height - 2)
        self.list.setGeometry(
            self.line.mapTo(window, corner).x(),
            self.line.mapTo(window, corner).y(),
            self.line.width(),
            height,
        )
        self.list.raise_()
        self.list.show()

    def _take_current(self) -> None:
        row = self.list.currentItem()
        if self._is_looking:
            self._takes_first = True
        elif self.list.isVisible() and row is not None:
            self._take(row)

    def _take(self, row: QListWidgetItem) -> None:
        value, typed = str(row.data(_VALUE)), self.line.text().strip()
        self.list.hide()
        if value:
            self.line.setText(row.text())
            self.chosen.emit(value)
        else:
            self.add_asked.emit(typed)
