"""A list of what is missing, each line a link to the place where it is mended."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import theme


@dataclass(frozen=True)
class MissingLink:
    """One missing thing in words, and the place (whatever the screen means by it) where it belongs."""

    words: str
    place: str


class WrappedLink(QPushButton):
    """A link whose words wrap, as those of a push button cannot."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_kind(self, "link")
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        icon = QLabel()
        theme.dress(icon, "chevron-right", "accent", theme.text_size(1))
        said = QLabel(words)
        said.setWordWrap(True)
        theme.set_tone(said, theme.Tone.ACCENT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.space(0.5), 0, theme.space(0.5))
        row.setSpacing(theme.space(1))
        icon.setFixedHeight(said.fontMetrics().height())  # in the middle of the first line
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(said, 1)
        for label in (icon, said):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout else super().heightForWidth(width)

    def sizeHint(self) -> QSize:
        return QSize(theme.space(20), self.heightForWidth(self.width()))


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
            button = WrappedLink(link.words)
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
