"""现场情况: composed from the answers as they are given, until the officer makes it an own text."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui import theme
from ui.screens.fill_in.facts import draft_of, drop, keep, say
from ui.screens.fill_in.part import Part
from ui.screens.fill_in.step import Way
from ui.screens.fill_in.visited import Visited
from ui.screens.fill_in.words.worded import Worded
from ui.theme import Tone
from ui.widgets.button import Button, Weight
from ui.widgets.card import small
from ui.widgets.chip import Chip
from ui.widgets.kept_text import KeptText

FIELD = "site_facts"


class SiteFactsPart(Part):
    """The text as it will be printed. 修改 opens it; 恢复自动生成 lets the answers speak again."""

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(way, "", parent=parent)
        self._visited: Visited | None = None
        self._composed = ""
        self._is_opened = False
        heading = QLabel(self.tr("Facts on site"))
        theme.set_kind(heading, "heading")
        self.state = Chip()
        self.change = Button(self.tr("Change"), icon="edit")
        self.change.clicked.connect(self._open)
        self.restore = Button(self.tr("Compose again"), icon="undo")
        self.restore.setToolTip(self.tr("Drops your text; Ctrl+Z brings it back"))
        self.restore.clicked.connect(self._restore)
        head = QHBoxLayout()
        head.setSpacing(theme.space(3))
        head.addWidget(heading)
        head.addWidget(self.state)
        head.addStretch(1)
        head.addWidget(self.change)
        head.addWidget(self.restore)
        self.text = KeptText(self.tr("Facts on site"), lines=9)
        self.text.drafted.connect(partial(keep, way, FIELD))
        self.text.settled.connect(self._settled)
        self.compare = Button(self.tr("What the answers say now"), Weight.LINK, "chevron-right")
        self.compare.setCheckable(True)
        self.composed = QLabel()
        self.composed.setWordWrap(True)
        theme.set_kind(self.composed, "quote")
        self.compare.toggled.connect(self.composed.setVisible)
        self.column.addLayout(head)
        self.column.addWidget(
            small(
                self.tr("What was seen, counted and said. Conclusions and offences belong into other papers.")
            )
        )
        self.column.addWidget(self.text)
        self.column.addWidget(self.compare)
        self.column.addWidget(self.composed)
        self.composed.hide()

    def show_visit(self, visited: Visited) -> None:
        if self._visited is not None and self._visited.id != visited.id:
            self._is_opened = False
            self._composed = ""
        self._visited = visited
        self._show()

    def show_words(self, worded: Worded) -> None:
        """Takes up what the answers say now."""
        self._composed = worded.composed
        self._show()

    def go_to(self, place: str) -> bool:
        if place != FIELD:
            return False
        self.text.setFocus()
        return True

    def settle(self) -> None:
        self.text.settle()

    def _show(self) -> None:
        if self._visited is None:
            return
        own = self._visited.inspection.visit.site_facts
        draft = draft_of(self._visited, FIELD)
        writable = self._visited.is_writable
        is_open = bool(own) or draft is not None or self._is_opened
        self.text.set_writable(writable and is_open)
        self.text.show_text(own or self._composed, draft)
        self.state.say(
            self.tr("Own text") if own else self.tr("Composed from the answers"),
            Tone.ACCENT if own else Tone.MUTED,
        )
        self.change.setVisible(writable and not is_open)
        self.restore.setVisible(writable and is_open)
        differs = bool(own) and own != self._composed
        self.composed.setText(self._composed)
        self.compare.setVisible(differs)
        self.composed.setVisible(differs and self.compare.isChecked())

    def _open(self) -> None:
        self._is_opened = True
        self._show()
        self.text.setFocus()

    def _restore(self) -> None:
        self._is_opened = False
        self.text.show_anyway(self._composed)
        say(self.way, **{FIELD: None})

    def _settled(self, text: str) -> None:
        """The composed text, left as it is, does not become an own one."""
        assert self._visited is not None
        if text == self._composed.strip() and not self._visited.inspection.visit.site_facts:
            drop(self.way, FIELD)
        else:
            say(self.way, **{FIELD: text or None})
