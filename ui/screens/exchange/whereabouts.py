"""送达情况: each visit with its record and photos, and exactly what is missing."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from ui import text, theme
from ui.models.paged import Cell, Column, PagedModel
from ui.screens.exchange.standing import MOST_PENDING
from ui.screens.screen import Context, Place
from ui.theme import Tone
from ui.widgets.button import Button
from ui.widgets.card import Card, small
from ui.widgets.chip import DELIVERY_TONES, STAGE_TONES
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import Page
from ui.widgets.said import Lines, Said
from ui.widgets.table import Table
from ui.widgets.toolbar import Toolbar

if TYPE_CHECKING:
    from inspector.workspace.deliveries import Dispatch, PhotoDispatch

BEGUN = 1
"""The column that gives way where there is little room, such as in bright light on a small screen."""

ROOMY = 230


class WhereaboutsPage(QWidget):
    """A list of visits; beside it the photos of the one that is chosen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._deliveries = context.workspace.deliveries
        self._is_office = context.workspace.is_office
        self._chosen = ""
        self.which = QComboBox()
        self.which.setAccessibleName(self.tr("Which visits"))
        pending = self.tr("Photos missing here") if self._is_office else self.tr("Not yet received whole")
        self.which.addItem(pending, True)
        self.which.addItem(self.tr("All visits"), False)
        self.which.activated.connect(lambda _: self.ask())
        self.model = PagedModel["Dispatch"](context.tasks, self._columns(), self)
        self.model.filled.connect(self._filled)
        self.table = Table(self.tr("Visits and where they are"), self.model)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda visit: context.go(Place.INSPECTIONS, visit))
        self.empty = EmptyState("check-circle", self._nothing())
        self.detail = Detail()
        self.detail.evidence.clicked.connect(lambda: context.go(Place.EVIDENCE, self._chosen))
        self._lay_out()

    def _lay_out(self) -> None:
        bar = Toolbar()
        bar.add(self.which)
        bar.add(
            small(self.tr("A record counts as received when the office's receipt names it and every photo.")),
            1,
        )
        list_ = QWidget()
        row = QHBoxLayout(list_)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(4))
        card = Card()
        card.column.setContentsMargins(*[theme.space(1)] * 4)
        card.column.addWidget(self.table)
        row.addWidget(card, 1)
        row.addWidget(self.detail)
        self.stack = QStackedWidget()
        self.stack.addWidget(list_)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addWidget(bar)
        column.addWidget(self.stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_narrow = event.size().width() < theme.space(ROOMY)
        self.table.setColumnHidden(BEGUN, is_narrow)
        self.detail.setFixedWidth(theme.space(60 if is_narrow else 82))
        super().resizeEvent(event)

    def ask(self) -> None:
        """Reads the list anew from its beginning."""
        self.model.ask(self._pending if self.which.currentData() else self._all)

    def ask_pending(self) -> None:
        """Shows what is not received."""
        self.which.setCurrentIndex(0)
        self.ask()
        self.table.setFocus()

    def refresh(self) -> None:
        """Takes up what changed, and stays where it is."""
        self.model.refresh()

    def _pending(self, after: "Dispatch | None", most: int) -> "Sequence[Dispatch]":
        return () if after is not None else self._deliveries.pending(max(most, MOST_PENDING))

    def _all(self, after: "Dispatch | None", most: int) -> "Sequence[Dispatch]":
        return self._deliveries.page(after.visit.order if after else "", most)

    def _filled(self) -> None:
        has_rows = bool(self.model.rows)
        self.stack.setCurrentIndex(0 if has_rows else 1)
        if has_rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        elif has_rows:
            self._choose(self.model.rows[self.table.currentIndex().row()].id)

    def _choose(self, visit: str) -> None:
        self._chosen = visit
        row = self.model.rows[self.model.row_of(visit)]
        self._context.tasks.run(partial(self._deliveries.photos, visit), partial(self._show, row))

    def _show(self, row: "Dispatch", photos: "tuple[PhotoDispatch, ...]") -> None:
        if row.id == self._chosen:
            self.detail.show_dispatch(row, photos, is_office=self._is_office)

    def _nothing(self) -> str:
        if self._is_office:
            return self.tr("Every photo of every visit that was read in is here.")
        return self.tr("No visit of this computer waits for the office.")

    def _columns(self) -> "list[Column[Dispatch]]":
        return [
            Column(self.tr("Party"), 0, lambda d: Cell(d.visit.party_name or self.tr("No party yet"))),
            Column(self.tr("Begun"), 34, lambda d: Cell(d.visit.started_at[:16].replace("T", " "))),
            Column(
                self.tr("Stage"),
                30,
                lambda d: Cell(text.word("Stage", d.visit.stage), STAGE_TONES[d.visit.stage]),
            ),
            Column(self.tr("Record"), 38, self._record),
            Column(self.tr("Photos"), 34, self._photos),
        ]

    def _record(self, d: "Dispatch") -> Cell:
        if not d.is_own:
            return Cell(self.tr("Another computer"), Tone.MUTED)
        state = d.delivery.record.value
        return Cell(text.word("Delivery", state), DELIVERY_TONES[state])

    def _photos(self, d: "Dispatch") -> Cell:
        every = len(d.delivery.photos)
        if not every:
            return Cell(self.tr("None"))
        if not d.missing_photos:
            return Cell(self.tr("All {n} received").format(n=every), Tone.GOOD)
        if not d.is_own:
            return Cell(self.tr("{n} photos").format(n=every))
        return Cell(self.tr("{n} of {all} missing").format(n=d.missing_photos, all=every), Tone.WARN)


class Detail(Card):
    """What is missing of one visit, photo by photo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.name = QLabel()
        self.name.setWordWrap(True)
        theme.set_kind(self.name, "label")
        self.lines = Lines()
        self.evidence = Button(self.tr("Show its photos"), icon="evidence")
        page = Page(width=80, margin=0, centred=False)
        page.column.addWidget(self.lines)
        page.column.addStretch(1)
        self.column.addWidget(self.name)
        self.column.addWidget(page, 1)
        self.column.addWidget(self.evidence, 0, Qt.AlignmentFlag.AlignLeft)

    def show_dispatch(self, row: "Dispatch", photos: "Sequence[PhotoDispatch]", *, is_office: bool) -> None:
        """Shows the record first, then each photo."""
        self.name.setText(row.visit.party_name or self.tr("No party yet"))
        record = row.delivery.record.value
        lines = []
        if row.is_own:
            word = text.word("Delivery", record)
            lines.append(
                Said(DELIVERY_TONES[record], self.tr("Record: {state}").format(state=word), icon="documents")
            )
        else:
            lines.append(Said(Tone.MUTED, self.tr("Record: from another computer"), icon="documents"))
        for photo in photos:
            state = photo.state.value
            words = text.word("Delivery", state)
            if is_office and not photo.is_here:
                words = self.tr("Has not come here yet")
            tone = Tone.WARN if is_office and not photo.is_here else DELIVERY_TONES[state]
            lines.append(Said(tone, photo.name or photo.sha256[:16], words, icon="evidence"))
        self.lines.show_lines(lines)
        self.evidence.setVisible(bool(photos))
