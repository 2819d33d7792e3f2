"""The page of the day: what waits, each with the way to it."""

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.changes import Changes
from inspector.inspection.people import Officer
from inspector.inspection.registry import Party
from inspector.inspection.visit import Receipt, Visit
from inspector.journal import lock
from inspector.workspace.agenda import Waiting
from ui import theme
from ui.screens.new_visit import begin_visit
from ui.screens.screen import Context, Place, Screen
from ui.screens.today.entries import ArrivalEntry, CertificateEntry, VisitEntry
from ui.screens.today.reading import Today, read
from ui.screens.today.section import Section
from ui.widgets.button import Button, Weight
from ui.widgets.card import PageHeading
from ui.widgets.empty_state import EmptyState
from ui.widgets.entry import Entry
from ui.widgets.page import Page


class TodayScreen(Screen):
    """Leads on; nothing is changed here."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.heading = PageHeading(self.tr("Today"))
        self.new = Button(self.tr("New visit"), Weight.PRIMARY, "plus")
        keys = QKeySequence(QKeySequence.StandardKey.New)
        self.new.setToolTip(keys.toString(QKeySequence.SequenceFormat.NativeText))
        self.new.clicked.connect(lambda: begin_visit(context, self))
        QShortcut(keys, self).activated.connect(self.new.click)
        self.heading.add_action(self.new)
        self.resumed = self._section(self.tr("Go on where you stopped"), Place.INSPECTIONS, "draft")
        self.drafts = self._section(self.tr("Drafts"), Place.INSPECTIONS, "draft")
        self.finals = self._section(self.tr("Final, waiting for signatures"), Place.INSPECTIONS, "final")
        self.signed = self._section(
            self.tr("Signed, waiting for the scan or the lock"), Place.INSPECTIONS, "signed"
        )
        self.undelivered = self._section(
            self.tr("Locked, not yet received by the office"), Place.EXCHANGE, see_all=self.tr("Deliver")
        )
        self.arrivals = self._section(
            self.tr("Came in last"), Place.EXCHANGE, see_all=self.tr("Data exchange")
        )
        self.conflicts = self._section(
            self.tr("To be compared"), Place.EXCHANGE, see_all=self.tr("Data exchange")
        )
        self.certificates = self._section(
            self.tr("Certificates that end"), Place.OFFICERS, see_all=self.tr("Officers")
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self._build())
        self.empty: EmptyState | None = None
        self.column.addWidget(self.heading)
        self.column.addWidget(self.pages, 1)

    def present(self, target: str) -> None:
        self.context.tasks.run(lambda: read(self.context.workspace), self._arrive)

    def refresh(self, changes: Changes) -> None:
        if changes.kinds() & {Visit.kind, Officer.kind, Receipt.kind, Party.kind, lock.KIND}:
            self.context.tasks.run(lambda: read(self.context.workspace), self._show)

    def _arrive(self, today: Today) -> None:
        self._show(today)
        if self.pages.currentIndex() == 0:
            (self.resumed.entries or (self.new,))[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _section(self, heading: str, place: Place, target: str = "", see_all: str = "") -> Section:
        section = Section(heading, see_all)
        section.all_asked.connect(lambda: self.context.go(place, target))
        return section

    def _build(self) -> QWidget:
        page = Page(width=440, margin=0, centred=False)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, sections in (
            (left, (self.arrivals, self.resumed, self.drafts, self.finals, self.signed)),
            (right, (self.conflicts, self.undelivered, self.certificates)),
        ):
            column.setSpacing(theme.space(4))
            for section in sections:
                column.addWidget(section)
            column.addStretch(1)
        beside = QHBoxLayout()
        beside.setSpacing(theme.space(4))
        beside.addLayout(left, 3)
        beside.addLayout(right, 2)
        page.column.addLayout(beside)
        page.column.addStretch(1)
        return page

    def _show(self, today: Today) -> None:
        agenda = today.agenda
        day = QLocale().toString(QDate(today.day), QLocale.FormatType.LongFormat)
        self.heading.say(self.tr("Today"), day)
        if agenda.is_empty:
            self._show_empty(today)
            return
        self.pages.setCurrentIndex(0)
        resumed = (agenda.resumed,) if agenda.resumed else ()
        others = [w for w in agenda.drafts if not agenda.resumed or w.visit.id != agenda.resumed.visit.id]
        self.resumed.show_entries(self._visits(resumed, today), today.counts["draft"])
        self.drafts.show_entries(self._visits(others, today), today.counts["draft"])
        self.finals.show_entries(self._visits(agenda.finals, today), today.counts["final"])
        self.signed.show_entries(self._visits(agenda.signed, today), today.counts["signed"])
        self.undelivered.show_entries(self._visits(agenda.undelivered, today))
        self.arrivals.show_entries(
            [self._to(ArrivalEntry(a, today.day), Place.EXCHANGE) for a in agenda.arrivals]
        )
        self.certificates.show_entries(
            [self._to(CertificateEntry(o, today.day), Place.OFFICERS) for o in agenda.expiring]
        )
        self.conflicts.show_entries(self._conflicts(agenda.conflicts))

    def _visits(self, waiting: "tuple[Waiting, ...] | list[Waiting]", today: Today) -> list[Entry]:
        return [
            self._to(VisitEntry(w, today.officers, today.day), Place.FILL_IN, w.visit.id) for w in waiting
        ]

    def _conflicts(self, number: int) -> list[Entry]:
        if not number:
            return []
        entry = Entry(
            self.tr("%n thing(s) with several values", "", number),
            self.tr("All values are kept until somebody decides."),
            "warning",
        )
        return [self._to(entry, Place.EXCHANGE)]

    def _to(self, entry: Entry, place: Place, target: str = "") -> Entry:
        entry.clicked.connect(lambda: self.context.go(place, target))
        return entry

    def _nothing_waits(self, today: Today) -> str:
        if today.is_new:
            return self.tr(
                "No visit has been made yet. Begin the first one: initials of the name, Enter, Enter."
            )
        if today.is_office:
            return self.tr("Nothing waits.")
        return self.tr("Nothing waits. Everything is locked and received.")

    def _show_empty(self, today: Today) -> None:
        if self.empty is not None:
            self.pages.removeWidget(self.empty)
            self.empty.deleteLater()
        if today.is_office and today.is_new:
            self.empty = EmptyState(
                "exchange",
                self.tr("Nothing has come in yet. Let the first laptop in, then import what it brings."),
                self.tr("Data exchange"),
            )
            self.empty.pressed.connect(lambda: self.context.go(Place.EXCHANGE, ""))
        else:
            said = (
                self.tr(
                    "No visit has been made yet. Begin the first one: initials of the name, Enter, Enter."
                )
                if today.is_new
                else self.tr("Nothing waits. Everything is locked and received.")
            )
            self.empty = EmptyState("today", said, self.tr("New visit"))
            self.empty.pressed.connect(self.new.click)
        self.pages.addWidget(self.empty)
        self.pages.setCurrentWidget(self.empty)
        self.empty.button.setFocus()
