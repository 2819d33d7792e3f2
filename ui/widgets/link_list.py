"""A list of what is missing, each line a link to the place where it is mended."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.button import Button, Weight


@dataclass(frozen=True)
class MissingLink:
    """One missing thing in words, and the place (whatever the screen means by it) where it belongs."""

    words: str
    place: str


class LinkList(QWidget):
    """Missing things as links; when none is left it says so.

    Signals:
        followed: the place of the link that was pressed.
    """

    followed = Signal(str)

    def __init__(self, complete: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._complete = complete
        self._links: tuple[MissingLink, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(0.5))
        self.show_links(())

    def show_links(self, links: Sequence[MissingLink]) -> None:
        if tuple(links) == self._links:
            return
        self._links = tuple(links)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for link in self._links:
            button = Button(link.words, Weight.LINK, "chevron-right")
            button.clicked.connect(lambda _=False, place=link.place: self.followed.emit(place))
            self._column.addWidget(button)
        if not self._links:
            self._column.addWidget(self._all_done())

    def _all_done(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        icon = QLabel()
        theme.dress(icon, "check-circle", "good", theme.text_size(1.25))
        words = QLabel(self._complete)
        words.setWordWrap(True)
        theme.set_tone(words, theme.Tone.GOOD)
        row.addWidget(icon)
        row.addWidget(words, 1)
        return line
