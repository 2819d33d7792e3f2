"""Fields of the page that are typed: alone under their label, or as the reply to a fixed sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QWidget

from ui import theme
from ui.screens.fill_in.facts import TypedFacts
from ui.screens.fill_in.part import Part
from ui.screens.fill_in.step import Way
from ui.screens.fill_in.visited import Visited
from ui.screens.fill_in.words.worded import Worded
from ui.widgets.field_row import FieldRow


@dataclass(frozen=True)
class Wanted:
    """One field: the fact, its label, how many lines it has, and what stands in it while it is empty."""

    field: str
    label: str
    lines: int = 1
    placeholder: str = ""


class FieldsPart(Part):
    """A card of text fields."""

    def __init__(
        self, way: Way, heading: str, hint: str, fields: Sequence[Wanted], parent: QWidget | None = None
    ) -> None:
        super().__init__(way, heading, hint, parent)
        self.facts = TypedFacts(way)
        for f in fields:
            line = self.facts.add(f.field, f.label, lines=f.lines, placeholder=f.placeholder)
            self.column.addWidget(FieldRow(f.label, line))

    def show_visit(self, visited: Visited) -> None:
        self.facts.show_visit(visited)

    def go_to(self, place: str) -> bool:
        return self.facts.go_to(place)

    def settle(self) -> None:
        self.facts.settle()


class DialoguePart(Part):
    """What the officers say word for word, each time with room for what the party answers."""

    def __init__(
        self, way: Way, heading: str, replies: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(way, heading, parent=parent)
        self.facts = TypedFacts(way)
        self.said: dict[str, QLabel] = {}
        placeholder = self.tr("In the party's own words. Left empty, the page keeps room to write by hand.")
        for field, label in replies:
            said = self.said[field] = QLabel()
            theme.set_kind(said, "quote")
            said.setWordWrap(True)
            reply = self.facts.add(field, label, lines=2, placeholder=placeholder)
            self.column.addWidget(said)
            self.column.addWidget(FieldRow(label, reply))

    def show_visit(self, visited: Visited) -> None:
        self.facts.show_visit(visited)

    def show_words(self, worded: Worded) -> None:
        """Shows the sentences with the facts that stand in them now."""
        for field, label in self.said.items():
            label.setText(worded.said[field] or self.tr("Not said: nobody was there for the party."))

    def go_to(self, place: str) -> bool:
        return self.facts.go_to(place)

    def settle(self) -> None:
        self.facts.settle()
