"""What is on record of one piece of evidence; what the file says of itself stands apart, as a claim."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui import text, theme
from ui.theme import Tone
from ui.widgets.button import Button, IconButton, Weight
from ui.widgets.card import Card, Rule, small
from ui.widgets.chip import DELIVERY_TONES
from ui.widgets.page import Page
from ui.widgets.said import Lines, Said

if TYPE_CHECKING:
    from inspector.sync.delivery import Whereabouts
    from inspector.workspace.album import Leaf

_GROUP = 8


class Facts(Card):
    """The facts of a leaf, to be read and copied.

    Signals:
        visit_asked: the visit that it belongs to.
        only_asked: the photos of that visit only.
    """

    visit_asked = Signal(str)
    only_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFixedWidth(theme.space(92))
        self.column.setContentsMargins(theme.space(4), theme.space(4), theme.space(2), theme.space(3))
        self.page = Page(width=92, margin=0, centred=False)
        self.page.column.setSpacing(theme.space(2.5))
        self.page.column.setContentsMargins(0, 0, theme.space(2), 0)
        self.column.addWidget(self.page)

    def show_leaf(self, leaf: "Leaf", state: "Whereabouts | None") -> None:
        """Shows *leaf*; *state* says where it is, as far as that is known."""
        self._clear()
        self._belongs(leaf)
        self._delivery(leaf, state)
        self._doubts(leaf)
        self._digests(leaf)
        self._arrival(leaf)
        self._claims(leaf)
        self.page.column.addStretch(1)

    def _belongs(self, leaf: "Leaf") -> None:
        name = QLabel(leaf.visit.party_name or self.tr("No party yet"))
        name.setWordWrap(True)
        theme.set_kind(name, "heading")
        self.page.column.addWidget(name)
        where = [leaf.visit.started_at[:16].replace("T", " "), leaf.visit.place]
        self.page.column.addWidget(small("\n".join(filter(None, where))))
        on = self.tr("Scan of the signed page") if leaf.is_scan else ""
        on = on or (leaf.item.of(text.language()) if leaf.item else self.tr("On the visit as a whole"))
        what = QLabel(f"{on}\n{leaf.caption}" if leaf.caption else on)
        what.setWordWrap(True)
        self.page.column.addWidget(what)
        visit = Button(self.tr("Open the visit"), Weight.LINK, "chevron-right")
        visit.clicked.connect(lambda: self.visit_asked.emit(leaf.visit.id))
        only = Button(self.tr("Only photos of this visit"), Weight.LINK, "chevron-right")
        only.clicked.connect(lambda: self.only_asked.emit(leaf.visit.id))
        self.page.column.addWidget(visit)
        self.page.column.addWidget(only)
        self.page.column.addWidget(Rule())

    def _delivery(self, leaf: "Leaf", state: "Whereabouts | None") -> None:
        lines = []
        if state is not None:
            lines.append(
                Said(DELIVERY_TONES[state.value], text.word("Delivery", state.value), icon="exchange")
            )
        if not leaf.is_here:
            lines.append(Said(Tone.WARN, self.tr("The original is not on this computer.")))
        elif leaf.obstacle:
            lines.append(Said(Tone.WARN, text.sentence(leaf.obstacle)))
        self._add_lines(lines)

    def _doubts(self, leaf: "Leaf") -> None:
        if leaf.facts is not None:
            self._add_lines([Said(Tone.WARN, text.sentence(doubt.value)) for doubt in leaf.facts.originality])

    def _digests(self, leaf: "Leaf") -> None:
        self._heading(self.tr("Original"), "")
        rows = []
        if leaf.facts is not None:
            rows.append((self.tr("Name"), leaf.facts.original_name))
        number = QLocale().toString(leaf.size_bytes)
        rows.append((self.tr("Size"), self.tr("{n} bytes").format(n=number)))
        self._grid(rows)
        for name, digest in (("SHA-256", leaf.sha256), ("SM3", leaf.sm3)):
            self._digest(name, digest)

    def _arrival(self, leaf: "Leaf") -> None:
        facts = leaf.facts
        if facts is None:
            return
        sources = {
            "dialog": self.tr("chosen by a person"),
            "drop": self.tr("dropped on the window"),
            "paste": self.tr("pasted"),
            "watched": self.tr("from the watched folder"),
            "cli": self.tr("by the command line"),
            "scan": self.tr("scanned"),
        }
        self._grid(
            [
                (self.tr("Came in"), _instant(facts.arrived_at)),
                (self.tr("How"), sources[facts.source.value]),
                (self.tr("Kind"), facts.media.value.upper()),
            ]
        )

    def _claims(self, leaf: "Leaf") -> None:
        facts = leaf.facts
        if facts is None:
            return
        claims = facts.claims
        place = f"{claims.latitude}, {claims.longitude}" if claims.latitude and claims.longitude else ""
        taken = _instant(claims.taken_at) or _instant(claims.taken_at_local)
        if taken and not claims.taken_at:
            taken = self.tr("{at} (zone not named)").format(at=taken)
        pixels = f"{claims.width} × {claims.height}" if claims.width else ""
        rows = [
            (self.tr("Taken"), taken),
            (self.tr("Position"), place),
            (self.tr("Camera"), " ".join(filter(None, (claims.make, claims.model)))),
            (self.tr("Software"), claims.software),
            (self.tr("Pixels"), pixels),
            (self.tr("File changed"), _instant(facts.file_modified_at)),
        ]
        self._heading(
            self.tr("What the file says of itself"),
            self.tr("Claims: anybody can change them, nobody has checked them."),
        )
        self._grid([row for row in rows if row[1]] or [(self.tr("Nothing"), "")])

    def _heading(self, words: str, hint: str) -> None:
        self.page.column.addWidget(Rule())
        heading = QLabel(words)
        theme.set_kind(heading, "label")
        self.page.column.addWidget(heading)
        if hint:
            self.page.column.addWidget(small(hint))

    def _grid(self, rows: list[tuple[str, str]]) -> None:
        block = QWidget()
        grid = QGridLayout(block)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.space(3))
        grid.setVerticalSpacing(theme.space(1))
        grid.setColumnStretch(1, 1)
        for number, (name, value) in enumerate(rows):
            said = QLabel(value)
            said.setWordWrap(True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(small(name), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, number, 1)
        self.page.column.addWidget(block)

    def _digest(self, name: str, digest: str) -> None:
        block = QWidget()
        grid = QGridLayout(block)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme.space(0.5))
        grid.setColumnStretch(0, 1)
        digits = QLabel(_grouped(digest))
        theme.set_kind(digits, "code")
        digits.setAccessibleName(f"{name} {digest}")
        copy = IconButton("copy", self.tr("Copy {name}").format(name=name))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(digest))
        grid.addWidget(small(name), 0, 0)
        grid.addWidget(digits, 1, 0)
        grid.addWidget(copy, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        self.page.column.addWidget(block)

    def _add_lines(self, said: list[Said]) -> None:
        if said:
            lines = Lines()
            lines.show_lines(said)
            self.page.column.addWidget(lines)

    def _clear(self) -> None:
        while (item := self.page.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def _grouped(digest: str) -> str:
    """Two lines of four groups, so that two people can compare it."""
    groups = [digest[i : i + _GROUP] for i in range(0, len(digest), _GROUP)]
    half = len(groups) // 2
    return "\n".join(" ".join(part) for part in (groups[:half], groups[half:]))


def _instant(stored: str) -> str:
    """An instant to the second, with its offset where there is one."""
    if not stored:
        return ""
    at = datetime.fromisoformat(stored)
    return f"{at:%Y-%m-%d %H:%M:%S}" + (f" {at:%z}" if at.utcoffset() is not None else "")
