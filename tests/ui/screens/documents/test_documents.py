"""文书: the visits, their sheets, and what is found by a name."""

import pytest
from PySide6.QtCore import Qt

from inspector.evidence.intake import Arrival, Source
from tests.desk import a_party, a_signed_visit, a_visit
from ui.screens.documents.screen import DocumentsScreen
from ui.screens.screen import Place


@pytest.fixture
def shown(opened, qtbot):
    """Opens the screen at a target and waits until all is there."""

    def show(target: str = "") -> DocumentsScreen:
        opened.shell.go(Place.DOCUMENTS, target)
        opened.window.activateWindow()
        qtbot.waitUntil(lambda: not opened.tasks.is_busy)
        screen = opened.shell.screen_here
        assert isinstance(screen, DocumentsScreen)
        return screen

    return show


def test_it_says_what_to_do_first_when_there_is_no_visit(opened, shown):
    screen = shown()
    assert screen.pages.currentWidget() is screen.empty
    assert not screen.open.isEnabled()


def test_the_newest_visit_is_in_sight_and_another_when_the_arrows_choose_it(opened, shown, qtbot):
    older = a_signed_visit(opened.workspace, suspect=True)
    newer = a_visit(opened.workspace, a_party(opened.workspace, "黄水茶庄"))
    screen = shown()
    qtbot.waitUntil(lambda: screen.panel.sheet is not None and screen.panel.sheet.visit == newer)
    assert not screen.panel.print.isEnabled()  # a draft
    qtbot.keyClick(screen.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: screen.panel.sheet.visit == older)
    qtbot.waitUntil(screen.panel.print.isEnabled)
    assert screen.panel.sheet.title == "现场笔录"


def test_a_visit_is_in_sight_when_it_is_named(opened, shown, qtbot):
    first = a_visit(opened.workspace)
    a_visit(opened.workspace, a_party(opened.workspace, "黄水茶庄"))
    screen = shown(first)
    qtbot.waitUntil(lambda: screen.panel.sheet is not None and screen.panel.sheet.visit == first)
    assert screen.list.currentIndex().row() == 1


def test_a_visit_is_found_by_initials(opened, shown, qtbot):
    wanted = a_visit(opened.workspace, a_party(opened.workspace, "黄水茶庄"))
    a_visit(opened.workspace)
    screen = shown()
    screen.search.setText("hscz")
    qtbot.waitUntil(lambda: [row.id for row in screen.model.rows] == [wanted])
    qtbot.waitUntil(lambda: screen.panel.sheet.visit == wanted)
    screen.search.setText("zzzz")
    qtbot.waitUntil(lambda: screen.right.currentWidget() is screen.none)


def test_photo_pages_are_a_sheet_of_their_own_when_there_are_photos(opened, shown, qtbot, a_picture):
    visit = a_visit(opened.workspace)
    opened.workspace.photos.add(visit, Arrival(a_picture, "IMG_1.jpg", Source.DIALOG))
    screen = shown(visit)
    qtbot.waitUntil(lambda: screen.tabs.isVisible())
    screen.tabs.segments._group.button(1).click()
    assert screen.panel.sheet.title == "照片页"
    qtbot.waitUntil(lambda: screen.panel.preview.pages == 1)


def test_a_visit_is_opened_from_its_documents(opened, shown, qtbot):
    visit = a_visit(opened.workspace)
    screen = shown(visit)
    screen.open.click()
    assert opened.shell.place is Place.FILL_IN
    qtbot.waitUntil(lambda: opened.shell.screen_here._visit == visit)
    qtbot.waitUntil(lambda: not opened.tasks.is_busy)


@pytest.fixture
def a_picture() -> bytes:
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage

    picture = QImage(320, 240, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "JPG")
    return bytes(buffer.data().data())
