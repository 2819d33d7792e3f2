"""The page of a visit: its head, its steps, and always at the right what is still missing."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inspector.changes import Changes
from ui import text, theme
from ui.screens.fill_in import visited
from ui.screens.fill_in.step import Step, Way
from ui.screens.fill_in.steps import STEPS
from ui.screens.fill_in.visited import Visited
from ui.screens.screen import Context, Place, Screen
from ui.widgets.button import IconButton
from ui.widgets.card import Card
from ui.widgets.chip import StageChip
from ui.widgets.empty_state import EmptyState
from ui.widgets.link_list import LinkList, MissingLink
from ui.widgets.page import Page

RELOAD_AFTER_MS = 200
"""Keys that follow one another are read back once, when the person pauses."""

ROOMY = 220
"""From this width on, in steps, every step has room for what is missing beside it."""


class FillInScreen(Screen):
    """Shows one visit. The target is its id, or `ID#place` for a place in it; empty: the one worked on last."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._visit = ""
        self._visited: Visited | None = None
        self._wanted = ""
        self._asked = self._writes = 0
        self._has_skipped = self._arrives = False
        context.tasks.writing.connect(self._count_writes)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(RELOAD_AFTER_MS)
        self._soon.timeout.connect(self._reload)
        self.pages = QStackedWidget()
        self.empty = EmptyState(
            "fill-in",
            self.tr("No visit is open. Begin one, or choose one from the list."),
            self.tr("To the inspections"),
        )
        self.empty.pressed.connect(lambda: context.go(Place.INSPECTIONS, ""))
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self._build())
        self.column.addWidget(self.pages, 1)
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self.undo)
        QShortcut(QKeySequence.StandardKey.Redo, self).activated.connect(self.redo)
        for number, button in enumerate(self.tabs.buttons(), 1):
            QShortcut(QKeySequence(f"Alt+{number}"), self).activated.connect(button.click)

    def present(self, target: str) -> None:
        visit, _, place = target.partition("#")
        if visit and visit != self._visit:
            self.leave()
            self._begin()
            self._visit = visit
            self._visited = None
        self._wanted, self._arrives = place, True
        self._reload()

    def refresh(self, changes: Changes) -> None:
        self._soon.start()

    def leave(self) -> None:
        if self._visited is not None:
            self.step_here.leave()

    def _begin(self) -> None:
        """Every step forgets where one was in the visit before."""
        for number in range(self.steps.count()):
            step = self.steps.widget(number)
            if isinstance(step, Step):
                step.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is missing takes a quarter at most: the stall is what counts."""
        self.side.setFixedWidth(min(theme.space(66), event.size().width() // 4))
        self._share_room()
        super().resizeEvent(event)

    def _share_room(self) -> None:
        """In a narrow window a step that lists by itself what is missing has the room for that, too."""
        self.side.setVisible(not self.step_here.lists_missing or self.width() >= theme.space(ROOMY))

    @property
    def step_here(self) -> Step:
        """The step in sight."""
        step = self.steps.currentWidget()
        assert isinstance(step, Step)
        return step

    def follow(self, place: str) -> None:
        """Leads to the step that has *place*, and there to the field."""
        for number in range(self.steps.count()):
            step = self.steps.widget(number)
            if isinstance(step, Step) and step.go_to(place):
                self._show_step(number)
                step.go_to(place)
                return

    def undo(self) -> None:
        if self._visited is not None and self._visited.can_undo:
            self.context.write(partial(self.context.workspace.inspections.undo, self._visit))

    def redo(self) -> None:
        if self._visited is not None and self._visited.can_redo:
            self.context.write(partial(self.context.workspace.inspections.redo, self._visit))

    def _build(self) -> QWidget:
        self.party = QLabel()
        theme.set_kind(self.party, "title")
        self.party.setTextFormat(Qt.TextFormat.PlainText)
        self.where = QLabel()
        theme.set_tone(self.where, theme.Tone.MUTED)
        self.where.setTextFormat(Qt.TextFormat.PlainText)
        self.stage = StageChip()
        self.undo_button = IconButton("undo", self.tr("Undo (Ctrl+Z)"))
        self.undo_button.clicked.connect(self.undo)
        self.redo_button = IconButton("redo", self.tr("Redo (Ctrl+Y)"))
        self.redo_button.clicked.connect(self.redo)
        words = QVBoxLayout()
        words.setSpacing(theme.space(0.5))
        first = QHBoxLayout()
        first.setSpacing(theme.space(3))
        first.addWidget(self.party)
        first.addWidget(self.stage)
        first.addStretch(1)
        words.addLayout(first)
        words.addWidget(self.where)
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        head.addLayout(words, 1)
        head.addWidget(self.undo_button)
        head.addWidget(self.redo_button)
        self.steps = QStackedWidget()
        self.tabs = QButtonGroup(self)
        tabs = QHBoxLayout()
        tabs.setSpacing(theme.space(1))
        way = Way(self.context, lambda: self._visit, self.follow, self._soon.start)
        for number, (label, make) in enumerate(STEPS):
            self.steps.addWidget(make(way))
            tab = QPushButton(f"{number + 1}  {self.tr(str(label))}")
            tab.setCheckable(True)
            theme.set_kind(tab, "choice")
            tab.setToolTip(f"Alt+{number + 1}")
            tab.clicked.connect(partial(self._show_step, number))
            self.tabs.addButton(tab, number)
            tabs.addWidget(tab)
        tabs.addStretch(1)
        self.missing = LinkList(self.tr("Nothing is missing for the next move."))
        self.missing.followed.connect(self.follow)
        self.side = Card(self.tr("Still missing"))
        links = Page(margin=0)
        links.column.addWidget(self.missing)
        links.column.addStretch(1)
        self.side.column.addWidget(links, 1)
        body = QHBoxLayout()
        body.setSpacing(theme.space(4))
        body.addWidget(self.steps, 1)
        body.addWidget(self.side)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addLayout(head)
        column.addLayout(tabs)
        column.addLayout(body, 1)
        return page

    def _show_step(self, number: int) -> None:
        if number != self.steps.currentIndex():
            self.leave()
        self.steps.setCurrentIndex(number)
        self.tabs.button(number).setChecked(True)
        self._share_room()
        self._show_missing()
        self._remember()
        if self.isVisible():
            self.step_here.take_focus()

    def _show_missing(self) -> None:
        """Beside a step that makes the moves, all that it would refuse them for."""
        if self._visited is not None:
            links = [MissingLink(text.problem(p), p.where) for p in self._visited.missing]
            self.missing.show_links([*links, *self.step_here.unsaid])

    def _remember(self) -> None:
        if self._visit:
            place = self.step_here.place or f"step/{self.steps.currentIndex()}"
            self.context.tasks.write(partial(self.context.workspace.drafts.remember, self._visit, place))

    def _reload(self) -> None:
        self._asked += 1
        self.context.tasks.run(self._read, partial(self._arrived, self._asked))

    def _arrived(self, number: int, found: Visited | None) -> None:
        """Shows what was read last, and only when no write is under way: an older state would flicker in the fields."""
        if number == self._asked and not self._writes:
            self._show(found)
        elif number == self._asked:
            self._has_skipped = True

    def _count_writes(self, writes: int) -> None:
        self._writes = writes
        if not writes and self._has_skipped:
            self._has_skipped = False
            self._reload()

    def _read(self) -> Visited | None:
        workspace = self.context.workspace
        visit = self._visit or workspace.drafts.visit()
        return visited.read(workspace, visit, self._visited) if visit else None

    def _show(self, found: Visited | None) -> None:
        self.pages.setCurrentIndex(0 if found is None else 1)
        if found is None or (self._visit and found.id != self._visit):
            return
        is_new = self._visited is None or self._visited.id != found.id
        self._visit, self._visited = found.id, found
        self.party.setText(found.party.name if found.party else self.tr("No party yet"))
        self.where.setText("  ·  ".join(filter(None, self._about(found))))
        self.stage.show_stage(found.inspection.stage)
        self.undo_button.setEnabled(found.can_undo)
        self.redo_button.setEnabled(found.can_redo)
        for number in range(self.steps.count()):
            step = self.steps.widget(number)
            if isinstance(step, Step):
                step.show_visit(found)
        self._show_missing()
        arrives, self._arrives = self._arrives, False
        if is_new:
            self._show_step(self._first_step(found))
        elif arrives and self.isVisible() and not self.steps.isAncestorOf(self.window().focusWidget()):
            self.step_here.take_focus()
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            self.follow(wanted)

    def _about(self, found: Visited) -> tuple[str, ...]:
        """Which record it corrects, where it is, and what for; before that is said, with which checklist."""
        visit, supplements = found.inspection.visit, ""
        if visit.supplements:
            earlier = visit.supplemented
            supplements = self.tr("Supplementary record to {title}, {day}").format(
                title=earlier.get("title", ""), day=str(earlier.get("started_at", ""))[:10]
            )
        return supplements, visit.place, visit.subject or found.template.title.of(text.language())

    def _first_step(self, found: Visited) -> int:
        """Where one left off; a visit that is final opens where it is signed."""
        if not found.is_writable:
            return len(STEPS) - 1
        kind, _, rest = found.place.partition("/")
        if kind == "step":
            return int(rest) if rest.isdecimal() and int(rest) < len(STEPS) else 0
        steps = (self.steps.widget(number) for number in range(self.steps.count()))
        there = (n for n, s in enumerate(steps) if isinstance(s, Step) and s.place.startswith(f"{kind}/"))
        return next(there, 0)
