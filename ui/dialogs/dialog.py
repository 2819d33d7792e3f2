"""The frame of every dialog: a title, a column, its buttons with the primary one last, and the question before typed
text goes.
"""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets.button import Button, Weight
from ui.widgets.page import Page
from ui.widgets.picker import Picker

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
        self._is_begun = False
        self._begun_with: tuple[str, ...] = ()
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

    def begin(self) -> None:
        """What stands in the fields now is what the dialog began with: only what is typed from here on is asked for."""
        self._begun_with = self._typed()

    @property
    def is_typed_in(self) -> bool:
        return self._is_begun and self._typed() != self._begun_with

    def reject(self) -> None:
        """Asks once before what was typed goes; `done` goes at once."""
        if not self.is_typed_in:
            self.let_go()
            return
        question = Question(
            self.tr("Let go of what you typed?"),
            self.tr("What was typed in this window is not saved yet."),
            self.tr("Let it go"),
            self.tr("Go on typing"),
            self,
        )
        question.accepted.connect(self.let_go)
        question.open()

    def let_go(self) -> None:
        """Closes without saving."""
        self.done(QDialog.DialogCode.Rejected)

    def _typed(self) -> tuple[str, ...]:
        """What stands in the fields; secrets and searches are nothing that would be missed."""
        lines = (
            line for line in self.findChildren(QLineEdit) if line.echoMode() is QLineEdit.EchoMode.Normal
        )
        searched = {picker.line for picker in self.findChildren(Picker)}
        texts = (editor.toPlainText() for editor in self.findChildren(QPlainTextEdit))
        return (*(line.text() for line in lines if line not in searched), *texts)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_begun:
            self._is_begun = True
            self.begin()
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


class Question(Dialog):
    """Asks what is in *lead*. Enter and Escape keep things as they are: only the named button lets something go.

    `accepted` comes from the button *let_go*.
    """

    def __init__(self, title: str, lead: str, let_go: str, keep: str, parent: QWidget | None = None) -> None:
        super().__init__(title, keep, lead, parent)
        self._body.hide()  # the question is all there is
        self.confirm.clicked.connect(self.reject)
        self.take = Button(let_go)
        self.take.setAutoDefault(False)
        self.take.clicked.connect(self.accept)
        self.buttons.replaceWidget(self.cancel, self.take)
        self.cancel.deleteLater()
        self.confirm.setFocus()
