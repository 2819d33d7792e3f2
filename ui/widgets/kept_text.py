"""Text that is never lost: a draft half a second after the last key, a fact when the person leaves the field."""

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.composition import EnterKey

DRAFT_AFTER_MS = 500


class KeptText(QWidget):
    """One line or several, with a stored value behind it.

    Signals:
        drafted: what stands there now, half a second after the last key.
        settled: what the person left there, when they typed or it differs from the stored value.
    """

    drafted = Signal(str)
    settled = Signal(str)

    def __init__(self, name: str, *, lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = ""
        self._is_touched = False
        self.editor: QLineEdit | QPlainTextEdit = QLineEdit() if lines == 1 else QPlainTextEdit()
        self.editor.setAccessibleName(name)
        self.setAccessibleName(name)
        self.setFocusProxy(self.editor)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DRAFT_AFTER_MS)
        self._pause.timeout.connect(lambda: self.drafted.emit(self.text()))
        if isinstance(self.editor, QLineEdit):
            self.editor.textEdited.connect(self._typed)
            self.enter = EnterKey(self.editor)
            self.enter.pressed.connect(self.settle)
        else:
            self.editor.textChanged.connect(self._typed)
            self.editor.setTabChangesFocus(True)
            self.editor.setFixedHeight(self._height(lines))
        self.editor.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.editor)

    def text(self) -> str:
        return self.editor.text() if isinstance(self.editor, QLineEdit) else self.editor.toPlainText()

    def show_text(self, stored: str, draft: str | None = None) -> None:
        """Shows the stored value, or the draft that was left; what was typed and is not yet settled is left alone."""
        self._stored = stored
        if self._is_touched:
            return
        shown = stored if draft is None else draft
        if self.text() == shown:
            return
        self.editor.blockSignals(True)
        if isinstance(self.editor, QLineEdit):
            self.editor.setText(shown)
            self.editor.setCursorPosition(len(shown) if self.editor.hasFocus() else 0)
        else:
            self.editor.setPlainText(shown)
        self.editor.blockSignals(False)

    def show_anyway(self, stored: str) -> None:
        """Shows *stored* in the place of whatever was typed."""
        self._pause.stop()
        self._is_touched = False
        self.show_text(stored)

    def settle(self) -> None:
        """Takes what stands there as said."""
        self._pause.stop()
        typed = self.text().strip()
        if self._is_touched or typed != self._stored:
            self._is_touched = False
            self._stored = typed
            self.settled.emit(typed)

    def set_placeholder(self, words: str) -> None:
        self.editor.setPlaceholderText(words)

    def set_writable(self, writable: bool) -> None:
        self.editor.setReadOnly(not writable)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.settle()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return QSize(theme.space(60), super().sizeHint().height())

    def _typed(self) -> None:
        self._is_touched = True
        self._pause.start()

    def _height(self, lines: int) -> int:
        return self.editor.fontMetrics().lineSpacing() * lines + theme.space(7)
