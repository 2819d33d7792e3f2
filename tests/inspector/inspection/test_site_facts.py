"""现场情况 from the answers: what is the same on several products is said once, and never of one that it is not true of."""

from datetime import date

import pytest

from inspector import checklist
from inspector.checklist import Mark, Rules, Sheet
from inspector.inspection import site_facts
from inspector.inspection.inspection import Inspection
from inspector.inspection.visit import Answer, Card, Suspicion, Visit

PLAIN = "包装标注一致。"


def both(text):
    return {"zh_CN": text, "en": text}


def item(name, **columns):
    return {"item": name, "type": "mark", "label": both(name), **columns}


TEMPLATE = checklist.from_json({
    "id": "small",
    "title": both("小"),
    "version": "1",
    "survey": [
        item("licence", fact_clear="执照与实际一致。"),
        {"repeat": "product", "label": both("产品"), "named_by": ["brand"], "rows": [
            {"item": "brand", "type": "text", "label": both("商标")},
            item("batch", fact="text", fact_clear="标注批号[{fact}]", fact_suspect="[批号核对情况：{note}。]"),
            item("papers", fact="text", fact_clear=PLAIN, fact_suspect="[不一致之处：{note}。]"),
            {"item": "count", "type": "decimal", "label": both("数量"), "fact_clear": "[清点{fact}。]",
             "fact_said": "{fact}[${unit}][（每${unit}${price}元）]"},
            {"item": "unit", "type": "text", "label": both("单位"), "fact_clear": "[单位{fact}。]"},
            {"item": "price", "type": "decimal", "label": both("价格"), "fact_clear": "[价格{fact}元。]",
             "relevant": "${brand} != '无'"},
        ]},
    ],
})  # fmt: skip
RULES = Rules(TEMPLATE)


def told(cards, *, suspicions=(), **shop):
    """The paragraphs, for cards given as the answers on each."""
    answers = {name: Answer(mark=mark) for name, mark in shop.items()}
    for number, card in enumerate(cards, 1):
        for name, said in card.items():
            answers[f"c{number}/{name}"] = said if isinstance(said, Answer) else Answer(fact=said)
    inspection = Inspection(
        visit=Visit("v"),
        answers=answers,
        cards=tuple(Card(f"v/card/c{n}", repeat="product", order=n) for n in range(1, len(cards) + 1)),
        suspicions=suspicions,
        goods=(),
        photos=(),
        prints=(),
        inks=(),
        versions=(),
        sealed="",
        locked=False,
        conflicts={},
    )
    sheet = Sheet(RULES, inspection.answered, date(2026, 11, 22))
    return site_facts.compose(TEMPLATE, inspection, sheet.evaluated).splitlines()


def clear(fact="", note=""):
    return Answer(mark=Mark.CLEAR, fact=fact, note=note)


def test_one_product_is_told_without_numbers():
    card = {"brand": "飘安", "batch": clear("B1"), "papers": clear()}
    assert told([card], licence=Mark.CLEAR) == ["执照与实际一致。", f"1 飘安：标注批号B1。{PLAIN}"]


def test_what_holds_for_all_is_said_once_and_facts_by_their_number():
    cards = [
        {"brand": "飘安", "batch": clear("B1"), "papers": clear()},
        {"brand": "3M", "batch": clear("B2"), "papers": clear()},
    ]
    assert told(cards) == [f"1 飘安；2 3M：标注批号①B1、②B2。{PLAIN}"]


def test_the_same_fact_is_said_once():
    cards = [{"batch": clear("B1")}, {"batch": clear("B2")}, {"batch": clear("B1")}]
    assert told(cards) == ["产品 1；产品 2；产品 3：标注批号①③B1、②B2。"]
    assert told(cards[::2]) == ["产品 1；产品 2：标注批号B1。"]


@pytest.mark.parametrize("fact", ["", "标签"])
def test_numbers_say_where_it_was_found_when_it_does_not_hold_for_all(fact):
    cards = [{"papers": clear(fact)}, {"batch": clear("B2")}, {"papers": clear()}]
    assert told(cards) == [f"产品 1；产品 2；产品 3：②标注批号B2。①③{PLAIN}"]


def test_what_has_a_fact_and_what_has_none_are_two_sentences():
    assert told([{"batch": clear("B1")}, {"batch": clear()}]) == ["产品 1；产品 2：①标注批号B1。②标注批号。"]


def test_a_product_with_a_suspicion_is_told_by_itself():
    cards = [
        {"brand": "飘安", "papers": Answer(mark=Mark.SUSPECT, note="厂址不同"), "batch": clear("B1")},
        {"brand": "3M", "batch": clear("B2")},
        {"brand": "朝美", "batch": clear("B3")},
    ]
    found = told(cards, suspicions=(Suspicion("v/suspicion/1", item="c1/papers", facts="箱、盒厂址不同。"),))
    assert found == [
        "2 3M；3 朝美：标注批号②B2、③B3。",
        "1 飘安：标注批号B1。不一致之处：厂址不同。",
        "箱、盒厂址不同。",
    ]


def test_a_note_stands_behind_its_sentence_when_that_has_no_place_for_it():
    cards = [{"papers": clear(note="封口完整。")}, {"papers": clear()}]
    assert told(cards) == [f"产品 1；产品 2：①包装标注一致（封口完整）。②{PLAIN}"]


def test_what_was_not_looked_at_is_not_told():
    assert told([{"batch": Answer(mark=Mark.NOT_APPLICABLE)}, {"papers": Answer()}]) == []


def test_the_twenty_first_product_has_its_number_in_brackets():
    cards = [{"batch": clear(f"B{n}")} for n in range(1, 22)]
    assert "、⑳B20、（21）B21。" in told(cards)[0]


def test_what_is_only_written_down_is_told_with_what_belongs_to_it():
    cards = [
        {"brand": "飘安", "count": "20", "unit": "盒", "price": "35.50"},
        {"brand": "3M", "count": "5", "unit": "袋", "price": "9"},
    ]
    assert told(cards[:1]) == ["1 飘安：清点20盒（每盒35.50元）。"]
    assert told(cards) == ["1 飘安；2 3M：清点①20盒（每盒35.50元）、②5袋（每袋9元）。"]


@pytest.mark.parametrize(
    ("card", "said"),
    [
        ({"count": "20"}, "清点20。"),
        ({"count": "20", "unit": "盒"}, "清点20盒。"),
        ({"count": "20", "price": "9"}, "清点20。价格9元。"),
        ({"unit": "盒", "price": "9"}, "单位盒。价格9元。"),
        ({"unit": "盒"}, "单位盒。"),
    ],
)
def test_no_fact_is_lost_and_none_is_said_twice_when_others_are_blank(card, said):
    assert told([card]) == [f"产品 1：{said}"]


def test_a_fact_that_no_longer_counts_is_not_said_with_another():
    card = {"brand": "无", "count": "20", "unit": "盒", "price": "9"}
    assert told([card]) == ["1 无：清点20盒。"]


def test_what_was_written_down_is_told_without_a_mark_and_without_a_judgement():
    assert told([{"batch": Answer(fact="B1")}]) == []  # this pattern has no place for it
    assert told([{"batch": Answer(note="喷码模糊")}]) == ["产品 1：批号核对情况：喷码模糊。"]
    assert told([{"batch": Answer(mark=Mark.NOT_APPLICABLE, note="喷码模糊")}]) == []


def test_long_facts_of_several_products_are_set_apart():
    cards = [{"batch": clear("B1，三月")}, {"batch": clear("B2")}]
    assert told(cards) == ["产品 1；产品 2：标注批号①B1，三月；②B2。"]


def test_a_card_of_which_only_the_name_is_known_is_named():
    assert told([{"brand": "飘安"}, {}]) == ["1 飘安；产品 2。"]
