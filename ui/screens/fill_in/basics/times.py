"""时间与事由: from when to when, and what the visit is about."""

from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from inspector.inspection.dialogues import dialogues
from ui import theme
from ui.screens.fill_in.facts import TypedFacts, draft_of, keep, say
from ui.screens.fill_in.part import Part
from ui.screens.fill_in.step import Way
from ui.screens.fill_in.visited import Visited
from ui.widgets.button import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.moment_field import MomentField


class TimesPart(Part):
    """Start, end and subject."""

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(way, self.tr("Time and subject"), parent=parent)
        self.facts = TypedFacts(way)
        names = {"started_at": self.tr("Began at"), "ended_at": self.tr("Ended at")}
        self.moments = {
            field: MomentField(name, self.context.workspace.clock.now) for field, name in names.items()
        }
        for field, moment in self.moments.items():
            moment.drafted.connect(partial(keep, way, field))
            moment.chosen.connect(partial(self._chosen, field))
            self.column.addWidget(FieldRow(names[field], moment))
        subject = self.tr("Subject")
        self.column.addWidget(FieldRow(subject, self.facts.add("subject", subject)))
        self.column.addLayout(self._build_subjects())

    def _build_subjects(self) -> QGridLayout:
        """What visits are mostly made for: to be chosen, never chosen beforehand."""
        self.subjects = [Button(words) for words in dialogues().subjects]
        grid = QGridLayout()
        grid.setSpacing(theme.space(2))
        for number, button in enumerate(self.subjects):
            theme.set_kind(button, "choice")
            button.clicked.connect(partial(say, self.way, subject=button.text()))
            grid.addWidget(button, number // 3, number % 3)
        return grid

    def show_visit(self, visited: Visited) -> None:
        self.facts.show_visit(visited)
        for button in self.subjects:
            button.setEnabled(visited.is_writable)
        for field, moment in self.moments.items():
            moment.set_writable(visited.is_writable)
            moment.show_moment(getattr(visited.inspection.visit, field), draft_of(visited, field))

    def go_to(self, place: str) -> bool:
        if place in self.moments:
            self.moments[place].setFocus()
            return True
        return self.facts.go_to(place)

    def settle(self) -> None:
        self.facts.settle()
        for moment in self.moments.values():
            moment.line.settle()

    def _chosen(self, field: str, at: object) -> None:
        say(self.way, **{field: at})
