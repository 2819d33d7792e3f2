"""分歧: fields that two computers said differently, with every value, its author and time; a person chooses one."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from inspector.journal.operation import GONE
from ui import text, theme
from ui.screens.exchange.values import edit_beside, field_name, shown
from ui.screens.fill_in.part import Part
from ui.screens.fill_in.step import Way
from ui.screens.fill_in.visited import Visited
from ui.theme import Tone
from ui.widgets.entry import Entry

if TYPE_CHECKING:
    from inspector.workspace.conflicts import Conflict, Version


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
        self._shown: tuple[Conflict, ...] = ()
        self.choices: dict[str, list[Entry]] = {}
        self.hide()

    def show_visit(self, visited: Visited) -> None:
        self.setVisible(bool(visited.conflicts))
        if visited.conflicts != self._shown:
            self._shown = visited.conflicts
            self._rebuild()
        for conflict in self._shown:
            for number, entry in enumerate(self.choices[_place(conflict)]):
                entry.setEnabled(conflict.can_stand(number))

    def go_to(self, place: str) -> bool:
        entries = self.choices.get(place)
        if entries is None:
            return False
        next((entry for entry in entries if entry.isEnabled()), entries[0]).setFocus()
        return True

    def _rebuild(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.choices = {}
        for conflict in self._shown:
            item_words = conflict.item.of(text.language()) if conflict.item else ""
            label = QLabel(" · ".join(filter(None, (item_words, field_name(conflict.kind, conflict.field)))))
            theme.set_kind(label, "label")
            label.setWordWrap(True)
            self._rows.addWidget(label)
            self.choices[_place(conflict)] = [
                self._entry(conflict, number, version) for number, version in enumerate(conflict.versions)
            ]

    def _entry(self, conflict: "Conflict", number: int, version: "Version") -> Entry:
        said = edit_beside if conflict.field == GONE else shown
        origin = self.tr("{author} on {device}, {at:%Y-%m-%d %H:%M} by its clock").format(
            author=version.author or self.tr("Nobody signed in"), device=version.device, at=version.at
        )
        words = said(conflict.kind, version)
        if conflict.signed == number:
            origin = self.tr("On the signed page, which prevails · {origin}").format(origin=origin)
        entry = Entry(words, origin)
        entry.setToolTip(words)
        entry.clicked.connect(partial(self._choose, conflict, version))
        self._rows.addWidget(entry)
        return entry

    def _choose(self, conflict: "Conflict", version: "Version") -> None:
        value: object = version.value
        if conflict.field == GONE:
            value = True if version.field == GONE else None
        resolve = self.context.workspace.conflicts.resolve
        self.context.write(partial(resolve, conflict.entity, conflict.field, value))


def _place(conflict: "Conflict") -> str:
    """Where the list of what is missing leads."""
    return f"conflict/{conflict.entity}/{conflict.field}"
