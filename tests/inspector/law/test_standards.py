"""Standards on packages of protective goods, by the day on which the goods were made."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inspector.identifiers.judgement import Kind, Verdict
from inspector.law.standards import Status, judge, recognise, standards, standards_in_force

SPRING_2020 = date(2020, 3, 1)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("GB2626-2019", "GB 2626-2019"),
        ("GB 2626—2019", "GB 2626-2019"),
        ("ＧＢ　２６２６－２０１９", "GB 2626-2019"),
        ("gb2626–2019", "GB 2626-2019"),
        ("执行标准：GB 2626-2019", "GB 2626-2019"),
        ("YY/T0969-2013", "YY/T 0969-2013"),
        ("YY／T 0969—2013", "YY/T 0969-2013"),
        ("GBT38880-2020", "GB/T 38880-2020"),
        ("T/CNTAC55-2020", "T/CNTAC 55-2020"),
    ],
)
def test_standard_is_known_however_it_is_printed(typed, number):
    found = judge(typed)
    assert (found.kind, found.verdict, found.normalised) == (Kind.PPE_STANDARD, Verdict.VALID, number)


@pytest.mark.parametrize(
    ("number", "on", "status"),
    [
        ("GB 19083-2010", date(2025, 11, 30), Status.IN_FORCE),
        ("GB 19083-2010", date(2025, 12, 1), Status.SUPERSEDED),
        ("GB 19083-2023", date(2025, 11, 30), Status.NOT_YET),
        ("GB 19083-2023", date(2025, 12, 1), Status.IN_FORCE),
        ("GB 19082-2009", date(2025, 12, 1), Status.SUPERSEDED),
        ("GB 19082-2023", date(2025, 12, 1), Status.IN_FORCE),
        ("YY 0469-2011", date(2026, 11, 30), Status.IN_FORCE),
        ("YY 0469-2011", date(2026, 12, 1), Status.SUPERSEDED),
        ("YY 0469-2023", date(2026, 11, 30), Status.NOT_YET),
        ("YY 0469-2023", date(2026, 12, 1), Status.IN_FORCE),
        ("YY/T 0969-2013", SPRING_2020, Status.IN_FORCE),
        ("GB 2626-2006", date(2021, 6, 30), Status.IN_FORCE),
        ("GB 2626-2006", date(2021, 7, 1), Status.SUPERSEDED),
        ("GB 2626-2019", date(2019, 12, 30), Status.NOT_YET),
        ("GB 2626-2019", SPRING_2020, Status.ALLOWED_EARLY),
        ("GB 2626-2019", date(2021, 7, 1), Status.IN_FORCE),
        ("GB/T 38880-2020", date(2020, 5, 5), Status.NOT_YET),
        ("GB/T 38880-2020", date(2020, 5, 6), Status.IN_FORCE),
        ("T/CNTAC 55-2020", SPRING_2020, Status.UNDATED),
    ],
)
def test_status_goes_by_the_day_of_making(number, on, status):
    found = judge(number, on)
    assert found.facts["status"] == status.value
    assert bool(found.problems) == (status in (Status.NOT_YET, Status.SUPERSEDED))


def test_status_stays_open_when_no_day_is_given():
    found = judge("GB 19083-2010")
    assert (found.facts["status"], found.problems) == ("undated", ())


def test_both_editions_are_open_to_choice_during_a_transition():
    numbers = [s.number for s in standards_in_force(SPRING_2020)]
    assert {"GB 2626-2006", "GB 2626-2019"} <= set(numbers)
    assert "YY 0469-2023" not in numbers


@pytest.mark.parametrize(
    "number", ["GB 99999-2020", "EN 149-2001", "Q/ABC 001-2019", "T/XYZ 1-2020", "DB50/T 123-2020"]
)
def test_standard_that_is_not_listed_is_unknown_and_nothing_more(number):
    found = judge(number, SPRING_2020)
    assert (found.verdict, found.normalised) == (Verdict.UNKNOWN_SCHEME, number)
    assert [p.code for p in found.problems] == ["ppe_standard_unknown"]


@pytest.mark.parametrize(
    ("printed", "known"),
    [
        ("GB 38880-2020", "GB/T 38880-2020"),
        ("YY 0969-2013", "YY/T 0969-2013"),
        ("GB/T 2626-2019", "GB 2626-2019"),
    ],
)
def test_known_number_is_named_when_only_the_letters_differ(printed, known):
    found = judge(printed)
    assert found.verdict is Verdict.UNKNOWN_SCHEME
    assert [(p.code, p.context["known"]) for p in found.problems] == [("ppe_standard_letters", known)]


def test_editions_of_the_day_are_named_when_the_year_is_missing():
    assert judge("GB 2626", date(2026, 1, 1)).problems[0].context["editions"] == "GB 2626-2019"
    assert judge("GB 2626", SPRING_2020).problems[0].context["editions"] == "GB 2626-2006、GB 2626-2019"


@pytest.mark.parametrize("text", ["口罩", "2626", "GB 2626-20199", "GB--"])
def test_text_is_malformed_when_it_is_no_standard(text):
    assert judge(text).is_malformed


@pytest.mark.parametrize("standard", standards(), ids=lambda s: s.number)
def test_field_never_scolds_while_a_known_standard_is_typed(standard):
    for typed in (standard.number, standard.number.replace(" ", "")):
        for length in range(len(typed)):
            assert not judge(typed[:length]).is_malformed, typed[:length]


def test_class_of_a_mask_is_no_finished_standard():
    found = judge("KN95")
    assert (found.verdict, [p.code for p in found.problems]) == (
        Verdict.BAD_FORMAT,
        ["ppe_standard_unfinished"],
    )


def test_resource_is_of_one_piece():
    numbers = [s.number for s in standards()]
    assert len(set(numbers)) == len(numbers)
    for standard in standards():
        assert judge(standard.number).normalised == standard.number
        assert standard.objects.keys() == {"zh_CN", "en"}
        assert standard.tag in ("V", "K")
        if standard.superseded_by:
            after = next(s for s in standards() if s.number == standard.superseded_by)
            assert standard.valid_to + timedelta(days=1) == after.valid_from


@given(st.one_of(st.text(), st.text(alphabet="GBYTQ/DC０１2026-—. 执行标准：")), st.none() | st.dates())
@example("GB２６２６-٢٠١٩", None)
def test_no_text_raises(text, on):
    assert judge(text, on).kind is Kind.PPE_STANDARD


def test_every_standard_in_a_text_is_found_when_it_stands_among_other_numbers():
    text = (
        "一次性使用医用口罩 渝械注准20202140123 执行标准：YY/T 0969-2013，GB2626—2006\n"
        "批号 GB20200315 电话 023-73330000 生产日期 2020-03-15 符合 GB 2626；ZL201930123456.0"
    )
    found = recognise(text, SPRING_2020)
    assert [f.text for f in found] == ["YY/T 0969-2013", "GB2626—2006", "GB 2626"]
    assert [text[f.start : f.end] for f in found] == [f.text for f in found]
    assert [f.judgement.verdict for f in found] == [Verdict.VALID, Verdict.VALID, Verdict.BAD_FORMAT]


@given(st.sampled_from([s.number for s in standards()]), st.sampled_from(["", "执行标准：", "符合"]))
def test_every_known_standard_is_found_in_a_sentence(number, word):
    (found,) = recognise(f"本品{word}{number}，合格。")
    assert (found.text, found.judgement.normalised) == (number, number)


@given(st.text())
def test_no_text_is_too_odd_to_look_for_standards_in(text):
    for found in recognise(text):
        assert text[found.start : found.end] == found.text
