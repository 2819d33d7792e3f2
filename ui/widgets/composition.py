"""Keys and input methods: Enter within a composition (输入法组字) belongs to the input method and never moves on."""

from PySide6.QtCore import QEvent, QMetaMethod, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterKey(QObject):
    """Watches an editor and tells of the Enter that the person means for the program.

    Screens use this instead of `returnPressed`. An Enter counts as the input method's while there is preedit text, and
    when it arrives together with the event that ends the composition, as some methods send both. Where nobody listens to
    `pressed`, an Enter for the program goes on to the form or dialog around the editor.

    Signals:
        pressed: Enter outside of any composition.
    """

    pressed = Signal()

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        self.is_composing = False
        self._has_just_ended = False
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            was_composing, self.is_composing = self.is_composing, bool(event.preeditString())
            if was_composing and not self.is_composing:
                self._has_just_ended = True
                QTimer.singleShot(0, self, self._settle)
        elif event.type() is QEvent.Type.FocusOut:
            self.is_composing = False
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in ENTER:
            is_meant = not self.is_composing and not self._has_just_ended and not event.isAutoRepeat()
            if is_meant and not self.isSignalConnected(QMetaMethod.fromSignal(self.pressed)):
                return False
            if is_meant:
                self.pressed.emit()
            return True
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        self._has_just_ended = False


def without_input_method(widget: QWidget) -> None:
    """Turns composition off: for places where single keys answer (`1` `2` `3` `0`), not for text."""
    widget.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
