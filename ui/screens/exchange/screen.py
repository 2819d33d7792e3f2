"""数据交换: handing over, what is where, the computers of the circle, and differences."""

from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from inspector.changes import Changes
from ui import theme
from ui.screens.exchange.conflicts import ConflictsPage
from ui.screens.exchange.enrolling import DELIVERY
from ui.screens.exchange.handing_over import HandingOver
from ui.screens.exchange.laptops import LaptopsPage
from ui.screens.exchange.standing import Standing, read_standing
from ui.screens.exchange.whereabouts import WhereaboutsPage
from ui.screens.screen import Context, Screen
from ui.widgets.card import PageHeading

HAND_OVER, WHEREABOUTS, LAPTOPS, CONFLICTS = range(4)

_VISITS = frozenset({"visit", "photo", "scan", "lock", "answer", "receipt", DELIVERY})


class ExchangeScreen(Screen):
    """Four pages under tabs; the target `conflicts` leads to the differences, `pending` to what is not received."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.heading = PageHeading(self.tr("Data exchange"))
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Parts of the data exchange"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for words in (
            self.tr("Hand over"),
            self.tr("What is where"),
            self.tr("Computers"),
            self.tr("Differences"),
        ):
            self.tabs.addTab(words)
        self.handing_over = HandingOver(context)
        self.whereabouts = WhereaboutsPage(context)
        self.laptops = LaptopsPage(context)
        self.conflicts = ConflictsPage(context)
        self.pages = QStackedWidget()
        for page in (self.handing_over, self.whereabouts, self.laptops, self.conflicts):
            self.pages.addWidget(page)
        self.tabs.currentChanged.connect(self._turn)
        self.handing_over.pending_asked.connect(self._show_pending)
        self.column.setSpacing(theme.space(3))
        self.column.addWidget(self.heading)
        self.column.addWidget(self.tabs)
        self.column.addWidget(self.pages, 1)

    def present(self, target: str) -> None:
        if target == "conflicts":
            self.tabs.setCurrentIndex(CONFLICTS)
        elif target == "pending":
            self._show_pending()
        self._read()
        self.handing_over.arrive()
        if self.tabs.currentIndex() == WHEREABOUTS:
            self.whereabouts.refresh()

    def refresh(self, changes: Changes) -> None:
        self._read()
        if changes.kinds() & _VISITS and self.tabs.currentIndex() == WHEREABOUTS:
            self.whereabouts.refresh()

    def _read(self) -> None:
        self.context.tasks.run(lambda: read_standing(self.context.workspace), self._show)

    def _show(self, standing: Standing) -> None:
        office = standing.overview.office
        if office is None:
            lead = self.tr("This computer belongs to no office yet.")
        elif self.context.workspace.is_office:
            lead = self.tr("{bureau} {office} · %n laptop(s)", "", len(standing.devices) - 1)
            lead = lead.format(bureau=office.bureau, office=office.name)
        else:
            lead = self.tr("Belongs to {bureau} {office}").format(bureau=office.bureau, office=office.name)
        self.heading.say(self.tr("Data exchange"), lead)
        self.tabs.setTabVisible(LAPTOPS, bool(standing.devices))
        number = len(standing.conflicts) + len(standing.unaccepted)
        words = self.tr("Differences")
        self.tabs.setTabText(CONFLICTS, f"{words} ({number})" if number else words)
        self.handing_over.show_standing(standing)
        self.laptops.show_devices(standing.devices, office.id.partition("/")[0] if office else "")
        self.conflicts.show_conflicts(standing.conflicts, standing.unaccepted)

    def _turn(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        if page == WHEREABOUTS:
            self.whereabouts.ask()

    def _show_pending(self) -> None:
        self.tabs.setCurrentIndex(WHEREABOUTS)
        self.whereabouts.ask_pending()
