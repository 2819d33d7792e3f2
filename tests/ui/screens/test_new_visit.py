"""新检查: initials, Enter, Enter; or a party entered in place."""

import pytest
from PySide6.QtCore import Qt

from inspector.errors import Code, Trouble
from inspector.inspection.registry import Market, Stall
from tests.desk import a_party
from ui.dialogs.new_visit import NewVisit
from ui.screens.screen import Place


@pytest.fixture
def begin(opened, qtbot):
    """Opens the dialog from the page of the day, as Ctrl+N does."""

    def opener() -> NewVisit:
        opened.shell.go(Place.TODAY)
        qtbot.waitUntil(lambda: not opened.tasks.is_busy)
        opened.shell.screen_here.new.click()
        dialog = opened.shell.screen_here.findChild(NewVisit)
        qtbot.waitUntil(lambda: dialog.second.count() > 0 and dialog.picker.line.hasFocus())
        return dialog

    return opener


def _visit(app, qtbot):
    """The visit that was begun and is being filled in."""
    qtbot.waitUntil(lambda: app.shell.place is Place.FILL_IN)
    (listed,) = app.workspace.inspections.page()
    return app.workspace.inspections.read(listed.id).visit


def _names(app, visit):
    return {app.workspace.officers.get(officer).name for officer in visit.officers}


def test_a_visit_begins_by_initials_and_two_enters(opened, begin, qtbot):
    party = a_party(opened.workspace)
    dialog = begin()
    qtbot.keyClicks(dialog.picker.line, "kndyf")
    qtbot.waitUntil(dialog.picker.list.isVisible)
    qtbot.keyClick(dialog.picker.line, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.confirm.hasFocus)
    qtbot.keyClick(dialog.confirm, Qt.Key.Key_Return)
    visit = _visit(opened, qtbot)
    assert visit.party == party
    assert visit.place == "重庆市石柱县南宾街道新开路12号"
    assert _names(opened, visit) == {"谭𬭎", "马晓棠"}


def test_enter_takes_the_first_when_it_comes_before_the_findings(opened, begin, qtbot):
    party = a_party(opened.workspace)
    dialog = begin()
    qtbot.keyClicks(dialog.picker.line, "kndyf")
    qtbot.keyClick(dialog.picker.line, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.confirm.hasFocus)
    qtbot.keyClick(dialog.confirm, Qt.Key.Key_Return)
    assert _visit(opened, qtbot).party == party


def test_another_name_typed_means_nobody_is_picked_any_more(opened, begin, qtbot):
    a_party(opened.workspace)
    dialog = begin()
    qtbot.keyClicks(dialog.picker.line, "kndyf")
    qtbot.keyClick(dialog.picker.line, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.confirm.isEnabled)
    dialog.picker.setFocus()
    qtbot.keyClicks(dialog.picker.line, "x")
    assert not dialog.confirm.isEnabled()
    assert dialog.card.isHidden()


def test_a_party_that_is_not_known_is_entered_in_place(opened, begin, qtbot):
    dialog = begin()
    qtbot.keyClicks(dialog.picker.line, "Nobody")
    qtbot.waitUntil(dialog.picker.list.isVisible)
    qtbot.keyClick(dialog.picker.line, Qt.Key.Key_Return)  # nothing but the offer to add it
    assert dialog.form.isVisible()
    assert dialog.form.name.text() == "", "what is no Chinese may be initials"
    qtbot.waitUntil(dialog.form.name.hasFocus)
    dialog.form.name.setText("Nobody")
    qtbot.keyClicks(dialog.form.code.line, "91500240ma5u000119")
    dialog.confirm.click()
    qtbot.waitUntil(lambda: dialog.picker.isVisible() and dialog.confirm.isEnabled())
    dialog.confirm.click()
    visit = _visit(opened, qtbot)
    party = opened.workspace.registry.party(visit.party)
    assert (party.name, party.uscc) == ("Nobody", "91500240MA5U000119")


def test_a_code_that_is_known_offers_its_party(opened, begin, qtbot):
    party = a_party(opened.workspace)
    dialog = begin()
    dialog.enter_party("91500240MA5U000119")
    qtbot.waitUntil(lambda: dialog.form._known.isVisible())
    dialog.form._known.take.click()
    qtbot.waitUntil(dialog.confirm.hasFocus)
    dialog.confirm.click()
    assert _visit(opened, qtbot).party == party
    assert opened.workspace.registry.count("party") == 1


def test_a_form_without_a_name_stays_open(opened, begin, qtbot):
    dialog = begin()
    dialog.enter_party("")
    dialog.confirm.click()
    assert dialog.form.name_row.problem
    assert dialog.form.isVisible()
    assert opened.workspace.registry.count("party") == 0


def test_a_stall_brings_its_market_and_its_party(opened, begin, qtbot):
    registry = opened.workspace.registry
    party = a_party(opened.workspace)
    market, _ = registry.add(Market(name="万物集综合市场", address="万物路1号"))
    stall, _ = registry.add(Stall(market=market, number="A01", party=party))
    dialog = begin()
    qtbot.keyClicks(dialog.picker.line, "a01")
    qtbot.keyClick(dialog.picker.line, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.confirm.hasFocus)
    dialog.confirm.click()
    visit = _visit(opened, qtbot)
    assert (visit.market, visit.stall, visit.party) == (market, stall, party)
    assert visit.place == "万物路1号万物集综合市场A01"


def test_a_party_entered_for_a_stall_is_known_there_from_then_on(opened, begin, qtbot):
    registry = opened.workspace.registry
    market, _ = registry.add(Market(name="万物集综合市场"))
    stall, _ = registry.add(Stall(market=market, number="A06"))
    dialog = begin()
    dialog.choose(f"stall/{stall}")
    qtbot.waitUntil(dialog.card.enter.isVisible)
    dialog.card.enter.click()
    dialog.form.name.setText("小满文具店")
    dialog.confirm.click()
    qtbot.waitUntil(lambda: dialog.picker.isVisible() and dialog.confirm.isEnabled())
    dialog.confirm.click()
    visit = _visit(opened, qtbot)
    assert visit.stall == stall
    assert registry.stall(stall).party == visit.party
    assert registry.party(visit.party).name == "小满文具店"


def test_the_second_officer_is_chosen(opened, begin, qtbot):
    a_party(opened.workspace)
    third, _ = opened.workspace.officers.add("冉䶮", "50024009")
    dialog = begin()
    dialog.picker.line.setFocus()
    dialog.second.setCurrentIndex(dialog.second.findData(third))
    qtbot.keyClicks(dialog.picker.line, "kndyf")
    qtbot.keyClick(dialog.picker.line, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.confirm.hasFocus)
    dialog.confirm.click()
    assert _names(opened, _visit(opened, qtbot)) == {"谭𬭎", "冉䶮"}


def test_nobody_is_preselected_when_several_could_be_the_second(opened, begin, qtbot):
    opened.workspace.officers.add("冉䶮", "50024009", "357912")
    dialog = begin()
    assert dialog.second.currentData() == ""


def test_trouble_is_told_in_the_dialog_and_nothing_is_lost(opened, begin, qtbot, monkeypatch):
    def full(_):
        raise Trouble(Code.DISK_FULL)

    monkeypatch.setattr(opened.workspace.registry, "add", full)
    dialog = begin()
    dialog.enter_party("")
    dialog.form.name.setText("小满文具店")
    dialog.confirm.click()
    qtbot.waitUntil(lambda: bool(dialog.form.name_row.problem))
    assert dialog.form.name.text() == "小满文具店"
    assert dialog.confirm.isEnabled()


def test_escape_leads_back_to_the_choice_before_it_closes(opened, begin, qtbot):
    dialog = begin()
    dialog.enter_party("康宁")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.picker.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
