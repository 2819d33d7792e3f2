"""入网登记: a laptop asks, the office approves, the laptop accepts; both compare fingerprints first."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.changes import Changes
from ui import theme
from ui.screens.exchange.fingerprint import CompareDialog, Fingerprint
from ui.screens.screen import Context
from ui.theme import Tone
from ui.widgets.button import Button, Weight
from ui.widgets.card import Card, small
from ui.widgets.said import Said

if TYPE_CHECKING:
    from inspector.sync.enrolment import Answer
    from inspector.sync.importing import Imported
    from inspector.sync.outgoing import Exported
    from inspector.workspace.survey import Asked

DELIVERY = "delivery"
"""What is said to have changed when something was written to a stick: no fact, but marks that lists show."""

Follow = Callable[[Any, str, Any, Callable[[], object]], None]
Done = Callable[[Sequence[Said]], None]


class Joining(Card):
    """What a laptop that belongs to no office has to do, and its own fingerprint."""

    def __init__(self, digits: str, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Join an office"),
            self.tr("Until then nothing can be handed over, and everything is only on this computer."),
            parent,
        )
        self.request = Button(self.tr("Write the request"), Weight.PRIMARY, "laptop")
        self.heading.add_action(self.request)
        steps = small(
            self.tr(
                "1. Choose the stick below and write the request.  2. In the office somebody approves it and compares "
                "this fingerprint.  3. Back here, choose the stick again and accept the answer."
            )
        )
        row = QHBoxLayout()
        row.setSpacing(theme.space(6))
        row.addWidget(steps, 1)
        row.addWidget(Fingerprint(digits), 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)


class Enrolling(QWidget):
    """Asks, compares, approves and accepts; *follow* and *done* are those of the page that it is seen on."""

    def __init__(self, context: Context, follow: Follow, done: Done, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._context, self._follow, self._done = context, follow, done
        self._exchange = context.workspace.exchange
        self.dialog: CompareDialog | None = None

    def request(self, folder: Path) -> None:
        """Writes this laptop's request into *folder*."""
        self._context.tasks.write(partial(self._exchange.request, folder), self._requested)

    def _requested(self, path: Path) -> None:
        words = self.tr("The request is written: {file}").format(file=path.name)
        below = self.tr("Take the stick to the office. When its answer is on the stick, come back here.")
        self._done([Said(Tone.GOOD, words, below)])

    def compare_request(self, asked: "Asked") -> None:
        """Shows who asks to join; approving needs the comparison."""
        request = asked.request
        officers = "、".join(f"{o.name}（{o.certificate}）" for o in request.officers)
        self._compare(
            self.tr("Let this laptop in"),
            f"{request.name} · {request.station}",
            self.tr("With the keys of: {officers}").format(officers=officers) if officers else "",
            request.fingerprint,
            self.tr("Approve"),
            partial(self._approve, asked),
        )

    def compare_answer(self, answer: "Answer") -> None:
        """Shows which office answers; joining needs the comparison."""
        self._compare(
            self.tr("Join this office"),
            f"{answer.bureau} {answer.name}",
            self.tr("From then on the office can read what this computer has, and says who belongs to it."),
            answer.fingerprint,
            self.tr("Join"),
            partial(self._join, answer),
        )

    def _compare(
        self, title: str, who: str, facts: str, digits: str, confirm: str, then: Callable[[], None]
    ) -> None:
        self.dialog = CompareDialog(title, who, facts, digits, confirm, self.window())
        self.dialog.accepted.connect(then)
        self.dialog.open()

    def _approve(self, asked: "Asked") -> None:
        self._follow(
            partial(self._exchange.approve, asked.path, asked.path.parent),
            self.tr("Writing the answer"),
            partial(self._approved, asked),
            self._stopped,
        )

    def _approved(self, asked: "Asked", exported: "Exported") -> None:
        words = self.tr("{name} is let in. The answer is on the stick: bring it back to the laptop.")
        below = self.tr("There it will ask for the fingerprint of this desk: {digits}").format(
            digits=self._exchange.fingerprint.upper()
        )
        self._done([Said(Tone.GOOD, words.format(name=asked.request.name), below)])
        said = {(kind, entity) for kind, entity, _, _ in asked.request.said()}
        self._context.wrote(Changes(frozenset(said)) | Changes.of((DELIVERY, exported.bundle)))

    def _join(self, answer: "Answer") -> None:
        self._follow(
            partial(self._exchange.accept, answer.path),
            self.tr("Joining the office"),
            partial(self._joined, answer),
            self._stopped,
        )

    def _joined(self, answer: "Answer", made: "tuple[Imported, Changes]") -> None:
        words = self.tr("This computer belongs to {bureau} {office} now.")
        words = words.format(bureau=answer.bureau, office=answer.name)
        self._done([Said(Tone.GOOD, words, self.tr("You can write for the office at once."))])
        self._context.wrote(made[1] | Changes.of((DELIVERY, "")))

    def _stopped(self) -> None:
        words = self.tr("Stopped. What had been finished until then is kept.")
        self._done([Said(Tone.WARN, words)])
        self._context.wrote(Changes.of(("office", ""), (DELIVERY, "")))
