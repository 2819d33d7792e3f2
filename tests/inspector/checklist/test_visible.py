from datetime import date

import pytest

from inspector import checklist
from inspector.checklist import Answer, Answers, Card, Mark, Rules
from inspector.checklist.sentences import fill, is_pattern

TODAY = date(2026, 11, 22)
ONE, TWO = Card("c1", "product"), Card("c2", "product")


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(checklist.load("mask_shop"))


def test_sections_follow_the_survey_with_cards_and_without_what_does_not_count(rules: Rules) -> None:
    answers = Answers((ONE, TWO), {"c1/kind": Answer(fact="surgical"), "c2/kind": Answer(fact="daily")})
    sections = checklist.visible(rules.template, answers, checklist.evaluate(rules, answers, TODAY))
    assert [s.name for s in sections] == ["shop", "product", "shop_stock"]
    assert [line.address for line in sections[0].lines][:2] == ["licence", "person_in_charge"]
    first, second = sections[1].cards
    assert (first.number, second.number) == (1, 2)
    assert "c1/registration" in [line.address for line in first.lines]
    assert "c2/registration" not in [line.address for line in second.lines]
    assert not any(line.item.name == "medical" for line in first.lines)
    assert all(line.card is ONE for line in first.lines)


def test_loose_items_nested_groups_and_repeats_in_groups_find_their_section(build, write) -> None:
    template = build(
        write.item("a"),
        write.item("b"),
        write.group(
            "g", write.item("c"), write.group("h", write.item("d"), write.repeat("r", write.item("e")))
        ),
        write.item("f"),
    )
    answers = Answers((Card("x", "r"),))
    sections = checklist.visible(template, answers, checklist.evaluate(Rules(template), answers, TODAY))
    assert [(s.name, [line.address for line in s.lines]) for s in sections] == [
        ("", ["a", "b"]), ("g", ["c", "d"]), ("r", []), ("", ["f"]),
    ]  # fmt: skip
    assert [line.address for line in sections[2].cards[0].lines] == ["x/e"]


def test_a_card_is_named_by_its_number_and_facts(rules: Rules) -> None:
    answers = Answers((ONE, TWO), {"c2/brand": Answer(fact="某牌"), "c2/kind": Answer(fact="surgical")})
    assert checklist.card_label(rules.template, answers, ONE, "zh_CN") == "产品 1"
    assert checklist.card_label(rules.template, answers, TWO, "zh_CN") == "2 某牌 医用外科口罩"
    assert checklist.card_label(rules.template, answers, TWO, "en") == "2 某牌 surgical"


def test_the_last_card_lends_its_facts_but_never_its_marks(rules: Rules) -> None:
    given = {
        "c1/brand": Answer(fact="某牌"),
        "c1/standard": Answer(Mark.CLEAR, "YY0469-2011", "看过"),
        "c1/batch": Answer(Mark.CLEAR, "20260101"),
        "c1/kind": Answer(fact="surgical"),
        "c2/kind": Answer(fact="daily"),
    }
    answers = Answers((ONE, TWO), given)
    assert checklist.same_as_previous(rules.template, answers, TWO) == {
        "c2/brand": Answer(fact="某牌"),
        "c2/standard": Answer(Mark.UNCHECKED, "YY0469-2011"),
    }
    assert checklist.same_as_previous(rules.template, answers, ONE) == {}


def test_addresses_are_one_or_one_on_each_card(rules: Rules) -> None:
    placed = rules.template.placed
    assert checklist.addresses(placed["licence"], (ONE, TWO)) == ("licence",)
    assert checklist.addresses(placed["kind"], (ONE, TWO, Card("x", "stall"))) == ("c1/kind", "c2/kind")


def test_choices_are_shown_by_their_labels(rules: Rules) -> None:
    template = rules.template
    kind = template.placed["kind"].row
    assert template.shown(kind, "surgical", "en") == "surgical"
    assert template.shown(kind, "surgical", "zh_CN") == "医用外科口罩"
    assert template.shown(kind, "gone", "zh_CN") == "gone"


@pytest.mark.parametrize(
    ("fact", "note", "sentence"),
    [
        ("三箱", "见照片。", "查看库房（三箱），发现同类商品：见照片。"),
        ("", "见照片", "查看库房，发现同类商品：见照片。"),
        ("三箱", " ", "查看库房（三箱），发现同类商品。"),
        ("{note}[x]", "", "查看库房（{note}[x]），发现同类商品。"),
    ],
)
def test_a_sentence_leaves_out_what_is_blank(fact: str, note: str, sentence: str) -> None:
    assert fill("查看库房[（{fact}）]，发现同类商品[：{note}]。", fact=fact, note=note) == sentence


@pytest.mark.parametrize(
    "text", ["{sight}", "a[b", "a]b", "[a[{fact}]]", "{", "{fact.__class__}", "{fact!r}"]
)
def test_a_pattern_with_other_places_or_odd_brackets_is_none(text: str) -> None:
    assert not is_pattern(text)


def test_plain_text_is_a_pattern() -> None:
    assert is_pattern("")
    assert is_pattern("照[{fact}]抄。")
