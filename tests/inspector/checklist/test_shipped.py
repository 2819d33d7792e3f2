from datetime import date

import pytest

from inspector import checklist, law
from inspector.checklist import Answer, Answers, Card, FactKind, Item, Mark, Rules, Template

DAYS = (date(2020, 6, 1), date(2026, 11, 22), date(2027, 2, 1))
CONCLUSIONS = ("违法", "擅自", "涉嫌", "非法", "假冒", "侵权", "仿冒")
IDS = [s.id for s in checklist.shipped()]
CARD = Card("c1", "product")


@pytest.fixture(params=IDS)
def template(request: pytest.FixtureRequest) -> Template:
    return checklist.load(request.param)


@pytest.fixture(scope="module")
def masks() -> Template:
    return checklist.load("mask_shop")


@pytest.fixture(scope="module")
def rules(masks: Template) -> Rules:
    return Rules(masks)


def on_card(rules: Rules, **facts: str) -> frozenset[str]:
    """Names of the rows that count on a product card with these facts."""
    given = {f"c1/{name}": Answer(fact=fact) for name, fact in facts.items()}
    found = checklist.evaluate(rules, Answers((CARD,), given), DAYS[1])
    return frozenset(at.removeprefix("c1/") for at in found.relevant if at.startswith("c1/"))


def test_shipped_lists_the_mask_checklist_with_its_items() -> None:
    listed = {s.id: s for s in checklist.shipped()}
    assert listed["mask_shop"].title == {"zh_CN": "口罩（门店）", "en": "Masks at a shop"}
    assert listed["mask_shop"].items == len(
        [i for i in checklist.load("mask_shop").items if i.name != "medical"]
    )


def test_every_item_speaks_both_languages(template: Template) -> None:
    for item in template.items:
        for text in (item.label, item.hint, item.photo, item.finding, item.only_for, item.constraint_message):
            assert text is None or not text.by_language or set(text.by_language) == {"zh_CN", "en"}, item.name


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_item_resolves_a_basis_when_conduct_is_of_that_day(template: Template, day: date) -> None:
    for item in template.items:
        if item.marked:
            assert item.basis, item.name
            assert any(law.on(key, day) for key in item.basis), item.name


def test_every_marked_item_says_what_to_look_at_to_photograph_and_what_a_suspicion_opens(
    template: Template,
) -> None:
    for item in template.items:
        if item.marked:
            assert item.hint, item.name
            assert item.photo, item.name
            assert item.finding, item.name
            assert item.fact_clear.rstrip("]").endswith("。"), item.name
            assert item.fact_suspect.rstrip("]").endswith("。"), item.name
            assert item.codes, item.name


def test_site_facts_and_findings_draw_no_conclusions(template: Template) -> None:
    for item in template.items:
        finding = item.finding.of("zh_CN") if item.finding else ""
        for word in CONCLUSIONS:
            assert word not in item.fact_clear + item.fact_suspect + finding, item.name


def test_every_fact_has_its_place_in_the_facts_on_site_whatever_its_mark(template: Template) -> None:
    for item in template.items:
        named = any(item.name in repeat.named_by for repeat in template.repeats.values())
        if item.fact is None or item.fact is FactKind.CALCULATE or named:
            continue
        assert "{fact}" in item.fact_clear, item.name
        assert not item.marked or "{fact}" in item.fact_suspect, item.name


def test_a_shipped_template_survives_its_canonical_form(template: Template) -> None:
    again = checklist.from_json(checklist.to_json(template))
    assert again == template
    assert checklist.digest(again) == checklist.digest(template)


def test_items_that_several_lists_ask_for_stand_once_and_credit_all(masks: Template) -> None:
    codes = {i.name: set(i.codes) for i in masks.items}
    assert codes["standard"] == {"C1-04", "C0-04"}
    assert codes["papers_agree"] == {"C1-07", "C0-03"}
    assert codes["patent"] == {"C1-11", "B0-06"}
    assert codes["imitation"] == {"C1-06", "B0-04", "B0-05"}
    credited = set().union(*codes.values())
    wanted = (
        {f"B0-0{n}" for n in range(1, 9)}
        | {f"C0-0{n}" for n in range(1, 7)}
        | {f"C1-{n:02}" for n in range(1, 13)}
    )
    assert credited == wanted


def test_items_for_medical_masks_show_when_the_kind_is_medical(rules: Rules) -> None:
    medical = {"registration", "udi", "sterile"}
    for kind in ("protective", "surgical", "disposable"):
        assert medical <= on_card(rules, kind=kind)
        assert "medical_words" not in on_card(rules, kind=kind)
    for kind in ("particulate", "daily", "children", "civil"):
        assert not medical & on_card(rules, kind=kind)
        assert "medical_words" in on_card(rules, kind=kind)
    assert not (medical | {"medical_words"}) & on_card(rules)


def test_items_for_some_goods_show_when_kind_or_standard_asks(rules: Rules) -> None:
    assert "filter_class" in on_card(rules, kind="particulate")
    assert "filter_class" in on_card(rules, kind="daily", standard="GB2626-2019")
    assert "filter_class" not in on_card(rules, kind="daily")
    assert "filter_class" not in on_card(rules, kind="particulate", standard="T/CNTAC55-2020")
    assert "filter_class" not in on_card(rules, kind="particulate", standard="none")
    assert "children" in on_card(rules, kind="children")
    assert "children" not in on_card(rules, kind="surgical")
    assert "standard_other" in on_card(rules, standard="other")
    assert "standard_note" in on_card(rules, kind="surgical", standard="GB2626-2019")
    assert "standard_note" not in on_card(rules, kind="surgical", standard="YY0469-2011")
    assert "standard_note" in on_card(rules, kind="daily", standard="YY0469-2011")
    assert "standard_note" not in on_card(rules, standard="YY0469-2011")


def test_what_was_sold_is_asked_when_a_product_is_suspect_in_any_point(rules: Rules, masks: Template) -> None:
    kinds = {"c1/kind": Answer(fact="surgical"), "c1/standard": Answer(fact="GB2626-2019")}
    others = {"c1/kind": Answer(fact="children"), "c1/standard": Answer(fact="GB/T38880-2020")}
    asked = set()
    for facts in (kinds, others):
        before = checklist.evaluate(rules, Answers((CARD,), facts), DAYS[1]).relevant
        for item in (i for i in masks.items if i.marked and f"c1/{i.name}" in before):
            at = f"c1/{item.name}"
            given = {**facts, at: Answer(Mark.SUSPECT, facts.get(at, Answer()).fact)}
            found = checklist.evaluate(rules, Answers((CARD,), given), DAYS[1])
            assert "c1/sold" in found.relevant, item.name
            asked.add(item.name)
    product = {row.name for row in masks.repeats["product"].rows if isinstance(row, Item) and row.marked}
    assert asked == product
    assert "sold" not in on_card(rules, kind="surgical")


def test_dates_are_questioned_when_they_cannot_be(rules: Rules, masks: Template) -> None:
    given = {"c1/production_date": Answer(fact="2026-11-23"), "c1/expiry_date": Answer(fact="2026-11-23")}
    found = checklist.evaluate(rules, Answers((CARD,), given), DAYS[1])
    assert found.refused == {"c1/production_date", "c1/expiry_date"}
    told = checklist.problems(masks, found, "zh_CN")
    assert [p.where for p in told] == ["c1/expiry_date", "c1/production_date"]
    assert "核对录入" in str(told[0].context["message"])
    good = {"c1/production_date": Answer(fact="2026-11-22"), "c1/expiry_date": Answer(fact="2028-11-21")}
    assert not checklist.evaluate(rules, Answers((CARD,), good), DAYS[1]).refused


def test_the_six_facts_of_a_product_are_asked_once_and_fill_the_goods_line(masks: Template) -> None:
    product = masks.repeats["product"]
    goods = [row.goods for row in product.rows if isinstance(row, Item) and row.goods]
    assert len(goods) == len(set(goods)) == len(checklist.GoodsColumn)
    placed = masks.placed
    assert placed["kind"].row.fact is FactKind.SELECT_ONE
    for name in (
        "kind",
        "registration",
        "standard",
        "batch",
        "production_date",
        "imitation",
        "vouchers",
        "quantity",
    ):
        assert placed[name].repeat is product


def test_nothing_has_to_be_ticked_or_written(rules: Rules) -> None:
    assert not checklist.evaluate(rules, Answers((CARD,)), DAYS[1]).missing


def test_no_sentence_of_a_record_leaves_open_which_of_two_things_was_found(template: Template) -> None:
    for item in template.items:
        assert "或者" not in item.fact_clear + item.fact_suspect, item.name
