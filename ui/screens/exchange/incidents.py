"""异常事件: a forked chain with its branches, and the dialog in which somebody of the office says what was found."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.dialogs.dialog import Dialog
from ui.messages import Action
from ui.screens.screen import Context
from ui.theme import Tone
from ui.widgets.field_row import text_row
from ui.widgets.said import Said

if TYPE_CHECKING:
    from inspector.workspace.incidents import Incident


class LookedAt(Dialog):
    """Asks who has looked at it, and what was found. Nothing of what the branches say is decided by that."""

    def __init__(self, name: str, who: str, parent: QWidget | None = None) -> None:
        lead = self.tr(
            "Say so when it is clear how the copy came about and that only one of the two computers is used on. "
            "What both wrote stays as it is, and the word goes to all computers with the next bundle."
        )
        title = self.tr("Looked at: a copy of {name}").format(name=name)
        super().__init__(title, self.tr("Put on record"), lead, parent)
        self.who_row, self.who = text_row(self.tr("Looked at by"))
        self.remark_row, self.remark = text_row(self.tr("What was found"))
        self.who.setText(who)
        self.column.addWidget(self.who_row)
        self.column.addWidget(self.remark_row)
        self.confirm.clicked.connect(self._confirm)
        (self.remark if who else self.who).setFocus()

    def _confirm(self) -> None:
        if self.who.text().strip():
            self.accept()
        else:
            self.who_row.complain(self.tr("This is needed."))


class Incidents(QObject):
    """Says how a fork stands, and lets the office mark it as looked at."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._window = context, parent
        self._is_office = context.workspace.is_office
        self.dialog: LookedAt | None = None

    def said(self, incident: "Incident", name: str, who: str) -> Said:
        """One line; *name* is that of the computer, *who* the officer who is at the desk now."""
        words = self.tr("Incident: the journal of {name} has two different contents after number {seq}.")
        words = words.format(name=name, seq=incident.seq)
        if incident.looked is not None and not incident.is_open:
            below = self.tr("Looked at by {who}, {at:%Y-%m-%d}. {remark}")
            return Said(
                Tone.MUTED,
                words,
                below.format(
                    who=incident.looked.who, at=incident.looked.at, remark=incident.looked.remark
                ).strip(),
            )
        below = self.tr(
            "Usually a copy of its workspace was restored and used beside the original. Both branches are kept and "
            "count; what they set differently stands under “Differences”. Find out which computer wrote the second "
            "one, and stop using it. What either writes from now on goes on under a chain of its own."
        )
        sides = [
            self.tr("number {seq}, last written {at:%Y-%m-%d %H:%M}").format(seq=s.seq, at=s.at)
            for s in incident.sides
            if s.at
        ]
        if sides:
            below += " " + self.tr("They end at: {sides}.").format(sides=self.tr("; ").join(sides))
        action = Action(self.tr("Looked at …"), partial(self._ask, incident, name, who))
        return Said(Tone.BAD, words, below, action if self._is_office else None)

    def _ask(self, incident: "Incident", name: str, who: str) -> None:
        self.dialog = LookedAt(name, who, self._window.window())
        self.dialog.accepted.connect(partial(self._look, incident, self.dialog))
        self.dialog.open()

    def _look(self, incident: "Incident", dialog: LookedAt) -> None:
        work = partial(
            self._context.workspace.incidents.look_at,
            incident.device,
            incident.epoch,
            dialog.who.text(),
            dialog.remark.text(),
        )
        self._context.write(work, self._noted)

    def _noted(self) -> None:
        self._context.messages.good(self.tr("Put on record. The laptops get it with the next bundle."))
