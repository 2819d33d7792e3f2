"""Empty state: what would be here, and the one thing to do first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.button import Button, Weight


class EmptyState(QWidget):
    """An icon, one sentence, and one button where there is something to do.

    Signals:
        pressed: the button was.
    """

    pressed = Signal()

    def __init__(self, icon: str, sentence: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = QLabel()
        theme.dress(picture, icon, "edge", theme.text_size(3.4))
        said = QLabel(sentence)
        theme.set_kind(said, "lead")
        said.setWordWrap(True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        said.setMaximumWidth(theme.space(110))
        middle = QHBoxLayout()  # not an alignment, which would not let the sentence have its height
        middle.addStretch(1)
        middle.addWidget(said, 1000)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(theme.space(4))
        column.addStretch(2)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(middle)
        if action:
            self.button = Button(action, Weight.PRIMARY)
            self.button.clicked.connect(self.pressed)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
