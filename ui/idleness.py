"""Notices that nobody has touched the window for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.InputMethod,
}


class Idleness(QObject):
    """Watches the window's own events, which are few; a filter on the program would see every repaint.

    Signals:
        passed: so many minutes went by untouched.
    """

    passed = Signal()

    def __init__(self, window: QWindow, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._pass)
        self.wait(minutes)
        window.installEventFilter(self)

    def wait(self, minutes: int) -> None:
        """Counts from now on, *minutes* long."""
        self._clock.start(minutes * 60_000)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._clock.start()
        return super().eventFilter(watched, event)

    def _pass(self) -> None:
        if QApplication.activeModalWidget() is None:
            self.passed.emit()
        else:  # somebody is in the middle of a decision
            self._clock.start()
