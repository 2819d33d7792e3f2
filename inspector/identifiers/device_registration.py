"""医疗器械注册证编号与备案编号 (办法第 115、116 条): office, route, year, class, category; no check digit."""

from datetime import date
from typing import Any

from inspector.errors import Problem
from inspector.identifiers.judgement import Judgement, Kind, Verdict
from inspector.identifiers.scheme import Reading, scheme

NATIONAL = "国"


def judge(text: str, on: date | None = None) -> Judgement:
    """Judges *text* as a registration (械注准/进/许) or filing (械备) number; *on* is the day of making or of the visit."""
    reading = scheme(Kind.DEVICE_REGISTRATION).read(text)
    if reading.layout is None:
        return reading.unfit()
    facts = _facts(reading)
    # 号 is a word after the number, except in the old form, which is quoted with it
    number = reading.text.removesuffix("号")
    if reading.scheme == "before_2014":
        problem = Problem("device_registration_before_2014", context=facts)
        return reading.judged(Verdict.UNKNOWN_SCHEME, f"{number}号", (problem,), facts)
    wrong = _wrong_class(facts) if reading.scheme == "registration" else ()
    if wrong:
        return reading.judged(Verdict.BAD_FORMAT, number, wrong, facts)
    late: tuple[Problem, ...] = ()
    if on is not None and int(facts["year"]) > on.year:
        late = (Problem("device_registration_later", "year", {**facts, "on": on.isoformat()}),)
    return reading.judged(Verdict.VALID, number, late, facts)


def _facts(reading: Reading) -> dict[str, str]:
    parts, tables = reading.parts, scheme(Kind.DEVICE_REGISTRATION).tables
    facts = {
        "scheme": reading.scheme,
        "office": "national" if parts["office"] == NATIONAL else "provincial",
        "office_name": tables["offices"][parts["office"]],
    }
    if "route" in parts:
        facts["route"] = tables["routes"][parts["route"]]
    facts["year"] = parts["year"]
    if reading.scheme == "filing":
        facts["class"] = "1"
    elif reading.scheme == "registration":
        facts |= {"class": parts["class"], "category": parts["category"]}
    return facts


def _wrong_class(facts: dict[str, str]) -> tuple[Problem, ...]:
    """A class that this office does not register by this route."""
    rules: list[dict[str, Any]] = scheme(Kind.DEVICE_REGISTRATION).tables["rules"]
    for rule in rules:
        if (rule["office"], rule["route"]) == (facts["office"], facts["route"]):
            if facts["class"] in rule["classes"]:
                return ()
            return (Problem("device_registration_class_office", "class", facts),)
    return (Problem("device_registration_route_office", "route", facts),)
