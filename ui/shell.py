"""主界面: what stands around the screens of an open workspace, and leads from one to the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.changes import Changes
from ui.developing import Developing
from ui.dialogs.change_over import ChangeOver
from ui.messages import MessageBar
from ui.preferences import Preferences
from ui.screens import places
from ui.screens.screen import Context, Place, Screen
from ui.screens.sign_in import officer_lines
from ui.tasks import Tasks
from ui.widgets.ground import Ground
from ui.widgets.navigation import Navigation
from ui.widgets.sign_in import OfficerLine
from ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from inspector.inspection.people import Desk
    from inspector.workspace import Workspace


@dataclass(frozen=True)
class Sign:
    """What the shell says of the workspace: the desk, who works at it, and whether an office knows it."""

    desk: "Desk"
    officers: tuple[OfficerLine, ...]
    acting: str
    is_enrolled: bool

    @property
    def acting_name(self) -> str:
        return next((line.name for line in self.officers if line.id == self.acting), "")


def read_sign(workspace: "Workspace") -> Sign:
    """Reads the sign; for a thread beside the window."""
    return Sign(
        workspace.desk, officer_lines(workspace), workspace.officers.acting, workspace.office is not None
    )


class Shell(QWidget):
    """Makes a screen when a person first goes there, and tells each what was written."""

    def __init__(
        self,
        workspace: "Workspace",
        tasks: Tasks,
        messages: MessageBar,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.developing = Developing(workspace, tasks, self)
        self.developing.made.connect(self._developed)
        self.context = Context(
            workspace, tasks, messages, preferences, self.spread, self.go, self.change_over, self.developing
        )
        self._tasks = tasks
        self._screens: dict[Place, Screen] = {}
        self._unseen: dict[Place, Changes] = {}
        self.place: Place | None = None
        here = [place for place in Place if place in places.SCREENS]
        self.navigation = Navigation([(place.value, places.name(place)) for place in here])
        self.navigation.chosen.connect(lambda place: self.go(Place(place)))
        self.navigation.badge.clicked.connect(self.change_over)
        self.ground = Ground()
        self.status = StatusLine(tasks, workspace.clock)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.ground, 1)
        right.addWidget(self.status)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(right, 1)
        QShortcut(QKeySequence("F8"), self).activated.connect(self.change_over)

    @property
    def screen_here(self) -> Screen | None:
        """The screen in sight."""
        return self._screens.get(self.place) if self.place else None

    def show_sign(self, sign: Sign) -> None:
        """Says whose desk this is, who works now, and where the facts are."""
        unit = "\n".join(filter(None, (sign.desk.bureau, sign.desk.station)))
        self.navigation.show_desk(unit, is_demo=sign.desk.demo)
        self.ground.show_demo(is_demo=sign.desk.demo)
        self.navigation.badge.show_name(sign.acting_name)
        if sign.desk.role == "office":
            where = self.tr("Office desk {name} · collects what the laptops bring")
        elif sign.is_enrolled:
            where = self.tr("{name} · facts stay here until the office has received them")
        else:
            where = self.tr("{name} · facts are only on this computer, not yet joined to an office")
        self.status.show_whereabouts(where.format(name=sign.desk.name))

    def go(self, place: Place, target: str = "") -> None:
        """Leads to *place* and shows what *target* names there."""
        if (leaving := self.screen_here) is not None and place is not self.place:
            leaving.leave()
        screen = self._screens.get(place)
        if screen is None:
            screen = self._screens[place] = places.SCREENS[place](self.context)
            self.ground.addWidget(screen)
        self.place = place
        self.ground.setCurrentWidget(screen)
        self.navigation.show_place(place.value)
        if missed := self._unseen.pop(place, None):
            screen.refresh(missed)
        screen.present(target)

    def go_first(self) -> None:
        """Leads to the first place of the navigation."""
        self.go(next(place for place in Place if place in places.SCREENS))

    def spread(self, changes: Changes) -> None:
        """Tells the screen in sight what was written, and keeps it for the others until they are seen."""
        if not changes:
            return
        for place, screen in self._screens.items():
            if place is self.place:
                screen.refresh(changes)
            else:
                self._unseen[place] = self._unseen.get(place, Changes()) | changes
        if changes.kinds() & {"officer", "desk", "office", "credential"}:
            self.read_sign()

    def leave(self) -> None:
        """Has what is being typed kept: before locking and quitting."""
        if (screen := self.screen_here) is not None:
            screen.leave()

    def _developed(self, sha256: str) -> None:
        self.spread(Changes.of(("thumbnail", sha256)))

    def read_sign(self) -> None:
        """Reads whose desk this is anew."""
        self._tasks.run(lambda: read_sign(self.context.workspace), self.show_sign)

    def change_over(self) -> None:
        """Asks who is working now."""
        self._tasks.run(lambda: officer_lines(self.context.workspace), self._ask_change_over)

    def _ask_change_over(self, lines: Sequence[OfficerLine]) -> None:
        if not lines:
            self.go(Place.OFFICERS)
            return
        dialog = ChangeOver(self.context.workspace, self._tasks, tuple(lines), self)
        dialog.accepted.connect(self._changed_over)
        dialog.open()

    def _changed_over(self) -> None:
        self.read_sign()
        if (screen := self.screen_here) is not None:
            screen.present("")
