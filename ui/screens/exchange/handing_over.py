"""往来: what is written to a stick and read from it, and what came of it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.changes import Changes
from inspector.errors import Trouble
from inspector.progress import Report
from ui import text
from ui.messages import Action
from ui.screens.exchange.enrolling import DELIVERY, Enrolling, Joining
from ui.screens.exchange.incidents import Incidents
from ui.screens.exchange.stick import StickCard
from ui.screens.exchange.telling import Telling
from ui.screens.screen import Context
from ui.theme import Tone
from ui.widgets.card import Card
from ui.widgets.page import Page
from ui.widgets.said import Lines, Said

if TYPE_CHECKING:
    from inspector.sync.outgoing import Exported
    from inspector.workspace.intake import Intake
    from inspector.workspace.survey import Survey
    from ui.screens.exchange.standing import Standing

T = TypeVar("T")


class HandingOver(Page):
    """The page of deeds; what it shows beside them comes with `show_standing`.

    Signals:
        pending_asked: the person wants to see what the office has not got.
    """

    pending_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(width=230, margin=0, centred=False, parent=parent)
        self._context = context
        self._exchange = context.workspace.exchange
        self._is_office = context.workspace.is_office
        self._telling = Telling({})
        self._names: dict[str, str] = {}
        self.joining = Joining(self._exchange.fingerprint)
        self.enrolling = Enrolling(context, self.follow, self.done, self)
        self.incidents = Incidents(context, self)
        self.attention = Lines()
        self.attention_card = Card(self.tr("To be looked at"))
        self.attention_card.column.addWidget(self.attention)
        self.pending = Lines()
        self.stick = StickCard(is_office=self._is_office)
        self.outcome = Lines()
        self.outcome_card = Card(self.tr("Done last"))
        self.outcome_card.column.addWidget(self.outcome)
        for widget in (self.joining, self.attention_card, self.stick, self.outcome_card):
            self.column.addWidget(widget)
        self.stick.column.insertWidget(1, self.pending)
        self.column.addStretch(1)
        for hidden in (self.joining, self.attention_card, self.outcome_card, self.pending):
            hidden.hide()
        self.stick.folder_chosen.connect(self._look)
        self.stick.send_asked.connect(self._send)
        self.stick.receive_asked.connect(self._receive)
        self.stick.approval_asked.connect(self.enrolling.compare_request)
        self.stick.answer_asked.connect(self.enrolling.compare_answer)
        self.joining.request.clicked.connect(self._request)

    def arrive(self) -> None:
        """Goes back to the folder that was used last, and looks at it anew."""
        remembered = self._context.preferences.value.exchange_folder
        if self.stick.folder is None and remembered and Path(remembered).is_dir():
            self.stick.show_folder(remembered)
        else:
            self.stick.look_again()

    def show_standing(self, standing: "Standing") -> None:
        """Shows how things are between this desk and the others."""
        self._names = standing.names
        self._telling = Telling(standing.names)
        self.joining.setVisible(standing.overview.office is None)
        lines = [
            self.incidents.said(i, self._telling.name(i.device), standing.acting) for i in standing.incidents
        ]
        lines += [self._telling.waiting(Path(place), needs) for place, needs in standing.overview.parked]
        self.attention.show_lines(lines)
        self.attention_card.setVisible(bool(lines))
        can_send = standing.overview.office is not None
        self.stick.allow_sending(allowed=can_send)
        self.pending.show_lines(self._pending(standing) if can_send and not self._is_office else [])

    def _pending(self, standing: "Standing") -> list[Said]:
        lines = [self._pending_visits(standing)] if standing.pending_visits else []
        if standing.unsent_others:
            words = self.tr(
                "The office has not got %n entry(s) of this computer beside visits, such as parties or officers",
                "",
                standing.unsent_others,
            )
            lines.append(Said(Tone.WARN, words, icon="stick"))
        return lines or [Said(Tone.GOOD, self.tr("The office has received everything of this computer."))]

    def _pending_visits(self, standing: "Standing") -> Said:
        words = self.tr("The office has not got %n visit(s) whole", "", standing.pending_visits)
        below = self.tr("%n photo(s) without a receipt.", "", standing.overview.waiting_photos)
        below += self.tr(" Nothing is taken off this computer before the office has it.")
        return Said(
            Tone.WARN, words, below, Action(self.tr("Show what is missing"), self.pending_asked.emit), "stick"
        )

    # looking

    def _look(self, folder: Path) -> None:
        self._context.tasks.run(partial(self._exchange.survey, folder), self._looked, self._not_looked)

    def _looked(self, survey: "Survey") -> None:
        if survey.folder == self.stick.folder:
            self.stick.show_survey(survey, self._names)
            if self._context.preferences.value.exchange_folder != str(survey.folder):
                self._context.preferences.change(exchange_folder=str(survey.folder))

    def _not_looked(self, trouble: Trouble) -> None:
        self.stick.show_unreadable(text.told(trouble))

    # out and in

    def _send(self, folder: Path) -> None:
        self.follow(
            partial(self._exchange.export, folder),
            self.tr("Writing to the stick"),
            self._sent,
            self._stopped_sending,
        )

    def _sent(self, exported: "Exported") -> None:
        self.done(self._telling.exported(exported))
        self._context.wrote(Changes.of((DELIVERY, exported.bundle)))

    def _stopped_sending(self) -> None:
        words = self.tr("Stopped. No bundle was written.")
        below = self.tr("The photos that were copied stay on the stick; next time it goes on from there.")
        self.done([Said(Tone.WARN, words, below)])

    def _receive(self, folder: Path) -> None:
        self.follow(
            partial(self._exchange.receive, folder),
            self.tr("Reading from the stick"),
            partial(self._received, folder),
            self._stopped_receiving,
        )

    def _received(self, folder: Path, intake: "Intake") -> None:
        self.done(self._telling.received(intake, folder))
        receipts = [(DELIVERY, receipt.bundle) for receipt in intake.receipts]
        self._context.wrote(intake.changes | Changes.of((DELIVERY, ""), *receipts))

    def _stopped_receiving(self) -> None:
        words = self.tr("Stopped. What was read until then is kept; reading again goes on from there.")
        self.done([Said(Tone.WARN, words)])
        self._context.wrote(Changes.of((DELIVERY, "")))

    def _request(self) -> None:
        if self.stick.folder is None:
            self._context.messages.note(self.tr("Choose the stick first."))
            self.stick.path.setFocus()
        else:
            self.enrolling.request(self.stick.folder)

    # long work

    def follow(
        self,
        work: Callable[[Report], T],
        words: str,
        then: Callable[[T], object],
        stopped: Callable[[], object],
    ) -> None:
        """Does long *work* under the heading *words*; trouble stands where its outcome would."""
        self.outcome_card.hide()
        self.stick.show_busy(is_busy=True)
        job = self._context.tasks.follow(work, then, self._failed, stopped)
        job.ended.connect(self._ended)
        self.stick.progress.follow(job, words)

    def done(self, lines: Sequence[Said]) -> None:
        """Says what came of it, and looks at the stick anew."""
        self.outcome.show_lines(lines)
        self.outcome_card.show()
        self.stick.look_again()

    def _ended(self) -> None:
        self.stick.show_busy(is_busy=False)

    def _failed(self, trouble: Trouble) -> None:
        below = "\n".join(text.problems(trouble))
        self.done([Said(Tone.BAD, text.told(trouble), below)])
