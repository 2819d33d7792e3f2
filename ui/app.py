"""The program with a window: from its start over the doors to the shell, and to a clean end."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from inspector.errors import Trouble
from ui import binding, messages, text, theme
from ui.dialogs.dialog import Dialog
from ui.idleness import Idleness
from ui.instance import Instance, wake
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.screens.missing_workspace import MissingWorkspace, is_workspace
from ui.screens.unlock import Unlock
from ui.tasks import Tasks
from ui.widgets.secret_field import SecretField

if TYPE_CHECKING:  # what the unlock page does not need is imported when a person gets there
    from inspector.progress import Report
    from inspector.workspace import Workspace
    from ui.screens.first_run import FirstRun, Make
    from ui.screens.setting_up import DemoBuilder, DemoPlaces
    from ui.shell import Shell, Sign


class App(QObject):
    """Owns the window, the threads and the open workspace."""

    def __init__(
        self,
        application: QApplication,
        preferences: Preferences,
        build_demo: "DemoBuilder | None" = None,
        make: "Make | None" = None,
    ) -> None:
        super().__init__()
        self._application = application
        self.preferences = preferences
        self._build_demo, self._make = build_demo, make
        self.tasks = Tasks(self)
        self.window = MainWindow()
        self.instance = Instance(self)
        self.workspace: Workspace | None = None
        self.shell: Shell | None = None
        self._idleness: Idleness | None = None
        self._look = self._look_wanted()
        self._held: list[Dialog] = []
        self.tasks.troubled.connect(self._trouble)
        self.tasks.recovered.connect(self.window.messages.recover)
        self.instance.woken.connect(self.window.come_forward)
        self.window.lock_asked.connect(self.lock)
        self.window.closing.connect(self.close)
        preferences.changed.connect(self._preferences_changed)
        application.styleHints().colorSchemeChanged.connect(self._look_changed)

    def start(self) -> None:
        """Opens at the unlock page of the last workspace, or at the first-run page where there never was one."""
        folder = Path(self.preferences.value.workspace)
        if not self.preferences.value.workspace:
            self.set_up()
        elif is_workspace(folder):
            self.unlock(folder)
        else:
            page = MissingWorkspace(folder)
            page.found.connect(self.unlock)
            page.new_asked.connect(self.set_up)
            self._show_only(page)

    def set_up(self) -> None:
        """Shows the first-run page."""
        from ui.screens.first_run import FirstRun
        from ui.screens.setting_up import make_workspace

        page = FirstRun(self.tasks, self.window.messages, self._build_demo, self._make or make_workspace)
        page.made.connect(self._hold)
        page.opened.connect(self.enter)
        page.open_asked.connect(self.unlock)
        page.language_asked.connect(self._speak_other)
        self._show_only(page)

    def unlock(self, folder: Path) -> None:
        """Shows the unlock page for *folder*."""
        self.instance.listen(folder)
        self._tell_demo_words(folder)
        page = Unlock(folder, self.tasks, self.window.messages)
        page.opened.connect(self.enter)
        page.new_asked.connect(self.set_up)
        self._show_only(page)

    def enter(self, workspace: "Workspace") -> None:
        """Goes in, past the sign-in where nobody has signed in yet."""
        from ui.shell import Shell, read_sign

        self._hold(workspace)
        self._tell_demo_words(workspace.places.root)
        self.shell = Shell(workspace, self.tasks, self.window.messages, self.preferences)
        self.tasks.run(lambda: read_sign(workspace), self._entered)
        self.tasks.run(_load_identifiers)

    def _hold(self, workspace: "Workspace") -> None:
        """The workspace is ours from now on: closed with the window, and remembered for the next start."""
        self.workspace = workspace
        root = workspace.places.root.resolve()
        self.preferences.change(workspace=str(root))
        self.instance.listen(root)

    def lock(self) -> None:
        """Hides everything behind the sign-in; what is open stays as it is."""
        if self.shell is not None and self.window.pages.currentWidget() is self.shell:
            self.shell.leave()
            self._hold_dialogs()
            from ui.shell import read_sign

            self.window.messages.clear()
            shell = self.shell
            self.tasks.run(lambda: read_sign(shell.context.workspace), self._lock)

    def close(self) -> None:
        """Keeps what is being typed, ends all threads, and lets the workspace go."""
        if self.shell is not None:
            self.shell.leave()
        self.instance.close()
        self.tasks.rest()  # may bring home a workspace that was being opened
        workspace, self.workspace = self.workspace, None
        if workspace is not None:
            self.tasks.write(workspace.close)
        self.tasks.close()

    def _entered(self, sign: "Sign") -> None:
        assert self.shell is not None
        self.shell.show_sign(sign)
        if self._idleness is None and (handle := self.window.windowHandle()) is not None:
            self._idleness = Idleness(handle, self.preferences.value.lock_after_minutes, self)
            self._idleness.passed.connect(self.lock)
        if sign.officers and not sign.acting:
            self._lock(sign)
        else:
            self._go_in()

    def _lock(self, sign: "Sign") -> None:
        assert self.workspace is not None
        if not sign.officers:
            self._go_in()
            return
        from ui.screens.sign_in import SignInDoor

        door = SignInDoor(self.workspace, self.tasks)
        door.passed.connect(self._go_in)
        door.show_officers(sign.officers, sign.acting)
        self.window.show_page(door)
        door.sign_in.pin.setFocus()

    def _go_in(self) -> None:
        assert self.shell is not None
        self._show_only(self.shell)
        self.shell.read_sign()
        if self.shell.place is None:
            self.shell.go_first()
        self._show_held()

    def _hold_dialogs(self) -> None:
        """Hides what is open over the window, with what is typed there but for secrets; choosing a file ends."""
        tops = (w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible())
        for dialog in sorted(tops, key=_depth, reverse=True):
            if not isinstance(dialog, Dialog):
                dialog.reject()
                continue
            for secret in dialog.findChildren(SecretField):
                secret.clear()
            dialog.hide()
            self._held.insert(0, dialog)

    def _show_held(self) -> None:
        """Opens again what was hidden by the lock."""
        held, self._held = self._held, []
        for dialog in held:
            if shiboken6.isValid(dialog):
                dialog.open()

    def _show_only(self, page: "FirstRun | Unlock | MissingWorkspace | Shell") -> None:
        """Shows *page*; the doors passed on the way to it are not come back to."""
        self.window.show_page(page)
        for number in reversed(range(self.window.pages.count())):
            other = self.window.pages.widget(number)
            if other is not None and other is not page and other is not self.shell:
                self.window.forget_page(other)

    def _tell_demo_words(self, desk: Path) -> None:
        """Says what opens a demonstration: its words are no secret, and nobody keeps them in mind."""
        from ui.screens.setting_up import read_demo_note

        if (note := read_demo_note(desk)) is not None:
            passphrase, pins = note
            listed = self.tr(", ").join(f"{name} {pin}" for name, pin in pins.items())
            told = self.tr("Passphrase of the demonstration: {words}. PINs: {pins}")
            self.window.messages.note(told.format(words=passphrase, pins=listed))

    def _trouble(self, trouble: Trouble) -> None:
        self.window.messages.trouble(trouble)

    def _speak_other(self) -> None:
        other = text.ENGLISH if text.language() == text.CHINESE else text.CHINESE
        self.preferences.change(language=other)
        text.speak(self._application, other)
        self.window.say_title()
        self.set_up()

    def _preferences_changed(self) -> None:
        self._look_changed()
        if self._idleness is not None:
            self._idleness.wait(self.preferences.value.lock_after_minutes)

    def _look_changed(self) -> None:
        if (wanted := self._look_wanted()) is not self._look:
            self._look = wanted
            theme.wear(self._application, wanted)

    def _look_wanted(self) -> theme.Look:
        return theme.look_of_system(bright=self.preferences.value.bright)


def _depth(widget: QWidget) -> int:
    """How many widgets it lies over."""
    parent = widget.parentWidget()
    return 0 if parent is None else 1 + _depth(parent)


def _build_demo(folder: Path, report: "Report") -> "DemoPlaces":
    from inspector.demo import build

    return build(folder, report)


def _load_identifiers() -> None:
    """Reads the tables of the identifiers, so that the first keystroke does not wait for them."""
    from inspector.identifiers import recognition

    recognition.load()


def run(argv: Sequence[str]) -> int:
    """Opens the window and returns the exit code; *argv* without the program's name."""
    binding.steady()
    parser = argparse.ArgumentParser("inspector")
    parser.add_argument("--lang", choices=(text.CHINESE, text.ENGLISH), default="")
    parser.add_argument("--workspace", default="")
    chosen = parser.parse_args(argv)
    application = QApplication(["inspector"])
    preferences = Preferences()
    if chosen.workspace:
        preferences.value = preferences.value.with_(workspace=chosen.workspace)
    folder = preferences.value.workspace
    if folder and wake(Path(folder)):
        return 0
    text.speak(application, text.choose(chosen.lang or preferences.value.language))
    theme.wear(application, theme.look_of_system(bright=preferences.value.bright))
    app = App(application, preferences, _build_demo)
    messages.catch_crashes(app.window)
    app.window.fit(application.primaryScreen().availableSize())
    app.start()
    app.window.show()
    return application.exec()
