"""解锁: the passphrase of the workspace that was open last, or of another one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from inspector.errors import Code, Trouble
from inspector.progress import Report
from ui import text, theme
from ui.messages import MessageBar
from ui.screens.door import Door
from ui.screens.setting_up import open_workspace, recover_workspace, warm_up
from ui.tasks import Job, Tasks
from ui.widgets.button import Button, Weight
from ui.widgets.field_row import FieldRow
from ui.widgets.progress_card import ProgressCard
from ui.widgets.secret_field import SecretField

if TYPE_CHECKING:
    from inspector.workspace import Workspace
    from ui.dialogs.recover import RecoverDialog

Open = Callable[[Path, str, Report], "Workspace"]
Recover = Callable[[Path, str, str, Report], "Workspace"]


class Unlock(Door):
    """Opens a workspace with its passphrase.

    Signals:
        opened: the Workspace.
        new_asked: make another workspace.
    """

    opened = Signal(object)
    new_asked = Signal()

    def __init__(
        self,
        folder: Path,
        tasks: Tasks,
        messages: MessageBar,
        open_: Open = open_workspace,
        recover: Recover = recover_workspace,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._messages, self._open, self._recovery = tasks, messages, open_, recover
        self.folder = folder
        self._is_warm = False
        self._title = QLabel(self.tr("Open the records"))
        theme.set_kind(self._title, "title")
        self._where = QLabel()
        theme.set_kind(self._where, "small")
        self._where.setWordWrap(True)
        self.passphrase = SecretField()
        self.row = FieldRow(self.tr("Passphrase"), self.passphrase)
        self.passphrase.textEdited.connect(self._typed)
        self.passphrase.enter.pressed.connect(self._ask)
        self.button = Button(self.tr("Open"), Weight.PRIMARY, "lock")
        self.button.clicked.connect(self._ask)
        self.progress = ProgressCard()
        other = Button(self.tr("Open another workspace …"), Weight.LINK)
        other.clicked.connect(self._choose)
        self.forgot = Button(self.tr("Forgot the passphrase?"), Weight.LINK)
        self.forgot.clicked.connect(self._ask_recovery)
        self.recovery: RecoverDialog | None = None
        new = Button(self.tr("Set up a new one"), Weight.LINK)
        new.clicked.connect(self.new_asked)
        others = QVBoxLayout()
        others.setSpacing(theme.space(0.5))
        others.addWidget(self.forgot)
        others.addWidget(other)
        others.addWidget(new)
        self.card.column.addWidget(self._title)
        self.card.column.addWidget(self._where)
        self.card.column.addSpacing(theme.space(2))
        self.card.column.addWidget(self.row)
        self.card.column.addWidget(self.button)
        self.card.column.addWidget(self.progress)
        self.card.column.addLayout(others)
        self.setFocusProxy(self.passphrase)
        self._show_folder()

    def choose(self, folder: Path) -> None:
        """Opens another workspace instead."""
        self.folder = folder
        self._show_folder()
        self.row.accept()
        self.passphrase.clear()
        self.passphrase.setFocus()

    def _show_folder(self) -> None:
        self._where.setText(str(self.folder))

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Choose the folder of the workspace"), str(self.folder.parent)
        )
        if chosen:
            self.choose(Path(chosen))

    def _typed(self) -> None:
        self.row.accept()
        if not self._is_warm:  # the domain is imported while the person types on
            self._is_warm = True
            self._tasks.run(warm_up)

    def _ask(self) -> None:
        if not self.passphrase.text() or not self.button.isEnabled():
            return
        self._messages.clear()
        self._set_waiting(True)
        job = self._tasks.follow(
            partial(self._open, self.folder, self.passphrase.text()),
            self._opened,
            self._failed,
            self._stopped,
        )
        job.progressed.connect(partial(self._show_progress, job))

    def _ask_recovery(self) -> None:
        from ui.dialogs.recover import RecoverDialog

        self._messages.clear()
        self.recovery = RecoverDialog(self.window())
        self.recovery.accepted.connect(partial(self._recover, self.recovery))
        self._tasks.run(warm_up, self.recovery.passphrase.say_rule)
        self.recovery.open()

    def _recover(self, dialog: "RecoverDialog") -> None:
        self._set_waiting(True)
        job = self._tasks.follow(
            partial(self._recovery, self.folder, dialog.key.text(), dialog.passphrase.value),
            self._recovered,
            self._failed,
            self._stopped,
        )
        job.progressed.connect(partial(self._show_progress, job))

    def _recovered(self, workspace: "Workspace") -> None:
        self._opened(workspace)
        self._messages.note(
            self.tr(
                "Opened under the new passphrase. This computer belongs to no office now: write the request under "
                "“Data exchange”, and have each officer set a new PIN."
            )
        )

    def _show_progress(self, job: Job, *_: object) -> None:
        """After an upgrade, or an import that was cut off; else opening reports nothing."""
        if self.progress.isHidden():
            self.progress.follow(job, self.tr("Bringing the data up to date"))

    def _stopped(self) -> None:
        self._set_waiting(False)

    def _opened(self, workspace: "Workspace") -> None:
        self.passphrase.clear()
        self._set_waiting(False)
        self.opened.emit(workspace)

    def _failed(self, trouble: Trouble) -> None:
        self._set_waiting(False)
        if trouble.code is Code.PASSPHRASE_WRONG:
            self.row.complain(text.told(trouble))
            self.passphrase.selectAll()
            self.passphrase.setFocus()
            return
        self._messages.trouble(trouble)

    def _set_waiting(self, waiting: bool) -> None:
        self.button.setEnabled(not waiting)
        self.button.setText(self.tr("Opening …") if waiting else self.tr("Open"))
        self.passphrase.setReadOnly(waiting)
