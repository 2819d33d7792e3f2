"""当事人: found by pinyin initials or number, or added and corrected in place."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector.changes import Changes
from inspector.inspection.registry import Party
from ui import theme
from ui.dialogs.party_form import PartyForm
from ui.screens.fill_in.facts import draft_of, keep, say
from ui.screens.fill_in.part import Part
from ui.screens.fill_in.step import Way
from ui.screens.fill_in.visited import Visited
from ui.widgets.button import Button, Weight
from ui.widgets.kept_text import DRAFT_AFTER_MS
from ui.widgets.masked_field import masked
from ui.widgets.picker import Choice, Picker

if TYPE_CHECKING:
    from inspector.workspace import Workspace

FIELD = "party"


class PartyPart(Part):
    """Whom the visit is at. The form that adds or corrects is kept as a draft while it is open."""

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(way, "", parent=parent)
        heading = QLabel(self.tr("Party"))
        theme.set_kind(heading, "heading")
        self._party: Party | None = None
        self.picker = Picker(self.tr("Party"), self.context.tasks, self._find, can_add=True)
        self.picker.chosen.connect(self._choose)
        self.picker.add_asked.connect(self._begin)
        self.correct = Button(self.tr("Correct"), Weight.QUIET, "edit")
        self.correct.setAccessibleName(self.tr("Correct the party"))
        self.correct.clicked.connect(self._correct)
        self.facts = QWidget()
        self._lines = QFormLayout(self.facts)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(theme.space(3))
        self._lines.setVerticalSpacing(theme.space(1))
        self.form = PartyForm(self.context.tasks, self.context.workspace.registry.party_of_code)
        self.form.edited.connect(self._edited)
        self.form.known_asked.connect(self._choose)
        self.save = Button(self.tr("Save the party"), Weight.PRIMARY)
        self.save.clicked.connect(self._save)
        self.cancel = Button(self.tr("Cancel"))
        self.cancel.clicked.connect(self._cancel)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DRAFT_AFTER_MS)
        self._pause.timeout.connect(self._keep)
        self._lay_out(heading)

    def show_visit(self, visited: Visited) -> None:
        self._party = visited.party
        self.picker.line.setReadOnly(not visited.is_writable)
        self.correct.setVisible(visited.is_writable and visited.party is not None)
        if not self.picker.line.hasFocus():
            self._show_choice()
        self._show_facts(visited.party)
        draft = draft_of(visited, FIELD)
        if draft and self.editor.isHidden():
            self.form.show_party(Party(**json.loads(draft)))
            self._open()

    def go_to(self, place: str) -> bool:
        if place != FIELD:
            return False
        if self.editor.isHidden():
            self.picker.line.setFocus()
        else:
            self.form.name.setFocus()
        return True

    def settle(self) -> None:
        """An open form stays open; what it says is kept."""
        if self._pause.isActive():
            self._keep()
        self._show_choice()

    def _lay_out(self, heading: QLabel) -> None:
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(self.correct)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(2))
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        self.editor = QWidget()
        column = QVBoxLayout(self.editor)
        column.setContentsMargins(0, theme.space(2), 0, 0)
        column.setSpacing(theme.space(3))
        column.addWidget(self.form)
        column.addLayout(buttons)
        self.editor.hide()
        self.column.addLayout(top)
        self.column.addWidget(self.picker)
        self.column.addWidget(self.facts)
        self.column.addWidget(self.editor)

    def _find(self, typed: str) -> Sequence[Choice]:
        found = self.context.workspace.registry.find_parties(typed) if typed else ()
        return [Choice(p.id, p.name, "  ·  ".join(filter(None, (p.uscc, p.address)))) for p in found]

    def _choose(self, party: str) -> None:
        self._close()
        say(self.way, party=party)

    def _begin(self, typed: str) -> None:
        self._open()
        self.form.begin(typed)
        self._pause.start()

    def _correct(self) -> None:
        if self._party is not None:
            self.form.show_party(self._party)
            self._open()
            self.form.name.setFocus()

    def _edited(self) -> None:
        self._pause.start()

    def _keep(self) -> None:
        self._pause.stop()
        keep(self.way, FIELD, json.dumps(asdict(self.form.party), ensure_ascii=False))

    def _save(self) -> None:
        if self.form.check():
            self._pause.stop()
            work = partial(_save, self.context.workspace, self.way.visit(), self.form.party)
            self.context.write(work, self._close)

    def _cancel(self) -> None:
        drafts = self.context.workspace.drafts
        self.context.tasks.write(partial(drafts.drop, self.way.visit(), FIELD))
        self._close()
        self._show_choice()
        self.picker.line.setFocus()

    def _open(self) -> None:
        self.editor.show()
        self.facts.hide()
        self.correct.setEnabled(False)

    def _close(self) -> None:
        self._pause.stop()
        self.editor.hide()
        self.facts.show()
        self.correct.setEnabled(True)

    def _show_choice(self) -> None:
        party = self._party
        self.picker.show_choice(Choice(party.id, party.name) if party else None)

    def _show_facts(self, party: Party | None) -> None:
        while self._lines.rowCount():
            self._lines.removeRow(0)
        if party is None:
            return
        for label, value in (
            (self.tr("Credit code"), party.uscc),
            (self.tr("Address"), party.address),
            (self.tr("Representative"), party.representative),
            (self.tr("Id number"), masked(party.id_number)),
            (self.tr("Phone"), party.phone),
        ):
            if value:
                words, name = QLabel(value), QLabel(label)
                words.setWordWrap(True)
                theme.set_tone(name, theme.Tone.MUTED)
                self._lines.addRow(name, words)


def _save(workspace: "Workspace", visit: str, party: Party) -> Changes:
    """Writes the party and, where it is new, makes it the one of the visit."""
    if party.id:
        changes, entity = workspace.registry.amend(party), party.id
    else:
        entity, changes = workspace.registry.add(party)
    changes |= workspace.inspections.set(visit, party=entity)
    workspace.drafts.drop(visit, FIELD)
    return changes
