"""What must hold for everything in the window: names for readers, room for longer words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTranslator
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollBar, QWidget

from inspector.checklist import Mark
from inspector.inspection.registry import Party, Stall
from inspector.workspace import Workspace
from tests.desk import a_visit, lines
from tests.ui.conftest import SIZE
from ui import text, theme
from ui.dialogs.change_over import ChangeOver
from ui.dialogs.dialog import Question
from ui.dialogs.market import MarketDialog, StallDialog
from ui.dialogs.new_visit import NewVisit
from ui.dialogs.officer import OfficerDialog
from ui.dialogs.party import PartyDialog
from ui.dialogs.passphrase import PassphraseDialog
from ui.dialogs.pin import PinDialog
from ui.messages import CrashPage, MessageBar
from ui.screens.first_run import FirstRun
from ui.screens.missing_workspace import MissingWorkspace
from ui.screens.places import SCREENS
from ui.screens.recovery_key import RecoveryKey
from ui.screens.screen import Place
from ui.screens.setup_form import SetupForm
from ui.screens.unlock import Unlock
from ui.shell import Shell
from ui.widgets.page import Page
from ui.widgets.sign_in import OfficerLine

LINES = (OfficerLine("a", "谭𬭎", "50024001"), OfficerLine("b", "马晓棠", "50024002"))


class Longer(QTranslator):
    """A language that nobody speaks: English with brackets, a third longer."""

    def translate(self, context: str, source: str, disambiguation: str = "", n: int = -1) -> str:
        return "[" + source.replace("%n", str(n)) + "~" * (len(source) // 3) + "]"

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def pseudo(qapp) -> Iterator[None]:
    text.speak(qapp, text.ENGLISH)
    longer = Longer(qapp)
    qapp.installTranslator(longer)
    yield
    qapp.removeTranslator(longer)
    longer.setParent(None)
    text.speak(qapp, text.CHINESE)


def _pages(app, folder) -> Iterator[QWidget]:
    """Every page and dialog that stands before or beside the screens."""
    messages = MessageBar()
    yield FirstRun(app.tasks, messages, lambda *_: None)
    yield SetupForm("laptop")
    yield SetupForm("office")
    yield RecoveryKey("AGE-SECRET-KEY-1" + "Q" * 58, "石柱土家族自治县市场监督管理局", app.tasks)
    yield Unlock(folder, app.tasks, messages)
    yield MissingWorkspace(folder)
    yield Question("title", "words", "let go", "keep")
    yield OfficerDialog(None, wants_pin=True)
    yield PinDialog("谭𬭎", has_key=True)
    yield PassphraseDialog()
    yield ChangeOver(app.workspace, app.tasks, LINES)
    registry = app.workspace.registry
    yield NewVisit(app.workspace, app.tasks, app.shell.context.add)
    yield PartyDialog(Party(name="向某", id_number="50024019991231002X"), app.tasks, registry.party_of_code)
    yield MarketDialog(None, None, app.tasks, registry.find_parties)
    yield StallDialog(Stall(), None, app.tasks, registry.find_parties)
    yield CrashPage("report")
    messages.warn("words", ("one", "two"))
    yield messages


class Flashes(QObject):
    """Notes widgets that are shown as windows of their own while a page is being made."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_nothing_flashes_up_while_a_page_is_being_made(opened, folder, qapp, qtbot):
    flashes = Flashes()
    qapp.installEventFilter(flashes)
    made = list(_pages(opened, folder))
    for place in SCREENS:
        opened.shell.go(place)
        qtbot.waitUntil(lambda: not opened.tasks.is_busy)
    qapp.removeEventFilter(flashes)
    for page in made:
        qtbot.addWidget(page)
    assert flashes.seen == ["MessageBar"]  # which the last page shows on purpose


def _all(app, folder, qtbot) -> Iterator[QWidget]:
    for page in _pages(app, folder):
        qtbot.addWidget(page)
        page.resize(*SIZE)
        page.show()
        QApplication.processEvents()
        yield page
        page.hide()
    for place in SCREENS:
        app.shell.go(place)
        qtbot.waitUntil(lambda: not app.tasks.is_busy)
        yield app.shell


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_whatever_can_be_focused_has_a_name(opened, folder, qtbot):
    nameless = set()
    for page in _all(opened, folder, qtbot):
        for widget in page.findChildren(QWidget):
            if (
                widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
                and widget.isVisibleTo(page)
                and not isinstance(widget, QScrollBar)
                and widget.focusProxy() is None
                and not _name(widget).strip()
            ):
                nameless.add((type(page).__name__, type(widget).__name__, widget.objectName()))
    assert not nameless


def _dress_anew(app) -> None:
    """Makes everything anew, in the language and the look that are worn now."""
    app.shell = Shell(app.workspace, app.tasks, app.window.messages, app.preferences)
    app.window.show_page(app.shell)
    app.shell.read_sign()


def test_no_word_is_cut_when_the_language_is_a_third_longer(opened, folder, qtbot, pseudo):
    _dress_anew(opened)
    cut = []
    for page in _all(opened, folder, qtbot):
        for widget in page.findChildren(QWidget):
            if (
                not widget.isVisibleTo(page)
                or not isinstance(widget, QLabel | QPushButton)
                or not widget.text()
            ):
                continue
            if isinstance(widget, QLabel) and widget.wordWrap():
                needs = widget.heightForWidth(widget.width())
                if needs > widget.height() + 1:
                    cut.append((type(page).__name__, widget.text(), "height", needs, widget.height()))
            elif widget.minimumSizeHint().width() > widget.width() + 1:
                cut.append((type(page).__name__, widget.text(), "width", widget.width()))
    assert not cut


FRAMES = 90
"""What the desktop and the frame of the window take of the screen's height, in pixels."""


def _suspicious(workspace: Workspace) -> str:
    """A visit with a suspicion and its goods, and with everything still missing."""
    visit = a_visit(workspace)
    address = next(line.address for line in lines(workspace, visit) if line.card and line.item.marked)
    workspace.answering.answer(visit, address, mark=Mark.SUSPECT)
    suspicion = workspace.inspections.read(visit).suspicions[0]
    workspace.answering.add_goods(visit, suspicion.id, name="医用外科口罩", quantity="20", unit="盒")
    workspace.drafts.remember(visit, f"item/{address}")
    return visit


def _at_the_stall(app, visit: str, qtbot) -> Iterator[str]:
    """The steps of the visit, one after the other in sight."""
    app.shell.go(Place.FILL_IN, visit)
    screen = app.shell.screen_here
    for number in range(screen.steps.count()):
        qtbot.waitUntil(lambda: not app.tasks.is_busy and not screen._soon.isActive())
        screen.tabs.button(number).click()
        qtbot.waitUntil(lambda: not app.tasks.is_busy and not screen._soon.isActive())
        yield f"step {number + 1}"


def _squeezed(shell: Shell) -> Iterator[tuple[object, ...]]:
    """What has not got the room that it needs, when the layouts have come to rest."""
    for _ in range(3):
        QApplication.processEvents()
    for widget in shell.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QPushButton) and widget.sizeHint().width() > widget.width() + 1:
            yield widget.text(), widget.sizeHint().width(), widget.width()
        elif isinstance(widget, QPushButton) and widget.minimumSizeHint().height() > widget.height() + 1:
            yield _name(widget), widget.minimumSizeHint().height(), widget.height()
        elif isinstance(widget, QLabel) and widget.wordWrap() and widget.text():
            needs = widget.heightForWidth(widget.width())
            if needs > widget.height() + 1:
                yield widget.text(), needs, widget.height()
        elif isinstance(widget, Page) and widget.widget().width() > widget.viewport().width():
            yield type(widget.parentWidget()).__name__, widget.widget().width(), widget.viewport().width()


@pytest.mark.parametrize("language", [text.CHINESE, text.ENGLISH])
@pytest.mark.parametrize("look", theme.Look)
def test_everything_has_the_room_that_it_needs(opened, qtbot, qapp, look, language):
    width, height = SIZE
    opened.window.resize(width, height - FRAMES)
    for _ in range(4):
        a_visit(opened.workspace)
    visit = _suspicious(opened.workspace)
    squeezed = []
    try:
        text.speak(qapp, language)
        theme.wear(qapp, look, bundled_font=True)
        _dress_anew(opened)
        for place in SCREENS:
            opened.shell.go(place)
            qtbot.waitUntil(lambda: not opened.tasks.is_busy)
            squeezed += [(place.value, *found) for found in _squeezed(opened.shell)]
        for step in _at_the_stall(opened, visit, qtbot):
            squeezed += [(step, *found) for found in _squeezed(opened.shell)]
    finally:
        text.speak(qapp, text.CHINESE)
        theme.wear(qapp, theme.Look.LIGHT, bundled_font=True)
    assert not squeezed
