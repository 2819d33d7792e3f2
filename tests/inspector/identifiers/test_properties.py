"""What holds for every number: round trip, errors caught, quiet while typing, nothing raises."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from inspector.identifiers import patent, uscc
from inspector.identifiers.judgement import Kind, Verdict
from inspector.identifiers.recognition import JUDGES, identify, judge, recognise
from inspector.identifiers.spelling import fold

LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
DIGITS = "0123456789"

usccs = st.builds(
    lambda body: body + uscc.check_character(body),
    st.from_regex(f"[{LETTERS[1:]}][{LETTERS}][0-9]{{6}}[{LETTERS}]{{9}}", fullmatch=True),
)
patents = st.builds(
    lambda prefix, body: f"{prefix}{body}.{patent.check_digit(body)}",
    st.sampled_from(["ZL", "CN", ""]),
    st.from_regex(
        r"(200[3-9]|20[1-9][0-9])[12389][0-9]{7}|(8[5-9]|9[0-9]|0[0-3])[12389][0-9]{5}", fullmatch=True
    ),
)
devices = st.from_regex(
    r"(国械注准20[0-9]{2}3|[湘渝粤]械注准20[0-9]{2}2|国械注[进许]20[0-9]{2}[23])[0-9]{6,7}"
    r"|(国|[渝京]|粤穗|苏苏)械备20[0-9]{6,7}",
    fullmatch=True,
)
numbers = st.one_of(
    st.tuples(st.just(Kind.USCC), usccs),
    st.tuples(st.just(Kind.PATENT), patents),
    st.tuples(st.just(Kind.DEVICE_REGISTRATION), devices),
)
texts = st.one_of(
    st.text(),
    st.text(alphabet=LETTERS + "ZLCN.- ()（）〔〕国渝食药监械注备准进许字第号专利：．。０Ｘ\n"),
    st.builds("{}{}{}".format, st.text(max_size=5), numbers.map(lambda pair: pair[1]), st.text(max_size=5)),
)
days = st.one_of(st.none(), st.dates())


@given(numbers)
def test_valid_number_comes_back_as_it_was(pair):
    kind, number = pair
    found = judge(kind, number)
    assert (found.verdict, found.normalised) == (Verdict.VALID, number)
    assert judge(kind, found.normalised) == found


@given(numbers)
def test_valid_number_is_found_when_it_stands_in_a_sentence(pair):
    kind, number = pair
    word = {Kind.USCC: "信用代码", Kind.PATENT: "专利号", Kind.DEVICE_REGISTRATION: "注册证号"}[kind]
    found = recognise(f"包装上写着{word}：{number}，请核对。")
    assert (kind, number) in [(f.judgement.kind, f.judgement.normalised) for f in found]


@settings(max_examples=20)
@given(usccs)
def test_every_single_wrong_character_is_caught_when_it_is_a_credit_code(number):
    for place, right in enumerate(number):
        for wrong in LETTERS.replace(right, ""):
            assert judge(Kind.USCC, number[:place] + wrong + number[place + 1 :]).verdict is not Verdict.VALID


@settings(max_examples=20)
@given(patents)
def test_every_single_wrong_digit_is_caught_when_it_is_a_patent(number):
    start = number.index(".") - (12 if len(number.split(".")[0].lstrip("ZLCN")) == 12 else 8)
    for place in range(start, len(number)):
        for wrong in (DIGITS + "X").replace(number[place], ""):
            changed = number[:place] + wrong + number[place + 1 :]
            if number[place] != ".":
                assert judge(Kind.PATENT, changed).verdict is not Verdict.VALID


@given(st.one_of(st.tuples(st.just(Kind.USCC), usccs), st.tuples(st.just(Kind.PATENT), patents)))
def test_every_swap_of_neighbours_is_caught(pair):
    """Both schemes promise all of them: neighbouring weights differ, and the modulus is prime."""
    kind, number = pair
    plain = number.replace(".", "")
    first = 2 if plain[0] in "ZC" and kind is Kind.PATENT else 0
    for place in range(first, len(plain) - 1):
        one, other = plain[place : place + 2]
        if one != other:
            swapped = plain[:place] + other + one + plain[place + 2 :]
            assert judge(kind, swapped).verdict is not Verdict.VALID


@given(numbers)
@example((Kind.USCC, "91500240MA5U000119"))
@example((Kind.USCC, "914403001922038216"))
@example((Kind.PATENT, "ZL201930071397.7"))
@example((Kind.PATENT, "98101234.5"))
@example((Kind.DEVICE_REGISTRATION, "国食药监械(准)字2010第3210001"))
@example((Kind.DEVICE_REGISTRATION, "粤穗械备20150001号"))
def test_field_never_scolds_while_a_valid_number_is_typed(pair):
    kind, number = pair
    for length in range(len(number)):
        found = judge(kind, number[:length])
        assert not found.is_malformed, number[:length]


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (Kind.USCC, "91B"),
        (Kind.USCC, "O"),
        (Kind.PATENT, "ZL20194"),
        (Kind.PATENT, "1"),
        (Kind.DEVICE_REGISTRATION, "湘械注准20201"),
    ],
)
def test_field_says_so_at_once_when_no_number_can_come_of_it(kind, typed):
    assert not judge(kind, typed[:-1]).is_malformed
    assert judge(kind, typed).is_malformed


@given(texts, days)
@example("²³¹0000600037341L", None)
@example("ZL２０１９٣00713977", date.max)
@example("98101234.5", date.min)
@example("ſtﬁ", None)
def test_no_text_raises(text, on):
    for kind in JUDGES:
        judge(kind, text, on)
        assert identify(text, kind, on)
    assert identify(text, on=on)
    for found in recognise(text, on):
        assert text[found.start : found.end] == found.text


@given(st.text())
def test_places_stay_when_a_text_is_folded(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="㊟①㎡中文，、；abc"))
def test_folding_is_no_compatibility_decomposition(text):
    assert fold(text) == text.replace("，", ",").replace("；", ";").upper()
