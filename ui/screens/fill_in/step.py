"""What a step of the visit is, and what it is given."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.screens.fill_in.visited import Visited
from ui.screens.screen import Context
from ui.widgets.link_list import MissingLink


@dataclass(frozen=True)
class Way:
    """How a step talks to its page: `visit` gives the id of the visit in sight, `follow` leads to a missing
    element, `reload` reads the visit anew.
    """

    context: Context
    visit: Callable[[], str]
    follow: Callable[[str], None]
    reload: Callable[[], None]


class Step(QWidget):
    """One page of the visit. It shows `Visited` values and writes through the context."""

    lists_missing = False
    """Whether it says itself what is missing for its moves."""

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way = way
        self.context = way.context

    @abstractmethod
    def show_visit(self, visited: Visited) -> None:
        """Shows the visit as it stands; a field that is being typed in is left alone."""

    @abstractmethod
    def go_to(self, place: str) -> bool:
        """Puts the cursor where *place* (a missing element's `where`) is mended; whether this step has it."""

    @property
    def place(self) -> str:
        """Where in the step the person is, to come back to after a crash; empty: the step is enough."""
        return ""

    @property
    def unsaid(self) -> Sequence[MissingLink]:
        """What is missing for its moves besides the elements of the visit."""
        return ()

    def take_focus(self) -> None:
        """Takes the keyboard: to where one was in the step, else to its first field."""
        before = self.focusWidget()
        if before is not None and before.isVisible() and before.isEnabled():
            before.setFocus()
        else:
            take_first(self)

    def begin(self) -> None:
        """Forgets where one was in the step: another visit begins at its first field."""
        if (before := self.focusWidget()) is not None:
            before.clearFocus()

    def leave(self) -> None:
        """Settles what is being typed."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()


def take_first(widget: QWidget) -> bool:
    """Takes the keyboard to the first field within *widget*; whether there is one."""
    field = widget.nextInFocusChain()
    while field is not None and widget.isAncestorOf(field):
        if field.isVisible() and field.isEnabled() and field.focusPolicy() & Qt.FocusPolicy.TabFocus:
            field.setFocus()
            return True
        field = field.nextInFocusChain()
    return False
