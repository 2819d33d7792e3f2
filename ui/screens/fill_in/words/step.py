"""The step 笔录内容."""

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.screens.fill_in.part import PartedStep
from ui.screens.fill_in.step import Way
from ui.screens.fill_in.visited import Visited
from ui.screens.fill_in.words import worded
from ui.screens.fill_in.words.site_facts import SiteFactsPart
from ui.screens.fill_in.words.spoken import DialoguePart, FieldsPart, Wanted
from ui.screens.fill_in.words.worded import Worded


class WordsStep(PartedStep):
    """The page in the order in which it is printed."""

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(way, parent)
        self._visited: Visited | None = None
        self.notice = FieldsPart(
            way,
            self.tr("Notice to attend"),
            self.tr("Offered by the buttons on attendance; say here how it really was."),
            (Wanted("notified", self.tr("How the party was asked to attend"), 2),),
        )
        self.dialogues = DialoguePart(
            way,
            self.tr("Said to the party"),
            (
                ("reply_certificates", self.tr("The party on the certificates")),
                ("reply_rights", self.tr("The party on its rights and recusal")),
            ),
        )
        self.site_facts = SiteFactsPart(way)
        self.measure = FieldsPart(
            way,
            self.tr("Coercive measure"),
            self.tr(
                "Only if one is taken on the spot: reasons, basis, rights and remedies as they were told."
            ),
            (Wanted("measure_notice", self.tr("Notice given on the spot"), 3),),
        )
        self.statement = FieldsPart(
            way,
            self.tr("Statement and defence"),
            "",
            (
                Wanted(
                    "statement",
                    self.tr("What the party states"),
                    3,
                    self.tr("In the party's own words. Left empty, the page keeps room to write by hand."),
                ),
            ),
        )
        self.closing = DialoguePart(
            way, self.tr("At the end"), (("reply_closing", self.tr("The party on the record")),)
        )
        self.witness = FieldsPart(
            way,
            self.tr("Witness"),
            self.tr("Only if there is one."),
            (
                Wanted("witness_name", self.tr("Name of the witness")),
                Wanted("witness_contact", self.tr("Phone of the witness")),
                Wanted("witness_unit", self.tr("Unit or address of the witness")),
            ),
        )
        self.parts = (
            self.notice,
            self.dialogues,
            self.site_facts,
            self.measure,
            self.statement,
            self.closing,
            self.witness,
        )
        for part in self.parts:
            self.page.column.addWidget(part)
        self.page.column.addStretch(1)

    def show_visit(self, visited: Visited) -> None:
        self._visited = visited
        super().show_visit(visited)
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        """Composes beside the window, and only while somebody looks."""
        if self._visited is not None and self.isVisible():
            self.context.tasks.run(
                partial(worded.read, self.context.workspace, self._visited), self._show_words
            )

    def _show_words(self, found: Worded) -> None:
        if self._visited is not None and found.visit == self._visited.id:
            for part in (self.dialogues, self.closing, self.site_facts):
                part.show_words(found)
