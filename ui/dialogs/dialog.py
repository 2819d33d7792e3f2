"""The frame of every dialog: a title, a column, and its buttons with the primary one last."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.button import Button, Weight
from ui.widgets.page import Page

WIDEST = 250
"""How wide what a dialog holds can get, in steps."""

AROUND = 54
"""The height of what stands around it, in steps: heading, buttons, margins, and the frames of window and desktop."""


class Body(Page):
    """The middle of a dialog: as high as what it holds, and scrolling where the screen is lower than that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(width=WIDEST, margin=0, centred=False, parent=parent)

    def sizeHint(self) -> QSize:
        width = self.held.sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        held = self.held
        needed = held.heightForWidth(width) if held.hasHeightForWidth() else held.sizeHint().height()
        return min(needed, self.screen().availableGeometry().height() - theme.space(AROUND))


class Dialog(QDialog):
    """Put widgets into `column`; `confirm` is the primary button, connect it. It is gone when it is closed."""

    def __init__(self, title: str, confirm: str, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading = QLabel(title)
        theme.set_kind(heading, "heading")
        self._body = Body()
        self.column = self._body.column
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
        frame.addWidget(self._body, 1)
        frame.addLayout(self.buttons)
        self.setMinimumWidth(theme.space(105))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if (window := self.windowHandle()) is not None:
            window.focusObjectChanged.connect(self._reveal)

    def event(self, event: QEvent) -> bool:
        """Grows with its words, which a window by itself does not do for words that wrap."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and (layout := self.layout()) is not None:
            needed = layout.totalHeightForWidth(self.width())
            if needed > self.height():
                self.resize(self.width(), needed)
                self._stay_on_screen()
        return handled

    def _stay_on_screen(self) -> None:
        over = self.frameGeometry().bottom() - self.screen().availableGeometry().bottom()
        if over > 0:
            self.move(self.x(), self.y() - over)

    def _reveal(self, focused: QObject | None) -> None:
        """Scrolls to what the person is in now."""
        if isinstance(focused, QWidget) and self._body.isAncestorOf(focused):
            self._body.ensureWidgetVisible(focused)
