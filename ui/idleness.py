"""Notices that nobody has touched the window for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.InputMethod,
}


class Idleness(QObject):
    """Watches the events of the window and of the dialogs over it, which are few; a filter on the program would see
    every repaint.

    Signals:
        passed: so many minutes went by untouched.
    """

    passed = Signal()

    def __init__(self, window: QWindow, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.passed)
        self.wait(minutes)
        window.installEventFilter(self)
        if isinstance(application := QGuiApplication.instance(), QGuiApplication):
            application.focusWindowChanged.connect(self._watch)

    def wait(self, minutes: int) -> None:
        """Counts from now on, *minutes* long."""
        self._clock.start(minutes * 60_000)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._clock.start()
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)
