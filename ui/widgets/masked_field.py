"""A number of a person, such as that of an identity card: covered on the screen until somebody looks at it."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import theme

LEFT, RIGHT = 4, 3
"""How many characters stay to be seen at either end."""


class MaskedField(QLineEdit):
    """Shows a stored number covered; the eye at its end uncovers it, and only then can it be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self._eye = QAction(self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._edited)
        self.show_value("")

    @property
    def value(self) -> str:
        """The whole number, whether it can be seen or not."""
        return self._value.strip()

    def show_value(self, value: str) -> None:
        """Shows *value* covered; an empty field can be typed into at once."""
        self._value = value
        self._eye.setVisible(bool(value))
        self._eye.setChecked(not value)
        self._show(not value)

    def _edited(self, typed: str) -> None:
        self._value = typed

    def _show(self, whole: bool) -> None:
        self.setReadOnly(not whole)
        self.setText(self._value if whole else masked(self._value))
        self._eye.setIcon(theme.icon("eye-off" if whole else "eye", theme.colours().muted))
        self._eye.setText(
            self.tr("Cover the number") if whole else self.tr("Look at the number and change it")
        )


def masked(number: str) -> str:
    """The number with its middle covered; a short one is covered whole."""
    if len(number) <= LEFT + RIGHT + 1:
        return "•" * len(number)
    return f"{number[:LEFT]}{'•' * (len(number) - LEFT - RIGHT)}{number[-RIGHT:]}"
