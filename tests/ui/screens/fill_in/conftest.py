"""A visit in sight: the laptop open at the page of a draft."""

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QWidget

from inspector.inspection.inspection import Inspection
from inspector.workspace import Workspace
from tests.desk import a_visit
from tests.ui.hands import write
from ui.app import App
from ui.screens.fill_in.screen import FillInScreen
from ui.screens.screen import Place


@dataclass
class Sight:
    """The page of a visit and what is behind it."""

    app: App
    qtbot: object
    visit: str

    @property
    def workspace(self) -> Workspace:
        assert self.app.workspace is not None
        return self.app.workspace

    @property
    def screen(self) -> FillInScreen:
        found = self.app.shell.screen_here
        assert isinstance(found, FillInScreen)
        return found

    @property
    def inspection(self) -> Inspection:
        return self.workspace.inspections.read(self.visit)

    def show(self, visit: str, place: str = "") -> None:
        """Goes to *visit* as from a list, and to a place in it."""
        self.visit = visit
        self.app.shell.go(Place.FILL_IN, f"{visit}#{place}" if place else visit)
        self.app.window.activateWindow()
        self.rest()

    def rest(self) -> None:
        """Waits until nothing is under way and what was written has been read back."""
        self.until(lambda: not self.app.tasks.is_busy and not self.screen._soon.isActive())

    def until(self, condition) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=15_000)

    def step(self, number: int):
        """Opens a step by its tab."""
        self.screen.tabs.button(number).click()
        self.rest()
        return self.screen.step_here

    def type(self, editor: QWidget, text: str) -> None:
        """Puts the cursor there, types through an input method, and leaves."""
        editor.setFocus()
        self.until(editor.hasFocus)
        editor.selectAll()
        write(editor, text)
        editor.clearFocus()
        self.rest()


@pytest.fixture
def sight(opened, qtbot) -> Sight:
    found = Sight(opened, qtbot, "")
    found.show(a_visit(found.workspace))
    return found
