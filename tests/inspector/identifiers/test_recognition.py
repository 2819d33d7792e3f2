"""Which kind a text is, and what stands in the text of a label."""

from datetime import date

import pytest

from inspector.identifiers.judgement import Kind, Verdict
from inspector.identifiers.recognition import JUDGES, identify, judge, recognise

TODAY = date(2026, 11, 22)
LABEL = """生产企业：某某医疗用品有限公司  统一社会信用代码：91500240MA5U 0001 19
注册证编号：湘械注准20202140068 5片装  电话 023-73331234
专利号：ＺＬ ２０１９ ３ ００７１３９７．７ 条码6920168731223 生产批号20201010123451
生产日期20200301 执行标准YY 0469-2011"""


def kinds_and_numbers(found):
    return [(f.judgement.kind, f.judgement.normalised) for f in found]


def test_every_number_is_found_in_a_label_and_nothing_else():
    assert sorted(kinds_and_numbers(recognise(LABEL))) == [
        (Kind.DEVICE_REGISTRATION, "湘械注准20202140068"),
        (Kind.PATENT, "ZL201930071397.7"),
        (Kind.USCC, "91500240MA5U000119"),
    ]


def test_place_in_the_text_is_told_as_it_stands_there():
    for found in recognise(LABEL):
        assert LABEL[found.start : found.end] == found.text
    assert "ＺＬ ２０１９ ３ ００７１３９７．７" in [f.text for f in recognise(LABEL)]


def test_best_comes_first():
    found = recognise("ZL201910398073.4 国食药监械(准)字2010第3210001号 91110000600037341L", TODAY)
    assert [f.judgement.verdict for f in found] == [
        Verdict.VALID,
        Verdict.BAD_CHECKSUM,
        Verdict.UNKNOWN_SCHEME,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "专利号 2019300713978",
        "ZL2019300713978",
        "申请号：201930071397.8",
        "信用代码 500240199801010013",
        "91110000600037341M",
    ],
)
def test_number_with_a_failing_check_is_found_when_something_tells_its_kind(text):
    found = recognise(text)
    assert [f.judgement.verdict for f in found] == [Verdict.BAD_CHECKSUM]


@pytest.mark.parametrize(
    "text",
    [
        "2019300713978",  # thirteen digits, no mark, check does not fit: any batch number
        "500240198001010013",  # a resident's number
        "6920168731223",
        "电话：02373331234",
        "1201930071397.7 201930071397.71",  # parts of longer numbers
        "981012345",  # nine digits alone
        "981012345 918273645",
        "500240000012345",
        "2020-03-01 20200301",
        "",
    ],
)
def test_digits_are_left_alone_when_nothing_tells_their_kind(text):
    assert recognise(text) == ()


def test_number_beside_a_word_in_the_line_above_is_not_told_by_it():
    assert recognise("专利号\n2019300713978") == ()


def test_two_numbers_of_one_line_are_both_found():
    found = recognise("ZL201930071397.7，ZL201922156545.2/ZL201910398073.3")
    assert len(found) == 3


@pytest.mark.parametrize(
    ("text", "kind", "verdict"),
    [
        ("91110000600037341L", Kind.USCC, Verdict.VALID),
        ("91110000600037341M", Kind.USCC, Verdict.BAD_CHECKSUM),
        ("9150O240", Kind.USCC, Verdict.BAD_FORMAT),
        ("202030654321.X", Kind.PATENT, Verdict.VALID),
        ("200210000001.1", Kind.PATENT, Verdict.BAD_FORMAT),
        ("ZL2019", Kind.PATENT, Verdict.BAD_FORMAT),
        ("湘械注准20202140068", Kind.DEVICE_REGISTRATION, Verdict.VALID),
        ("国械注准20202140068", Kind.DEVICE_REGISTRATION, Verdict.BAD_FORMAT),
        ("号码见瓶身：ZL201930071397.7。", Kind.PATENT, Verdict.VALID),
        ("国药准字H20200001", Kind.UNKNOWN, Verdict.UNKNOWN_SCHEME),
        ("你好", Kind.UNKNOWN, Verdict.UNKNOWN_SCHEME),
        ("", Kind.UNKNOWN, Verdict.UNKNOWN_SCHEME),
        ("1", Kind.UNKNOWN, Verdict.UNKNOWN_SCHEME),
        ("4409718", Kind.UNKNOWN, Verdict.UNKNOWN_SCHEME),  # 商标注册号
        ("6900000000014", Kind.UNKNOWN, Verdict.UNKNOWN_SCHEME),  # a bar code
        ("GB 19083-2010", Kind.UNKNOWN, Verdict.UNKNOWN_SCHEME),
        ("YY 0469-2011", Kind.UNKNOWN, Verdict.UNKNOWN_SCHEME),
        ("12100000MB12345", Kind.UNKNOWN, Verdict.UNKNOWN_SCHEME),
        ("12100000MB1234567", Kind.USCC, Verdict.BAD_FORMAT),  # the last character is missing
        ("12100000MB123456789", Kind.USCC, Verdict.BAD_FORMAT),  # one too many
        ("000000000000000000", Kind.USCC, Verdict.BAD_FORMAT),
    ],
)
def test_kind_is_identified_best_first(text, kind, verdict):
    best = identify(text, on=TODAY)[0]
    assert (best.kind, best.verdict) == (kind, verdict)


@pytest.mark.parametrize("kind", list(JUDGES))
def test_given_kind_is_kept_whatever_the_text(kind):
    for text in ("", "你好", "ZL201930071397.7", "91110000600037341L"):
        assert {j.kind for j in identify(text, kind)} == {kind}


def test_reference_date_reaches_the_checker():
    assert identify("98101234.5", on=TODAY)[0].facts["term_verdict"] == "over"
    assert recognise("ZL98101234.5", TODAY)[0].judgement.facts["term_verdict"] == "over"


@pytest.mark.parametrize(
    "typed",
    [
        "ＺＬ２０１９３００７１３９７．７",
        "zl 2019 3 0071397 . 7",
        "ZL201930071397。7",
        "ZL2019-3-0071397·7",
        "专利号：ZL201930071397.7",
        "\u200bZL201930071397.7\ufeff\n",
        "ZL\u00a0201930071397.7",
    ],
)
def test_habits_of_typing_and_pasting_do_not_matter_in_a_field(typed):
    assert judge(Kind.PATENT, typed).normalised == "ZL201930071397.7"


@pytest.mark.parametrize("x", ["x", "X", "ｘ", "Ｘ", "×", "Ⅹ"])
def test_check_character_x_is_read_in_all_its_spellings(x):
    assert judge(Kind.PATENT, f"202030654321.{x}").verdict is Verdict.VALID
