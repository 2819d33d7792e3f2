"""One difference: every value with who wrote it where and when, and the choice of the one that stands."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from inspector.journal.operation import GONE
from inspector.journal.roster import Standing
from inspector.workspace.conflicts import Conflict, Unaccepted, Version
from ui import text, theme
from ui.screens.exchange.values import edit_beside, field_name, kind_name, shown
from ui.theme import Tone
from ui.widgets.button import Button, Weight
from ui.widgets.card import Card, Rule, small
from ui.widgets.chip import Chip
from ui.widgets.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

NEW = -2
"""The number of the choice to type a new value."""


class Value(Card):
    """One value and who said it; where it can be chosen, a click anywhere on it does."""

    def __init__(self, words: str, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        margin = theme.space(3)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(theme.space(1))
        self._words = QLabel(words)
        self._words.setWordWrap(True)
        theme.set_kind(self._words, "label")
        self._choice: QRadioButton | None = None
        self._said = said
        self.line = QHBoxLayout()
        self.line.setSpacing(theme.space(2))
        self.line.addWidget(self._words, 1)
        self._below = small(said)
        self.column.addLayout(self.line)
        self.column.addWidget(self._below)

    def offer(self) -> QRadioButton:
        """The button that chooses it."""
        self._choice = QRadioButton()
        self._choice.setAccessibleName(f"{self._words.text()} · {self._said}")
        self.line.insertWidget(0, self._choice)
        self._below.setContentsMargins(self._choice.sizeHint().width() + theme.space(2), 0, 0, 0)
        return self._choice

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._choice is not None:
            self._choice.setChecked(True)
            self._choice.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)


class Decision(Card):
    """Shows a difference. Nothing is chosen beforehand.

    Signals:
        decided: the conflict, and the value that is to stand.
    """

    decided = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._conflict: Conflict | None = None
        self.title, self.where = QLabel(), small("")
        self.title.setWordWrap(True)
        theme.set_kind(self.title, "heading")
        self.page = Page(width=190, margin=0, centred=False)
        self.page.column.setSpacing(theme.space(3))
        self.choices = QButtonGroup(self)
        self.choices.idToggled.connect(self._toggled)
        self.new = QLineEdit()
        self.new.setAccessibleName(self.tr("Another value"))
        self.new.textEdited.connect(lambda _: self._enable())
        self.confirm = Button(self.tr("Let this value stand"), Weight.PRIMARY, "check")
        self.confirm.clicked.connect(self._decide)
        self.note = small("")
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        foot.addWidget(self.confirm)
        self.column.addWidget(self.title)
        self.column.addWidget(self.where)
        self.column.addWidget(Rule())
        self.column.addWidget(self.page, 1)
        self.column.addLayout(foot)

    def show_difference(self, one: Conflict | Unaccepted) -> None:
        """Shows the values of a conflict to choose from, or what does not count and why."""
        self._clear()
        self.title.setText(one.title or kind_name(one.root_kind))
        if isinstance(one, Conflict):
            self._show_conflict(one)
        else:
            self._show_unaccepted(one)
        self._enable()

    def _show_conflict(self, conflict: Conflict) -> None:
        self._conflict = conflict
        self.where.setText(" · ".join(self._place(conflict, conflict.field)))
        for number, version in enumerate(conflict.versions):
            words = (
                edit_beside(conflict.kind, version)
                if conflict.field == GONE
                else shown(conflict.kind, version)
            )
            is_first = number == 0 and conflict.field != GONE
            chip = self._chip(conflict, number, is_first=is_first)
            self._add(number if conflict.can_stand(number) else None, words, version, chip)
        if not conflict.is_locked and conflict.takes_text:
            self._offer_new()
        self.page.column.addStretch(1)
        self.note.setText(self._note(conflict))
        self.confirm.setVisible(not conflict.is_locked)

    def _chip(self, conflict: Conflict, number: int, *, is_first: bool) -> Chip | None:
        if conflict.signed == number:
            return Chip(self.tr("On the signed page"), Tone.GOOD)
        return Chip(self.tr("Shown for the time being"), Tone.ACCENT) if is_first else None

    def _note(self, conflict: Conflict) -> str:
        if conflict.is_locked:
            return self.tr(
                "The record is locked as it stands; nothing of it can be changed. A supplementary record can."
            )
        if conflict.signed is not None:
            return self.tr(
                "Somebody has signed the page, so the paper prevails: only what stands there can be chosen. "
                "The other value stays in the journal; what has to be corrected goes into a supplementary record."
            )
        return self.tr(
            "The decision is put on record with who made it, where and when; the other value stays in the journal."
        )

    def _show_unaccepted(self, one: Unaccepted) -> None:
        self._conflict = None
        self.where.setText(" · ".join(self._place(one, one.version.field)))
        self._add(None, shown(one.kind, one.version), one.version, None)
        self.page.column.addStretch(1)
        self.note.setText(
            self.tr(
                "It came after the record was locked: it is kept and shown, and is no part of the record."
            )
            if one.standing is Standing.LATE
            else self.tr("That computer had no right to write it: it is kept and shown, and does not count.")
        )
        self.confirm.hide()

    def _place(self, one: Conflict | Unaccepted, field: str) -> "Iterator[str]":
        yield kind_name(one.kind)
        if one.item:
            yield one.item.of(text.language())
        yield field_name(one.kind, field)

    def _add(self, number: int | None, words: str, version: Version, chip: Chip | None) -> None:
        block = Value(words, self._said(version))
        if chip is not None:
            block.line.addWidget(chip)
        if number is not None:
            self.choices.addButton(block.offer(), number)
        self.page.column.addWidget(block)

    def _said(self, version: Version) -> str:
        return self.tr("{author} on {device}, {at:%Y-%m-%d %H:%M} by its clock").format(
            author=version.author or self.tr("Nobody signed in"), device=version.device, at=version.at
        )

    def _offer_new(self) -> None:
        block = QWidget()
        row = QHBoxLayout(block)
        row.setContentsMargins(theme.space(3), 0, theme.space(3), 0)
        choice = QRadioButton(self.tr("Another value:"))
        self.choices.addButton(choice, NEW)
        self.new.clear()
        self.new.setParent(block)
        self.new.show()
        row.addWidget(choice)
        row.addWidget(self.new, 1)
        self.page.column.addWidget(block)

    def _toggled(self, number: int, is_on: bool) -> None:
        if number == NEW and is_on:
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)
        self._enable()

    def _enable(self) -> None:
        chosen = self.choices.checkedId()
        self.new.setEnabled(chosen == NEW)
        self.confirm.setEnabled(chosen >= 0 or (chosen == NEW and bool(self.new.text().strip())))

    def _decide(self) -> None:
        conflict, chosen = self._conflict, self.choices.checkedId()
        if conflict is None:
            return
        if chosen == NEW:
            self.decided.emit(conflict, self.new.text().strip())
        elif conflict.field == GONE:
            removed = conflict.versions[chosen].field == GONE
            self.decided.emit(conflict, True if removed else None)
        else:
            self.decided.emit(conflict, conflict.versions[chosen].value)

    def _clear(self) -> None:
        self.new.setParent(self)
        self.new.hide()
        for button in self.choices.buttons():
            self.choices.removeButton(button)
        while (item := self.page.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
