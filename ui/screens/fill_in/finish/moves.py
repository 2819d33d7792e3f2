"""定稿, 退回起草, 锁定归档, 补充记录: the one move that comes next, and why it cannot be made yet."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from inspector.changes import Changes
from inspector.errors import Code, Problem, Trouble
from inspector.inspection.inspection import address_of
from inspector.inspection.visit import Answer, Stage, Visit
from ui import text, theme
from ui.dialogs.lock import LockDialog, Locker
from ui.screens.fill_in.finish.finishing import Finishing
from ui.screens.fill_in.part import Part
from ui.screens.fill_in.step import Way
from ui.screens.fill_in.visited import Visited
from ui.screens.screen import Place
from ui.theme import Tone
from ui.widgets.button import Button, Weight
from ui.widgets.link_list import LinkList, MissingLink


class MovesPart(Part):
    """Says where the record stands and offers its move."""

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(way, "", parent=parent)
        self._visited: Visited | None = None
        self._found: Finishing | None = None
        self.standing, self.words = QLabel(), QLabel()
        theme.set_kind(self.standing, "heading")
        self.words.setWordWrap(True)
        theme.set_tone(self.words, Tone.MUTED)
        records = self.context.workspace.records
        self.finalise = Button(self.tr("Make final"), Weight.PRIMARY, "check")
        self.finalise.clicked.connect(self._finalise)
        self.reopen = Button(self.tr("Back to draft"), icon="undo")
        self.reopen.clicked.connect(lambda: self._move(partial(records.reopen, way.visit())))
        self.lock = Button(self.tr("Lock the record"), Weight.PRIMARY, "lock")
        self.lock.clicked.connect(self._ask_lock)
        self.supplement = Button(self.tr("Supplementary record"), icon="plus")
        self.supplement.clicked.connect(self._supplement)
        self.refused = QLabel(self.tr("Not yet. These are missing:"))
        theme.set_tone(self.refused, Tone.BAD)
        self.links = LinkList("")
        self.links.followed.connect(way.follow)
        self.column.addWidget(self.standing)
        self.column.addWidget(self.words)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(2))
        for button in (self.finalise, self.lock, self.reopen, self.supplement):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self.column.addWidget(self.refused)
        self.column.addWidget(self.links)
        self._refuse(())

    def show_visit(self, visited: Visited) -> None:
        inspection = visited.inspection
        before = (self._visited.id, self._visited.missing, self.unsaid) if self._visited else None
        self._visited = visited
        if before != (visited.id, visited.missing, self.unsaid):
            self._refuse(())  # what was said before is no longer true
        locked, stage = inspection.locked, inspection.visit.stage
        self.finalise.setVisible(not locked and stage is Stage.DRAFT)
        self.reopen.setVisible(not locked and stage is Stage.FINAL)
        self.lock.setVisible(not locked and stage is Stage.SIGNED)
        self.supplement.setVisible(locked)
        self._say()

    def show_finishing(self, found: Finishing) -> None:
        self._found = found
        self._say()

    def go_to(self, place: str) -> bool:
        if place != "finalise":
            return False
        self.finalise.setFocus()
        return True

    def _say(self) -> None:
        if self._visited is None:
            return
        inspection = self._visited.inspection
        if inspection.locked:
            broken_off = inspection.visit.suspended
            self.standing.setText(self.tr("Locked, broken off") if broken_off else self.tr("Locked"))
            unread = "".join(text.problem(p) for p in self._visited.missing)
            self.words.setText(unread or self._sealed_words())
        elif inspection.visit.stage is Stage.DRAFT:
            self.standing.setText(self.tr("Draft"))
            self.words.setText(
                self.tr("Read it through in the preview. What is final can be printed and signed.")
            )
        elif inspection.visit.stage is Stage.FINAL:
            self.standing.setText(self.tr("Final, to be signed"))
            self.words.setText(
                self.tr(
                    "Print it, have it read or read it out, then note below who signed or refused. Until somebody has "
                    "signed it can go back; the print is then superseded."
                )
            )
        else:
            self.standing.setText(self.tr("Signed"))
            self.words.setText(
                self.tr(
                    "Both officers lock it, each with an own PIN. After that nothing in it can be changed."
                )
            )

    def _sealed_words(self) -> str:
        sealed = (
            self._found.sealed
            if self._found and self._visited and self._found.visit == self._visited.id
            else None
        )
        if sealed is None:
            return ""
        return self.tr(
            "By {officers}, {at:%Y-%m-%d %H:%M}\nVersion {digest}\nCorrections are records of their own."
        ).format(officers="、".join(sealed.officers), at=sealed.at, digest=sealed.digest[:16])

    def _finalise(self) -> None:
        """What is known to be missing is listed without trying: nothing of it was a failure to save."""
        if self._visited is not None and (self._visited.missing or self.unsaid):
            self._refuse(self._visited.missing, self.unsaid)
        else:
            self._move(partial(self.context.workspace.records.finalise, self.way.visit()))

    def _move(self, work: partial[Changes]) -> None:
        self._refuse(())
        self.context.attempt(work, None, self._failed)

    def _failed(self, trouble: Trouble) -> None:
        if trouble.code is Code.ELEMENTS_MISSING:
            self._refuse(trouble.problems)
        else:
            self.context.messages.trouble(trouble)

    def _refuse(self, problems: Sequence[Problem], others: Sequence[MissingLink] = ()) -> None:
        links = [*(MissingLink(text.problem(p), p.where) for p in problems), *others]
        self.links.show_links(links)
        self.links.setVisible(bool(links))
        self.refused.setVisible(bool(links))

    @property
    def unsaid(self) -> list[MissingLink]:
        """Drafts that a crash has left: what was typed there is not in the record yet, so it cannot become final."""
        visited = self._visited
        if visited is None or not visited.is_writable:
            return []
        words = self.tr("{field}: typed before a break, not taken over yet")
        named = {problem.where for problem in visited.missing}
        found = []
        for entity, field in visited.drafts:
            kind = entity.split("/")[1] if "/" in entity else Visit.kind
            name = text.sentence(f"field_{kind}_{field}")
            found.append(MissingLink(words.format(field=name), _place(kind, entity, field)))
        return [link for link in found if link.place not in named]

    def _ask_lock(self) -> None:
        visited, found = self._visited, self._found
        if visited is None or found is None:
            return
        if visited.missing:
            self._refuse(visited.missing)
            return
        named = visited.inspection.visit.officers
        lockers = [
            Locker(o.id, o.name, o.id in visited.here) for i in named for o in visited.officers if o.id == i
        ]
        dialog = LockDialog(self._what(visited, found), lockers, self)
        dialog.asked.connect(partial(self._lock, dialog))
        dialog.accepted.connect(self._locked)
        dialog.open()

    def _what(self, visited: Visited, found: Finishing) -> list[str]:
        lines = [
            visited.party.name if visited.party else "",
            self.tr("{form}, version {digest}").format(form=found.sheets[0].title, digest=found.digest[:16]),
            self.tr("%n photo(s), by the digests of their originals", "", len(visited.inspection.photos)),
        ]
        if found.scans:
            lines.append(self.tr("The scan of the signed page is here and stays beside the record."))
        else:
            lines.append(self.tr("The scan of the signed page is noted as to follow and can still be added."))
        return lines

    def _lock(self, dialog: LockDialog, pins: tuple[tuple[str, str], ...]) -> None:
        records = self.context.workspace.records
        self.context.attempt(partial(records.lock, self.way.visit(), pins), dialog.accept, dialog.complain)

    def _locked(self) -> None:
        self.context.messages.good(self.tr("The record is locked."))

    def _supplement(self) -> None:
        records = self.context.workspace.records
        self.context.add(partial(records.supplement, self.way.visit()), self._begin)

    def _begin(self, visit: str) -> None:
        self.context.go(Place.FILL_IN, visit)


def _place(kind: str, entity: str, field: str) -> str:
    """Where a draft of that field is taken over."""
    match kind:
        case Visit.kind:
            return field
        case Answer.kind:
            return f"item/{address_of(entity)}#{field}"
        case _:
            return f"{kind}/{entity}#{field}"
