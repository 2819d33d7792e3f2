"""到场情况: who is there for the party and how it behaves, with wordings offered to be confirmed or changed."""

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from inspector.inspection.dialogues import dialogues
from inspector.inspection.record import Attendance
from ui import text, theme
from ui.dialogs.dialog import Question
from ui.screens.fill_in.facts import TypedFacts
from ui.screens.fill_in.part import Part
from ui.screens.fill_in.step import Way
from ui.screens.fill_in.visited import Visited
from ui.widgets.button import Button, Weight
from ui.widgets.card import small
from ui.widgets.field_row import FieldRow


class AttendancePart(Part):
    """Person present, the five ways of attending, the note on the branch, the recording, and why a visit was broken off."""

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(way, self.tr("Attendance of the party"), parent=parent)
        self.facts = TypedFacts(way)
        self._notified = ""
        person = self.tr("Who is there for the party")
        video = self.tr("Recording")
        suspended = self.tr("Broken off because")
        self.note = self.facts.add("attendance_note", self.tr("Note on attendance"), lines=2)
        self.note_row = FieldRow(
            self.tr("Note on attendance"),
            self.note,
            self.tr(
                "This wording is offered: read it, fill in what is left blank, change what was different."
            ),
        )
        self.column.addWidget(
            FieldRow(
                person,
                self.facts.add(
                    "person_present", person, placeholder=self.tr("Name, and what they are to the party")
                ),
            )
        )
        self.column.addLayout(self._build_choices())
        self.said = small("")
        self.change = Button(self.tr("Change this wording"), Weight.LINK)
        self.change.clicked.connect(lambda: way.follow("notified"))
        self.column.addWidget(self.said)
        self.column.addWidget(self.change)
        self.column.addWidget(self.note_row)
        self.column.addWidget(
            FieldRow(
                video,
                self.facts.add("video", video, placeholder=self.tr("Device, file and time of the recording")),
            )
        )
        self.column.addWidget(
            FieldRow(
                suspended,
                self.facts.add(
                    "suspended",
                    suspended,
                    placeholder=self.tr("Only where the inspection could not be finished"),
                ),
            )
        )

    def show_visit(self, visited: Visited) -> None:
        self.facts.show_visit(visited)
        visit = visited.inspection.visit
        self._notified = visit.notified
        self.choices.setExclusive(False)
        for attendance, button in self.buttons.items():
            button.setChecked(attendance is visit.attendance)
            button.setEnabled(visited.is_writable)
        self.choices.setExclusive(True)
        self.said.setText(self.tr("The record says: {words}").format(words=visit.notified))
        self.said.setVisible(bool(visit.notified))
        self.change.setVisible(bool(visit.notified) and visited.is_writable)
        is_apart = visit.attendance not in (None, Attendance.PRESENT)
        self.note_row.setVisible(is_apart or bool(visit.attendance_note))

    def go_to(self, place: str) -> bool:
        if place == "attendance":
            self.buttons[Attendance.PRESENT].setFocus()
            return True
        return self.facts.go_to(place)

    def settle(self) -> None:
        self.facts.settle()

    def _build_choices(self) -> QGridLayout:
        self.choices = QButtonGroup(self)
        self.buttons: dict[Attendance, Button] = {}
        row = QGridLayout()
        row.setSpacing(theme.space(2))
        for number, attendance in enumerate(Attendance):
            button = Button(text.label(attendance))
            theme.set_kind(button, "choice")
            button.setCheckable(True)
            button.clicked.connect(partial(self._offer, attendance))
            self.buttons[attendance] = button
            self.choices.addButton(button)
            row.addWidget(button, number // 3, number % 3)
        return row

    def _offer(self, attendance: Attendance) -> None:
        self.facts.settle()  # who is there stands in the wording
        own = dialogues().own_words(self._notified, self.note.text())
        if not own:
            self._write(attendance, anew=False)
            return
        question = Question(
            self.tr("Take the wording offered?"),
            self.tr("This stands there in your own words:\n{words}").format(words="\n".join(own)),
            self.tr("Take the wording offered"),
            self.tr("Keep my words"),
            self,
        )
        question.accepted.connect(partial(self._write, attendance, anew=True))
        question.rejected.connect(partial(self._write, attendance, anew=False))
        question.open()

    def _write(self, attendance: Attendance, *, anew: bool) -> None:
        offer = self.context.workspace.inspections.offer_attendance
        self.context.write(partial(offer, self.way.visit(), attendance, anew=anew))
