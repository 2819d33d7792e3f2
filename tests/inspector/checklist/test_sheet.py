from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector import checklist
from inspector.checklist import Answer, Answers, Card, Mark, Rules, Sheet

TODAY = date(2026, 11, 22)
NAMES = ("i0", "i1", "i2", "r0", "r1", "r2")
RULES = (
    "",
    "${%s} = 'a'",
    "not(${%s})",
    "${%s_mark} = 'suspect'",
    "count-non-empty(${%s}) > 1",
    "string-length(${%s}) > 1 or ${%s} = ''",
    "selected(${%s}, 'b') and today() = '2026-11-22'",
)
FACTS = st.sampled_from(["", "a", "b", "a b", "\x00&<x>\ud800", "1"])
ANSWERS = st.builds(Answer, st.sampled_from(Mark), FACTS)
CARDS = tuple(Card(f"c{n}", "cards") for n in range(3))


@st.composite
def rulings(draw: st.DrawFn) -> dict[str, dict[str, str]]:
    """Rules without loops: each row looks only at rows drawn before it."""
    order = draw(st.permutations(NAMES))
    found: dict[str, dict[str, str]] = {}
    for place, name in enumerate(order):
        others = st.sampled_from(order[:place]) if place else st.nothing()
        rule = draw(st.sampled_from(RULES)) if place else ""
        if rule:
            column = draw(st.sampled_from(["relevant", "calculation", "constraint", "required"]))
            found[name] = {column: rule.replace("%s", draw(others))}
    return found


def survey(write, ruling: dict[str, dict[str, str]]) -> tuple[object, ...]:
    def item(name: str) -> dict[str, object]:
        columns = ruling.get(name, {})
        message = {"constraint_message": write.both("x")} if "constraint" in columns else {}
        return write.item(name, fact="text", **columns, **message)

    once = write.group("once", item("i0"), write.group("inner", item("i1")), item("i2"))
    return once, write.repeat("cards", item("r0"), write.group("part", item("r1")), item("r2"))


step = st.one_of(
    st.tuples(st.just("answer"), st.sampled_from(NAMES), st.sampled_from(CARDS), ANSWERS),
    st.tuples(st.just("toggle"), st.just(""), st.sampled_from(CARDS), st.just(Answer())),
)


@given(ruling=rulings(), steps=st.lists(step, max_size=8))
def test_changes_one_by_one_give_the_state_of_all_at_once(
    build, write, ruling: dict[str, dict[str, str]], steps: list[tuple[str, str, Card, Answer]]
) -> None:
    rules = Rules(build(*survey(write, ruling)))
    sheet = Sheet(rules, Answers(), TODAY)
    for what, name, card, answer in steps:
        before = sheet.evaluated
        cards = sheet.answers.cards
        if what == "toggle":
            changed = sheet.remove(card) if card in cards else sheet.add(card)
        elif name.startswith("i"):
            changed = sheet.answer(name, answer)
        elif card in cards:
            changed = sheet.answer(name, answer, card)
        else:
            continue
        after = sheet.evaluated
        assert after == checklist.evaluate(rules, sheet.answers, TODAY)
        differing = (
            before.relevant ^ after.relevant | before.refused ^ after.refused | before.missing ^ after.missing
        )
        differing |= {at for at, _ in before.calculated.items() ^ after.calculated.items()}
        assert differing <= changed


def test_only_what_depends_is_found_again(build, write, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [write.item("a", "text"), *(write.item(f"b{n}", "text", relevant="${a} != ''") for n in range(3))]
    rows += [write.item(f"c{n}", "text", relevant=f"${{b{n}}} != ''") for n in range(3)]
    sheet = Sheet(Rules(build(*rows)), Answers(), TODAY)
    found: list[str] = []
    find = Sheet._find
    monkeypatch.setattr(
        Sheet, "_find", lambda self, ruled, card: found.append(ruled.row.name) or find(self, ruled, card)
    )
    assert sheet.answer("a", Answer(fact="x")) == {"a", "b0", "b1", "b2"}
    assert sorted(found) == ["a", "b0", "b1", "b2", "c0", "c1", "c2"]
    found.clear()
    assert sheet.answer("b1", Answer(fact="x")) == {"b1", "c1"}
    assert found == ["b1", "c1"]


def test_a_card_changes_only_itself(build, write, monkeypatch: pytest.MonkeyPatch) -> None:
    template = build(write.repeat("cards", write.item("a", "text"), write.item("b", relevant="${a} = 'x'")))
    sheet = Sheet(Rules(template), Answers(CARDS), TODAY)
    found: list[Card | None] = []
    find = Sheet._find
    monkeypatch.setattr(
        Sheet, "_find", lambda self, ruled, card: found.append(card) or find(self, ruled, card)
    )
    assert sheet.answer("a", Answer(fact="x"), CARDS[1]) == {"c1/a", "c1/b"}
    assert found == [CARDS[1], CARDS[1]]


def test_checks_are_made_again_when_what_they_look_at_changes(build, write) -> None:
    message = write.both("x")
    template = build(
        write.item("least", "integer"),
        write.item("count", "integer", constraint=". >= ${least}", constraint_message=message),
        write.item("why", "text", required="${count} < ${least}"),
    )
    sheet = Sheet(
        Rules(template), Answers(given={"least": Answer(fact="2"), "count": Answer(fact="3")}), TODAY
    )
    assert sheet.answer("least", Answer(fact="5")) == {"least", "count", "why"}
    assert (sheet.evaluated.refused, sheet.evaluated.missing) == ({"count"}, {"why"})
    assert sheet.answer("least", Answer(fact="1")) == {"least", "count", "why"}
    assert (sheet.evaluated.refused, sheet.evaluated.missing) == (set(), set())


@pytest.mark.parametrize("fact", ["\x00", "\ud800", "&lt;<a>]]>'\"", "\uffff", "𬭎", "${a}"])
def test_any_character_can_be_written_in_a_fact(build, write, fact: str) -> None:
    rules = build(write.item("a", "text"), write.item("b", "calculate", calculation="concat(${a}, '!')"))
    answers = Answers(given={"a": Answer(fact=fact)})
    assert checklist.evaluate(Rules(rules), answers, TODAY).calculated["b"].endswith("!")


def test_a_hidden_row_keeps_its_answer_and_reads_as_blank(build, write) -> None:
    template = build(
        write.item("kind", "text"),
        write.group("more", write.item("number", "text"), relevant="${kind} = 'medical'"),
        write.item("follows", relevant="${number} != ''"),
    )
    sheet = Sheet(Rules(template), Answers(given={"number": Answer(fact="7")}), TODAY)
    assert "follows" not in sheet.evaluated.relevant
    assert sheet.answers.at("number").fact == "7"
    assert sheet.answer("kind", Answer(fact="medical")) == {"kind", "more", "number", "follows"}


def test_answers_of_another_version_do_no_harm(build, write) -> None:
    rules = Rules(build(write.item("a", "text")))
    strange = Answers((Card("x", "gone"),), {"gone": Answer(fact="1"), "x/gone": Answer(fact="2")})
    assert checklist.evaluate(rules, strange, TODAY).relevant == {"a"}
    assert Sheet(rules, strange, TODAY).answers == strange
