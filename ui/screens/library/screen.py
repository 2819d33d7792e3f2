"""执法口袋书: numbers, standards, legal bases."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from inspector.changes import Changes
from inspector.law.standards import Status
from ui import text, theme
from ui.models.paged import Cell, Column
from ui.screens.library.checker import CheckerPage
from ui.screens.library.dated import DatedPage, Look
from ui.screens.library.entries import BasisEntry, StandardEntry, basis_entries, standard_entries
from ui.screens.screen import Context, Screen
from ui.theme import Tone
from ui.widgets.card import PageHeading

CHECKER, STANDARDS, BASES = range(3)

_TONES = {
    Status.IN_FORCE: Tone.GOOD,
    Status.ALLOWED_EARLY: Tone.ACCENT,
    Status.NOT_YET: Tone.MUTED,
    Status.SUPERSEDED: Tone.WARN,
    Status.UNDATED: Tone.MUTED,
}
_CHECKED = "V"


class LibraryScreen(Screen):
    """Three pages under tabs; the target `standards` or `bases` leads to the page of that name."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._language = text.language()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Parts of the library"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.checker = CheckerPage(context)
        self.standards = DatedPage[StandardEntry](context, self._standards())
        self.bases = DatedPage[BasisEntry](context, self._bases())
        self.pages = QStackedWidget()
        for words, page in (
            (self.tr("Check numbers"), self.checker),
            (self.tr("Standards"), self.standards),
            (self.tr("Legal bases"), self.bases),
        ):
            self.tabs.addTab(words)
            self.pages.addWidget(page)
        self.tabs.currentChanged.connect(self._turn)
        self.column.setSpacing(theme.space(3))
        self.column.addWidget(PageHeading(self.tr("Library")))
        self.column.addWidget(self.tabs)
        self.column.addWidget(self.pages, 1)

    def present(self, target: str) -> None:
        named = {"standards": STANDARDS, "bases": BASES}
        if target in named:
            self.tabs.setCurrentIndex(named[target])
        if self.tabs.currentIndex() == CHECKER:
            self.checker.words.setFocus()

    def refresh(self, changes: Changes) -> None:
        if changes.touches("publication") and self.tabs.currentIndex() == BASES:
            self.bases.ask()

    def _turn(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        if page == STANDARDS:
            self.standards.ask()
        elif page == BASES:
            self.bases.ask()

    # standards

    def _standards(self) -> Look[StandardEntry]:
        return Look(
            self.tr("Standards"),
            self.tr("Protective goods. What counts is the day on which the goods were made."),
            self.tr("Made on"),
            self._standard_rows,
            (
                Column(self.tr("Number"), 42, lambda e: Cell(e.standard.number)),
                Column(self.tr("For"), 0, lambda e: Cell(e.objects)),
                Column(self.tr("On that day"), 56, lambda e: Cell(self._status(e), _TONES[e.status])),
                Column(self.tr("From"), 28, lambda e: Cell(_day(e.standard.valid_from))),
                Column(self.tr("To"), 28, lambda e: Cell(_day(e.standard.valid_to))),
            ),
        )

    def _standard_rows(self, day: date) -> Sequence[StandardEntry]:
        return [replace(e, told=self._told_standard(e)) for e in standard_entries(day, self._language)]

    def _told_standard(self, e: StandardEntry) -> str:
        s = e.standard
        lines = [f"{s.number}《{s.title}》"]
        if s.allowed_from:
            lines.append(self.tr("Makers could choose it from {day} on.").format(day=s.allowed_from))
        if s.superseded_by:
            lines.append(self.tr("Followed by {number}.").format(number=s.superseded_by))
        if s.tag != _CHECKED:
            lines.append(self.tr("Its dates were not checked in a published text."))
        lines.append(self.tr("Source: {source}").format(source=s.source))
        return "\n".join(lines)

    def _status(self, e: StandardEntry) -> str:
        words = {
            Status.IN_FORCE: self.tr("In force"),
            Status.ALLOWED_EARLY: self.tr("Could be chosen early"),
            Status.NOT_YET: self.tr("Not yet in force"),
            Status.SUPERSEDED: self.tr("Superseded"),
            Status.UNDATED: self.tr("Dates not known"),
        }[e.status]
        if e.standard.tag == _CHECKED or e.status is Status.UNDATED:
            return words
        return self.tr("{status} (not checked)").format(status=words)

    # legal bases

    def _bases(self) -> Look[BasisEntry]:
        return Look(
            self.tr("Legal bases"),
            self.tr(
                "What the items of the checklists rest on, in the version of the day of the conduct; gists in our own words."
            ),
            self.tr("Conduct on"),
            self._basis_rows,
            (
                Column(self.tr("Basis"), 116, self._cited),
                Column(self.tr("Gist"), 0, lambda e: Cell(e.gist)),
                Column(
                    self.tr("Version from"), 30, lambda e: Cell(_day(e.basis.valid_from) if e.basis else "")
                ),
            ),
        )

    def _basis_rows(self, day: date) -> Sequence[BasisEntry]:
        checklists = self.context.workspace.checklists
        templates = [checklists.newest(shipped.id) for shipped in checklists.current()]
        return [replace(e, told=self._told_basis(e)) for e in basis_entries(day, self._language, templates)]

    def _cited(self, e: BasisEntry) -> Cell:
        return Cell(e.cited or self.tr("{title}: nothing in force on that day").format(title=e.law_title))

    def _told_basis(self, e: BasisEntry) -> str:
        lines = [self._cited(e).words, e.gist]
        if e.basis is not None and not e.basis.dates_verified:
            lines.append(self.tr("The dates of this version were not checked in a published text."))
        lines.append(self.tr("For: {items}").format(items=self.tr("; ").join(e.items)))
        return "\n".join(filter(None, lines))


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
