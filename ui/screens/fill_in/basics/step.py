"""The step 基本情况."""

from PySide6.QtWidgets import QWidget

from ui.screens.fill_in.basics.attendance import AttendancePart
from ui.screens.fill_in.basics.conflicts import ConflictsPart
from ui.screens.fill_in.basics.officers import OfficersPart
from ui.screens.fill_in.basics.party import FIELD as PARTY
from ui.screens.fill_in.basics.party import PartyPart
from ui.screens.fill_in.basics.times import TimesPart
from ui.screens.fill_in.basics.whereabouts import WhereaboutsPart
from ui.screens.fill_in.part import Abreast, PartedStep
from ui.screens.fill_in.step import Way


class BasicsStep(PartedStep):
    """Who, where, when, and how the party attends."""

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(way, parent)
        self.conflicts = ConflictsPart(way)
        self.party, self.whereabouts = PartyPart(way), WhereaboutsPart(way)
        self.times, self.officers = TimesPart(way), OfficersPart(way)
        self.attendance = AttendancePart(way)
        self.parts = (
            self.conflicts,
            self.party,
            self.whereabouts,
            self.times,
            self.officers,
            self.attendance,
        )
        self.page.column.addWidget(self.conflicts)
        self.page.column.addWidget(
            Abreast(((self.party, self.whereabouts, self.times), (self.officers, self.attendance)))
        )
        self.page.column.addStretch(1)

    def take_focus(self) -> None:
        """A visit that is come to for the first time begins with its party, unless something is to be settled."""
        if self.focusWidget() is None and self.conflicts.isHidden():
            self.party.go_to(PARTY)
        else:
            super().take_focus()
