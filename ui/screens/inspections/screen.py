"""The list of visits: search, stages, and what each has come to."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.changes import Changes
from ui import text, theme
from ui.models.paged import PagedModel
from ui.screens.inspections.columns import VisitColumns
from ui.screens.inspections.rows import MOST_FOUND, found, page
from ui.screens.new_visit import begin_visit
from ui.screens.screen import Context, Place, Screen
from ui.widgets.button import Button, Weight
from ui.widgets.card import Card, PageHeading, small
from ui.widgets.composition import EnterKey
from ui.widgets.empty_state import EmptyState
from ui.widgets.segments import Segments
from ui.widgets.table import Table
from ui.widgets.toolbar import SearchField, Toolbar

_STAGES = ("draft", "final", "signed", "locked")


class InspectionsScreen(Screen):
    """The target is a stage to filter by; empty: as the person left it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.heading = PageHeading(self.tr("Inspections"))
        self.new = Button(self.tr("New visit"), Weight.PRIMARY, "plus")
        self.new.clicked.connect(lambda: begin_visit(context, self))
        self.heading.add_action(self.new)
        self.search = SearchField(self.tr("Party or place, in characters or initials"))
        self.search.setMinimumWidth(theme.space(55))
        stages = [("", self.tr("All")), *((stage, text.word("Stage", stage)) for stage in _STAGES)]
        self.stages = Segments(self.tr("Stage"), stages)
        self.model = PagedModel(context.tasks, VisitColumns().all(), self)
        self.table = Table(self.tr("Visits"), self.model)
        self.note = small("")
        self.first = EmptyState(
            "inspections",
            self.tr("No visit has been made yet. Begin the first one: initials of the name, Enter, Enter."),
            self.tr("New visit"),
        )
        self.none = EmptyState(
            "search", self.tr("Nothing is found by that. Try fewer letters, or another stage.")
        )
        self.pages = QStackedWidget()
        for shown in (self._list(), self.first, self.none):
            self.pages.addWidget(shown)
        toolbar = Toolbar()
        toolbar.add(self.search, 1)
        toolbar.add_last(self.stages)
        self.column.addWidget(self.heading)
        self.column.addWidget(toolbar)
        self.column.addWidget(self.pages, 1)
        self._connect()

    def present(self, target: str) -> None:
        if target in _STAGES:
            self.search.clear()
            self.stages.choose(target)
        if target or not self.model.is_asked:
            self._ask()
        else:
            self.model.refresh()
        self._read_counts()
        self.table.setFocus()

    def refresh(self, changes: Changes) -> None:
        self.model.refresh()
        self._read_counts()

    def _connect(self) -> None:
        self.search.asked.connect(lambda _: self._ask())
        self.stages.chosen.connect(lambda _: self._ask())
        self.model.filled.connect(self._filled)
        self.table.opened.connect(lambda visit: self.context.go(Place.FILL_IN, visit))
        self.first.pressed.connect(self.new.click)
        EnterKey(self.search).pressed.connect(self._go_to_list)
        for keys, widget, does in (
            (QKeySequence(QKeySequence.StandardKey.New), self, self.new.click),
            (QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus),
        ):
            QShortcut(keys, widget).activated.connect(does)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._go_to_list)
        native = QKeySequence.SequenceFormat.NativeText
        self.new.setToolTip(QKeySequence(QKeySequence.StandardKey.New).toString(native))
        self.search.setToolTip(QKeySequence(QKeySequence.StandardKey.Find).toString(native))

    def _list(self) -> QWidget:
        card = Card()
        card.column.setContentsMargins(*[theme.space(1)] * 4)
        card.column.addWidget(self.table)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(card, 1)
        column.addWidget(self.note)
        return page

    def _ask(self) -> None:
        workspace, stage, typed = self.context.workspace, self.stages.value, self.search.text().strip()
        if typed:
            self.model.ask(partial(found, workspace, typed, stage))
        else:
            self.model.ask(partial(page, workspace, stage))

    def _filled(self) -> None:
        is_filtered = bool(self.search.text().strip() or self.stages.value)
        if self.model.rows:
            self.pages.setCurrentIndex(0)
        else:
            self.pages.setCurrentWidget(self.none if is_filtered else self.first)
        if self.model.rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        is_cut = bool(self.search.text().strip()) and len(self.model.rows) >= MOST_FOUND
        best = self.tr("Only the best {number} are shown. Type more of the name to find others.")
        self.note.setText(best.format(number=MOST_FOUND) if is_cut else self.tr("Enter opens a visit."))

    def _read_counts(self) -> None:
        self.context.tasks.run(self._counts, self.stages.show_counts)

    def _counts(self) -> dict[str, int]:
        inspections = self.context.workspace.inspections
        return {stage: inspections.count(stage) for stage in ("", *_STAGES)}

    def _go_to_list(self) -> None:
        self.table.setFocus()
