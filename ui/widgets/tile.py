"""A large choice: an icon, what it is, and for whom."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import theme


class Tile(QPushButton):
    """A button as large as a card."""

    def __init__(self, icon: str, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_kind(self, "tile")
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        picture, heading, line = QLabel(), QLabel(title), QLabel(words)
        theme.dress(picture, icon, "accent", theme.text_size(2.8))
        theme.set_kind(heading, "heading")
        theme.set_tone(line, theme.Tone.MUTED)
        heading.setWordWrap(True)
        line.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(6)] * 4)
        column.setSpacing(theme.space(3))
        for label in (picture, heading, line):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        line.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.setStretchFactor(
            line, 1
        )  # rather than a stretch below, which would take from a third line of words

    def sizeHint(self) -> QSize:
        """As large as what it holds, which a push button does not look at by itself."""
        width = theme.space(72)
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return max(layout.heightForWidth(width) if layout is not None else 0, theme.space(46))
