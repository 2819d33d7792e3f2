"""执法口袋书: numbers in a text, standards and bases of a day."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ui.screens.library import entries
from ui.screens.library.checker import VerdictCard, find
from ui.screens.library.screen import BASES, STANDARDS
from ui.screens.screen import Place
from ui.widgets.button import IconButton

LABEL = """品名：一次性使用医用口罩 渝械注准20202140123
执行标准 YY/T 0969-2013 GB2626-2006  专利号：ZL201930123456.7
𬭎记 统一社会信用代码 91500240MA5U000119 批号 20260315"""


@pytest.fixture
def settled(opened, qtbot):
    return lambda: qtbot.waitUntil(lambda: not opened.tasks.is_busy)


@pytest.fixture
def library(opened, settled):
    def goer(target=""):
        opened.shell.go(Place.LIBRARY, target)
        settled()
        return opened.shell.screen_here

    return goer


def _cards(screen):
    return [c for c in screen.checker.verdicts.findChildren(VerdictCard) if not c.isHidden()]


def _checked(screen, qtbot, text):
    screen.checker.words.setPlainText(text)
    qtbot.waitUntil(lambda: bool(_cards(screen)))
    return _cards(screen)


def test_every_number_of_a_label_is_judged_in_the_order_in_which_it_stands(library, qtbot):
    screen = library()
    cards = _checked(screen, qtbot, LABEL)
    assert [card.sentence for card in cards] == [
        "编号结构相符（该编号没有校验位，不代表真实有效）",
        "标准号已收录（不代表产品符合该标准）",
        "标准号已收录（不代表产品符合该标准）",
        "校验位不符，请核对录入和印刷",
        "校验通过（不代表真实有效）",
    ]
    assert any("由“GB 2626-2019”代替" in reason for reason in cards[2].reasons)
    marked = [s.cursor.selectedText() for s in screen.checker.words.extraSelections()]
    assert marked[-1] == "91500240MA5U000119"  # behind a character that counts as two


def test_no_sentence_calls_anything_counterfeit(library, qtbot):
    screen = library()
    for text in (LABEL, "ZL2019", "12345", "91500240MA5U000118", "械注准2020"):
        screen.checker.words.clear()
        for card in _checked(screen, qtbot, text):
            said = card.sentence + "".join(card.reasons)
            assert not any(word in said for word in ("假冒", "伪造", "违法", "真品"))


def test_the_day_decides_whether_a_standard_counted(library, qtbot, settled):
    screen = library()
    screen.checker.day.show_day(date(2020, 3, 1))
    (card,) = _checked(screen, qtbot, "GB 2626-2006")
    assert card.reasons == []


def test_the_sentence_can_be_copied(library, qtbot):
    screen = library()
    card = _checked(screen, qtbot, LABEL)[-1]
    copy = card.findChild(IconButton)
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert (
        QGuiApplication.clipboard()
        .text()
        .startswith("统一社会信用代码 91500240MA5U000119\n校验通过（不代表真实有效）")
    )


def test_nothing_is_found_in_plain_words():
    assert find("今天天气很好\n没有号码", date(2026, 3, 15)) == ()


def test_standards_are_those_of_the_day(library, settled):
    screen = library("standards")
    page = screen.standards
    assert screen.tabs.currentIndex() == STANDARDS
    page.day.setText("2020-03-01")
    settled()
    said = {row.id: page.model.index(n, 2).data() for n, row in enumerate(page.model.rows)}
    assert said["GB 2626-2006"] == "有效"
    assert said["GB 2626-2019"] == "可提前选用"
    assert said["GB 19083-2023"] == "尚未实施"
    assert said["GB/T 32610-2016"] == "有效（未核实）"
    page.day.setText("2022-03-01")
    settled()
    said = {row.id: page.model.index(n, 2).data() for n, row in enumerate(page.model.rows)}
    assert (said["GB 2626-2006"], said["GB 2626-2019"]) == ("已被代替", "有效")


def test_bases_are_cited_in_the_version_of_the_day_and_lead_to_their_items(library, settled):
    screen = library("bases")
    page = screen.bases
    assert screen.tabs.currentIndex() == BASES
    now = {row.key: row for row in page.model.rows}
    page.day.setText("2020-03-01")
    settled()
    then = {row.key: row for row in page.model.rows}
    assert set(now) == set(then)
    changed = [key for key in now if now[key].cited != then[key].cited]
    assert changed
    assert all(row.items for row in then.values())
    assert page.told.text().startswith(page.model.rows[0].cited)


def test_the_search_leaves_only_what_is_looked_for(library, qtbot, settled):
    page = library("bases").bases
    before = page.model.rowCount()
    qtbot.keyClicks(page.search, "57")
    page.search.setText("商标法")
    qtbot.waitUntil(lambda: 0 < page.model.rowCount() < before)
    assert all("商标法" in row.words for row in page.model.rows)
    page.search.setText("没有这样的法")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert page.told_card.isHidden()


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_what_nobody_checked_says_so(language):
    from inspector import checklist

    template = checklist.load("mask_shop")
    for day in (date(2020, 3, 1), date(2026, 3, 1)):
        for entry in entries.basis_entries(day, language, [template]):
            if entry.basis is not None and not entry.basis.verified:
                assert ("未核实" if language == "zh_CN" else "not") in entry.cited
