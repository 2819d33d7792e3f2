"""Steps that are made of parts: cards that scroll, each with its share of the visit and its own places."""

from abc import abstractmethod
from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.screens.fill_in.step import Step, Way
from ui.screens.fill_in.visited import Visited
from ui.widgets.card import Card
from ui.widgets.page import Page


class Part(Card):
    """A card of a step."""

    def __init__(self, way: Way, heading: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(heading, hint, parent)
        self.way = way
        self.context = way.context

    @abstractmethod
    def show_visit(self, visited: Visited) -> None:
        """Shows its share of the visit."""

    def go_to(self, place: str) -> bool:
        """Puts the cursor where *place* is mended; whether this part has it."""
        return False

    def settle(self) -> None:
        """Takes what is being typed as said."""


class PartedStep(Step):
    """A step of parts; subclasses lay them out in `page.column` and name them by `show_parts`."""

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(way, parent)
        self.parts: tuple[Part, ...] = ()
        self.page = Page(width=260, margin=0, centred=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def show_visit(self, visited: Visited) -> None:
        for part in self.parts:
            part.show_visit(visited)

    def go_to(self, place: str) -> bool:
        for part in self.parts:
            if part.go_to(place):
                if (editor := part.focusWidget()) is not None:
                    self.page.ensureWidgetVisible(editor, theme.space(4), theme.space(12))
                return True
        return False

    def begin(self) -> None:
        super().begin()
        self.page.verticalScrollBar().setValue(0)

    def leave(self) -> None:
        for part in self.parts:
            part.settle()


class Abreast(QWidget):
    """Columns beside one another where there is room for them, one below the other where there is not."""

    def __init__(self, columns: Iterable[Iterable[QWidget]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space(4))
        self._columns: list[QVBoxLayout] = []
        for widgets in columns:
            column = QVBoxLayout()
            self._columns.append(column)
            column.setSpacing(theme.space(4))
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch(1)
            self._row.addLayout(column, 1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest column: there is always the way to lay them one below the other."""
        return QSize(max(self._needed()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        needed = sum(self._needed()) + self._row.spacing() * (len(self._columns) - 1)
        beside = event.size().width() >= max(needed, theme.space(150))
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        super().resizeEvent(event)

    def _needed(self) -> list[int]:
        """The least width of each column."""
        return [column.minimumSize().width() for column in self._columns]
