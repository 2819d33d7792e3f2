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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
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
        column.addStretch(1)

    def sizeHint(self) -> QSize:
        """As large as what it holds, which a push button does not look at by itself."""
        layout = self.layout()
        width = theme.space(72)
        height = layout.heightForWidth(width) if layout is not None else 0
        return QSize(width, max(height, theme.space(54)))
