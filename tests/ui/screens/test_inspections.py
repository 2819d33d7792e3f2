"""检查记录: the list, its search and its stages."""

import pytest
from PySide6.QtCore import Qt

from tests.desk import a_locked_visit, a_party, a_visit
from ui.screens.inspections.columns import VisitColumns
from ui.screens.screen import Place


@pytest.fixture
def listed(opened, qtbot):
    """Goes to the list and waits until it is filled."""

    def goer(target=""):
        opened.shell.go(Place.INSPECTIONS, target)
        qtbot.waitUntil(lambda: not opened.tasks.is_busy)
        return opened.shell.screen_here

    return goer


def _parties(screen):
    return [row.visit.party_name for row in screen.model.rows]


def test_the_list_says_what_to_do_first_when_it_is_empty(listed):
    assert listed().first.isVisible()


def test_the_newest_stands_first_and_enter_opens_it(opened, listed, qtbot):
    a_visit(opened.workspace)
    newest = a_visit(opened.workspace, a_party(opened.workspace, "云上医疗器械有限公司"))
    screen = listed()
    order = [v.id for v in opened.workspace.inspections.page()]
    assert [row.id for row in screen.model.rows] == order
    screen.table.choose(newest)
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert opened.shell.place is Place.FILL_IN


def test_a_locked_visit_opens_where_it_can_be_read(opened, listed, qtbot):
    a_locked_visit(opened.workspace)
    screen = listed("locked")
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert opened.shell.place is Place.FILL_IN


def test_initials_find_a_visit(opened, listed, qtbot):
    a_visit(opened.workspace)
    a_visit(opened.workspace, a_party(opened.workspace, "云上医疗器械有限公司"))
    screen = listed()
    qtbot.keyClicks(screen.search, "ysyl")
    qtbot.waitUntil(lambda: _parties(screen) == ["云上医疗器械有限公司"])
    qtbot.keyClicks(screen.search, "xx")
    qtbot.waitUntil(screen.none.isVisible)
    screen.search.clear()
    qtbot.waitUntil(lambda: len(screen.model.rows) == 2)


def test_a_stage_shows_its_visits_only(opened, listed, qtbot):
    a_visit(opened.workspace)
    locked = a_locked_visit(opened.workspace)
    screen = listed("locked")
    assert [row.id for row in screen.model.rows] == [locked]
    assert screen.stages.value == "locked"
    qtbot.keyClick(screen.stages, Qt.Key.Key_Right)  # round to the first: all
    qtbot.waitUntil(lambda: len(screen.model.rows) == 2)


def test_the_counts_stand_beside_the_stages(opened, listed):
    a_visit(opened.workspace)
    a_locked_visit(opened.workspace)
    words = [button.text().split()[-1] for button in listed().stages._group.buttons()]
    assert words == ["2", "1", "0", "0", "1"]


def test_delivery_is_told_for_each_visit(opened, listed):
    a_locked_visit(opened.workspace)
    screen = listed()
    last = screen.model.index(0, screen.model.columnCount() - 1)
    assert last.data() == "仅在本机"


def test_the_list_takes_up_what_was_written_elsewhere(opened, listed, qtbot):
    a_visit(opened.workspace)
    screen = listed()
    chosen = screen.model.rows[0].id
    screen.table.choose(chosen)
    party = a_party(opened.workspace, "云上医疗器械有限公司")
    opened.shell.context.add(lambda: opened.workspace.inspections.new("mask_shop", party=party))
    qtbot.waitUntil(lambda: len(screen.model.rows) == 2)
    assert screen.model.rows[screen.table.currentIndex().row()].id == chosen


def test_a_supplementary_record_is_told_in_the_list(opened, listed):
    locked = a_locked_visit(opened.workspace)
    supplement, _ = opened.workspace.records.supplement(locked)
    screen = listed()
    shown = {row.id: [c.cell(row).words for c in VisitColumns().all()] for row in screen.model.rows}
    told = {visit: any("补充记录" in words for words in cells) for visit, cells in shown.items()}
    assert told == {locked: False, supplement: True}
