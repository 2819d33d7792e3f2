"""检查项: four keys, facts, suspicions in place, photos in three ways, drafts, undo, and coming back."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest

from inspector.checklist import Mark
from inspector.inspection.inspection import Inspection
from tests.desk import a_visit
from tests.ui.hands import compose, write
from ui.app import App
from ui.screens.fill_in.items.rows import LineRow
from ui.screens.fill_in.items.step import ItemsStep
from ui.screens.fill_in.screen import FillInScreen
from ui.screens.screen import Place


class AtTheStall:
    """The page of one visit, its items in sight, and what is on disk of it."""

    def __init__(self, app: App, qtbot, visit: str) -> None:
        self.app, self.qtbot, self.visit = app, qtbot, visit
        app.shell.go(Place.FILL_IN, visit)
        self.screen: FillInScreen = app.shell.screen_here
        self.wait(lambda: self.screen.pages.currentIndex() == 1)
        self.step = next(s for n in range(9) if isinstance(s := self.screen.steps.widget(n), ItemsStep))
        self.screen._show_step(self.screen.steps.indexOf(self.step))
        self.wait(lambda: self.step.items.at_hand is not None)
        self.step.items.setFocus()
        self.quiet()

    @property
    def inspection(self) -> Inspection:
        return self.app.shell.context.workspace.inspections.read(self.visit)

    def key(self, key: Qt.Key, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.app.window.focusWidget() or self.step.items, key)

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=10_000)

    def quiet(self) -> None:
        self.wait(lambda: not self.app.tasks.is_busy and not self.screen._soon.isActive())

    def go(self, name: str) -> None:
        """Brings the item *name* to hand."""
        rows = self.step.rows.rows
        number = next(n for n, r in enumerate(rows) if r.key.rpartition("/")[2] == name)
        self.step.items.go(number)
        self.step.items.setFocus()

    def photos(self) -> int:
        return len(self.inspection.photos)


@pytest.fixture
def stall(opened: App, qtbot) -> AtTheStall:
    return AtTheStall(opened, qtbot, a_visit(opened.shell.context.workspace))


def test_each_key_answers_and_the_cursor_moves_on(stall: AtTheStall) -> None:
    first = stall.step.items.at_hand
    for key in (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_0):
        stall.key(key)
    stall.quiet()
    marks = {a: answer.mark for a, answer in stall.inspection.answers.items()}
    shown = [r.line.address for r in stall.step.rows.rows if hasattr(r, "line")]
    assert marks[shown[0]] is Mark.CLEAR
    assert marks[shown[1]] is Mark.NOT_APPLICABLE
    assert marks[shown[2]] is Mark.UNCHECKED
    assert first.line.address == shown[0]
    assert stall.step.items.at_hand.line.address == shown[3]


def test_an_answer_by_the_number_pad_is_an_answer_and_one_with_control_is_none(stall: AtTheStall) -> None:
    QTest.keyClick(stall.step.items, Qt.Key.Key_1, Qt.KeyboardModifier.KeypadModifier)
    QTest.keyClick(stall.step.items, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    stall.quiet()
    assert len(stall.inspection.answers) == 1


def test_a_suspicion_opens_in_place_and_takes_facts_and_goods(stall: AtTheStall) -> None:
    stall.go("imitation")
    stall.key(Qt.Key.Key_2)
    panel = stall.step.editor.suspicion
    stall.wait(lambda: panel.isVisible() and panel.facts.editor.hasFocus())
    write(panel.facts.editor, "货架上有口罩二十盒")
    panel.settle()
    panel.add.click()
    stall.wait(lambda: panel.goods.rowCount() == 1)
    stall.quiet()
    panel.goods.item(0, 4).setText("２０")
    panel.goods.item(0, 6).setText("35.5")
    stall.quiet()
    inspection = stall.inspection
    assert inspection.suspicions[0].facts == "货架上有口罩二十盒"
    assert (str(inspection.goods[0].quantity), str(inspection.goods[0].unit_price)) == ("20", "35.5")
    panel.goods.item(0, 4).setText("many")
    stall.quiet()
    assert str(stall.inspection.goods[0].quantity) == "20", "what is no number is not taken"


def test_enter_goes_into_the_fact_and_on_and_never_out_of_a_composition(stall: AtTheStall) -> None:
    stall.go("product_name")
    stall.key(Qt.Key.Key_Return)
    editor = stall.step.editor.fact.text.editor
    stall.wait(editor.hasFocus)
    compose(editor, "kou zhao")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert stall.step.items.at_hand.line.item.name == "product_name", "that Enter was the input method's"
    write(editor, "口罩")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert stall.step.items.at_hand.line.item.name == "brand"
    stall.quiet()
    address = next(r.line.address for r in stall.step.rows.rows if r.key.endswith("product_name"))
    assert stall.inspection.answers[address].fact == "口罩"


def test_a_choice_shows_the_items_that_it_makes_relevant(stall: AtTheStall) -> None:
    stall.go("kind")
    shown = {r.key.rpartition("/")[2] for r in stall.step.rows.rows}
    assert "registration" not in shown
    box = stall.step.editor.fact.box
    box.setFocus()
    box.setCurrentIndex(box.findData("surgical") - 1)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert "registration" in {r.key.rpartition("/")[2] for r in stall.step.rows.rows}
    assert stall.step.items.at_hand.line.item.name == "kind", "the cursor stays where it was"


def test_half_typed_text_is_a_draft_after_half_a_second_and_comes_back(stall: AtTheStall, qtbot) -> None:
    stall.go("product_name")
    stall.step.editor.take_cursor()
    write(stall.step.editor.fact.text.editor, "医用外")
    drafts = stall.app.shell.context.workspace.drafts
    stall.wait(lambda: "医用外" in drafts.below(stall.visit).values())
    assert not stall.inspection.answers, "not yet an answer"
    again = AtTheStall(stall.app, qtbot, stall.visit)
    again.go("product_name")
    assert again.step.editor.fact.text.text() == "医用外"


def test_undo_takes_the_last_answer_back_and_redo_gives_it_again(stall: AtTheStall) -> None:
    stall.key(Qt.Key.Key_1)
    stall.quiet()
    stall.screen.undo()
    stall.quiet()
    assert {a.mark for a in stall.inspection.answers.values()} == {Mark.UNCHECKED}
    stall.screen.redo()
    stall.quiet()
    assert {a.mark for a in stall.inspection.answers.values()} == {Mark.CLEAR}


def test_one_comes_back_to_the_item_at_which_one_left_off(stall: AtTheStall, qtbot) -> None:
    stall.go("vouchers")
    stall.quiet()
    stall.app.shell.go(Place.OFFICERS, "")
    del stall.app.shell._screens[Place.FILL_IN]
    again = AtTheStall(stall.app, qtbot, "")
    assert again.step.items.at_hand.line.item.name == "vouchers"


def test_a_card_is_added_and_takes_over_facts_but_no_marks(stall: AtTheStall) -> None:
    workspace = stall.app.shell.context.workspace
    first = stall.inspection.cards[0].id.rpartition("/")[2]
    workspace.answering.answer(stall.visit, f"{first}/brand", fact="洁康")
    workspace.answering.answer(stall.visit, f"{first}/imitation", mark=Mark.CLEAR)
    stall.step.cards.new.click()
    stall.wait(lambda: len(stall.inspection.cards) == 2)
    second = next(c.id.rpartition("/")[2] for c in stall.inspection.cards if first not in c.id)
    stall.wait(lambda: stall.step.cards._card == second)
    stall.quiet()
    stall.step.cards.copy.click()
    stall.quiet()
    answers = stall.inspection.answers
    assert answers[f"{second}/brand"].fact == "洁康"
    assert f"{second}/imitation" not in answers


def a_picture(folder: Path, name: str = "IMG_1.png") -> Path:
    """Another one for each name."""
    picture = QImage(64, 48, QImage.Format.Format_RGB32)
    picture.fill(QColor.fromHsv(sum(name.encode()) % 360, 200, 200))
    assert picture.save(str(folder / name))
    return folder / name


def test_photos_come_by_file_by_drop_and_by_paste_onto_the_item_at_hand(
    stall: AtTheStall, tmp_path: Path
) -> None:
    stall.go("bare")
    strip = stall.step.editor.photos.strip
    strip.files_given.emit([a_picture(tmp_path)])
    stall.wait(lambda: stall.photos() == 1)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(a_picture(tmp_path, "IMG_2.png")))])
    strip.take(dropped)
    stall.wait(lambda: stall.photos() == 2)
    pasted = QMimeData()
    pasted.setImageData(QImage(str(a_picture(tmp_path, "IMG_3.png"))))
    QGuiApplication.clipboard().setMimeData(pasted)
    strip.take(QGuiApplication.clipboard().mimeData())
    stall.wait(lambda: stall.photos() == 3)
    stall.quiet()
    assert {p.item for p in stall.inspection.photos} == {"bare"}
    original = stall.app.shell.context.workspace.photos.original(stall.inspection.photos[0].sha256)
    assert original == (tmp_path / "IMG_1.png").read_bytes()
    stall.wait(lambda: strip.list.count() == 3)


def test_photos_that_arrive_in_a_watched_folder_go_onto_the_item_at_hand(
    stall: AtTheStall, tmp_path: Path
) -> None:
    a_picture(tmp_path, "old.png")
    stall.go("licence")
    stall.step.watching.watch(tmp_path)
    stall.wait(lambda: stall.step.watching.button.isChecked())
    a_picture(tmp_path, "new.png")
    stall.wait(lambda: stall.photos() == 1)
    stall.step.watching.stop()
    stall.quiet()
    photo = stall.inspection.photos[0]
    assert photo.item == "licence"
    assert photo.facts["original_name"] == "new.png"
    assert photo.facts["source"] == "watched"


def test_a_photo_that_cannot_be_read_is_said_and_the_others_are_taken(
    stall: AtTheStall, tmp_path: Path
) -> None:
    (tmp_path / "empty.jpg").write_bytes(b"")
    good = a_picture(tmp_path)
    stall.step.editor.photos.strip.files_given.emit([tmp_path / "empty.jpg", tmp_path / "gone.jpg", good])
    stall.wait(lambda: stall.photos() == 1)
    stall.quiet()
    assert stall.app.window.messages.isVisible()


def test_a_photo_that_is_there_already_is_said_and_not_taken_twice(stall: AtTheStall, tmp_path: Path) -> None:
    strip = stall.step.editor.photos.strip
    strip.files_given.emit([a_picture(tmp_path)])
    stall.wait(lambda: stall.photos() == 1)
    stall.quiet()
    assert not stall.app.window.messages.isVisible()
    strip.files_given.emit([a_picture(tmp_path)])
    stall.wait(stall.app.window.messages.isVisible)
    stall.quiet()
    assert stall.photos() == 1


def test_a_final_visit_is_shown_and_takes_no_answers(stall: AtTheStall) -> None:
    from tests.desk import told

    workspace = stall.app.shell.context.workspace
    told(workspace, stall.visit)
    workspace.records.finalise(stall.visit)
    stall.screen.present(stall.visit)
    stall.quiet()
    stall.key(Qt.Key.Key_1)
    stall.quiet()
    assert not stall.inspection.answers


def test_the_bases_are_those_of_the_day_of_the_visit_and_say_their_version(stall: AtTheStall) -> None:
    editor = stall.step.editor
    started = stall.inspection.visit.started_at
    assert started is not None
    assert f"{started:%Y-%m-%d}" in editor.basis.text()
    assert "《消费者权益保护法》第二十一条" in editor.basis.text()
    lines = editor.basis.toolTip().splitlines()
    assert len(lines) == len(stall.step.items.at_hand.line.item.basis)
    assert all("起施行" in line for line in lines)


def test_the_rows_stay_when_an_answer_shows_or_hides_none(stall: AtTheStall) -> None:
    rows, sheet = stall.step.rows.rows, stall.step.rows.sheet
    stall.key(Qt.Key.Key_1)
    assert stall.step.rows.rows is rows
    stall.quiet()
    assert stall.step.rows.rows is rows, "what is read back is what is seen"
    assert stall.step.rows.sheet is sheet


def test_another_sheet_comes_when_something_else_is_on_disk_than_was_seen(stall: AtTheStall) -> None:
    sheet = stall.step.rows.sheet
    address = stall.step.items.at_hand.line.address
    context = stall.app.shell.context
    context.write(lambda: context.workspace.answering.answer(stall.visit, address, mark=Mark.NOT_APPLICABLE))
    stall.quiet()
    assert stall.step.rows.sheet is not sheet
    assert stall.step.rows.shown(stall.step.items.at_hand).answer.mark is Mark.NOT_APPLICABLE


@pytest.mark.parametrize("at_hand", ["licence", "product_name"])
def test_rows_lie_one_below_the_other_and_are_found_where_they_lie(stall: AtTheStall, at_hand: str) -> None:
    items = stall.step.items
    stall.go(at_hand)
    stall.quiet()
    areas = [items.area(number) for number in range(len(stall.step.rows.rows))]
    assert all(above.bottom() + 1 == below.top() for above, below in pairwise(areas))
    assert max(areas, key=QRect.height) == areas[items.row_at_hand], "the editor lies over it"
    ground = items.viewport().rect()
    seen = [
        n for n, r in enumerate(stall.step.rows.rows) if isinstance(r, LineRow) and ground.contains(areas[n])
    ]
    for number in (min(seen), max(seen)):
        stall.go(at_hand)
        QTest.mouseClick(
            items.viewport(), Qt.MouseButton.LeftButton, pos=items.area(number).topLeft() + QPoint(9, 9)
        )
        assert items.row_at_hand == number
