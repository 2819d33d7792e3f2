"""The frame of every dialog: a title, a column, and its buttons with the primary one last."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.button import Button, Weight


class Dialog(QDialog):
    """Put widgets into `column`; `confirm` is the primary button, connect it."""

    def __init__(self, title: str, confirm: str, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        heading = QLabel(title)
        theme.set_kind(heading, "heading")
        self.column = QVBoxLayout()
        self.column.setSpacing(theme.space(4))
        self.confirm = Button(confirm, Weight.PRIMARY)
        self.confirm.setDefault(True)
        self.cancel = Button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.space(2))
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.confirm)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(*[theme.space(6)] * 4)
        frame.setSpacing(theme.space(4))
        frame.addWidget(heading)
        if lead:
            words = QLabel(lead)
            words.setWordWrap(True)
            theme.set_tone(words, theme.Tone.MUTED)
            frame.addWidget(words)
        frame.addLayout(self.column)
        frame.addLayout(self.buttons)
        self.setMinimumWidth(theme.space(105))

    def event(self, event: QEvent) -> bool:
        """Grows with its words, which a window by itself does not do for words that wrap."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and (layout := self.layout()) is not None:
            needed = layout.totalHeightForWidth(self.width())
            if needed > self.height():
                self.resize(self.width(), needed)
        return handled
