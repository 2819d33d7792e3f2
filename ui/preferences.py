"""The settings of this person on this machine, kept on disk as they change."""

from PySide6.QtCore import QObject, Signal

from inspector.settings import Settings


class Preferences(QObject):
    """Holds the settings.

    Signals:
        changed: the settings as they are now.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.value = Settings.load()

    def change(self, **changed: object) -> None:
        """Changes some of the settings and saves them, since nobody presses a button for that."""
        self.value = self.value.with_(**changed)
        self.value.save()
        self.changed.emit(self.value)
