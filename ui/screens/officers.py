"""执法人员: who works at this desk, with certificates and keys."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector.changes import Changes
from inspector.inspection.people import Officer
from ui import theme
from ui.dialogs.officer import OfficerDialog, OfficerFacts
from ui.dialogs.pin import PinDialog
from ui.screens.screen import Context, Screen
from ui.theme import Tone
from ui.widgets.button import Button, Weight
from ui.widgets.card import Card, PageHeading, Rule
from ui.widgets.chip import Chip
from ui.widgets.page import Page


@dataclass(frozen=True)
class Standing:
    """An officer as the screen shows one."""

    officer: Officer
    has_key: bool
    is_acting: bool
    is_certified: bool


class OfficersScreen(Screen):
    """Adds officers, corrects their certificates, changes PINs."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        heading = PageHeading(
            self.tr("Officers"),
            self.tr("Each officer has an own signing key on this computer, under an own PIN."),
        )
        self.add = Button(self.tr("Add an officer"), Weight.PRIMARY, "plus")
        self.add.clicked.connect(self._add)
        heading.add_action(self.add)
        self.card = Card()
        self.card.column.setContentsMargins(0, theme.space(1), 0, theme.space(1))
        self.card.column.setSpacing(0)
        page = Page(width=280, margin=0, centred=False)
        page.column.addWidget(self.card)
        page.column.addStretch(1)
        self.column.addWidget(heading)
        self.column.addWidget(page, 1)

    def present(self, target: str) -> None:
        self.context.tasks.run(self._read, self._show)

    def refresh(self, changes: Changes) -> None:
        if changes.touches(Officer.kind):
            self.present("")

    def _read(self) -> tuple[Standing, ...]:
        officers = self.context.workspace.officers
        here = {officer.id for officer in officers.here()}
        today = self.context.workspace.clock.now().date()
        return tuple(
            Standing(o, o.id in here, o.id == officers.acting, o.certified(today)) for o in officers.all()
        )

    def _show(self, found: tuple[Standing, ...]) -> None:
        while (item := self.card.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for number, standing in enumerate(found):
            if number:
                self.card.column.addWidget(Rule())
            self.card.column.addWidget(self._row(standing))

    def _row(self, standing: Standing) -> QWidget:
        officer = standing.officer
        row = QWidget()
        name = QLabel(officer.name)
        theme.set_kind(name, "label")
        certificate = QLabel(self._certificate(officer))
        theme.set_kind(certificate, "small")
        words = QVBoxLayout()
        words.setSpacing(theme.space(0.5))
        words.addWidget(name)
        words.addWidget(certificate)
        line = QHBoxLayout(row)
        line.setContentsMargins(theme.space(5), theme.space(3), theme.space(3), theme.space(3))
        line.setSpacing(theme.space(2))
        line.addLayout(words, 1)
        for chip in self._chips(standing):
            line.addWidget(chip)
        line.addSpacing(theme.space(4))
        pin = Button(self.tr("Change PIN") if standing.has_key else self.tr("Set a PIN"), Weight.QUIET, "key")
        pin.setAccessibleName(f"{pin.text()} {officer.name}")
        pin.clicked.connect(lambda: self._change_pin(standing))
        correct = Button(self.tr("Correct"), Weight.QUIET, "edit")
        correct.setAccessibleName(f"{correct.text()} {officer.name}")
        correct.clicked.connect(lambda: self._correct(officer))
        line.addWidget(pin)
        line.addWidget(correct)
        return row

    def _certificate(self, officer: Officer) -> str:
        until = officer.valid_to.isoformat() if officer.valid_to else ""
        if not until:
            return officer.certificate
        return self.tr("{certificate} · valid to {day}").format(certificate=officer.certificate, day=until)

    def _chips(self, standing: Standing) -> list[Chip]:
        chips = []
        if standing.is_acting:
            chips.append(Chip(self.tr("Working now"), Tone.ACCENT))
        if standing.officer.left:
            chips.append(Chip(self.tr("Has left")))
        elif not standing.is_certified:
            chips.append(Chip(self.tr("Certificate not valid today"), Tone.BAD))
        if not standing.has_key:
            chips.append(Chip(self.tr("No key on this computer"), Tone.WARN))
        return chips

    def _add(self) -> None:
        dialog = OfficerDialog(None, wants_pin=True, parent=self)
        dialog.accepted.connect(lambda: self._save_new(dialog.facts))
        dialog.open()

    def _save_new(self, facts: OfficerFacts) -> None:
        self.context.add(partial(self._write_new, facts), self._added)

    def _write_new(self, facts: OfficerFacts) -> tuple[str, Changes]:
        workspace = self.context.workspace
        return workspace.officers.add(
            facts.name,
            facts.certificate,
            facts.pin,
            valid_from=facts.valid_from,
            valid_to=facts.valid_to,
            station=workspace.desk.station,
        )

    def _added(self, _: str) -> None:
        self.context.messages.good(self.tr("The officer was added."))

    def _correct(self, officer: Officer) -> None:
        dialog = OfficerDialog(officer, wants_pin=False, parent=self)
        dialog.accepted.connect(lambda: self._save(officer.id, dialog.facts))
        dialog.open()

    def _save(self, officer: str, facts: OfficerFacts) -> None:
        said: dict[str, str | date | None] = {
            "name": facts.name,
            "certificate": facts.certificate,
            "valid_from": facts.valid_from,
            "valid_to": facts.valid_to,
        }
        self.context.write(partial(self.context.workspace.officers.amend, officer, **said))

    def _change_pin(self, standing: Standing) -> None:
        officer = standing.officer
        dialog = PinDialog(officer.name, has_key=standing.has_key, parent=self)
        dialog.asked.connect(partial(self._set_pin, dialog, standing))
        dialog.accepted.connect(self._changed_pin)
        dialog.open()

    def _set_pin(self, dialog: PinDialog, standing: Standing, old: str, new: str) -> None:
        officer, officers = standing.officer.id, self.context.workspace.officers
        if standing.has_key:
            self.context.tasks.attempt(
                partial(officers.change_pin, officer, old, new), dialog.close_well, dialog.complain
            )
        else:
            self.context.attempt(partial(officers.make_key, officer, new), dialog.close_well, dialog.complain)

    def _changed_pin(self) -> None:
        self.context.messages.good(self.tr("The PIN was set."))
        self.present("")
