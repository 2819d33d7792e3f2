"""Buttons: what is pressed, with words and an icon, or with an icon and a name."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from ui import theme


class Weight(StrEnum):
    """How loud a button is; a page has one primary button."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    LINK = "link"
    DANGER = "danger"


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
