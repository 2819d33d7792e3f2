"""The workspace that was open last is not where it was: which one that is, and the three ways on."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from inspector import paths
from inspector.paths import WorkspacePlaces
from ui import theme
from ui.screens.door import Door
from ui.theme import Tone
from ui.widgets.button import Button, Weight
from ui.widgets.card import small


class MissingWorkspace(Door):
    """Leads to the unlock page of a workspace, or to a new one.

    Signals:
        found: the folder of a workspace.
        new_asked: make another workspace.
    """

    found = Signal(object)
    new_asked = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        title = QLabel(self.tr("The workspace was not found"))
        theme.set_kind(title, "title")
        title.setWordWrap(True)
        self.said = small(
            self.tr(
                "The workspace “{name}” lay here:\n{folder}\nIts drive may not be plugged in, or its folder was moved. "
                "The program has changed nothing in it."
            ).format(name=folder.name, folder=folder)
        )
        self.problem = small("")
        theme.set_tone(self.problem, Tone.BAD)
        self.problem.hide()
        self.again = Button(self.tr("Look again"), Weight.PRIMARY)
        self.again.clicked.connect(lambda: self.take(self._folder))
        self.choose = Button(self.tr("Choose its folder …"), icon="folder")
        self.choose.clicked.connect(self._choose)
        self.new = Button(self.tr("Set up a new one"), Weight.LINK)
        self.new.clicked.connect(self.new_asked)
        for widget in (title, self.said, self.problem, self.again, self.choose, self.new):
            self.card.column.addWidget(widget)
        self.setFocusProxy(self.again)

    def take(self, folder: Path) -> None:
        """Goes to the workspace in *folder*, if there is one."""
        if is_workspace(folder):
            self.found.emit(folder)
            return
        still = self.tr("It is still not there.")
        none = self.tr("There is no workspace in {folder}.").format(folder=folder)
        self.problem.setText(still if folder == self._folder else none)
        self.problem.show()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Choose the folder of the workspace"), str(paths.home())
        )
        if chosen:
            self.take(Path(chosen))


def is_workspace(folder: Path) -> bool:
    """Whether a workspace lies in *folder*."""
    return WorkspacePlaces(folder).keys.exists()
