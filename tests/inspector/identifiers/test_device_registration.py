"""Registration and filing numbers of medical devices: structure, offices, classes, the old form."""

from datetime import date

import pytest

from inspector.identifiers.device_registration import judge
from inspector.identifiers.judgement import Verdict

ISSUED = (
    "湘械注准20202140068",
    "粤械注准20202140129",
    "苏械注准20202140937",
    "辽械注准20202140101",
    "国械注准20173660001",
    "国械注准20163400749",
)


@pytest.mark.parametrize(
    "number", [*ISSUED, "国械注进20202140001", "国械注许20213140001", "内械注准20262210005"]
)
def test_number_is_valid_when_office_route_and_class_go_together(number):
    found = judge(number)
    assert (found.verdict, found.normalised, found.problems) == (Verdict.VALID, number, ())


def test_facts_are_read_off_a_registration():
    assert judge("湘械注准20202140068").facts == {
        "scheme": "registration",
        "office": "provincial",
        "office_name": "湖南省",
        "route": "domestic",
        "year": "2020",
        "class": "2",
        "category": "14",
    }


@pytest.mark.parametrize(
    ("text", "normalised"),
    [
        ("渝械备20200001号", "渝械备20200001"),
        ("渝械备20200001", "渝械备20200001"),
        ("粤潮械备20200086", "粤潮械备20200086"),
        ("国械备20150001号", "国械备20150001"),
    ],
)
def test_filing_is_class_one_with_or_without_a_city(text, normalised):
    found = judge(text)
    assert (found.verdict, found.normalised, found.facts["class"]) == (Verdict.VALID, normalised, "1")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("国械注准20202140068", "device_registration_class_office"),
        ("湘械注准20203140068", "device_registration_class_office"),
        ("湘械注进20202140068", "device_registration_route_office"),
        ("渝械注许20202140068", "device_registration_route_office"),
    ],
)
def test_number_is_malformed_when_the_office_does_not_register_that_class(text, code):
    found = judge(text)
    assert found.is_malformed
    assert [p.code for p in found.problems] == [code]


@pytest.mark.parametrize(
    ("text", "normalised"),
    [
        ("国食药监械（准）字2010第3210001号", "国食药监械(准)字2010第3210001号"),
        ("渝食药监械(准)字2010第2210001号", "渝食药监械(准)字2010第2210001号"),
        ("苏苏食药监械(准)字2012第1640001", "苏苏食药监械(准)字2012第1640001号"),
    ],
)
def test_old_form_is_recognised_and_said_to_be_unchecked(text, normalised):
    found = judge(text)
    assert (found.verdict, found.normalised) == (Verdict.UNKNOWN_SCHEME, normalised)
    assert [p.code for p in found.problems] == ["device_registration_before_2014"]


def test_lead_is_given_when_the_number_is_younger_than_the_goods():
    found = judge("湘械注准20202140068", date(2019, 12, 31))
    assert found.verdict is Verdict.VALID
    assert [p.code for p in found.problems] == ["device_registration_later"]
    assert judge("湘械注准20202140068", date(2020, 1, 1)).problems == ()


@pytest.mark.parametrize(
    ("text", "code", "position"),
    [
        ("美械注准20202140068", "device_registration_office_misfit", 1),
        ("湘械字20202140068", "device_registration_mark_misfit", 3),
        ("湘械注字20202140068", "device_registration_route_misfit", 4),
        ("湘械注准19992140068", "device_registration_year_misfit", 5),
        ("湘械注准20201140068", "device_registration_class_misfit", 9),
        ("湘械注准20202X40068", "device_registration_category_misfit", 10),
        ("湘械注准2020214O068", "device_registration_serial_misfit", 12),
        ("湘械注准202021400681234", "device_registration_tail_misfit", 17),
    ],
)
def test_place_and_part_are_named_when_a_character_cannot_stand_there(text, code, position):
    found = judge(text)
    assert found.is_malformed
    assert [(p.code, p.context["position"]) for p in found.problems] == [(code, position)]
