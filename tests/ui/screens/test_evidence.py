"""证据: the grid, the facts beside it, one large, and verifying."""

import io

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from inspector.evidence.intake import Arrival, Source
from tests.desk import a_visit, lines
from ui.screens.evidence.grid import LEAF, PICTURE
from ui.screens.evidence.screen import EMPTY, GRID, LARGE
from ui.screens.screen import Place
from ui.theme import Tone
from ui.widgets.button import Button, IconButton


def a_photo(shade: int = 0) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), (40 * shade % 256, 90, 60)).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def settled(opened, qtbot):
    return lambda: qtbot.waitUntil(lambda: not opened.tasks.is_busy, timeout=20_000)


@pytest.fixture
def evidence(opened, settled):
    """Goes to the evidence."""

    def goer(target=""):
        opened.shell.go(Place.EVIDENCE, target)
        settled()
        return opened.shell.screen_here

    return goer


@pytest.fixture
def photos(opened):
    """Three photos on two visits, the last one from a chat program."""
    workspace = opened.workspace
    first, second = a_visit(workspace), a_visit(workspace)
    line = next(line for line in lines(workspace, first) if line.item.marked)
    for number, (visit, name) in enumerate(
        ((first, "IMG_1.jpg"), (first, "IMG_2.jpg"), (second, "mmexport1584236789.jpg"))
    ):
        item = line.address if visit == first else ""
        workspace.photos.add(visit, Arrival(a_photo(number), name, Source.DROP), item=item)
    return first, second


def _said(screen):
    return "\n".join(label.text() for label in screen.facts.findChildren(QLabel) if not label.isHidden())


def test_it_says_what_to_do_first_when_there_is_nothing(evidence):
    screen = evidence()
    assert screen.stack.currentIndex() == EMPTY
    assert screen.facts.isHidden()


def test_every_photo_gets_its_thumbnail_in_the_background(evidence, photos, qtbot):
    screen = evidence()
    model = screen.leaves
    qtbot.waitUntil(lambda: all(model.index(n).data(PICTURE) is not None for n in range(3)), timeout=20_000)
    assert model.rowCount() == 3


def test_a_file_without_a_preview_is_shown_with_its_reason(opened, evidence, settled, qtbot):
    visit = a_visit(opened.workspace)
    opened.workspace.photos.add(visit, Arrival(a_photo()[:300], "IMG.jpg", Source.DROP))
    screen = evidence()
    settled()
    screen.present(visit)
    settled()
    assert screen.leaves.index(0).data(PICTURE) is None
    assert "无法预览" in _said(screen)
    screen.grid.setFocus()
    qtbot.keyClick(screen.grid, Qt.Key.Key_Return)
    settled()
    assert "无法预览" in screen.large.picture._words


def test_doubts_and_claims_are_told_apart_from_facts(evidence, photos):
    said = _said(evidence())
    assert "疑非原图：文件名像是聊天软件保存的图片" in said
    assert "未经核实" in said
    assert "mmexport1584236789.jpg" in said
    assert "仅在本机" in said


def test_one_visit_alone_is_shown_when_it_is_asked_for(evidence, photos, opened, settled, qtbot):
    first, _ = photos
    screen = evidence(first)
    assert [leaf.visit.id for leaf in screen.leaves.leaves] == [first, first]
    assert not screen.every.isHidden()
    qtbot.mouseClick(screen.every, Qt.MouseButton.LeftButton)
    settled()
    assert screen.leaves.rowCount() == 3
    only = next(b for b in screen.facts.findChildren(Button) if b.text() == "只看这次检查的照片")
    qtbot.mouseClick(only, Qt.MouseButton.LeftButton)
    settled()
    assert len({leaf.visit.id for leaf in screen.leaves.leaves}) == 1


def test_keys_lead_from_the_grid_to_one_large_to_the_next_and_back(evidence, photos, qtbot, settled):
    screen = evidence()
    screen.grid.setFocus()
    qtbot.keyClick(screen.grid, Qt.Key.Key_Return)
    settled()
    assert screen.stack.currentIndex() == LARGE
    assert screen.large.title.text() == "mmexport1584236789.jpg"
    assert not screen.large.picture._pixmap.isNull()
    qtbot.keyClick(screen.large, Qt.Key.Key_Right)
    settled()
    assert screen.large.title.text() == screen.grid.currentIndex().data(LEAF).facts.original_name != ""
    assert screen.grid.currentIndex().row() == 1
    qtbot.keyClick(screen.large, Qt.Key.Key_Escape)
    assert screen.stack.currentIndex() == GRID


def test_a_digest_can_be_copied_whole(evidence, photos, qtbot):
    screen = evidence()
    copy = next(b for b in screen.facts.findChildren(IconButton) if b.accessibleName() == "复制 SHA-256")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == screen.leaves.leaves[0].sha256


def test_verifying_says_unchanged_and_no_more(evidence, photos, qtbot, settled):
    screen = evidence()
    qtbot.mouseClick(screen.verify, Qt.MouseButton.LeftButton)
    settled()
    (line,) = screen.outcome.lines
    assert (line.tone, "3 份原件" in line.words, "不证明画面内容真实" in line.below) == (
        Tone.GOOD,
        True,
        True,
    )


def test_verifying_names_the_original_that_is_not_as_it_came(evidence, photos, opened, qtbot, settled):
    screen = evidence()
    sha256 = screen.leaves.leaves[0].sha256
    entry = opened.workspace.store.local.blob(sha256)
    path = opened.workspace.vault.path_of(entry.cipher)
    path.chmod(0o600)
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    qtbot.mouseClick(screen.verify, Qt.MouseButton.LeftButton)
    settled()
    (line,) = screen.outcome.lines
    assert (line.tone, sha256[:16] in line.below) == (Tone.BAD, True)


def test_a_photo_taken_in_elsewhere_appears(evidence, photos, opened, settled):
    screen = evidence()
    first, _ = photos
    _, changes = opened.workspace.photos.add(first, Arrival(a_photo(9), "IMG_9.jpg", Source.DROP))
    opened.shell.spread(changes)
    settled()
    assert screen.leaves.rowCount() == 4
