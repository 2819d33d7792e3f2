"""Unified social credit codes: vectors, the organisation code inside, and what is a hint only."""

import pytest

from inspector.identifiers.judgement import Verdict
from inspector.identifiers.organisation_code import check_character as organisation_check
from inspector.identifiers.uscc import check_character, judge

REAL = (
    "91110000600037341L",
    "9144030071526726XG",
    "914403001922038216",
    "91330100799655058B",
    "91110000802100433B",
    "91110108551385082Q",
)
SYNTHETIC = ("91500240MA5U000119", "92500240MA5YQ0121E", "93500240581412344Q")


@pytest.mark.parametrize("number", REAL + SYNTHETIC)
def test_code_is_valid_without_leads_when_both_checks_fit(number):
    found = judge(number)
    assert (found.verdict, found.normalised, found.problems) == (Verdict.VALID, number, ())


@pytest.mark.parametrize("number", REAL)
def test_organisation_code_checks_itself_when_the_code_is_real(number):
    assert organisation_check(number[8:16]) == number[16]


@pytest.mark.parametrize("pair", ["N1", "N2", "N3", "Y1", "A1"])
def test_code_is_valid_when_its_first_places_hold_a_letter(pair):
    body = pair + "500240" + "581412344"
    assert judge(body + check_character(body)).verdict is Verdict.VALID


def test_expected_character_is_named_when_the_check_fails():
    found = judge("91110000600037341M")
    assert found.verdict is Verdict.BAD_CHECKSUM
    assert [(p.code, p.context["expected"], p.context["found"]) for p in found.problems] == [
        ("identifier_check_wrong", "L", "M")
    ]


def test_region_and_kind_of_holder_are_told_when_known():
    facts = judge("92500240MA5YQ0121E").facts
    assert facts["region_name"] == "重庆市石柱土家族自治县"
    assert (facts["region"], facts["entity"], facts["organisation_code"]) == ("500240", "92", "MA5YQ0121")


@pytest.mark.parametrize(
    ("region", "name"),
    [
        ("110103", "北京市崇文区"),
        ("120102", "天津市河东区"),
        ("310000", "上海市"),
        ("100000", "国家（总局登记）"),
    ],
)
def test_region_name_is_the_latest_when_it_changed(region, name):
    body = "91" + region + "600037341"
    assert judge(body + check_character(body)).facts["region_name"] == name


def test_wrong_organisation_check_is_a_lead_only_when_the_whole_code_fits():
    body = "91500240" + "581412345"
    found = judge(body + check_character(body))
    assert found.verdict is Verdict.VALID
    assert [(p.code, p.where) for p in found.problems] == [("uscc_organisation_check", "organisation")]


def test_unknown_region_is_a_lead_only():
    body = "91990099" + "581412344"
    found = judge(body + check_character(body))
    assert found.verdict is Verdict.VALID
    assert [p.code for p in found.problems] == ["uscc_region_unknown"]


def test_old_registration_number_is_no_malformed_code_but_another_scheme():
    found = judge("500240000012345")
    assert found.verdict is Verdict.UNKNOWN_SCHEME
    assert [p.code for p in found.problems] == ["uscc_registration_number"]


@pytest.mark.parametrize(
    ("text", "code", "position"),
    [
        ("I1110000600037341L", "uscc_authority_misfit", 1),
        ("9O110000600037341L", "uscc_category_misfit", 2),
        ("91I10000600037341L", "uscc_region_misfit", 3),
        ("91110000S00037341L", "uscc_organisation_misfit", 9),
        ("91110000600037341Z", "uscc_check_misfit", 18),
        ("500240000012345O", "uscc_organisation_misfit", 16),
        ("91110000600037341L0", "identifier_too_long", 19),
    ],
)
def test_place_and_part_are_named_when_a_character_cannot_stand_there(text, code, position):
    found = judge(text)
    assert found.is_malformed
    assert [(p.code, p.context["position"]) for p in found.problems] == [(code, position)]
