"""What was picked for a visit, so that a namesake is noticed before the visit begins."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.dialogs.beginning import Subject
from ui.theme import Tone
from ui.widgets.button import Button, Weight
from ui.widgets.card import small


class SubjectCard(QFrame):
    """Hidden until something is shown.

    Signals:
        enter_asked: the party behind a stall or market is not known, and the person wants to enter it.
    """

    enter_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_kind(self, "card")
        self.name = QLabel()
        theme.set_kind(self.name, "heading")
        self.name.setWordWrap(True)
        self.facts, self.last = small(""), small("")
        self.enter = Button(self.tr("Enter the party"), Weight.LINK, "plus")
        self.enter.clicked.connect(self.enter_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(4)] * 4)
        column.setSpacing(theme.space(1))
        for widget in (self.name, self.facts, self.last, self.enter):
            column.addWidget(widget)
        self.hide()

    def show_subject(self, subject: Subject) -> None:
        """Shows who and where; says so where the party is not known."""
        party, market, stall = subject.party, subject.market, subject.stall
        at = " ".join(filter(None, (market.name if market else "", stall.number if stall else "")))
        self.name.setText(party.name if party else at)
        known = (party.uscc, party.representative, party.address) if party else ()
        lines = [at if party else "", " · ".join(filter(None, known))]
        self.facts.setText("\n".join(filter(None, lines)))
        self.facts.setVisible(bool(self.facts.text()))
        theme.set_tone(self.last, Tone.MUTED if party else Tone.WARN)
        if party is None:
            self.last.setText(self.tr("Who trades here is not entered yet. The visit can begin without it."))
        elif subject.last is not None:
            day = subject.last.started_at[:10]
            self.last.setText(self.tr("Last visit {day}, {place}").format(day=day, place=subject.last.place))
        else:
            self.last.setText(self.tr("Not visited from this computer yet."))
        self.enter.setVisible(party is None)
        self.show()
