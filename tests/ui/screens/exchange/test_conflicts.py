"""Promise 4 in the window: both values, their authors and times, and a decision that nobody made beforehand."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.desk import PINS, a_party, a_visit, final, marked, pins, signed, told
from ui.screens.exchange.decision import NEW, Value
from ui.screens.exchange.screen import CONFLICTS, ExchangeScreen
from ui.widgets.chip import Chip

FIRST = next(iter(PINS))
NORTHERN, SOUTHERN = "13800001111", "13800002222"


@pytest.fixture
def party(desks):
    found = a_party(desks.north)
    desks.bring(desks.north)
    desks.share(desks.south)
    for laptop, phone in ((desks.north, NORTHERN), (desks.south, SOUTHERN)):
        laptop.registry.amend(replace(laptop.registry.party(found), phone=phone))
        desks.bring(laptop)
    return found


@pytest.fixture
def screen(stage, desks, party):
    return stage.show(ExchangeScreen, desks.office, "conflicts")


def test_both_values_are_shown_with_who_wrote_them_where_and_none_is_chosen(screen):
    decision = screen.conflicts.decision
    assert screen.tabs.tabText(CONFLICTS) == "分歧 (1)"
    assert decision.title.text() == "石柱县康宁大药房"
    assert decision.where.text() == "监管对象 · 联系电话"
    told = [value.offer().accessibleName() for value in decision.findChildren(Value) if not value.isHidden()]
    assert {words.split(" · ")[0] for words in told} == {NORTHERN, SOUTHERN}
    assert all(FIRST in words and ("north" in words or "south" in words) for words in told)
    assert decision.choices.checkedId() == -1
    assert not decision.confirm.isEnabled()


@pytest.mark.parametrize("number", [0, 1])
def test_the_chosen_value_stands_for_everybody(stage, desks, party, screen, number):
    decision = screen.conflicts.decision
    wanted = desks.office.conflicts.list()[0].versions[number].value
    stage.qtbot.mouseClick(decision.choices.button(number), Qt.MouseButton.LeftButton)
    stage.qtbot.mouseClick(decision.confirm, Qt.MouseButton.LeftButton)
    stage.settle()
    assert desks.office.registry.party(party).phone == wanted
    assert screen.conflicts.stack.currentIndex() == 1
    assert screen.tabs.tabText(CONFLICTS) == "分歧"
    desks.share()
    assert desks.north.registry.party(party).phone == wanted
    assert desks.south.conflicts.list() == ()


def test_a_new_value_can_be_typed_by_keys_alone(stage, desks, party, screen):
    decision = screen.conflicts.decision
    decision.choices.button(NEW).setFocus()
    stage.qtbot.keyClick(decision.choices.button(NEW), Qt.Key.Key_Space)
    assert not decision.confirm.isEnabled()
    stage.qtbot.keyClicks(decision.new, "13800003333")
    stage.qtbot.keyClick(decision.confirm, Qt.Key.Key_Space)
    stage.settle()
    assert desks.office.registry.party(party).phone == "13800003333"


def test_a_click_anywhere_on_a_value_chooses_it(stage, screen):
    decision = screen.conflicts.decision
    second = [value for value in decision.findChildren(Value) if not value.isHidden()][1]
    stage.qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert decision.choices.checkedId() == 1


def test_nothing_is_asked_when_nobody_wrote_over_anybody(stage, desks):
    screen = stage.show(ExchangeScreen, desks.office, "conflicts")
    assert screen.conflicts.stack.currentIndex() == 1


def test_identity_numbers_stay_covered_when_they_differ(stage, desks, party):
    for laptop, number in ((desks.north, "500240199001011234"), (desks.south, "500240199001015678")):
        laptop.registry.amend(replace(laptop.registry.party(party), id_number=number))
        desks.bring(laptop)
    screen = stage.show(ExchangeScreen, desks.office, "conflicts")
    rows = [screen.conflicts.list.item(n).text() for n in range(screen.conflicts.list.count())]
    assert len(rows) == 2
    screen.conflicts.list.setCurrentRow(0)
    names = [b.accessibleName() for b in screen.conflicts.decision.choices.buttons()]
    assert any("•" in name for name in names)
    assert not any("19900101" in name for name in names)


@pytest.fixture
def signed_visit(desks):
    """Signed on one laptop, and changed on the other one meanwhile."""
    visit = a_visit(desks.north)
    desks.bring(desks.north)
    desks.share(desks.south)
    desks.south.inspections.set(visit, place="南边写的地点")
    desks.north.inspections.set(visit, place="签名页上的地点")
    for step in (marked, told, final, signed):
        step(desks.north, visit)
    desks.bring(desks.south)
    desks.bring(desks.north)
    return visit


def test_only_what_stands_on_the_signed_page_is_offered(stage, desks, signed_visit):
    screen = stage.show(ExchangeScreen, desks.north, "conflicts")
    decision = screen.conflicts.decision
    (choice,) = decision.choices.buttons()
    assert choice.accessibleName().startswith("签名页上的地点")
    assert "以纸质为准" in decision.note.text()
    assert any(chip.text() == "已签名页面上的内容" for chip in decision.findChildren(Chip))
    stage.qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)
    stage.qtbot.mouseClick(decision.confirm, Qt.MouseButton.LeftButton)
    stage.settle()
    desks.north.records.lock(signed_visit, pins(desks.north))
    assert desks.north.records.record(signed_visit).place == "签名页上的地点"
