"""What is made up is right by its check characters, and of nobody."""

from datetime import UTC, datetime, time

import pytest

from inspector.demo import county
from inspector.identifiers.judgement import Kind, Verdict
from inspector.identifiers.recognition import judge
from inspector.law import standards

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
VISITS = (*county.scenarios(MONDAY), county.main_job(MONDAY))


@pytest.mark.parametrize("party", county.parties(), ids=lambda p: p.name)
def test_every_credit_code_is_valid_and_of_the_county(party):
    found = judge(Kind.USCC, party.uscc)
    assert (found.verdict, found.problems) == (Verdict.VALID, ())
    assert found.facts["region"] == "500240"


def test_no_two_parties_share_a_code_or_a_name():
    parties = county.parties()
    assert len({p.uscc for p in parties}) == len({p.name for p in parties}) == len(parties) >= 12


def test_every_patent_number_is_valid():
    numbers = [c.facts["patent"] for v in VISITS for c in v.cards if "patent" in c.facts]
    assert numbers
    assert {judge(Kind.PATENT, n).verdict for n in numbers} == {Verdict.VALID}


def test_device_numbers_are_valid_but_for_the_one_that_is_the_suspicion():
    wrong = []
    for visit in VISITS:
        for number, card in enumerate(visit.cards, 1):
            registration = card.facts.get("registration")
            if registration and judge(Kind.DEVICE_REGISTRATION, registration).verdict is not Verdict.VALID:
                wrong.append((visit, f"{number}/registration"))
    ((visit, address),) = wrong
    assert address in visit.suspicions


def test_every_standard_on_a_pack_is_known():
    named = {c.facts["standard"] for v in VISITS for c in v.cards} - {"none"}
    for name in named:
        assert standards.judge(name).verdict is Verdict.VALID, name


@pytest.mark.parametrize(
    ("now", "days", "day"),
    [
        (MONDAY, 1, 20),  # over the weekend
        (MONDAY, 6, 13),
        (MONDAY.replace(day=22), 1, 20),  # a Sunday
        (MONDAY, 0, 23),
    ],
)
def test_working_days_are_counted_back_over_weekends(now, days, day):
    assert county.workday(now, days, time(9, 30)) == MONDAY.replace(day=day, hour=9, minute=30)


def test_visits_lie_before_now_and_in_the_order_of_time():
    begins = [v.begins for v in county.scenarios(MONDAY)]
    assert begins == sorted(begins)
    assert begins[-1] < MONDAY
    assert (MONDAY - begins[0]).days <= 14
