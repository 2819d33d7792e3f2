"""证据: the grid, the facts of the chosen one beside it, one large, and verifying all."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from inspector.changes import Changes
from inspector.errors import Trouble
from ui import text, theme
from ui.screens.evidence.facts import Facts
from ui.screens.evidence.grid import Grid, Leaves
from ui.screens.evidence.large import Large
from ui.screens.screen import Context, Place, Screen
from ui.theme import Tone
from ui.widgets.button import Button, Weight
from ui.widgets.card import PageHeading
from ui.widgets.empty_state import EmptyState
from ui.widgets.progress_card import ProgressCard
from ui.widgets.said import Lines, Said

if TYPE_CHECKING:
    from inspector.sync.delivery import Whereabouts
    from inspector.workspace.album import Leaf
    from inspector.workspace.photos import Verified

_KINDS = frozenset({"photo", "scan", "visit", "receipt", "delivery"})
GRID, LARGE, EMPTY = range(3)


class EvidenceScreen(Screen):
    """Shows the evidence of all visits; the target is the visit whose photos alone are to be seen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        photos = context.workspace.photos
        self._visit = ""
        self._leaf: Leaf | None = None
        self._wanted = ""
        self.heading = PageHeading(self.tr("Evidence"))
        self.every = Button(self.tr("Photos of all visits"), icon="back")
        self.every.clicked.connect(lambda: self._ask(""))
        self.verify = Button(self.tr("Verify all originals"), Weight.PLAIN, "shield")
        self.verify.clicked.connect(self._verify)
        self.heading.add_action(self.every)
        self.heading.add_action(self.verify)
        self.progress = ProgressCard()
        self.outcome = Lines()
        self.outcome.hide()
        self.leaves = Leaves(context.tasks, photos.copies.thumbnail, self)
        self.leaves.filled.connect(self._filled)
        self.leaves.wanting.connect(context.developing.want)
        context.developing.made.connect(self.leaves.has_come)
        self.grid = Grid(self.tr("Photos"), self.leaves)
        self.grid.chosen.connect(self._choose)
        self.grid.opened.connect(lambda _: self._enlarge())
        self.large = Large()
        self.large.turned.connect(self._turn)
        self.large.left.connect(self._leave_large)
        self.facts = Facts()
        self.facts.visit_asked.connect(lambda visit: context.go(Place.INSPECTIONS, visit))
        self.facts.only_asked.connect(self._ask)
        self._lay_out()

    def _lay_out(self) -> None:
        nothing = self.tr("No photos yet. Photos come in on the items of an on-site inspection.")
        self.empty = EmptyState("evidence", nothing)
        self.stack = QStackedWidget()
        for page in (self.grid, self.large, self.empty):
            self.stack.addWidget(page)
        row = QHBoxLayout()
        row.setSpacing(theme.space(4))
        row.addWidget(self.stack, 1)
        row.addWidget(self.facts)
        self.facts.hide()
        self.every.hide()
        self.column.addWidget(self.heading)
        self.column.addWidget(self.progress)
        self.column.addWidget(self.outcome)
        self.column.addLayout(row, 1)

    def present(self, target: str) -> None:
        if target or not self.leaves.leaves:
            self._ask(target)

    def refresh(self, changes: Changes) -> None:
        if changes.kinds() & _KINDS:
            self._ask(self._visit)

    def _ask(self, visit: str) -> None:
        self._visit = visit
        album = self.context.workspace.album
        if visit:
            self.leaves.ask(lambda after, _: () if after else album.of(visit))
        else:
            self.leaves.ask(album.page)

    def _filled(self) -> None:
        leaves = self.leaves.leaves
        self.every.setVisible(bool(self._visit))
        name = leaves[0].visit.party_name if self._visit and leaves else ""
        self.heading.say(
            self.tr("Evidence"),
            name
            or self.tr("What is shown are copies; the originals lie encrypted and unchanged in the vault."),
        )
        self.facts.setVisible(bool(leaves))
        if not leaves:
            self.stack.setCurrentIndex(EMPTY)
            return
        if self.stack.currentIndex() == EMPTY:
            self.stack.setCurrentIndex(GRID)
        row = self.leaves.row_of(self._leaf.entity) if self._leaf else 0
        self.grid.choose(max(row, 0))

    def _choose(self, leaf: "Leaf") -> None:
        self._leaf = leaf
        self.context.tasks.run(partial(self._state, leaf), partial(self._show_facts, leaf))
        if self.stack.currentIndex() == LARGE:
            self._enlarge()

    def _state(self, leaf: "Leaf") -> "Whereabouts | None":
        found = self.context.workspace.exchange.statuses([leaf.visit.id])
        delivery = found.get(leaf.visit.id)
        return delivery.photos.get(leaf.sha256) if delivery else None

    def _show_facts(self, leaf: "Leaf", state: "Whereabouts | None") -> None:
        if leaf is self._leaf:
            self.facts.show_leaf(leaf, state)

    # one large

    def _enlarge(self) -> None:
        leaf = self._leaf
        if leaf is None:
            return
        self._wanted = leaf.sha256
        self.stack.setCurrentIndex(LARGE)
        self.large.setFocus()
        self.large.show_waiting(leaf.facts.original_name if leaf.facts else leaf.sha256[:16])
        if leaf.is_here:
            self.context.tasks.run(
                partial(self._read_large, leaf.sha256),
                partial(self._enlarged, leaf.sha256),
                self._not_enlarged,
            )
        else:
            self.large.show_obstacle(self.tr("The original is not on this computer."))

    def _read_large(self, sha256: str) -> tuple[bytes | None, str]:
        """The picture, or the code of what there is instead."""
        copies = self.context.workspace.photos.copies
        return copies.print_copy(sha256), copies.develop(sha256).trouble

    def _enlarged(self, sha256: str, found: tuple[bytes | None, str]) -> None:
        content, obstacle = found
        if sha256 != self._wanted:
            return
        if content is None:
            self.large.show_obstacle(text.sentence(obstacle))
        else:
            self.large.show_picture(content)

    def _not_enlarged(self, trouble: Trouble) -> None:
        self.large.show_obstacle(text.told(trouble))

    def _turn(self, by: int) -> None:
        row = self.grid.currentIndex().row() + by
        if 0 <= row < len(self.leaves.leaves):
            self.grid.choose(row)

    def _leave_large(self) -> None:
        self.stack.setCurrentIndex(GRID)
        self.grid.setFocus()

    # verifying

    def _verify(self) -> None:
        self.outcome.hide()
        self.verify.setEnabled(False)
        job = self.context.tasks.follow(
            self.context.workspace.photos.verify, self._verified, cancelled=self._stopped
        )
        job.ended.connect(lambda: self.verify.setEnabled(True))
        self.progress.follow(job, self.tr("Reading every original through"))

    def _stopped(self) -> None:
        self.outcome.show_lines([Said(Tone.MUTED, self.tr("Stopped. Nothing was changed."))])

    def _verified(self, found: "Verified") -> None:
        self.outcome.show_lines(self._told(found))

    def _told(self, found: "Verified") -> Sequence[Said]:
        if found.bad:
            words = self.tr("%n original(s) are not as they came in", "", len(found.bad))
            below = "\n".join(
                f"{sha256[:16]}…  {text.sentence(code, sha256=sha256[:16])}" for sha256, code in found.bad
            )
            return [Said(Tone.BAD, words, below)]
        words = self.tr("%n original(s) read through: all unchanged since they came in", "", found.checked)
        below = self.tr(
            "This proves that the bytes are the same. It does not prove that a picture shows the truth."
        )
        if found.absent:
            below += " " + self.tr("%n more are on other computers.", "", len(found.absent))
        return [Said(Tone.GOOD, words, below)]
