"""首次使用: what this computer is for, one form, and the keys being made."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inspector import paths
from inspector.errors import Trouble
from inspector.progress import Report
from ui import text, theme
from ui.messages import MessageBar
from ui.screens.recovery_key import RecoveryKey
from ui.screens.setting_up import (
    Answers,
    DemoBuilder,
    free_folder,
    leave_demo_note,
    make_workspace,
    open_workspace,
    warm_up,
)
from ui.screens.setup_form import SetupForm
from ui.tasks import Job, Tasks
from ui.widgets.button import Button, Weight
from ui.widgets.emblem import Emblem
from ui.widgets.progress_card import ProgressCard
from ui.widgets.tile import Tile

if TYPE_CHECKING:
    from inspector.workspace import Workspace

Make = Callable[[Answers, Report], "Workspace"]


class FirstRun(QWidget):
    """Leads to an open workspace.

    Signals:
        made: the Workspace as soon as it is there, before its recovery key is kept.
        opened: the Workspace that was made, an officer signed in.
        open_asked: the folder of a workspace that exists already.
        language_asked: speak the other language.
    """

    made = Signal(object)
    opened = Signal(object)
    open_asked = Signal(object)
    language_asked = Signal()

    def __init__(
        self,
        tasks: Tasks,
        messages: MessageBar,
        build_demo: DemoBuilder | None = None,
        make: Make = make_workspace,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._messages, self._build_demo, self._make = tasks, messages, build_demo, make
        self.form: SetupForm | None = None
        self.recovery: RecoveryKey | None = None
        self.pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self._choices = self._choice_page()
        self._working = self._working_page()
        self.pages.addWidget(self._choices)
        self.pages.addWidget(self._working)

    def _choice_page(self) -> QWidget:
        page = QWidget()
        lead = QLabel(self.tr("What is this computer for?"))
        theme.set_kind(lead, "title")
        self.laptop = Tile(
            "laptop",
            self.tr("Inspection laptop"),
            self.tr(
                "Goes along to markets and shops: checks, photographs, writes records and has them signed."
            ),
        )
        self.office = Tile(
            "office",
            self.tr("Office desk"),
            self.tr("Collects what the laptops bring, confirms its receipt, keeps the registry, prints."),
        )
        self.demo = Tile(
            "demo",
            self.tr("Demonstration"),
            self.tr("Fictional people, firms and records to try everything on. Nothing in it counts."),
        )
        if self._build_demo is None:
            self.demo.hide()
        self.laptop.clicked.connect(lambda: self.ask("laptop"))
        self.office.clicked.connect(lambda: self.ask("office"))
        self.demo.clicked.connect(self._demonstrate)
        tiles = QHBoxLayout()
        tiles.setSpacing(theme.space(5))
        for tile in (self.laptop, self.office, self.demo):
            tiles.addWidget(tile, 1)
        existing = Button(self.tr("Open a workspace that exists …"), Weight.LINK, "folder")
        existing.clicked.connect(self._choose_existing)
        language = Button("English" if text.language() == text.CHINESE else "中文", Weight.LINK)
        language.clicked.connect(self.language_asked)
        below = QHBoxLayout()
        below.addWidget(existing)
        below.addStretch(1)
        below.addWidget(language)
        inner = QWidget()
        inner.setMaximumWidth(theme.space(250))
        rows = QVBoxLayout(inner)
        rows.setSpacing(theme.space(3))
        rows.addWidget(Emblem(11))
        rows.addSpacing(theme.space(3))
        rows.addWidget(lead)
        rows.addSpacing(theme.space(4))
        rows.addLayout(tiles)
        rows.addSpacing(theme.space(3))
        rows.addLayout(below)
        frame = QVBoxLayout(page)
        frame.setContentsMargins(*[theme.space(8)] * 4)
        frame.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        frame.addLayout(row)
        frame.addStretch(3)
        return page

    def _working_page(self) -> QWidget:
        page = QWidget()
        self.progress = ProgressCard()
        self.progress.setFixedWidth(theme.space(120))
        column = QVBoxLayout(page)
        column.addStretch(2)
        column.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        return page

    def ask(self, role: str) -> None:
        """Shows the form for that kind of desk."""
        form = self.form = SetupForm(role)
        self._tasks.run(warm_up, form.say_rules)
        form.answered.connect(self._begin)
        form.left.connect(self._back)
        self.pages.addWidget(form)
        self.pages.setCurrentWidget(form)
        form.bureau.setFocus()

    def _back(self) -> None:
        if self.form is not None:
            self.form.deleteLater()
            self.form = None
        self.pages.setCurrentWidget(self._choices)

    def _begin(self, answers: Answers) -> None:
        self._messages.clear()
        then = partial(self._made, answers.bureau)
        job = self._tasks.follow(partial(self._make, answers), then, self._failed, self._return)
        self._watch(job, self.tr("Making keys and encrypting the records …"))

    def _watch(self, job: Job, words: str) -> None:
        self.progress.follow(job, words)
        self.pages.setCurrentWidget(self._working)

    def _return(self) -> None:
        """Back to where the work was asked for, with everything that was typed."""
        self.pages.setCurrentWidget(self.form or self._choices)

    def _failed(self, trouble: Trouble) -> None:
        self._return()
        self._messages.trouble(trouble)

    def _made(self, bureau: str, workspace: "Workspace") -> None:
        self.made.emit(workspace)
        if not workspace.recovery_key:
            self.opened.emit(workspace)
            return
        page = self.recovery = RecoveryKey(workspace.recovery_key, bureau, self._tasks)
        page.kept.connect(lambda: self.opened.emit(workspace))
        centred = QWidget()
        row = QHBoxLayout(centred)
        page.setMaximumWidth(theme.space(190))
        row.addStretch(1)
        row.addWidget(page, 100)
        row.addStretch(1)
        self.pages.addWidget(centred)
        self.pages.setCurrentWidget(centred)

    def _demonstrate(self) -> None:
        if self._build_demo is not None:
            work = partial(_demonstration, self._build_demo, free_folder("demo"))
            job = self._tasks.follow(work, self.opened.emit, self._failed, self._return)
            self._watch(job, self.tr("Building the demonstration …"))

    def _choose_existing(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Choose the folder of the workspace"), str(paths.home())
        )
        if chosen:
            self.open_asked.emit(Path(chosen))


def _demonstration(build: DemoBuilder, folder: Path, report: Report) -> "Workspace":
    """Builds the demonstration and opens its first laptop, the first of its officers signed in."""
    places = build(folder, report)
    leave_demo_note(folder, places)
    workspace = open_workspace(places.laptops[0], places.passphrase)
    for officer in workspace.officers.here():
        if officer.name in places.pins:
            workspace.officers.sign_in(officer.id, places.pins[officer.name])
            break
    return workspace
