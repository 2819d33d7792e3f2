from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector import checklist
from inspector.checklist import Answer, Answers, Card, Rules
from inspector.checklist.expression import Malformed, parse, references
from inspector.errors import Trouble

TODAY = date(2026, 11, 22)
FACTS = {
    "word": "医用 mask", "number": "12.5", "whole": "3", "day": "2026-11-20", "blank": "", "chosen": "b", "several": "a c",
}  # fmt: skip
TRUE = [
    "${word} = '医用 mask'",
    "not(${blank})",
    "${word} and true()",
    "${number} > 12 and ${number} < 13",
    "${number} + ${whole} = 15.5 or false()",
    "-${whole} = -3",
    "7 div 2 = 3.5 and 7 mod 2 = 1 and 2 * 3 - 1 = 5",
    "${whole} >= 3 and ${whole} <= 3 and ${whole} != 4",
    "${day} < today()",
    "${day} >= today() - 2",
    "not(${day} > today() - 2)",
    "today() = '2026-11-22'",
    "date(today() + 1) = '2026-11-23'",
    "decimal-date-time('1970-01-02') = 1",
    "${day} > date('2026-11-19')",
    "not(${blank} < 1) and not(${blank} >= 0)",
    "selected(${several}, 'c') and not(selected(${several}, 'b'))",
    "not(selected('abc', 'a'))",
    "count-selected(${several}) = 2 and count-selected(${blank}) = 0",
    "selected-at(${several}, 1) = 'c' and selected-at(${several}, 9) = ''",
    "if(${blank} = '', 'x', 'y') = 'x'",
    "coalesce(${blank}, ${word}) = ${word}",
    "int(${number}) = 12 and int(-1.5) = -1",
    "round(2.345, 2) = 2.35 and round(${number}) = 13 and round(1, 400) = 1",
    "regex(${whole}, '[0-9]') and not(regex(${number}, '[0-9]'))",
    "jr:choice-name(${chosen}, '${chosen}') = '乙'",
    "string-length(${word}) = 7 and starts-with(${word}, '医用') and contains(${word}, ' ')",
    "ends-with(${word}, 'mask') and substring(${word}, 1, 2) = '医用'",
    "translate(${chosen}, 'b', 'c') = 'c' and normalize-space('  a  b ') = 'a b'",
    "min(${whole}, 2, ${blank}) = 2 and max(${whole}, 2) = 3",
    "join('-', ${word}, ${blank}, 'x') = '医用 mask-x'",
    'concat("it\'s", \' "fine"\') = concat("it\'s", \' "fine"\')',
    "number(${blank}) != number(${blank})",
    "floor(1.5) = 1 and ceiling(1.5) = 2 and number('7') = 7 and string(7) = '7' and boolean('x')",
    "substring-before('a-b', '-') = 'a' and substring-after('a-b', '-') = 'b'",
    "(((1)))=1",
]


@pytest.mark.parametrize("rule", TRUE)
def test_a_rule_holds_as_in_xlsform(build, write, rule: str) -> None:
    kinds = {
        "number": "decimal", "whole": "integer", "day": "date", "chosen": "select_one list",
        "several": "select_multiple list",
    }  # fmt: skip
    items = [write.item(name, kinds.get(name, "text")) for name in FACTS]
    labels = {"a": "甲", "b": "乙", "c": "丙"}
    listed = {"list": [{"name": n, "label": write.both(label)} for n, label in labels.items()]}
    template = build(*items, write.item("told", relevant=rule), choices=listed)
    answers = Answers(given={name: Answer(fact=fact) for name, fact in FACTS.items()})
    assert "told" in checklist.evaluate(Rules(template), answers, TODAY).relevant


def test_once_keeps_what_is_there(build, write) -> None:
    rules = Rules(build(write.item("day", "date", calculation="once(today())")))
    assert checklist.evaluate(rules, Answers(), TODAY).calculated == {"day": "2026-11-22"}
    kept = Answers(given={"day": Answer(fact="2020-01-01")})
    assert checklist.evaluate(rules, kept, TODAY).calculated == {"day": "2020-01-01"}


def test_what_stands_on_cards_is_gathered_outside_of_them(build, write) -> None:
    cards = write.repeat(
        "line", write.item("price", "decimal"), write.item("mine", relevant="${price} > ${total} div 2")
    )
    rules = Rules(
        build(
            write.item("total", "calculate", calculation="sum(${price})"),
            write.item(
                "lines", "calculate", calculation="concat(count(${price}), '/', count-non-empty(${price}))"
            ),
            write.item("dearest", "calculate", calculation="max(${price})"),
            cards,
        )
    )
    three = tuple(Card(name, "line") for name in "abc")
    answers = Answers(three, {"a/price": Answer(fact="1.5"), "b/price": Answer(fact="4")})
    found = checklist.evaluate(rules, answers, TODAY)
    assert found.calculated == {"total": "5.5", "lines": "3/2", "dearest": "4"}
    assert {"b/mine"} == {at for at in found.relevant if at.endswith("mine")}


def test_a_blank_required_fact_is_missing_and_a_wrong_one_malformed(build, write) -> None:
    items = [
        write.item("needed", "text", required="yes"),
        write.item("sometimes", "text", required="${needed} != ''"),
        write.item("free", "integer", required="no"),
        write.item("when", "date"),
        write.item("price", "decimal"),
        write.item("one", "select_one list"),
    ]
    template = build(*items, choices={"list": [{"name": "a", "label": write.both("a")}]})
    rules = Rules(template)
    assert checklist.evaluate(rules, Answers(), TODAY).missing == {"needed"}
    wrong = {"needed": "x", "free": "1.5", "when": "2026-2-30", "price": "1,5", "one": "a a"}
    found = checklist.evaluate(rules, Answers(given={k: Answer(fact=v) for k, v in wrong.items()}), TODAY)
    assert found.missing == {"sometimes"}
    assert found.malformed == {"free", "when", "price", "one"}


@given(st.text(alphabet="${}abc().,'\"+-*/<>=! 01@:\n\x00orandselectedif，", max_size=40))
def test_any_text_is_a_rule_or_is_refused_with_a_problem(rule: str) -> None:
    whole = {
        "id": "x", "title": {"zh_CN": "x"}, "version": "1", "languages": ["zh_CN"],
        "survey": [
            {"item": "a", "type": "text", "label": {"zh_CN": "a"}},
            {"item": "b", "type": "text", "label": {"zh_CN": "b"}, "relevant": rule},
        ],
    }  # fmt: skip
    try:
        template = checklist.from_json(whole)
    except Trouble as trouble:
        told = trouble.problems
    else:
        told = checklist.evaluate(Rules(template), Answers(given={"a": Answer(fact="1")}), TODAY).relevant
    assert told


@pytest.mark.parametrize(
    "rule", ["(" * 200 + "1" + ")" * 200, "-" * 200 + "1", "1" + "+1" * 200, "a" * 5000, "not(" * 90]
)
def test_a_rule_that_is_too_long_or_deep_is_refused(rule: str) -> None:
    with pytest.raises(Malformed):
        parse(rule)


@pytest.mark.parametrize("rule", ["/etc", "../a", "//a", "@a", "a", "a::b", "$a", "document('x')/a", ". /a"])
def test_paths_are_refused(rule: str) -> None:
    with pytest.raises(Malformed) as caught:
        parse(rule)
    assert caught.value.code in {"checklist_rule_path", "checklist_rule_syntax"}


def test_references_are_found_outside_of_texts_only() -> None:
    assert references(parse("${a} = '${b}' and if(${ c }, 1, -${d.e-f})")) == {"a", "c", "d.e-f"}
