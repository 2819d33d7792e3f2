"""The step 签字归档."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.inspection.visit import Stage
from ui import theme
from ui.screens.documents.panel import SheetPanel
from ui.screens.documents.tabs import SheetTabs
from ui.screens.fill_in.finish import finishing
from ui.screens.fill_in.finish.finishing import Finishing
from ui.screens.fill_in.finish.inks import InksPart
from ui.screens.fill_in.finish.moves import MovesPart
from ui.screens.fill_in.finish.prints import PrintsPart
from ui.screens.fill_in.finish.scans import ScansPart
from ui.screens.fill_in.part import Part
from ui.screens.fill_in.step import Step, Way, take_first
from ui.screens.fill_in.visited import Visited
from ui.widgets.link_list import MissingLink
from ui.widgets.page import Page


class FinishStep(Step):
    """At the left what is to be done, at the right the page itself."""

    lists_missing = True

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(way, parent)
        self._visited: Visited | None = None
        self._awaits_print = False
        self.moves, self.prints = MovesPart(way), PrintsPart(way)
        self.inks, self.scans = InksPart(way), ScansPart(way)
        self.parts: tuple[Part, ...] = (self.moves, self.prints, self.inks, self.scans)
        self.tabs = SheetTabs()
        self.panel = SheetPanel(self.context)
        self.panel.followed.connect(way.follow)
        self.tabs.chosen.connect(self.panel.show_sheet)
        self.page = Page(width=110, margin=0, centred=False)
        self.page.setMaximumWidth(theme.space(114))
        for part in self.parts:
            self.page.column.addWidget(part)
        self.page.column.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(theme.space(2))
        right.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self.panel, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(4))
        row.addWidget(self.page, 5)
        row.addLayout(right, 6)

    @property
    def unsaid(self) -> Sequence[MissingLink]:
        return self.moves.unsaid

    def show_visit(self, visited: Visited) -> None:
        self._staying(partial(self._show, visited))
        self._read()

    def _staying(self, show: Callable[[], None]) -> None:
        """Does *show* and leaves the person where they were: what they pressed may be gone by then."""
        window = self.window()  # which keeps its focus while a dialog before it still closes
        held = window.focusWidget()
        part = next((p for p in self.parts if held is not None and p.isAncestorOf(held)), None)
        bar = self.page.verticalScrollBar()
        before = bar.value()
        show()
        if part is not None:
            focused = window.focusWidget()
            if focused is None or not part.isAncestorOf(focused):
                if part is self.moves and self.moves.reopen.isVisible():
                    self.go_to("print")  # what comes next, not what takes the move back
                else:
                    take_first(part) or take_first(self)
            bar.setValue(before)

    def _show(self, visited: Visited) -> None:
        self._visited = visited
        is_draft = visited.inspection.visit.stage is Stage.DRAFT and not visited.inspection.locked
        for part in self.parts:
            part.show_visit(visited)
        for part in (self.inks, self.scans):
            part.setVisible(not is_draft)
        self.prints.setVisible(not is_draft or bool(visited.inspection.prints))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    def go_to(self, place: str) -> bool:
        if place == "print":
            self._awaits_print = not self.panel.print.isEnabled()
            target = self.panel.preview.view if self._awaits_print else self.panel.print
            target.setFocus()
            return True
        for part in self.parts:
            if part.go_to(place):
                if (editor := part.focusWidget()) is not None:
                    self.page.ensureWidgetVisible(editor, theme.space(4), theme.space(12))
                return True
        return False

    def _read(self) -> None:
        """Composes beside the window, and only while somebody looks."""
        if self._visited is not None and self.isVisible():
            work = partial(finishing.read, self.context.workspace, self._visited.id)
            self.context.tasks.run(work, self._show_finishing)

    def _show_finishing(self, found: Finishing) -> None:
        if self._visited is None or found.visit != self._visited.id:
            return
        self._staying(partial(self._show_parts, found))
        self.tabs.show_sheets(found.sheets)
        self.panel.show_sheet(self.tabs.sheet)
        if self._awaits_print and self.panel.print.isEnabled():
            self._awaits_print = False
            if self.window().focusWidget() is self.panel.preview.view:  # nobody has gone elsewhere meanwhile
                self.panel.print.setFocus()

    def _show_parts(self, found: Finishing) -> None:
        for part in (self.moves, self.prints, self.inks, self.scans):
            part.show_finishing(found)
