"""One side of the registry: the list, and the file of what is chosen in it."""

from abc import abstractmethod
from collections.abc import Callable
from functools import partial
from typing import Generic, Protocol, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from inspector.inspection.registry import Market, Party, Stall
from ui import theme
from ui.dialogs.party import PartyDialog
from ui.messages import Action
from ui.screens.registry.directory import Directory
from ui.screens.registry.file_page import FilePage
from ui.screens.screen import Context
from ui.widgets.empty_state import EmptyState


class File(Protocol):
    """What is shown of one entry of the list."""

    @property
    def id(self) -> str: ...


F = TypeVar("F", bound=File)
T = TypeVar("T", Party, Market, Stall)


class Side(QWidget, Generic[F]):
    """Adds, corrects and takes back. *read* gives the file of an id beside the window, None where it is gone."""

    def __init__(
        self,
        context: Context,
        directory: Directory,
        page: FilePage,
        read: Callable[[str], F | None],
        first: EmptyState,
        none: EmptyState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._read = context, read
        self._registry = context.workspace.registry
        self._shown = ""
        self.directory, self.first, self.none = directory, first, none
        self._page = page
        self.pages = QStackedWidget()
        for widget in (page, first, none):
            self.pages.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(4))
        row.addWidget(directory, 2)
        row.addWidget(self.pages, 3)
        directory.chosen.connect(self.show_entry)
        directory.opened.connect(lambda _: self.edit())
        directory.is_filled.connect(self._filled)
        page.edit_asked.connect(self.edit)
        page.undo_asked.connect(self.undo)
        for empty in (first, none):
            empty.pressed.connect(self.add)

    @abstractmethod
    def add(self) -> None:
        """Asks for a new entry."""

    @abstractmethod
    def edit(self) -> None:
        """Asks for what is to be corrected in the one in sight."""

    @abstractmethod
    def show_file(self, file: F) -> None:
        """Shows *file* on the page."""

    def look_again(self) -> None:
        self.directory.look_again()
        if self._shown:
            self.show_entry(self._shown)

    def show_entry(self, entity: str) -> None:
        self._shown = entity
        self._context.tasks.run(partial(self._read, entity), self._show)

    def undo(self) -> None:
        """Takes the last change of the one in sight back."""
        if self._shown:
            self._take_back(self._shown)

    def save(self, thing: T, added: Callable[[str], object] | None = None) -> None:
        """Writes a correction, or something new; *added* is given the id of the new one."""
        if thing.id:
            self._context.write(partial(self._registry.amend, thing), partial(self._saved, thing.id))
        else:
            self._context.add(partial(self._registry.add, thing), added or self._added)

    def party_dialog(self, party: Party | None, parent: QWidget) -> PartyDialog:
        return PartyDialog(party, self._context.tasks, self._registry.party_of_code, parent)

    def _saved(self, entity: str) -> None:
        self._tell(self.tr("Saved. Locked records keep what they say."), entity)

    def _added(self, entity: str) -> None:
        self.directory.go_to(entity)
        self._tell(self.tr("It was added."), entity)

    def _tell(self, words: str, entity: str) -> None:
        self._context.messages.good(words, Action(self.tr("Undo"), lambda: self._take_back(entity)))

    def _take_back(self, entity: str) -> None:
        self._context.write(
            partial(self._registry.undo, entity),
            lambda: self._context.messages.good(self.tr("The last change was taken back.")),
        )

    def _show(self, file: F | None) -> None:
        if file is None:
            self._shown = ""
            self.directory.ask()  # which leads to another one
        elif file.id == self._shown:
            self.show_file(file)
            self.pages.setCurrentWidget(self._page)

    def _filled(self, has_any: bool, is_searched: bool) -> None:
        if not has_any:
            self._shown = ""
            self.pages.setCurrentWidget(self.none if is_searched else self.first)
