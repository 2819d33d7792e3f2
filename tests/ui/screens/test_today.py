"""今日待办: what waits, and the way to it."""

import pytest
from PySide6.QtCore import Qt

from tests.desk import a_locked_visit, a_party, a_signed_visit, a_visit
from ui.screens.screen import Place
from ui.widgets.entry import Entry


@pytest.fixture
def today(opened, qtbot):
    """Goes to the page of the day and waits until it is filled."""

    def goer():
        opened.shell.go(Place.TODAY)
        qtbot.waitUntil(lambda: not opened.tasks.is_busy)
        return opened.shell.screen_here

    return goer


def test_the_page_says_what_to_do_first_when_there_is_nothing(today):
    screen = today()
    assert screen.empty.isVisible()
    assert screen.empty.button.hasFocus()


def test_enter_goes_on_where_the_person_stopped(opened, today, qtbot):
    a_visit(opened.workspace)
    stopped = a_visit(opened.workspace, a_party(opened.workspace, "云上医疗器械有限公司"))
    opened.workspace.drafts.remember(stopped, "")
    screen = today()
    (entry,) = screen.resumed.entries
    assert entry.title.text() == "云上医疗器械有限公司"
    assert [e.title.text() for e in screen.drafts.entries] == ["石柱县康宁大药房"]
    assert entry.hasFocus()
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.shell.place is Place.FILL_IN)


def test_each_stage_has_its_heading(opened, today):
    a_signed_visit(opened.workspace)
    a_locked_visit(opened.workspace)
    screen = today()
    assert len(screen.signed.entries) == len(screen.undelivered.entries) == 1
    assert screen.drafts.isHidden()
    assert screen.finals.isHidden()


def test_the_way_to_all_leads_to_the_list_at_that_stage(opened, today, qtbot):
    a_visit(opened.workspace)
    today().drafts.all.click()
    assert opened.shell.place is Place.INSPECTIONS
    assert opened.shell.screen_here.stages.value == "draft"


def test_a_certificate_that_ends_leads_to_the_officers(opened, today):
    officer = opened.workspace.officers.all()[0]
    opened.workspace.officers.amend(officer.id, valid_to=opened.workspace.clock.now().date())
    (entry,) = today().certificates.entries
    assert isinstance(entry, Entry)
    entry.click()
    assert opened.shell.place is Place.OFFICERS


def test_the_page_follows_what_is_written(opened, today, qtbot):
    screen = today()
    party = a_party(opened.workspace)
    opened.shell.context.add(lambda: opened.workspace.inspections.new("mask_shop", party=party))
    qtbot.waitUntil(lambda: not opened.tasks.is_busy)
    assert screen.drafts.isHidden()  # nobody of this desk works on it
    officers = [opened.workspace.officers.acting]
    opened.shell.context.add(
        lambda: opened.workspace.inspections.new("mask_shop", party=party, officers=officers)
    )
    qtbot.waitUntil(lambda: len(screen.drafts.entries) == 1)
