"""文书: visits at the left, the sheets of the chosen one at the right."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from inspector.changes import Changes
from ui import text, theme
from ui.models.paged import Cell, Column, PagedModel
from ui.screens.documents import sheets
from ui.screens.documents.panel import SheetPanel
from ui.screens.documents.sheets import Sheet
from ui.screens.documents.tabs import SheetTabs
from ui.screens.inspections.rows import VisitRow, found, page
from ui.screens.screen import Context, Place, Screen
from ui.widgets.button import Button
from ui.widgets.card import PageHeading
from ui.widgets.composition import EnterKey
from ui.widgets.empty_state import EmptyState
from ui.widgets.toolbar import SearchField
from ui.widgets.two_lines import TwoLines


class DocumentsScreen(Screen):
    """The target is a visit; empty: as the person left it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._visit = ""
        self._wanted = ""
        heading = PageHeading(self.tr("Documents"))
        self.open = Button(self.tr("Open the visit"), icon="fill-in")
        self.open.clicked.connect(lambda: context.go(Place.FILL_IN, self._visit))
        heading.add_action(self.open)
        self.search = SearchField(self.tr("Party or place, in characters or initials"))
        self.search.asked.connect(lambda _: self._ask())
        EnterKey(self.search).pressed.connect(self._go_to_list)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self.search.setFocus)
        self.model = PagedModel(context.tasks, [Column[VisitRow](self.tr("Visits"), 0, self._cell)], self)
        self.model.filled.connect(self._filled)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setAccessibleName(self.tr("Visits"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.tabs, self.panel = SheetTabs(), SheetPanel(context)
        self.tabs.chosen.connect(self.panel.show_sheet)
        self.panel.followed.connect(lambda place: context.go(Place.FILL_IN, f"{self._visit}#{place}"))
        self.empty = EmptyState(
            "documents",
            self.tr("No visit has been made yet. What a visit has on paper is seen and printed here."),
            self.tr("To the inspections"),
        )
        self.empty.pressed.connect(lambda: context.go(Place.INSPECTIONS, ""))
        self.none = EmptyState("search", self.tr("Nothing is found by that. Try fewer letters."))
        self.right = QStackedWidget()
        for shown in (self._sheets(), self.none):
            self.right.addWidget(shown)
        self.pages = QStackedWidget()
        for shown in (self._body(), self.empty):
            self.pages.addWidget(shown)
        self.column.addWidget(heading)
        self.column.addWidget(self.pages, 1)

    def present(self, target: str) -> None:
        self._wanted = target
        if target:
            self.search.clear()
        if target or not self.model.is_asked:
            self._ask()
        else:
            self.model.refresh()
        self._read()
        self.list.setFocus()

    def refresh(self, changes: Changes) -> None:
        self.model.refresh()
        self._read()

    def _sheets(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.panel, 1)
        return made

    def _body(self) -> QWidget:
        left = QVBoxLayout()
        left.setSpacing(theme.space(2))
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(4))
        row.addLayout(left, 2)
        row.addWidget(self.right, 5)
        return made

    def _cell(self, row: VisitRow) -> Cell:
        visit = row.visit
        detail = f"{text.moment(visit.started_at, row.today)}  ·  {text.word('Stage', visit.stage)}"
        return Cell(visit.party_name or self.tr("No party yet"), None, f"{detail}  ·  {visit.place}")

    def _ask(self) -> None:
        workspace, typed = self.context.workspace, self.search.text().strip()
        self.model.ask(partial(found, workspace, typed, "") if typed else partial(page, workspace, ""))

    def _filled(self) -> None:
        typed = self.search.text().strip()
        self.pages.setCurrentIndex(0 if self.model.rows or typed else 1)
        self.right.setCurrentIndex(0 if self.model.rows else 1)
        number = self.model.row_of(self._wanted or self._visit)
        if self._wanted and number < 0:
            self._choose(self._wanted)  # further down the list than what was read
        elif self.model.rows:
            self.list.setCurrentIndex(self.model.index(max(number, 0), 0))
        else:
            self._choose("")
        self._wanted = ""

    def _chosen(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid() and not self._wanted:
            self._choose(self.model.rows[current.row()].id)
        elif current.isValid() and self.model.rows[current.row()].id == self._wanted:
            self._choose(self._wanted)

    def _choose(self, visit: str) -> None:
        if visit != self._visit:
            self._visit = visit
            self._read()

    def _read(self) -> None:
        self.open.setEnabled(bool(self._visit))
        if not self._visit:
            self.tabs.show_sheets(())
            self.panel.show_sheet(None)
            return
        self.context.tasks.run(partial(sheets.read, self.context.workspace, self._visit), self._show)

    def _show(self, found: tuple[Sheet, ...]) -> None:
        if found and found[0].visit == self._visit:
            self.tabs.show_sheets(found)
            self.panel.show_sheet(self.tabs.sheet)

    def _go_to_list(self) -> None:
        self.list.setFocus()
