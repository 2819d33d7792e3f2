"""Buttons: what is pressed, with words and an icon, or with an icon and a name."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from ui import theme


class Weight(StrEnum):
    """How loud a button is; a page has one primary button."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    LINK = "link"
    DANGER = "danger"


OUTLINE = 3
"""The thickest outline that the style sheet draws, in pixels."""

_COLOURS = {Weight.PRIMARY: "on_accent", Weight.DANGER: "bad", Weight.LINK: "accent"}


class Button(QPushButton):
    """A button with words."""

    def __init__(
        self, words: str, weight: Weight = Weight.PLAIN, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        theme.set_kind(self, weight.value)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(weight is not Weight.LINK)
        if icon:
            theme.dress(self, icon, _COLOURS.get(weight, "ink"), theme.text_size(1.25))

    def setText(self, words: str) -> None:
        """Changes the words; an icon that comes to stand beside words, or alone, gets its distance from them."""
        super().setText(words)
        if icon := self.property("icon_name"):
            theme.dress(self, str(icon), str(self.property("icon_colour")), int(self.property("icon_size")))


class NavigationButton(Button):
    """A button of the navigation; the room above and below its words gives way where the window is low."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().height() + theme.space(4.5))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().height() + theme.space(1))


def keep_room(button: QAbstractButton, padding: float) -> None:
    """Makes *button* as wide as its words are in bold, as when it is chosen: nothing moves then. *padding* in steps."""
    font = button.font()
    font.setBold(True)
    words = QFontMetrics(font).horizontalAdvance(button.text())
    button.setMinimumWidth(words + 2 * theme.space(padding) + 2 * OUTLINE)


class IconButton(QToolButton):
    """A button with an icon only; its name is read aloud and shown as its tip."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_kind(self, "quiet")
        theme.dress(self, icon, "muted", theme.text_size(1.25))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setToolTip(name)
