"""Cards, rules and headings: the surfaces and lines that put a page in order."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui import theme


class Card(QFrame):
    """A surface with a heading; put things into `column`."""

    def __init__(self, heading: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_kind(self, "card")
        self.column = QVBoxLayout(self)
        margin = theme.space(5)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(theme.space(3))
        if heading:
            self.heading = SectionHeading(heading, hint)
            self.column.addWidget(self.heading)


class SectionHeading(QWidget):
    """The heading of a part of a page, a line that explains it, and room for actions at its end."""

    def __init__(self, heading: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = QVBoxLayout()
        words.setSpacing(theme.space(0.5))
        self.words = QLabel(heading)
        theme.set_kind(self.words, "heading")
        words.addWidget(self.words)
        if hint:
            line = QLabel(hint)
            theme.set_kind(line, "small")
            line.setWordWrap(True)
            words.addWidget(line)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space(2))
        self._row.addLayout(words, 1)

    def add_action(self, widget: QWidget) -> None:
        """Puts *widget* at the end of the line."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


class PageHeading(QWidget):
    """What page this is, one line below it, and its actions, the primary one last."""

    def __init__(self, title: str, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(title)
        theme.set_kind(self.title, "title")
        self.lead = QLabel(lead)
        theme.set_tone(self.lead, theme.Tone.MUTED)
        self.lead.setWordWrap(True)
        if not lead:
            self.lead.hide()
        words = QVBoxLayout()
        words.setSpacing(theme.space(1))
        words.addWidget(self.title)
        words.addWidget(self.lead)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space(2))
        self._row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def add_action(self, widget: QWidget) -> None:
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, title: str, lead: str = "") -> None:
        """Changes the words."""
        self.title.setText(title)
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))


class Rule(QFrame):
    """A thin line across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_kind(self, "rule")


def small(words: str) -> QLabel:
    """A small explaining line."""
    line = QLabel(words)
    theme.set_kind(line, "small")
    line.setWordWrap(True)
    return line
