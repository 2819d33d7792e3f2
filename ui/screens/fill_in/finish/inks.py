"""签名: who has signed the print in ink, or refused; noted by an officer, one by one."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector.inspection.visit import Ink, InkRole, Stage
from ui import theme
from ui.dialogs.dialog import Dialog
from ui.screens.fill_in.finish.finishing import Finishing
from ui.screens.fill_in.part import Part
from ui.screens.fill_in.step import Way
from ui.screens.fill_in.visited import Visited
from ui.theme import Tone
from ui.widgets.button import Button
from ui.widgets.card import small
from ui.widgets.chip import Chip


@dataclass(frozen=True)
class _Signer:
    """Somebody who signs: `who` is how the note names them, an officer by id."""

    role: InkRole
    who: str
    words: str


class InksPart(Part):
    """The party, the witness if there is one, each officer."""

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(way, self.tr("Signatures in ink"), parent=parent)
        self._visited: Visited | None = None
        self._digest = ""
        self.buttons: dict[tuple[InkRole, str, bool], Button] = {}
        self.hint = small("")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.space(2))
        self.column.addWidget(self.hint)
        self.column.addLayout(self._rows)

    def show_visit(self, visited: Visited) -> None:
        self._visited = visited
        self._rebuild()

    def show_finishing(self, found: Finishing) -> None:
        self._digest = found.digest
        self._rebuild()

    def go_to(self, place: str) -> bool:
        if place != "ink":
            return False
        open_ = [button for button in self.buttons.values() if button.isEnabled()]
        if open_:
            open_[0].setFocus()
        else:
            self.way.follow("print")
        return True

    def _rebuild(self) -> None:
        visited = self._visited
        if visited is None:
            return
        held = next((key for key, button in self.buttons.items() if button.hasFocus()), None)
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = {}
        printed = visited.inspection.last_print
        is_current = printed is not None and printed.digest == self._digest
        self.hint.setText(
            ""
            if is_current or visited.inspection.locked
            else self.tr("Print this version first; signatures stand on a print.")
        )
        self.hint.setVisible(bool(self.hint.text()))
        inks = {
            (ink.role, ink.who): ink
            for ink in visited.inspection.inks
            if printed is not None and ink.print_digest == printed.digest
        }
        for signer in self._signers(visited, inks):
            ink = inks.get((signer.role, signer.who))
            can_note = is_current and not visited.inspection.locked
            self._rows.addWidget(self._row(signer, ink, can_note=can_note))
        if held in self.buttons:
            self.buttons[held].setFocus()

    def _signers(self, visited: Visited, inks: dict[tuple[InkRole, str], Ink]) -> list[_Signer]:
        visit = visited.inspection.visit
        named = visit.person_present.partition("，")[0].strip()
        party = next((who for role, who in inks if role is InkRole.PARTY), "")
        party = party or named or (visited.party.name if visited.party else "")
        found = [_Signer(InkRole.PARTY, party, self.tr("Party: {name}").format(name=party))]
        if visit.witness_name.strip():
            words = self.tr("Witness: {name}").format(name=visit.witness_name)
            found.append(_Signer(InkRole.WITNESS, visit.witness_name, words))
        names = {o.id: o.name for o in visited.officers}
        found += [
            _Signer(InkRole.OFFICER, o, self.tr("Officer: {name}").format(name=names.get(o, o[:8])))
            for o in dict.fromkeys(visit.officers)
        ]
        return found

    def _row(self, signer: _Signer, ink: Ink | None, *, can_note: bool) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        first, second = QHBoxLayout(), QHBoxLayout()
        second.setSpacing(theme.space(2))
        words = QLabel(signer.words)
        words.setWordWrap(True)
        first.addWidget(words, 1)
        column.addLayout(first)
        if ink is not None:
            first.addWidget(
                Chip(self.tr("Refused"), Tone.WARN) if ink.refused else Chip(self.tr("Has signed"), Tone.GOOD)
            )
            if not ink.refused:
                return row
        choices = [(False, self.tr("Has signed"))]
        if signer.role is not InkRole.OFFICER and ink is None:
            choices.append((True, self.tr("Refused")))
        for refused, label in choices:
            button = Button(label)
            button.setAccessibleName(f"{signer.words}: {label}")
            button.setEnabled(can_note)
            button.clicked.connect(partial(self._ask, signer, refused))
            self.buttons[(signer.role, signer.who, refused)] = button
            second.addWidget(button)
        second.addStretch(1)
        column.addLayout(second)
        return row

    def _ask(self, signer: _Signer, refused: bool) -> None:
        """The first note cannot be taken back, so it is asked for."""
        if self._visited is None or self._visited.inspection.visit.stage is not Stage.FINAL:
            self._note(signer, refused)
            return
        lead = self.tr("With the first signature or refusal the record can no longer go back to draft.")
        said = self.tr("Refused to sign") if refused else self.tr("Has signed the print")
        dialog = Dialog(f"{signer.words} · {said}", self.tr("Note it"), lead, self)
        dialog.confirm.clicked.connect(dialog.accept)
        dialog.accepted.connect(partial(self._note, signer, refused))
        dialog.open()

    def _note(self, signer: _Signer, refused: bool) -> None:
        note = self.context.workspace.records.note_ink
        self.context.write(partial(note, self.way.visit(), signer.role, signer.who, refused=refused))
