"""签名: who has signed the print in ink, or refused; noted by an officer, one by one."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector.inspection.dialogues import dialogues
from inspector.inspection.elements import SIGNING
from inspector.inspection.record import Attendance
from inspector.inspection.visit import Ink, InkRole, Stage
from ui import text, theme
from ui.dialogs.dialog import Dialog
from ui.dialogs.refusal import RefusalDialog
from ui.screens.fill_in.finish.finishing import Finishing
from ui.screens.fill_in.part import Part
from ui.screens.fill_in.step import Way
from ui.screens.fill_in.visited import Visited
from ui.theme import Tone
from ui.widgets.button import Button, Weight
from ui.widgets.card import small
from ui.widgets.chip import Chip


@dataclass(frozen=True)
class _Signer:
    """Somebody who signs: `who` is how the note names them, an officer by id. `apart`: why no ink of theirs is asked for."""

    role: InkRole
    who: str
    words: str
    apart: str = ""


class InksPart(Part):
    """The party, the witness if there is one, each officer."""

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(way, self.tr("Signatures in ink"), parent=parent)
        self._visited: Visited | None = None
        self._digest = ""
        self.buttons: dict[tuple[InkRole, str, bool], Button] = {}
        self.withdrawals: dict[tuple[InkRole, str], Button] = {}
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
        kind, _, rest = place.partition("/")
        if kind != "ink":
            return False
        role, _, who = rest.partition("/")
        wanted = [
            button
            for (of, signer, _), button in self.buttons.items()
            if of == role and who in ("", signer) and button.isEnabled()
        ]
        wanted += [
            button for (of, signer), button in self.withdrawals.items() if of == role and who in ("", signer)
        ]
        if wanted:
            wanted[0].setFocus()
        else:
            self.way.follow("print")
        return True

    def _rebuild(self) -> None:
        visited = self._visited
        if visited is None:
            return
        focused = self.window().focusWidget()  # also while a dialog before the window still closes
        held = next((key for key, button in self.buttons.items() if button is focused), None)
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons, self.withdrawals = {}, {}
        printed = visited.inspection.last_print
        is_current = printed is not None and printed.digest == self._digest
        inks = {
            (ink.role, ink.who): ink
            for ink in visited.inspection.inks
            if printed is not None and ink.print_digest == printed.digest
        }
        self.hint.setText("" if visited.inspection.locked else self._hint(visited, inks.values(), is_current))
        self.hint.setVisible(bool(self.hint.text()))
        for signer in self._signers(visited, inks):
            ink = inks.get((signer.role, signer.who))
            can_note = is_current and not visited.inspection.locked
            self._rows.addWidget(self._row(signer, ink, can_note=can_note))
        if held is not None:  # the same button, or the next signature to be noted
            others = (button for button in self.buttons.values() if button.isEnabled())
            if (target := self.buttons.get(held) or next(others, None)) is not None:
                target.setFocus()

    def _hint(self, visited: Visited, inks: Iterable[Ink], is_current: bool) -> str:
        if not is_current:
            return self.tr("Print this version first; signatures stand on a print.")
        visit = visited.inspection.visit
        refused = next((ink for ink in inks if ink.role is InkRole.PARTY and ink.refused), None)
        if refused is None or visit.attendance not in SIGNING:
            return ""
        if visit.stage is Stage.FINAL:
            return self.tr(
                "The page says nothing of the refusal. Either write on the paper by hand “{note}”, or go back to draft, press "
                "Refuses to sign under attendance, confirm the wording, and print it again."
            ).format(note=refused.note)
        return self.tr(
            "The page says nothing of the refusal. Write on the paper by hand “{note}”, and copy it beside the scan."
        ).format(note=refused.note)

    def _signers(self, visited: Visited, inks: dict[tuple[InkRole, str], Ink]) -> list[_Signer]:
        visit = visited.inspection.visit
        is_absent = visit.attendance is Attendance.ABSENT
        named = "" if is_absent else visit.person_present.partition("，")[0].strip()
        party = next((who for role, who in inks if role is InkRole.PARTY), "")
        party = party or named or (visited.party.name if visited.party else "")
        is_there = visit.attendance in SIGNING or any(role is InkRole.PARTY for role, _ in inks)
        apart = "" if is_there or visit.attendance is None else text.label(visit.attendance)
        found = [_Signer(InkRole.PARTY, party, self.tr("Party: {name}").format(name=party), apart)]
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
        column.addLayout(second)
        if ink is not None:
            first.addWidget(
                Chip(self.tr("Refused"), Tone.WARN) if ink.refused else Chip(self.tr("Has signed"), Tone.GOOD)
            )
        elif signer.apart:
            first.addWidget(Chip(signer.apart, Tone.MUTED))
        is_locked = self._visited is not None and self._visited.inspection.locked
        for refused, label in () if is_locked else self._choices(signer, ink):
            button = Button(label)
            button.setAccessibleName(f"{signer.words}: {label}")
            button.setEnabled(can_note)
            button.clicked.connect(partial(self._ask, signer, refused))
            self.buttons[(signer.role, signer.who, refused)] = button
            second.addWidget(button)
        if ink is not None and can_note:
            back = self.withdrawals[(signer.role, signer.who)] = Button(
                self.tr("Noted by mistake"), Weight.LINK, "undo"
            )
            back.setAccessibleName(f"{signer.words}: {back.text()}")
            back.clicked.connect(partial(self._ask_back, signer, ink))
            second.addWidget(back)
        second.addStretch(1)
        return row

    def _choices(self, signer: _Signer, ink: Ink | None) -> list[tuple[bool, str]]:
        """What can be noted of a signer: whether it is a refusal, and its words. What is noted is only taken back."""
        if signer.apart or ink is not None:
            return []
        choices = [(False, self.tr("Has signed"))]
        if signer.role is not InkRole.OFFICER:
            choices.append((True, self.tr("Refused")))
        return choices

    def _ask(self, signer: _Signer, refused: bool) -> None:
        """The first signature ends the going back to draft, so it is asked for; a refusal, since the paper is to say it."""
        if self._visited is None:
            return
        visit = self._visited.inspection.visit
        if refused:
            said = self.tr("Refused to sign")
            wording = dialogues().refusal if signer.role is InkRole.PARTY else ""
            refusal = RefusalDialog(f"{signer.words} · {said}", wording, visit.video, self)
            refusal.accepted.connect(lambda: self._note(signer, refused=True, **refusal.said))
            refusal.open()
            return
        if visit.stage is not Stage.FINAL:
            self._note(signer)
            return
        said = self.tr("Has signed the print")
        lead = self.tr("From the first signature on the record can no longer go back to draft.")
        dialog = Dialog(f"{signer.words} · {said}", self.tr("Note it"), lead, self)
        dialog.confirm.clicked.connect(dialog.accept)
        dialog.accepted.connect(partial(self._note, signer))
        dialog.open()

    def _note(self, signer: _Signer, *, refused: bool = False, note: str = "", video: str = "") -> None:
        work = self.context.workspace.records.note_ink
        said = partial(work, self.way.visit(), signer.role, signer.who)
        self.context.write(partial(said, refused=refused, note=note, video=video))

    def _ask_back(self, signer: _Signer, ink: Ink) -> None:
        lead = self.tr(
            "Only for what was noted by mistake: what stands on the paper is not changed by it. The journal keeps both."
        )
        dialog = Dialog(
            f"{signer.words} · {self.tr('Noted by mistake')}", self.tr("Take the note back"), lead, self
        )
        dialog.confirm.clicked.connect(dialog.accept)
        withdraw = partial(self.context.workspace.records.withdraw_ink, self.way.visit(), ink.id)
        dialog.accepted.connect(partial(self.context.write, withdraw))
        dialog.open()
