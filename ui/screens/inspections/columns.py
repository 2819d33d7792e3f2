"""What a table of visits shows of each."""

from PySide6.QtCore import QObject

from inspector.sync.delivery import Whereabouts
from ui import text
from ui.models.paged import Cell, Column
from ui.screens.inspections.rows import VisitRow
from ui.theme import Tone
from ui.widgets.chip import DELIVERY_TONES, STAGE_TONES


class VisitColumns(QObject):
    """The columns, in the language of the window."""

    def all(self) -> list[Column[VisitRow]]:
        """For the list of all visits."""
        begun, *others = self.of_party()
        unknown = self.tr("Not entered yet")
        party = Column[VisitRow](self.tr("Party"), 0, lambda r: Cell(r.visit.party_name or unknown))
        places = tuple(text.word("Delivery", w.value) for w in Whereabouts)
        return [begun, party, *others, Column(self.tr("Delivery"), 30, _delivery, places)]

    def of_party(self) -> list[Column[VisitRow]]:
        """For the visits of one party."""
        return [
            Column(self.tr("Begun"), 29, lambda r: Cell(text.moment(r.visit.started_at, r.today))),
            Column(self.tr("Place"), 0, lambda r: Cell(self._place(r))),
            Column(self.tr("Officers"), 31, lambda r: Cell(r.officers), yields=True),
            Column(self.tr("Suspicions"), 14, _suspicions),
            Column(self.tr("Stage"), 24, _stage, tuple(text.word("Stage", s) for s in STAGE_TONES)),
        ]

    def _place(self, row: VisitRow) -> str:
        """Where it was; before that, whether it corrects another record."""
        supplements = self.tr("Supplementary record") if row.visit.supplements else ""
        return "  ·  ".join(filter(None, (supplements, row.visit.place)))


def _suspicions(row: VisitRow) -> Cell:
    number = row.visit.suspicions
    return Cell(str(number), Tone.BAD) if number else Cell("")


def _stage(row: VisitRow) -> Cell:
    stage = row.visit.stage
    return Cell(text.word("Stage", stage), STAGE_TONES[stage])


def _delivery(row: VisitRow) -> Cell:
    """Only what is locked is anxiously waited for; before that the word is enough."""
    state = row.whereabouts.value
    return Cell(
        text.word("Delivery", state), DELIVERY_TONES[state] if row.visit.stage == "locked" else Tone.MUTED
    )
