"""新检查: who or what is inspected, with which checklist, by which two officers. Initials, Enter, Enter."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.changes import Changes
from inspector.errors import Trouble
from inspector.inspection.registry import Party, Stall
from ui import text, theme
from ui.dialogs import beginning
from ui.dialogs.beginning import Roll, Subject
from ui.dialogs.dialog import Dialog
from ui.dialogs.party_form import PartyForm
from ui.dialogs.subject_card import SubjectCard
from ui.tasks import Failed, Tasks, Then
from ui.theme import Tone
from ui.widgets.card import small
from ui.widgets.field_row import FieldRow
from ui.widgets.picker import Choice, Picker

if TYPE_CHECKING:
    from inspector.workspace import Workspace

Add = Callable[[Callable[[], tuple[str, Changes]], Then[str], Failed], Any]
"""Writes and tells everybody, then calls back with the id of what was made, or with the trouble (`Context.add`)."""


class NewVisit(Dialog):
    """Begins a visit; a party that is not known yet is entered on its second page.

    Signals:
        started: the id of the visit.
    """

    started = Signal(str)

    def __init__(self, workspace: "Workspace", tasks: Tasks, add: Add, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("New visit"), self.tr("Begin the visit"), parent=parent)
        self._workspace, self._tasks, self._add = workspace, tasks, add
        self._subject = Subject()
        self._roll: Roll | None = None
        self.picker = Picker(
            self.tr("Party, stall or market"), tasks, partial(beginning.find, workspace), can_add=True
        )
        hint = self.tr("Initials are enough: kndyf finds 康宁大药房. Enter takes the first one.")
        self.picker_row = FieldRow(self.tr("Party, stall or market"), self.picker, hint)
        self.card = SubjectCard()
        self.checklist, self.second = QComboBox(), QComboBox()
        self.first = small("")
        self.form = PartyForm(tasks, workspace.registry.party_of_code)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._choosing())
        self.pages.addWidget(self.form)
        self.column.addWidget(self.pages)
        self.setMinimumSize(theme.space(150), theme.space(120))
        self.picker.chosen.connect(self.choose)
        self.picker.add_asked.connect(self.enter_party)
        self.picker.line.textEdited.connect(self._mean_other)
        self.card.enter_asked.connect(lambda: self.enter_party(""))
        self.form.known_asked.connect(lambda party: self.choose(f"party/{party}"))
        self.confirm.clicked.connect(self._confirm)
        self.confirm.setEnabled(False)
        tasks.run(partial(beginning.roll, workspace), self._show_roll)
        self.picker.setFocus()

    def choose(self, value: str) -> None:
        """Takes what the choice with *value* (`party/ID`, `stall/ID`, `market/ID`) stands for."""
        self._tasks.run(partial(beginning.read, self._workspace, value), self._show_subject)

    def enter_party(self, typed: str) -> None:
        """Turns to the page on which a new party is entered."""
        self.pages.setCurrentWidget(self.form)
        self.confirm.setText(self.tr("Save and choose"))
        self.confirm.setEnabled(True)
        self.cancel.setText(self.tr("Back"))
        self.form.begin(typed)
        self.begin()

    def let_go(self) -> None:
        """Leads back to the first page before it closes the dialog."""
        if self.pages.currentWidget() is self.form:
            self.form.begin("")
            self.begin()
            self._turn_back()
        else:
            super().let_go()

    def _choosing(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        beside = QHBoxLayout()
        beside.setSpacing(theme.space(4))
        beside.addWidget(FieldRow(self.tr("Checklist"), self.checklist), 1)
        beside.addWidget(FieldRow(self.tr("Second officer"), self.second), 1)
        for widget in (self.picker_row, self.card):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(beside)
        column.addWidget(self.first)
        return page

    def _show_roll(self, roll: Roll) -> None:
        language = text.language()
        for shipped in roll.checklists:
            title = shipped.title.get(language) or shipped.title[text.CHINESE]
            self.checklist.addItem(title, shipped.id)
        self.second.addItem(self.tr("Not chosen yet"), "")
        for officer in roll.others:
            self.second.addItem(f"{officer.name}  {officer.certificate}", officer.id)
        self.second.setCurrentIndex(max(0, self.second.findData(roll.second)))
        if roll.first is None:
            self.first.setText(self.tr("Nobody is signed in: enter the officers first."))
            theme.set_tone(self.first, Tone.WARN)
        else:
            said = self.tr("First officer: {name} {certificate}, who works now")
            self.first.setText(said.format(name=roll.first.name, certificate=roll.first.certificate))
        self._roll = roll
        self._go_on()

    def _show_subject(self, subject: Subject) -> None:
        self._subject = subject
        self.begin()
        self._turn_back()
        self.card.show_subject(subject)
        thing = subject.stall or subject.market or subject.party
        name = " ".join(filter(None, (subject.stall.number, subject.stall.name))) if subject.stall else ""
        self.picker.show_choice(Choice("", name or getattr(thing, "name", "")))
        self._go_on()

    @property
    def _can_begin(self) -> bool:
        """Whether it is known who is inspected, and with what."""
        return self._roll is not None and self._subject != Subject()

    def _go_on(self) -> None:
        """Leads to what is still to be chosen."""
        if self._can_begin:
            self.confirm.setEnabled(True)
            (self.confirm if self.second.currentData() else self.second).setFocus(
                Qt.FocusReason.TabFocusReason
            )

    def _mean_other(self, _: str) -> None:
        """Whoever types again means something else."""
        self._subject = Subject()
        self.picker_row.accept()
        self.card.hide()
        self.confirm.setEnabled(False)

    def _confirm(self) -> None:
        if self.pages.currentWidget() is self.form:
            if self.form.check():
                self.confirm.setEnabled(False)
                self._add(
                    partial(self._save, self.form.party, self._subject.stall), self._added, self._failed
                )
            return
        self.confirm.setEnabled(False)
        assert self._roll is not None
        subject, first = self._subject, self._roll.first
        officers = (first.id if first else "", str(self.second.currentData()))
        begin = partial(
            self._workspace.inspections.new,
            str(self.checklist.currentData()),
            party=subject.party.id if subject.party else "",
            market=subject.market.id if subject.market else "",
            stall=subject.stall.id if subject.stall else "",
            officers=tuple(filter(None, officers)),
        )
        self._add(begin, self._began, self._failed)

    def _save(self, party: Party, stall: Stall | None) -> tuple[str, Changes]:
        """Adds the party, which is from now on the one at the stall if nobody was known there."""
        registry = self._workspace.registry
        entity, changes = registry.add(party)
        if stall is not None and not stall.party:
            changes |= registry.amend(replace(stall, party=entity))
        return entity, changes

    def _added(self, party: str) -> None:
        self._tasks.run(partial(self._with_new_party, party), self._show_subject)

    def _with_new_party(self, party: str) -> Subject:
        """The new party; at the stall or market that was chosen before it was entered."""
        found = beginning.read(self._workspace, f"party/{party}")
        return Subject(found.party, self._subject.market, self._subject.stall)

    def _failed(self, trouble: Trouble) -> None:
        row = self.form.name_row if self.pages.currentWidget() is self.form else self.picker_row
        row.complain(text.told(trouble))
        self.confirm.setEnabled(True)

    def _began(self, visit: str) -> None:
        self.accept()
        self.started.emit(visit)

    def _turn_back(self) -> None:
        self.pages.setCurrentIndex(0)
        self.confirm.setText(self.tr("Begin the visit"))
        self.cancel.setText(self.tr("Cancel"))
        self.confirm.setEnabled(self._can_begin)
        self.picker.setFocus()
