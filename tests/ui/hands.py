"""What hands do to the window: keys, and Chinese through an input method."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


def compose(editor: QWidget, preedit: str, commit: str = "") -> None:
    """The input method shows *preedit* in the editor, or commits text to it."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(editor, event)


def write(editor: QWidget, text: str) -> None:
    """Types *text* through an input method, as Chinese is typed."""
    compose(editor, "z")
    compose(editor, "", text)
    QApplication.processEvents()
