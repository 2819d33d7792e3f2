"""监管对象: files of parties, markets with stalls."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from inspector.inspection.registry import Market, Party, Stall
from tests.desk import a_party, a_visit
from tests.ui.hands import write
from ui.dialogs.market import MarketDialog, StallDialog
from ui.dialogs.new_visit import NewVisit
from ui.dialogs.party import PartyDialog
from ui.screens.screen import Place


@pytest.fixture
def registry(opened, qtbot):
    """Goes to the registry and waits until it is filled."""

    def goer(target=""):
        opened.shell.go(Place.REGISTRY, target)
        qtbot.waitUntil(lambda: not opened.tasks.is_busy)
        return opened.shell.screen_here

    return goer


@pytest.fixture
def settled(opened, qtbot):
    return lambda: qtbot.waitUntil(lambda: not opened.tasks.is_busy)


def _words(widget):
    return {label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)}


@pytest.fixture
def dialog(qtbot):
    """The dialog of a kind that is open, once keys go to it."""

    def found(screen, kind):
        opened = next(d for d in screen.findChildren(kind) if d.isVisible())
        qtbot.waitUntil(opened.isActiveWindow)
        return opened

    return found


@pytest.fixture
def added_beside_another(opened, registry, settled, dialog):
    """The registry after a second party was typed in."""
    a_party(opened.workspace)
    screen = registry()
    screen.add.click()
    asked = dialog(screen, PartyDialog)
    asked.form.name.setText("云上医疗器械有限公司")
    asked.confirm.click()
    settled()
    return screen


def test_the_registry_says_what_to_do_first_when_it_is_empty(registry, settled):
    screen = registry()
    assert screen.parties.first.isVisible()
    screen.sides._group.button(1).click()
    settled()
    assert screen.markets.first.isVisible()


def test_a_file_shows_the_party_its_stalls_and_its_visits(opened, registry):
    workspace = opened.workspace
    party = a_party(workspace)
    market, _ = workspace.registry.add(Market(name="万物集"))
    workspace.registry.add(Stall(market=market, number="A01", party=party))
    visit = a_visit(workspace, party)
    a_visit(workspace, a_party(workspace, "云上医疗器械有限公司"))
    page = registry(f"party/{party}").parties.page
    assert {"石柱县康宁大药房", "91500240MA5U000119", "万物集 A01"} <= _words(page)
    assert [row.id for row in page.model.rows] == [visit]


def test_an_id_number_is_covered(opened, registry, dialog):
    party, _ = opened.workspace.registry.add(Party(name="向某", id_number="50024019991231002X"))
    screen = registry(f"party/{party}")
    assert "5002•••••••••••02X" in _words(screen)
    screen.parties.edit()
    form = dialog(screen, PartyDialog).form
    assert "1999" not in form.id_number.text()
    assert form.party.id_number == "50024019991231002X"
    form.id_number._eye.trigger()
    assert form.id_number.text() == "50024019991231002X"


def test_a_correction_is_saved_and_taken_back(opened, registry, settled, qtbot, dialog):
    workspace = opened.workspace
    party = a_party(workspace)
    screen = registry(f"party/{party}")
    screen.parties.edit()
    asked = dialog(screen, PartyDialog)
    asked.form.phone.setText("13900000000")
    qtbot.keyClick(asked.form.phone, Qt.Key.Key_Return)
    settled()
    assert workspace.registry.party(party).phone == "13900000000"
    assert "13900000000" in _words(screen)
    assert screen.parties.page.undo.isVisible()
    opened.window.messages.action.click()
    settled()
    assert workspace.registry.party(party).phone == "13800004321"
    assert "13800004321" in _words(screen)


def test_a_new_party_is_shown_when_it_was_added(opened, added_beside_another):
    screen = added_beside_another
    assert screen.parties.page.party.name == "云上医疗器械有限公司"
    assert opened.workspace.registry.count("party") == 2


def test_what_was_searched_in_vain_begins_the_new_party(opened, registry, settled, qtbot, dialog):
    a_party(opened.workspace)
    screen = registry()
    write(screen.parties.directory.search, "没有的店")
    qtbot.waitUntil(screen.parties.none.isVisible)
    screen.parties.none.button.click()
    form = dialog(screen, PartyDialog).form
    assert form.name.text() == "没有的店"
    qtbot.waitUntil(form.code.line.hasFocus)


def test_initials_that_were_searched_for_are_no_name(opened, registry, settled, qtbot, dialog):
    a_party(opened.workspace)
    screen = registry()
    qtbot.keyClicks(screen.parties.directory.search, "knd")
    settled()
    screen.add.click()
    form = dialog(screen, PartyDialog).form
    assert form.name.text() == ""
    qtbot.waitUntil(form.name.hasFocus)


def test_a_known_code_leads_to_its_party_instead_of_a_second_entry(opened, registry, settled, qtbot, dialog):
    party = a_party(opened.workspace)
    a_party(opened.workspace, "云上医疗器械有限公司")
    opened.workspace.registry.amend(
        replace(opened.workspace.registry.party(party), uscc="92500240MA5YQ0121E")
    )
    screen = registry()
    screen.add.click()
    asked = dialog(screen, PartyDialog)
    qtbot.keyClicks(asked.form.code.line, "92500240MA5YQ0121E")
    qtbot.waitUntil(asked.form._known.isVisible)
    asked.form._known.take.click()
    settled()
    assert screen.parties.page.party.id == party
    assert opened.workspace.registry.count("party") == 2


def test_initials_find_a_party(opened, registry, qtbot):
    a_party(opened.workspace)
    other = a_party(opened.workspace, "云上医疗器械有限公司")
    screen = registry()
    qtbot.keyClicks(screen.parties.directory.search, "ysyl")
    qtbot.waitUntil(lambda: screen.parties.page.party.id == other)


def test_a_visit_begins_from_the_file(opened, registry, settled, qtbot, dialog):
    party = a_party(opened.workspace)
    screen = registry(f"party/{party}")
    screen.parties.page.visit.click()
    asked = dialog(screen, NewVisit)
    qtbot.waitUntil(asked.confirm.hasFocus)
    asked.confirm.click()
    qtbot.waitUntil(lambda: opened.shell.place is Place.FILL_IN)
    assert [v.party for v in opened.workspace.inspections.page()] == [party]


def test_a_market_is_added_and_gets_stalls(opened, registry, settled, qtbot, dialog):
    party = a_party(opened.workspace)
    screen = registry()
    screen.sides._group.button(1).click()
    screen.add.click()
    asked = dialog(screen, MarketDialog)
    asked.name.setText("万物集综合市场")
    asked.operator.setFocus()
    qtbot.keyClicks(asked.operator.line, "kndyf")
    qtbot.waitUntil(asked.operator.list.isVisible)
    qtbot.keyClick(asked.operator.line, Qt.Key.Key_Return)
    asked.confirm.click()
    settled()
    (market,) = opened.workspace.registry.markets()
    assert (market.name, market.operator) == ("万物集综合市场", party)
    screen.markets.page.add_stall.click()
    asked = dialog(screen, StallDialog)
    asked.number.setText("A01")
    asked.confirm.click()
    settled()
    (card,) = opened.workspace.registry.stalls(market.id)
    assert (card.stall.number, card.party) == ("A01", None)
    assert [row.id for row in screen.markets.page.model.rows] == [card.stall.id]


def test_a_stall_is_corrected_and_taken_back(opened, registry, settled, qtbot, dialog):
    workspace = opened.workspace
    market, _ = workspace.registry.add(Market(name="万物集"))
    stall, _ = workspace.registry.add(Stall(market=market, number="A01"))
    screen = registry(f"market/{market}")
    screen.markets.page.table.choose(stall)
    qtbot.keyClick(screen.markets.page.table, Qt.Key.Key_Return)
    asked = dialog(screen, StallDialog)
    asked.number.setText("A02")
    asked.confirm.click()
    settled()
    assert workspace.registry.stall(stall).number == "A02"
    opened.window.messages.action.click()
    settled()
    assert workspace.registry.stall(stall).number == "A01"


def test_text_alone_is_no_party_of_a_stall(opened, registry, settled, qtbot, dialog):
    market, _ = opened.workspace.registry.add(Market(name="万物集"))
    screen = registry(f"market/{market}")
    screen.markets.add_stall()
    asked = dialog(screen, StallDialog)
    asked.number.setText("A01")
    qtbot.keyClicks(asked.party.line, "nobody")
    asked.confirm.click()
    assert asked.isVisible()
    assert asked.party_row.problem


def test_a_field_with_several_values_says_so(opened, registry, monkeypatch):
    party = a_party(opened.workspace)
    monkeypatch.setattr(opened.workspace.registry, "disputed", lambda _: frozenset({"phone"}))
    screen = registry(f"party/{party}")
    assert any("数据交换" in words or "Data exchange" in words for words in _words(screen.parties.page))


# An addition that is taken back leaves nothing behind.


def test_an_added_party_that_is_taken_back_is_in_no_list_and_another_is_shown(
    opened, registry, settled, added_beside_another
):
    screen = added_beside_another
    opened.window.messages.action.click()
    settled()
    assert [party.name for party in screen.parties.directory.model.rows] == ["石柱县康宁大药房"]
    assert screen.parties.page.party.name == "石柱县康宁大药房"
    assert opened.workspace.registry.count("party") == 1


def test_the_only_market_that_is_taken_back_leaves_the_first_page(opened, registry, settled, dialog):
    screen = registry()
    screen.sides._group.button(1).click()
    settled()
    screen.add.click()
    asked = dialog(screen, MarketDialog)
    asked.name.setText("万物集")
    asked.confirm.click()
    settled()
    assert screen.markets.page.isVisible()
    screen.markets.undo()
    settled()
    assert screen.markets.first.isVisible()


def test_the_party_that_was_added_is_chosen_while_a_search_stands(opened, registry, settled, qtbot, dialog):
    a_party(opened.workspace)
    a_party(opened.workspace, "安宁大药房")
    screen = registry()
    search = screen.parties.directory.search
    qtbot.keyClicks(search, "aning")
    qtbot.waitUntil(lambda: not search._pause.isActive())
    settled()
    screen.add.click()
    asked = dialog(screen, PartyDialog)
    asked.form.name.setText("黔江医疗器械有限公司")
    asked.confirm.click()
    settled()
    qtbot.waitUntil(lambda: not search._pause.isActive())
    settled()
    assert search.text() == ""
    directory = screen.parties.directory
    assert directory.model.rows[directory.table.currentIndex().row()].name == "黔江医疗器械有限公司"
    assert screen.parties.page.party.name == "黔江医疗器械有限公司"


def test_who_runs_a_market_is_added_in_place(opened, registry, settled, qtbot, dialog):
    screen = registry()
    screen.sides._group.button(1).click()
    screen.add.click()
    asked = dialog(screen, MarketDialog)
    asked.name.setText("万物集")
    asked.operator.setFocus()
    write(asked.operator.line, "万物公司")
    asked.confirm.click()
    assert asked.operator_row.problem
    qtbot.waitUntil(asked.operator.list.isVisible)
    settled()  # an Enter that comes with the end of a composition belongs to the input method
    qtbot.keyClick(asked.operator.line, Qt.Key.Key_Return)
    party = dialog(asked, PartyDialog)
    assert party.form.name.text() == "万物公司"
    qtbot.keyClicks(party.form.code.line, "91500240MA5U000119")
    qtbot.keyClick(party.form.code.line, Qt.Key.Key_Return)  # once
    settled()
    assert not asked.operator_row.problem
    asked.confirm.click()
    settled()
    (market,) = opened.workspace.registry.markets()
    operator = opened.workspace.registry.party(market.operator)
    assert (operator.name, operator.uscc) == ("万物公司", "91500240MA5U000119")


def test_a_wrong_check_digit_is_said_on_the_card_too_and_a_right_one_is_not(opened, registry):
    party = a_party(opened.workspace)
    good = _words(registry(f"party/{party}").parties.page)
    wrong, _ = opened.workspace.registry.add(Party(name="某店", uscc="91500240MA5U000118"))
    said = _words(registry(f"party/{wrong}").parties.page)
    assert any("校验位" in words for words in said)
    assert not any("校验位" in words for words in good)


def test_a_correction_of_a_market_is_saved_and_taken_back(opened, registry, settled, dialog):
    market, _ = opened.workspace.registry.add(Market(name="万物集"))
    screen = registry(f"market/{market}")
    screen.markets.edit()
    asked = dialog(screen, MarketDialog)
    asked.address.setText("南宾街道")
    asked.confirm.click()
    settled()
    assert "南宾街道" in _words(screen)
    screen.markets.page.undo.click()
    settled()
    assert opened.workspace.registry.market(market).address == ""
    assert "南宾街道" not in _words(screen)
