"""An office, two laptops and a stick, and a screen of any of them."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QWidget

from inspector.changes import Changes
from inspector.workspace import Workspace
from tests.inspector.sync.circle import Desks
from tests.inspector.sync.conftest import _keys_stretched_once, desks, template  # noqa: F401  (fixtures)
from ui.developing import Developing
from ui.messages import MessageBar
from ui.preferences import Preferences
from ui.screens.screen import Context, Screen
from ui.tasks import Tasks

SIZE = (1142, 700)


@dataclass
class Stage:
    """A screen on its own: what it says to the others is told back to it, and where it leads is noted."""

    tasks: Tasks
    qtbot: object
    went: list[tuple[str, str]] = field(default_factory=list)
    wrote: list[Changes] = field(default_factory=list)
    screen: Screen | None = None

    def show(self, made: Callable[[Context], Screen], workspace: Workspace, target: str = "") -> Screen:
        messages, preferences = MessageBar(), Preferences()
        context = Context(
            workspace=workspace,
            tasks=self.tasks,
            messages=messages,
            preferences=preferences,
            wrote=self._heard,
            go=lambda place, where="": self.went.append((place.value, where)),
            change_over=lambda: None,
            developing=Developing(workspace, self.tasks),
        )
        self.screen = made(context)
        for widget in (messages, self.screen):
            self.qtbot.addWidget(widget)  # type: ignore[attr-defined]
        self.screen.resize(*SIZE)
        self.screen.show()
        self.screen.present(target)
        self.settle()
        return self.screen

    def settle(self) -> None:
        """Waits until nothing is under way."""
        self.qtbot.waitUntil(lambda: not self.tasks.is_busy, timeout=20_000)  # type: ignore[attr-defined]

    def _heard(self, changes: Changes) -> None:
        self.wrote.append(changes)
        if self.screen is not None:
            self.screen.refresh(changes)


@pytest.fixture
def stage(desks: Desks, tasks: Tasks, qtbot) -> Stage:  # noqa: F811  (the desks close after the threads)
    desks.stick.mkdir(exist_ok=True)
    return Stage(tasks, qtbot)


def visible(widget: QWidget) -> bool:
    return not widget.isHidden()
