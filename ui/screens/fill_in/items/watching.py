"""监视文件夹: pictures that arrive in a folder (from a cable or a card reader) go onto the item at hand."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from inspector.errors import Trouble
from inspector.evidence import watched
from inspector.evidence.watched import Look
from ui.folders import Purpose, folder_for
from ui.screens.screen import Context
from ui.widgets.button import Button, Weight

LOOK_EVERY_MS = 1_500


class Watching(QObject):
    """Looks into the folder now and then; what lay there before belongs to other visits.

    Signals:
        arrived: files that are new and complete.
    """

    arrived = Signal(list)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._folder: Path | None = None
        self._known: Look = {}
        self._before: Look = {}
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self.button = Button("", Weight.QUIET, "folder")
        self.button.setCheckable(True)
        self.button.clicked.connect(self._toggle)
        self._say()

    def watch(self, folder: Path) -> None:
        """Begins to watch *folder*."""
        self._context.tasks.run(partial(watched.look, folder), partial(self._begin, folder), self._lost)

    def stop(self) -> None:
        self._timer.stop()
        self._folder = None
        self._say()

    def _toggle(self) -> None:
        if self._folder is not None:
            self.stop()
            return
        preferences = self._context.preferences
        last = preferences.value.watched_folder or folder_for(Purpose.PHOTOS, preferences)
        chosen = QFileDialog.getExistingDirectory(self.button, self.tr("Watch a folder for photos"), last)
        if chosen:
            self._context.preferences.change(watched_folder=chosen)
            self.watch(Path(chosen))
        else:
            self._say()

    def _begin(self, folder: Path, look: Look) -> None:
        self._folder, self._known, self._before = folder, dict(look), look
        self._timer.start()
        self._say()

    def _look(self) -> None:
        if self._folder is not None:
            self._context.tasks.run(partial(watched.look, self._folder), self._compare, self._lost)

    def _compare(self, now: Look) -> None:
        new = watched.arrived(self._known, self._before, now)
        self._before = now
        if new:
            self._known = {**self._known, **{file: now[file] for file in new}}
            self.arrived.emit(list(new))

    def _lost(self, trouble: Trouble) -> None:
        self.stop()
        self._context.messages.trouble(trouble)

    def _say(self) -> None:
        self.button.setChecked(self._folder is not None)
        name = self._folder.name if self._folder else ""
        words = self.tr("Watching {folder}").format(folder=name) if name else self.tr("Watch a folder")
        self.button.setText(words)
