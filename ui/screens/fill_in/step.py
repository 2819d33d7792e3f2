"""What a step of the visit is, and what it is given."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.screens.fill_in.visited import Visited
from ui.screens.screen import Context


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

    def leave(self) -> None:
        """Settles what is being typed."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
