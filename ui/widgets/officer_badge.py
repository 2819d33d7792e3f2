"""Who is working now, always in sight; pressing it starts the change-over."""

from PySide6.QtWidgets import QWidget

from ui import theme
from ui.widgets.button import NavigationButton


class OfficerBadge(NavigationButton):
    """The name of the acting officer."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setToolTip(self.tr("Change over to another officer ({keys})").format(keys=keys))
        self.show_name("")

    def show_name(self, name: str) -> None:
        self.setText(name or self.tr("Nobody"))
        self.setAccessibleName(self.tr("Working now: {name}. Change over").format(name=self.text()))
        theme.dress(self, "officer" if name else "warning", "nav_ink", theme.text_size(1.5))
