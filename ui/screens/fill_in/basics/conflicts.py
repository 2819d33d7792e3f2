"""冲突: fields that two computers said differently, with every value, its author and time; a person chooses one."""

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from inspector.inspection.record import Attendance
from inspector.journal.operation import GONE
from inspector.journal.state import Head, Slot
from ui import text, theme
from ui.screens.fill_in import names
from ui.screens.fill_in.part import Part
from ui.screens.fill_in.step import Way
from ui.screens.fill_in.visited import Visited
from ui.theme import Tone
from ui.widgets.button import Button

PLACE = "conflict/"


class ConflictsPart(Part):
    """Shows itself only where there is something to choose."""

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(way, "", parent=parent)
        heading = QLabel(self.tr("Two computers say different things"))
        theme.set_kind(heading, "heading")
        theme.set_tone(heading, Tone.WARN)
        lead = QLabel(self.tr("Nothing was dropped. Choose what is right; the others stay in the history."))
        lead.setWordWrap(True)
        self.column.addWidget(heading)
        self.column.addWidget(lead)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.space(2))
        self.column.addLayout(self._rows)
        self._shown: dict[Slot, tuple[Head, ...]] = {}
        self.choices: dict[str, list[Button]] = {}
        self.hide()

    def show_visit(self, visited: Visited) -> None:
        conflicts = dict(visited.inspection.conflicts)
        self.setVisible(bool(conflicts))
        if conflicts != self._shown:
            self._shown = conflicts
            self._rebuild(visited)
        for buttons in self.choices.values():
            for button in buttons:
                button.setEnabled(visited.is_writable)

    def go_to(self, place: str) -> bool:
        buttons = self.choices.get(place)
        if buttons is None:
            return False
        buttons[0].setFocus()
        return True

    def _rebuild(self, visited: Visited) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.choices = {}
        for (entity, field), heads in self._shown.items():
            label = QLabel(names.slot_name(visited, entity, field))
            theme.set_kind(label, "label")
            label.setWordWrap(True)
            self._rows.addWidget(label)
            buttons = self.choices[f"{PLACE}{entity}/{field}"] = []
            for head in heads:
                button = Button(f"{self._value(visited, field, head)}\n{_origin(visited, head)}")
                theme.set_kind(button, "choice")
                button.clicked.connect(partial(self._choose, entity, field, str(head.name)))
                buttons.append(button)
                self._rows.addWidget(button)

    def _choose(self, entity: str, field: str, operation: str) -> None:
        inspections = self.context.workspace.inspections
        self.context.write(partial(inspections.settle_conflict, self.way.visit(), entity, field, operation))

    def _value(self, visited: Visited, field: str, head: Head) -> str:
        if field == GONE:
            return self.tr("Removed") if isinstance(head.value, list) else self.tr("Kept as changed")
        match head.value:
            case None | "" | False:
                return self.tr("(empty)")
            case True:
                return self.tr("Yes")
            case str(value) if field == "attendance":
                return text.label(Attendance(value))
            case str(value) if field in ("mark", "stage"):
                return text.word(field.capitalize(), value)
            case str(value) if field.endswith("_at"):
                return f"{datetime.fromisoformat(value):%Y-%m-%d %H:%M}"
            case str(value) if field == "party":
                return self._party(visited, value)
            case list(values):
                return "、".join(_officer(visited, str(value)) for value in values)
            case value:
                return str(value)

    def _party(self, visited: Visited, party: str) -> str:
        known = visited.party
        return known.name if known and known.id == party else self.tr("Another party")


def _origin(visited: Visited, head: Head) -> str:
    at = datetime.fromisoformat(head.wall)
    return f"{_officer(visited, head.actor)}  ·  {at:%Y-%m-%d %H:%M}"


def _officer(visited: Visited, officer: str) -> str:
    return next((o.name for o in visited.officers if o.id == officer), officer[:8] or "—")
