"""The registry: parties on one side of a switch, markets on the other."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector.changes import Changes
from inspector.inspection.registry import Market, Party, Stall
from inspector.inspection.visit import Visit
from ui.screens.registry.markets import Markets
from ui.screens.registry.parties import Parties
from ui.screens.screen import Context, Screen
from ui.widgets.button import Button, Weight
from ui.widgets.card import PageHeading
from ui.widgets.segments import Segments

_PARTIES, _MARKETS = "party", "market"


class RegistryScreen(Screen):
    """The target is `party/ID` or `market/ID`; empty: as the person left it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.heading = PageHeading(
            self.tr("Registry"),
            self.tr("One file for each party, entered once; every form takes it from here."),
        )
        self.sides = Segments(
            self.tr("Registry"), [(_PARTIES, self.tr("Parties")), (_MARKETS, self.tr("Markets and stalls"))]
        )
        self.add = Button(self.tr("Add a party"), Weight.PRIMARY, "plus")
        self.parties, self.markets = Parties(context), Markets(context)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.parties)
        self.pages.addWidget(self.markets)
        self.heading.add_action(self.sides)
        self.heading.add_action(self.add)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.pages, 1)
        self.sides.chosen.connect(self._turn)
        self.add.clicked.connect(lambda: self.side.add())
        native = QKeySequence.SequenceFormat.NativeText
        self.add.setToolTip(QKeySequence(QKeySequence.StandardKey.New).toString(native))
        for keys, does in (
            (QKeySequence(QKeySequence.StandardKey.New), lambda: self.side.add()),
            (QKeySequence(QKeySequence.StandardKey.Find), lambda: self.side.directory.search.setFocus()),
            (QKeySequence(QKeySequence.StandardKey.Undo), lambda: self.side.undo()),
            (QKeySequence("Ctrl+E"), lambda: self.side.edit()),
        ):
            QShortcut(keys, self).activated.connect(does)

    @property
    def side(self) -> Parties | Markets:
        """The side that is in sight."""
        return self.markets if self.sides.value == _MARKETS else self.parties

    def present(self, target: str) -> None:
        kind, _, entity = target.partition("/")
        if kind:
            self.sides.choose(kind)
            self._turn(kind)
            self.side.directory.go_to(entity)
        else:
            self.side.look_again()
        self.side.directory.table.setFocus()

    def refresh(self, changes: Changes) -> None:
        if changes.kinds() & {Party.kind, Market.kind, Stall.kind, Visit.kind}:
            self.side.look_again()

    def _turn(self, kind: str) -> None:
        self.pages.setCurrentWidget(self.markets if kind == _MARKETS else self.parties)
        self.add.setText(self.tr("Add a market") if kind == _MARKETS else self.tr("Add a party"))
        self.side.look_again()
