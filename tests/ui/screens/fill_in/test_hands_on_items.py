"""检查项 with both hands: where keys go and where they do not, what is asked before it is lost, and what comes back."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from inspector.checklist import Mark
from inspector.inspection.record import Form
from tests.ui.hands import write
from tests.ui.screens.fill_in.conftest import Sight
from ui.dialogs.dialog import Question
from ui.screens.fill_in.items.goods_table import FIELDS
from ui.screens.fill_in.items.step import ItemsStep
from ui.screens.screen import Place

Key = Qt.Key
SUSPICIOUS = "imitation"


def press(*keys: Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Presses keys where the cursor is."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)
        QApplication.processEvents()


def step(sight: Sight) -> ItemsStep:
    found = sight.screen.step_here
    assert isinstance(found, ItemsStep)
    return found


def at(sight: Sight, name: str) -> ItemsStep:
    """The step with the item *name* at hand, its keys under the fingers."""
    sight.step(1)
    here = step(sight)
    here.items.go(next(n for n, r in enumerate(here.rows.rows) if r.key.rpartition("/")[2] == name))
    here.items.setFocus()
    sight.rest()
    return here


def suspect(sight: Sight, *, goods: bool = False) -> ItemsStep:
    here = at(sight, SUSPICIOUS)
    press(Key.Key_2)
    sight.until(here.editor.suspicion.facts.editor.hasFocus)
    sight.rest()
    if goods:
        here.editor.suspicion.add.click()
        sight.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
        sight.until(lambda: here.editor.suspicion.goods.rowCount() == 1)
        sight.rest()
    return here


def name(here: ItemsStep) -> str:
    assert here.items.at_hand is not None
    return here.items.at_hand.line.item.name


def mark(sight: Sight, here: ItemsStep) -> Mark:
    assert here.items.at_hand is not None
    address = here.items.at_hand.line.address
    return next((a.mark for at, a in sight.inspection.answers.items() if at == address), Mark.UNCHECKED)


def click(here: ItemsStep, field: str) -> None:
    table = here.editor.suspicion.goods
    area = table.visualRect(table.model().index(0, FIELDS.index(field)))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    QApplication.processEvents()


def question(sight: Sight) -> Question:
    sight.until(lambda: isinstance(QApplication.activeModalWidget(), Question))
    found = QApplication.activeModalWidget()
    assert isinstance(found, Question)
    return found


# goods


def test_a_digit_typed_in_a_goods_cell_is_typed_there_and_answers_nothing(sight: Sight) -> None:
    here = suspect(sight, goods=True)
    click(here, "quantity")
    press("1", "2", "0", Key.Key_Return)
    sight.rest()
    assert sight.inspection.goods[0].quantity == Decimal(120)
    assert mark(sight, here) is Mark.SUSPECT
    assert (name(here), len(sight.inspection.answers)) == (SUSPICIOUS, 1)


def test_a_key_on_a_closed_goods_cell_opens_it(sight: Sight) -> None:
    here = suspect(sight, goods=True)
    table = here.editor.suspicion.goods
    press(Key.Key_Escape)
    table.setFocus()
    table.setCurrentCell(0, FIELDS.index("batch"))
    press("3", "1", Key.Key_Tab)
    sight.rest()
    assert sight.inspection.goods[0].batch == "31"
    assert mark(sight, here) is Mark.SUSPECT


@pytest.mark.parametrize("child", ["add", "remove", "goods"])
def test_no_key_of_a_child_of_the_item_answers_it(sight: Sight, child: str) -> None:
    here = suspect(sight, goods=True)
    press(Key.Key_Escape)
    focused: QWidget = getattr(here.editor.suspicion, child)
    focused.setFocus()
    press("1")
    assert QApplication.activeModalWidget() is None, "it was no answer that is asked for"
    sight.rest()
    assert mark(sight, here) is Mark.SUSPECT
    assert name(here) == SUSPICIOUS


def test_tab_and_enter_go_from_cell_to_cell_and_out_at_the_end(sight: Sight) -> None:
    here = suspect(sight, goods=True)
    table = here.editor.suspicion.goods
    for number in range(len(FIELDS)):
        assert table.currentColumn() == number
        assert table.state() is table.State.EditingState
        write(QApplication.focusWidget(), str(number))
        press(Key.Key_Return if number % 2 else Key.Key_Tab)
    assert QApplication.focusWidget() is here.editor.suspicion.add
    sight.rest()
    goods = sight.inspection.goods[0]
    assert [str(getattr(goods, f)) for f in FIELDS] == [str(n) for n in range(len(FIELDS))]
    press(Key.Key_Return)
    sight.rest()
    assert (table.rowCount(), table.currentRow(), table.currentColumn()) == (2, 1, 0)


def test_tab_leads_into_the_goods_and_backtab_out_again(sight: Sight) -> None:
    here = suspect(sight, goods=True)
    table = here.editor.suspicion.goods
    here.editor.suspicion.facts.editor.setFocus()
    press(Key.Key_Tab)
    assert (table.state(), table.currentColumn()) == (table.State.EditingState, 0)
    press(Key.Key_Tab)
    assert table.currentColumn() == 1
    press(Key.Key_Backtab, Key.Key_Backtab)
    assert here.editor.suspicion.facts.editor.hasFocus()


def test_an_added_goods_line_is_in_sight_with_the_cursor_in_its_first_cell(sight: Sight) -> None:
    here = suspect(sight, goods=True)
    table = here.editor.suspicion.goods
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert (table.currentRow(), table.currentColumn()) == (0, 0)
    QApplication.processEvents()
    ground = here.items.viewport()
    area = editor.rect().translated(editor.mapTo(ground, QPoint(0, 0)))
    assert ground.rect().contains(area)
    assert editor.height() >= editor.sizeHint().height(), "not cut"


def in_sight(here: ItemsStep) -> bool:
    """Whether all of what has the keyboard is seen."""
    focused, ground = QApplication.focusWidget(), here.items.viewport()
    assert focused is not None
    return ground.rect().contains(focused.rect().translated(focused.mapTo(ground, QPoint(0, 0))))


@pytest.mark.parametrize("height", [768, 600])
def test_what_one_types_in_stays_in_sight_while_the_cells_before_it_are_saved(
    sight: Sight, height: int
) -> None:
    sight.app.window.resize(1366, height)
    sight.step(1)
    here = step(sight)
    here.items.go(here.rows.next_line(here.rows.next_line(here.rows.next_line(-1))))
    here.items.setFocus()
    press(Key.Key_2)
    sight.until(here.editor.suspicion.facts.editor.hasFocus)
    sight.rest()
    write(here.editor.suspicion.facts.editor, "货架上有口罩二十盒")
    press(Key.Key_Tab)
    assert QApplication.focusWidget() is here.editor.suspicion.add
    sight.rest()
    QApplication.processEvents()
    assert in_sight(here), "the button that Tab led to, once the facts are saved"
    press(Key.Key_Space)
    sight.until(lambda: here.editor.suspicion.goods.rowCount() == 1)
    sight.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    for field in FIELDS[:3]:
        sight.rest()
        QApplication.processEvents()
        assert in_sight(here), field
        write(QApplication.focusWidget(), field)
        press(Key.Key_Tab)
        assert in_sight(here), field


def test_a_number_with_its_unit_becomes_both(sight: Sight) -> None:
    here = suspect(sight, goods=True)
    click(here, "quantity")
    press("1", "2", "0")
    write(QApplication.focusWidget(), "盒")
    press(Key.Key_Return)
    sight.rest()
    goods = sight.inspection.goods[0]
    assert (goods.quantity, goods.unit) == (Decimal(120), "盒")


@pytest.mark.parametrize("typed", ["12x", "约120"])
def test_what_is_no_number_stays_in_its_cell_and_is_named_until_it_is_mended(
    sight: Sight, typed: str
) -> None:
    here = suspect(sight, goods=True)
    click(here, "quantity")
    write(QApplication.focusWidget(), typed)
    press(Key.Key_Return)
    sight.rest()
    panel, column = here.editor.suspicion, FIELDS.index("quantity")
    assert panel.goods.item(0, column).text() == typed
    assert typed in panel.unread.text()
    assert panel.unread.isVisible()
    goods = sight.inspection.goods[0]
    assert goods.quantity is None
    assert sight.workspace.drafts.below(sight.visit)[goods.id, "quantity"] == typed
    sight.screen.present(sight.visit)
    sight.rest()
    places = [link.place for link in sight.screen.missing._links]
    assert f"goods/{goods.id}#quantity" in places
    click(here, "quantity")
    QApplication.focusWidget().selectAll()
    press("5", Key.Key_Return)
    sight.rest()
    assert sight.inspection.goods[0].quantity == Decimal(5)
    assert not panel.unread.isVisible()
    assert (goods.id, "quantity") not in sight.workspace.drafts.below(sight.visit)


def test_half_typed_text_of_a_goods_cell_is_a_draft(sight: Sight) -> None:
    here = suspect(sight, goods=True)
    click(here, "name")
    write(QApplication.focusWidget(), "口罩")
    sight.until(lambda: "口罩" in sight.workspace.drafts.below(sight.visit).values())
    assert sight.inspection.goods[0].name == ""
    press(Key.Key_Escape)
    sight.rest()
    assert "口罩" not in sight.workspace.drafts.below(sight.visit).values(), "given up by hand"


# the suspicion goes with its mark


@pytest.mark.parametrize("other", [Key.Key_1, Key.Key_3, Key.Key_0])
def test_a_blank_suspicion_goes_with_its_mark(sight: Sight, other: Key) -> None:
    here = suspect(sight)
    here.items.setFocus()
    press(other)
    sight.rest()
    assert (sight.inspection.suspicions, sight.inspection.form) == ((), Form.INSPECTION_RECORD)


def test_a_suspicion_that_holds_something_is_asked_for_and_kept_by_escape(sight: Sight) -> None:
    here = suspect(sight)
    write(here.editor.suspicion.facts.editor, "货架上有口罩二十盒")
    here.items.setFocus()
    press(Key.Key_1)
    QTest.keyClick(question(sight), Key.Key_Escape)
    sight.rest()
    assert mark(sight, here) is Mark.SUSPECT
    assert sight.inspection.suspicions[0].facts == "货架上有口罩二十盒"


def test_a_suspicion_goes_with_its_content_in_one_step_and_comes_back_by_one(sight: Sight) -> None:
    here = suspect(sight, goods=True)
    write(here.editor.suspicion.facts.editor, "货架上有口罩二十盒")
    here.items.setFocus()
    press(Key.Key_1)
    question(sight).take.click()
    sight.rest()
    inspection = sight.inspection
    assert (inspection.suspicions, inspection.goods, inspection.form) == ((), (), Form.INSPECTION_RECORD)
    at(sight, SUSPICIOUS)
    assert mark(sight, here) is Mark.CLEAR
    sight.screen.undo()
    sight.rest()
    assert mark(sight, here) is Mark.SUSPECT
    assert [len(things) for things in (sight.inspection.suspicions, sight.inspection.goods)] == [1, 1]


def test_the_mark_of_a_suspicion_again_goes_into_its_facts(sight: Sight) -> None:
    here = suspect(sight)
    here.items.setFocus()
    press(Key.Key_2)
    assert here.editor.suspicion.facts.editor.hasFocus()


# Enter


def test_enter_goes_into_the_note_and_back_to_the_keys_of_an_unanswered_item(sight: Sight) -> None:
    here = at(sight, "licence")
    press(Key.Key_Return)
    editor = QApplication.focusWidget()
    assert here.editor.isAncestorOf(editor)
    write(editor, "已看")
    press(Key.Key_Return)
    assert (name(here), here.items.hasFocus()) == ("licence", True)
    press(Key.Key_1)
    sight.rest()
    assert sight.inspection.answers["licence"].mark is Mark.CLEAR
    assert name(here) != "licence"
    press(Key.Key_Up, Key.Key_Return, Key.Key_Return)
    assert name(here) != "licence", "answered: on"


def test_control_and_enter_go_on_from_the_middle_of_a_text(sight: Sight) -> None:
    here = suspect(sight)
    press(Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert name(here) != SUSPICIOUS


# where the keyboard is


def test_opening_the_items_puts_the_answer_keys_under_the_fingers(sight: Sight) -> None:
    for way in ("click", "keys"):
        sight.step(0)
        tab = sight.screen.tabs.button(1)
        if way == "click":
            QTest.mouseClick(tab, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(sight.app.window, Key.Key_2, Qt.KeyboardModifier.AltModifier)
        sight.rest()
        assert QApplication.focusWidget() is step(sight).items
        press(Key.Key_1)
        sight.rest()
    assert len(sight.inspection.answers) == 2


@pytest.mark.parametrize("number", range(4))
def test_every_step_takes_the_keyboard(sight: Sight, number: int) -> None:
    opened = sight.step(number)
    assert opened.isAncestorOf(QApplication.focusWidget())


def test_a_visit_that_is_come_to_has_the_keyboard(sight: Sight) -> None:
    sight.app.shell.go(Place.OFFICERS, "")
    sight.app.shell.navigation.badge.setFocus()
    sight.app.shell.go(Place.FILL_IN, sight.visit)
    sight.rest()
    assert sight.screen.steps.isAncestorOf(QApplication.focusWidget())


def test_one_comes_back_to_the_item_and_not_to_the_first_step(sight: Sight) -> None:
    here = at(sight, "vouchers")
    sight.workspace.inspections.set(sight.visit, place="南宾街道")
    sight.screen.present(sight.visit)  # what is read anew does not change where one is
    sight.rest()
    sight.app.shell.go(Place.OFFICERS, "")
    sight.app.shell._screens.pop(Place.FILL_IN).deleteLater()
    sight.app.shell.go(Place.FILL_IN, "")
    sight.rest()
    assert step(sight) is not here
    assert name(step(sight)) == "vouchers"


def test_one_comes_back_to_the_first_step_when_one_was_there(sight: Sight) -> None:
    sight.step(1)
    sight.step(0)
    sight.screen.undo()
    sight.workspace.inspections.set(sight.visit, place="南宾街道")
    sight.screen.refresh(None)
    sight.rest()
    sight.app.shell.go(Place.OFFICERS, "")
    sight.app.shell._screens.pop(Place.FILL_IN).deleteLater()
    sight.app.shell.go(Place.FILL_IN, "")
    sight.rest()
    assert sight.screen.steps.currentIndex() == 0


def test_a_picture_is_pasted_onto_the_item_at_hand(sight: Sight) -> None:
    here = at(sight, "bare")
    picture = QImage(64, 48, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    pasted = QMimeData()
    pasted.setImageData(picture)
    QGuiApplication.clipboard().setMimeData(pasted)
    assert not here.editor.photos.strip.list.isVisible()
    press(Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    sight.until(lambda: [p.item for p in sight.inspection.photos] == ["bare"])
    sight.rest()


def test_in_a_small_window_the_last_step_has_room_for_both_its_columns(sight: Sight) -> None:
    sight.app.window.resize(920, 600)
    last = sight.step(3)
    sight.until(lambda: not sight.screen.side.isVisible())
    QApplication.processEvents()
    assert last.page.width() >= last.width() // 3
    assert sight.screen.rect().right() >= last.mapTo(sight.screen, last.rect().topRight()).x()
    sight.step(0)
    assert sight.screen.side.isVisible(), "what is missing is said beside the others"


def test_what_stands_in_an_open_goods_cell_is_kept_when_the_program_closes_at_once(sight: Sight) -> None:
    suspect(sight, goods=True)
    write(QApplication.focusWidget(), "口罩")
    sight.app.shell.leave()
    sight.rest()
    assert sight.inspection.goods[0].name == "口罩"
