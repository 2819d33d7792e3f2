"""An entry of a short list: what it is, a muted line of what else helps, and a chip; pressing it leads there."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Tone
from ui.widgets.chip import Chip
from ui.widgets.elided import Elided


class Entry(QPushButton):
    """A button as wide as its list."""

    def __init__(self, title: str, detail: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_kind(self, "entry")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(True)
        self.title, self.detail = Elided(), Elided()
        theme.set_kind(self.title, "label")
        theme.set_kind(self.detail, "small")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.detail)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(2))
        self._row.setSpacing(theme.space(3))
        if icon:
            picture = QLabel()
            theme.dress(picture, icon, "muted", theme.text_size(1.5))
            self._row.addWidget(picture)
        self._row.addLayout(words, 1)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.say_title(title)
        self.say_detail(detail)

    def say_title(self, words: str) -> None:
        self.title.setText(words)
        self.setAccessibleName(words)

    def say_detail(self, words: str) -> None:
        self.detail.setText(words)
        self.detail.setVisible(bool(words))
        self.setAccessibleDescription(words)

    def add_chip(self, words: str, tone: Tone) -> None:
        """Says in a chip how far it is; read aloud after the rest."""
        chip = Chip(words, tone)
        chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row.addWidget(chip)
        self.setAccessibleDescription(f"{self.accessibleDescription()} · {words}".strip(" ·"))

    def sizeHint(self) -> QSize:
        """As large as what it holds, which a push button does not look at by itself."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()
