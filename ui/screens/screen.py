"""What a screen is, and what it is given."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.changes import Changes
from ui import theme
from ui.developing import Developing
from ui.messages import MessageBar
from ui.preferences import Preferences
from ui.tasks import Failed, Tasks, Then, Work, deliver

if TYPE_CHECKING:  # the domain comes in when a workspace is opened, not when the window is
    from inspector.workspace import Workspace

T = TypeVar("T")


class Place(StrEnum):
    """Where a person can be; the order is that of the navigation."""

    TODAY = "today"
    INSPECTIONS = "inspections"
    FILL_IN = "fill-in"
    EVIDENCE = "evidence"
    DOCUMENTS = "documents"
    REGISTRY = "registry"
    COMPLAINTS = "complaints"
    REPORTS = "reports"
    EXCHANGE = "exchange"
    LIBRARY = "library"
    OFFICERS = "officers"
    SETTINGS = "settings"


@dataclass(frozen=True)
class Context:
    """All that a screen is given.

    `wrote` tells every screen what a write touched, `go` leads to a place (and to the thing there that its text names),
    `change_over` asks who is working now, `developing` makes thumbnails and printing copies.
    """

    workspace: "Workspace"
    tasks: Tasks
    messages: MessageBar
    preferences: Preferences
    wrote: Callable[[Changes], None]
    go: Callable[[Place, str], None]
    change_over: Callable[[], None]
    developing: Developing

    def write(
        self, work: Work[Changes], then: Callable[[], object] | None = None, failed: Failed | None = None
    ) -> None:
        """Writes on the writer and tells everybody what was touched; *then* comes after that."""
        self.tasks.write(work, partial(self._after_write, then), failed)

    def attempt(self, work: Work[Changes], then: Callable[[], object] | None, failed: Failed) -> None:
        """Like `write`, for what may be refused, such as a PIN: nothing that was typed to be kept is lost then."""
        self.tasks.attempt(work, partial(self._after_write, then), failed)

    def add(
        self, work: Work[tuple[T, Changes]], then: Then[T] | None = None, failed: Failed | None = None
    ) -> None:
        """Like `write`, for writes that also return what they made; *then* is given that."""
        self.tasks.write(work, partial(self._after_add, then), failed)

    def _after_write(self, then: Callable[[], object] | None, changes: Changes) -> None:
        self.wrote(changes)
        deliver(then)

    def _after_add(self, then: Then[T] | None, made: tuple[T, Changes]) -> None:
        self.wrote(made[1])
        deliver(then, made[0])


class Screen(QWidget):
    """A place of an open workspace: put widgets into `column`; what is shown comes from `present` and `refresh`."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.column = QVBoxLayout(self)
        side = theme.space(7)
        self.column.setContentsMargins(side, theme.space(5), side, theme.space(5))
        self.column.setSpacing(theme.space(4))

    @abstractmethod
    def present(self, target: str) -> None:
        """Shows what *target* names; called whenever a person arrives. Empty: as they left it."""

    @abstractmethod
    def refresh(self, changes: Changes) -> None:
        """Takes up what was written elsewhere. A screen that is out of sight is told when the person comes back."""

    def leave(self) -> None:
        """The person goes elsewhere, locks the window or quits: whatever is being typed is to be kept now."""
