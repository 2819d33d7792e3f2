"""What can be done with cards: add one, 同上, take one away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import text
from ui.screens.fill_in.visited import Visited
from ui.widgets.button import Button, Weight
from ui.widgets.toolbar import Toolbar


class CardBar(Toolbar):
    """Buttons above the column.

    Signals:
        add_asked: the repeat of which a card is wanted.
        copy_asked: the card that is to take over the facts of the one before it.
        remove_asked: the card that is to go.
    """

    add_asked = Signal(str)
    copy_asked = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._repeat = self._card = ""
        self._order: tuple[str, ...] = ()
        self._is_writable = False
        self.new = Button("", Weight.PLAIN, "plus")
        self.new.setShortcut("Ctrl+N")
        self.new.clicked.connect(lambda: self.add_asked.emit(self._repeat))
        self.copy = Button(self.tr("Same as the one before"), Weight.PLAIN, "copy")
        self.copy.setShortcut("Ctrl+D")
        self.copy.setToolTip(
            self.tr("Fills what is blank on this card from the card before it (Ctrl+D); never the marks")
        )
        self.copy.clicked.connect(lambda: self.copy_asked.emit(self._card))
        self.remove = Button(self.tr("Remove card"), Weight.QUIET, "trash")
        self.remove.clicked.connect(lambda: self.remove_asked.emit(self._card))
        for button in (self.new, self.copy, self.remove):
            self.add(button)

    def show_visit(self, visited: Visited) -> None:
        """Offers cards of the checklist's first repeat."""
        repeat = next(iter(visited.template.repeats.values()), None)
        self._repeat = repeat.name if repeat else ""
        self._order = tuple(c.id for c in visited.sheet.answers.cards)
        self._is_writable = visited.is_writable
        self.new.setVisible(repeat is not None and visited.is_writable)
        if repeat is not None:
            self.new.setText(self.tr("Add: {what}").format(what=repeat.label.of(text.language())))
            self.new.setToolTip("Ctrl+N")
        self.show_card(self._card)

    def show_card(self, card: str) -> None:
        """Says which card the row at hand stands on; empty: on none."""
        self._card = card
        is_here = self._is_writable and card in self._order
        self.copy.setVisible(is_here and self._order.index(card) > 0)
        self.remove.setVisible(is_here)
