"""Patent numbers: vectors of both structures, kinds, and the term in its three answers."""

from datetime import date

import pytest

from inspector.identifiers.judgement import Verdict
from inspector.identifiers.patent import TermVerdict, check_digit, judge, longest_term

REAL = (
    "ZL201930071397.7",
    "ZL201922156545.2",
    "ZL201910398073.3",
    "ZL201910190004.3",
    "ZL201910985915.5",
)
CONSTRUCTED = ("202010000001.1", "202030654321.X", "202020000006.X", "98101234.5", "03123456.9")
TODAY = date(2026, 11, 22)


def numbered(body):
    return f"{body}.{check_digit(body)}"


@pytest.mark.parametrize("number", REAL + CONSTRUCTED)
def test_number_is_valid_when_its_check_digit_fits(number):
    found = judge(number)
    assert (found.verdict, found.normalised, found.problems) == (Verdict.VALID, number, ())


@pytest.mark.parametrize("number", REAL + CONSTRUCTED)
def test_dot_is_put_back_when_it_was_left_out(number):
    assert judge(number.replace(".", "")).normalised == number


def test_expected_digit_is_named_when_the_check_fails():
    found = judge("ZL201910398073.4")
    assert found.verdict is Verdict.BAD_CHECKSUM
    assert found.problems[0].context == {"expected": "3", "found": "4"}
    assert found.facts["patent_kind"] == "invention"


@pytest.mark.parametrize(
    ("number", "kind", "route", "year", "years"),
    [
        ("ZL201930071397.7", "design", "national", "2019", "10"),
        ("ZL201922156545.2", "utility_model", "national", "2019", "10"),
        ("ZL201910398073.3", "invention", "national", "2019", "20"),
        (numbered("201980000001"), "invention", "pct", "2019", "20"),
        (numbered("201990000001"), "utility_model", "pct", "2019", "10"),
        (numbered("202230000001"), "design", "national", "2022", "15"),
        (numbered("202130000001"), "design", "national", "2021", "10/15"),
        ("98101234.5", "invention", "national", "1998", "20"),
        ("03123456.9", "invention", "national", "2003", "20"),
    ],
)
def test_kind_year_and_term_are_read_off_the_number(number, kind, route, year, years):
    facts = judge(number).facts
    assert (facts["patent_kind"], facts["route"], facts["filing_year"], facts["term_years"]) == (
        kind,
        route,
        year,
        years,
    )


@pytest.mark.parametrize(("prefix", "marked"), [("ZL", "grant"), ("CN", "application"), ("", "application")])
def test_grant_is_told_from_application_by_the_prefix(prefix, marked):
    assert judge(f"{prefix}201930071397.7").facts["marked_as"] == marked


@pytest.mark.parametrize(
    ("body", "on", "verdict"),
    [
        # filed 2010-01-01 to 2010-12-31, ten years: the first ends with 2019-12-31, the last with 2020-12-30
        ("201030000001", date(2019, 12, 31), TermVerdict.WITHIN),
        ("201030000001", date(2020, 1, 1), TermVerdict.DEPENDS),
        ("201030000001", date(2020, 12, 30), TermVerdict.DEPENDS),
        ("201030000001", date(2020, 12, 31), TermVerdict.OVER),
        ("200510000001", TODAY, TermVerdict.OVER),
        ("200610000001", TODAY, TermVerdict.DEPENDS),
        ("200710000001", TODAY, TermVerdict.WITHIN),
        # 2021: ten years until 31 May, fifteen from 1 June
        ("202130000001", date(2030, 12, 31), TermVerdict.WITHIN),
        ("202130000001", date(2033, 1, 1), TermVerdict.DEPENDS),
        ("202130000001", date(2036, 12, 30), TermVerdict.DEPENDS),
        ("202130000001", date(2036, 12, 31), TermVerdict.OVER),
        ("98101234", date(2005, 1, 1), TermVerdict.WITHIN),
    ],
)
def test_term_has_three_answers_by_the_reference_date(body, on, verdict):
    assert judge(numbered(body), on).facts["term_verdict"] == verdict.value


def test_every_eight_digit_number_is_beyond_its_term_today():
    for year in [f"{y:02}" for y in (*range(85, 100), 0, 1, 2, 3)]:
        for kind in "12389":
            assert judge(numbered(f"{year}{kind}00001"), TODAY).facts["term_verdict"] == "over"


def test_term_stays_open_when_no_reference_date_is_given():
    found = judge("ZL201930071397.7")
    assert "term_verdict" not in found.facts
    assert found.facts["latest_end"] == "2029-12-30"


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("200510000001", ["patent_term_over"]),
        ("200610000001", ["patent_term_depends"]),
        ("201910000001", []),
        ("202710000001", ["patent_filed_later"]),
    ],
)
def test_lead_is_given_when_number_and_reference_date_do_not_go_together(body, codes):
    found = judge(numbered(body), TODAY)
    assert found.verdict is Verdict.VALID
    assert [p.code for p in found.problems] == codes


def test_term_of_a_later_filing_is_not_called_within():
    assert "term_verdict" not in judge(numbered("202710000001"), TODAY).facts


@pytest.mark.parametrize("body", ["200210000001", "84100001", "04100001"])
def test_year_outside_its_numbering_is_malformed(body):
    found = judge(numbered(body))
    assert found.is_malformed
    assert [p.code for p in found.problems] == ["patent_year_misfit"]


@pytest.mark.parametrize("text", ["CN110123456A", "CN 1030001 A", "CN210123456U", "cn30123456s"])
def test_publication_number_is_told_from_a_patent_number(text):
    found = judge(text)
    assert found.verdict is Verdict.UNKNOWN_SCHEME
    assert [p.code for p in found.problems] == ["patent_publication"]


@pytest.mark.parametrize(
    ("text", "code", "position"),
    [
        ("ZX201930071397.7", "patent_prefix_misfit", 2),
        ("ZL211930071397.7", "patent_year_misfit", 4),
        ("ZL201940071397.7", "patent_kind_misfit", 7),
        ("ZL2019300X1397.7", "patent_serial_misfit", 10),
        ("ZL201930071397.A", "patent_check_misfit", 15),
        ("ZL201930071397.77", "identifier_too_long", 16),
    ],
)
def test_place_and_part_are_named_when_a_character_cannot_stand_there(text, code, position):
    found = judge(text)
    assert found.is_malformed
    assert [(p.code, p.context["position"]) for p in found.problems] == [(code, position)]


def test_no_term_is_invented_when_there_was_no_patent_law():
    with pytest.raises(ValueError, match="1984"):
        longest_term("invention", 1984)
