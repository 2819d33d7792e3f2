"""Sentences: there is one for everything, in both languages, and none says more than was checked."""

from datetime import date
from string import Formatter

import pytest

from inspector import wording
from inspector.identifiers import readout
from inspector.identifiers.judgement import Kind, Verdict
from inspector.identifiers.recognition import JUDGES, judge
from inspector.identifiers.scheme import scheme
from inspector.law import standards

TODAY = date(2026, 11, 22)
OWN = (
    "kind_",
    "verdict_",
    "identifier_",
    "uscc_",
    "patent_",
    "device_registration_",
    "ppe_standard_",
    "fact_",
)


def own(language):
    return {code: text for code, text in wording.catalogue(language).items() if code.startswith(OWN)}


def test_both_languages_say_the_same_things_with_the_same_facts():
    chinese, english = own("zh_CN"), own("en")
    assert chinese.keys() == english.keys()
    for code in chinese:
        names = [
            {name for _, name, _, _ in Formatter().parse(text) if name}
            for text in (chinese[code], english[code])
        ]
        assert names[0] == names[1], code


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_no_sentence_speaks_of_counterfeits(language):
    for text in own(language).values():
        assert not any(
            word in text.lower()
            for word in ("假冒", "伪造", "侵权", "违法", "counterfeit", "fake", "infring")
        )


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_kind_verdict_and_part_has_a_sentence(language):
    sentences = own(language)
    assert {f"kind_{kind}" for kind in Kind} | {
        f"verdict_{verdict}" for verdict in Verdict
    } <= sentences.keys()
    for kind in JUDGES:
        parts = {place.part for layout in scheme(kind).layouts for place in layout.places}
        assert {f"{kind}_{part}_misfit" for part in parts} <= sentences.keys()


def test_verdicts_use_the_words_of_the_trade():
    valid, wrong = judge(Kind.USCC, "91110000600037341L"), judge(Kind.USCC, "91110000600037341M")
    assert readout.headline(valid, "zh_CN") == "校验通过（不代表真实有效）"
    assert readout.headline(wrong, "zh_CN") == "校验位不符，请核对录入和印刷"


def test_number_without_check_digit_is_not_said_to_have_passed_one():
    assert "没有校验位" in readout.headline(judge(Kind.DEVICE_REGISTRATION, "湘械注准20202140068"), "zh_CN")


@pytest.mark.parametrize(
    ("kind", "number", "line"),
    [
        (Kind.PATENT, "ZL201910398073.3", "发明专利，2019年申请，最长期限内"),
        (Kind.PATENT, "98101234.5", "发明专利，1998年申请，超过最长期限，申请号写法（没有“ZL”）"),
        (
            Kind.DEVICE_REGISTRATION,
            "湘械注准20202140068",
            "湖南省，境内，2020年，第二类，注输、护理和防护器械",
        ),
        (Kind.USCC, "92500240MA5YQ0121E", "重庆市石柱土家族自治县，个体工商户，组织机构代码MA5YQ0121"),
    ],
)
def test_facts_read_as_one_line(kind, number, line):
    assert readout.summary(judge(kind, number, TODAY), "zh_CN") == line


def test_unfinished_number_only_says_how_much_is_missing_while_typing():
    found = judge(Kind.USCC, "91500240")
    assert readout.headline(found, "zh_CN", typing=True) == "已录入8位，至少还差7位。"
    assert readout.headline(found, "zh_CN") == "格式不符，请核对录入和印刷"


@pytest.mark.parametrize("language", wording.LANGUAGES)
@pytest.mark.parametrize(
    "text",
    ["91110000600037341M", "500240000012345", "98101234.5", "ZL202710000001.5", "CN110123456A", "国械注准20202140068",
     "湘械注进20202140068", "渝食药监械(准)字2010第2210001号", "湘械注准20992140068", "ZL2006100000018", "", "91O",
     "GB 2626", "GB 38880-2020", "GB 19083-2010", "YY 0469-2023", "GB 1", "口罩"],
)  # fmt: skip
def test_no_reason_has_a_gap_or_a_bare_code(text, language):
    judged = [judge(kind, text, TODAY) for kind in JUDGES] + [standards.judge(text, TODAY)]
    for found in judged:
        for line in [
            *readout.reasons(found, language),
            readout.headline(found, language),
            readout.summary(found, language),
        ]:
            assert "…" not in line
            assert "{" not in line
            assert "_" not in line
