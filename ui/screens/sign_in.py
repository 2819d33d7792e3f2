"""执法人员登录: who is working now, asked after unlocking and when the window was left alone."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from inspector.errors import Trouble
from ui import text, theme
from ui.screens.door import Door
from ui.tasks import Tasks
from ui.widgets.sign_in import OfficerLine, SignIn

if TYPE_CHECKING:
    from inspector.workspace import Workspace


class SignInDoor(Door):
    """Stands before the screens until an officer has signed in.

    Signals:
        passed: somebody has.
    """

    passed = Signal()

    def __init__(self, workspace: "Workspace", tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._tasks = workspace, tasks
        title = QLabel(self.tr("Who is working now?"))
        theme.set_kind(title, "title")
        self.sign_in = SignIn()
        self.sign_in.asked.connect(self._ask)
        self.card.column.addWidget(title)
        self.card.column.addWidget(self.sign_in)
        self.setFocusProxy(self.sign_in.pin)

    def show_officers(self, lines: tuple[OfficerLine, ...], chosen: str) -> None:
        self.sign_in.show_officers(lines, chosen)

    def _ask(self, officer: str, pin: str) -> None:
        self._tasks.attempt(partial(self._workspace.officers.sign_in, officer, pin), self._done, self._failed)

    def _done(self, _: None) -> None:
        self.sign_in.clear()
        self.passed.emit()

    def _failed(self, trouble: Trouble) -> None:
        self.sign_in.complain(text.told(trouble))


def officer_lines(workspace: "Workspace") -> tuple[OfficerLine, ...]:
    """Those who can sign in here; for a thread beside the window."""
    return tuple(OfficerLine(o.id, o.name, o.certificate) for o in workspace.officers.here() if not o.left)
