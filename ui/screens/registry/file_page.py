"""The file of one thing of the registry: what is known of it, and a list of what belongs to it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from ui import theme
from ui.models.paged import Column, PagedModel
from ui.screens.registry.facts import Fact, Facts
from ui.tasks import Tasks
from ui.widgets.button import Button, Weight
from ui.widgets.card import Card, SectionHeading
from ui.widgets.page import Page
from ui.widgets.table import Table


class FilePage(Page):
    """Two cards; where the window is low they scroll. Further actions go into `card.heading` and `heading`.

    Signals:
        edit_asked, undo_asked: the person wants to correct what is in sight, or to take the last change of it back.
    """

    edit_asked = Signal()
    undo_asked = Signal()

    def __init__(
        self,
        tasks: Tasks,
        title: str,
        name: str,
        columns: Sequence[Column[Any]],
        none: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(width=500, margin=0, centred=False, parent=parent)
        self.card = Card(" ")
        self.facts = Facts()
        self.undo = Button(self.tr("Undo"), Weight.QUIET, "undo")
        self.undo.setToolTip(self.tr("Take back the last correction (Ctrl+Z)"))
        self.undo.clicked.connect(self.undo_asked)
        self.edit = Button(self.tr("Correct"), Weight.QUIET, "edit")
        self.edit.setToolTip(self.tr("Ctrl+E"))
        self.edit.clicked.connect(self.edit_asked)
        for button in (self.undo, self.edit):
            self.card.heading.add_action(button)
        self.card.column.addWidget(self.facts)
        self.model: PagedModel[Any] = PagedModel(tasks, columns, self)
        self.model.filled.connect(self._filled)
        self.table = Table(name, self.model)
        self.none = QLabel(none)
        theme.set_kind(self.none, "small")
        self.heading = SectionHeading(title)
        self.column.setSpacing(theme.space(3))
        self.column.addWidget(self.card)
        self.column.addWidget(self._list_card(), 1)

    def show_known(self, name: str, facts: Sequence[Fact], *, can_undo: bool) -> None:
        """Shows the upper card; the list is asked for by whoever knows what belongs to it."""
        self.card.heading.words.setText(name)
        self.undo.setVisible(can_undo)
        self.facts.show_facts(facts)

    def _list_card(self) -> Card:
        card = Card()
        card.column.setContentsMargins(theme.space(1), theme.space(3), theme.space(1), theme.space(1))
        self.heading.setContentsMargins(theme.space(4), 0, theme.space(3), 0)
        self.none.setContentsMargins(theme.space(4), 0, theme.space(4), theme.space(3))
        card.column.addWidget(self.heading)
        card.column.addWidget(self.none)
        card.column.addWidget(self.table, 1)
        card.column.addStretch(0)
        return card

    def _filled(self) -> None:
        self.none.setVisible(not self.model.rows)
        self.table.setVisible(bool(self.model.rows))
