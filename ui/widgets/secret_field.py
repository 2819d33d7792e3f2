"""A field for a passphrase or PIN, which can be looked at."""

from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import theme
from ui.widgets.composition import EnterKey, without_input_method


class SecretField(QLineEdit):
    """Shows dots; the eye at its end shows the text. `enter` tells of the Enter key."""

    def __init__(self, *, pin: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = QAction(self)
        self._look.setCheckable(True)
        self._look.toggled.connect(self._show_text)
        self.enter = EnterKey(self)
        if pin:
            without_input_method(self)
        else:
            self.addAction(self._look, QLineEdit.ActionPosition.TrailingPosition)
        self._show_text(False)

    def _show_text(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        icon: QIcon = theme.icon("eye-off" if shown else "eye", theme.colours().muted)
        self._look.setIcon(icon)
        self._look.setText(self.tr("Hide the text") if shown else self.tr("Show the text"))
