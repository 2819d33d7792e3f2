"""The change-over: another officer goes on, in three seconds."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from inspector.errors import Trouble
from ui import text
from ui.dialogs.dialog import Dialog
from ui.tasks import Tasks
from ui.widgets.sign_in import OfficerLine, SignIn

if TYPE_CHECKING:
    from inspector.workspace import Workspace


class ChangeOver(Dialog):
    """Preselects whoever is not working now, so that two officers only type a PIN and Enter."""

    def __init__(
        self,
        workspace: "Workspace",
        tasks: Tasks,
        lines: tuple[OfficerLine, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Change over"), self.tr("Sign in"), parent=parent)
        self._workspace, self._tasks = workspace, tasks
        self.sign_in = SignIn()
        self.sign_in.asked.connect(self._ask)
        self.sign_in.button.hide()
        self.confirm.clicked.connect(self.sign_in.ask)
        self.column.addWidget(self.sign_in)
        others = [line.id for line in lines if line.id != workspace.officers.acting]
        self.sign_in.show_officers(lines, others[0] if others else "")

    def _ask(self, officer: str, pin: str) -> None:
        self._tasks.attempt(partial(self._workspace.officers.sign_in, officer, pin), self._done, self._failed)

    def _done(self, _: None) -> None:
        self.accept()

    def _failed(self, trouble: Trouble) -> None:
        self.sign_in.complain(text.told(trouble))
