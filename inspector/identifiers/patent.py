"""专利申请号与专利号 (ZC 0006-2003 and the numbering before it): kind digit, filing year, check digit, longest term."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any

from inspector.errors import Problem
from inspector.identifiers.judgement import Judgement, Kind, Verdict
from inspector.identifiers.scheme import Reading, scheme


class TermVerdict(StrEnum):
    """The longest term against a reference date, as far as a filing year alone can tell."""

    OVER = "over"
    WITHIN = "within"
    DEPENDS = "depends"  # on the exact filing date


@dataclass(frozen=True)
class Term:
    """The longest term of patents of one kind filed in one year.

    `years` has two values in a year in which the law changed. `earliest_end` and `latest_end` are the last days of the term
    for the earliest and the latest filing date that the year allows: the term ends with the day before the anniversary
    (专利审查指南 part 5, chapter 9, 2.1).
    """

    years: tuple[int, ...]
    earliest_end: date
    latest_end: date

    def verdict(self, on: date) -> TermVerdict:
        """Over, within, or depending on the filing date, as of *on*: the day of making for a mark, of offering for an offer."""
        if on > self.latest_end:
            return TermVerdict.OVER
        return TermVerdict.WITHIN if on <= self.earliest_end else TermVerdict.DEPENDS


@cache
def longest_term(patent_kind: str, filing_year: int) -> Term:
    """The longest term by the law for the filing dates of *filing_year*.

    Raises:
        ValueError: when the law knew no such patent in that year.
    """
    spans: list[tuple[int, date, date]] = []
    for rule in scheme(Kind.PATENT).tables["terms"]:
        first = max(date(filing_year, 1, 1), rule["filed_from"])
        last = min(date(filing_year, 12, 31), rule["filed_until"] or date.max)
        if rule["patent_kind"] == patent_kind and first <= last:
            spans.append((rule["years"], _last_day(first, rule["years"]), _last_day(last, rule["years"])))
    if not spans:
        raise ValueError(f"no term for {patent_kind} in {filing_year}")
    years, earliest, latest = zip(*spans, strict=True)
    return Term(tuple(sorted(set(years))), min(earliest), max(latest))


def _last_day(filed: date, years: int) -> date:
    """No filing date at the edge of a year or a rule is a 29 February, so `replace` cannot fail."""
    return filed.replace(year=filed.year + years) - timedelta(days=1)


def judge(text: str, on: date | None = None) -> Judgement:
    """Judges *text* as a patent number; *on* is the reference date of the term, without which the term stays open."""
    reading = scheme(Kind.PATENT).read(text)
    if reading.layout is None:
        return reading.unfit()
    if reading.scheme == "publication":
        letter = reading.parts["document"]
        problem = Problem("patent_publication", "document", {"document": letter})
        facts = {"scheme": reading.scheme, "document": letter}
        return reading.judged(Verdict.UNKNOWN_SCHEME, problems=(problem,), facts=facts)
    year = _filing_year(reading)
    if not _in_use(reading.layout.data, year):
        context = {"position": len(reading.parts.get("prefix", "")) + 1, "found": reading.parts["year"]}
        problem = Problem("patent_year_misfit", "year", context)
        return reading.judged(Verdict.BAD_FORMAT, problems=(problem,))
    prefix, check = reading.parts.get("prefix", ""), reading.parts["check"]
    body = reading.text[:-1]
    facts = _facts(reading, year, on)
    expected = check_digit(body.removeprefix(prefix))
    if check != expected:
        problem = Problem("identifier_check_wrong", "check", {"expected": expected, "found": check})
        return reading.judged(Verdict.BAD_CHECKSUM, f"{body}.{check}", (problem,), facts)
    return reading.judged(Verdict.VALID, f"{body}.{check}", _leads(facts, year, on), facts)


def check_digit(body: str) -> str:
    """The check digit for twelve or eight digits.

    Raises:
        ValueError: for another number of digits.
    """
    for layout in scheme(Kind.PATENT).layouts:
        weights: Any = layout.data.get("weights", ())
        if len(weights) == len(body):
            left = sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True)) % 11
            return "X" if left == 10 else str(left)
    raise ValueError("twelve or eight digits")


def _filing_year(reading: Reading) -> int:
    """The full year; two digits belong to the last years of one century and the first of the next."""
    digits = reading.parts["year"]
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (1900 if digits >= "85" else 2000)


def _in_use(layout: Mapping[str, object], year: int) -> bool:
    first, last = layout["filed_from"], layout["filed_until"]
    assert isinstance(first, date)
    return first.year <= year and (not isinstance(last, date) or year <= last.year)


def _facts(reading: Reading, year: int, on: date | None) -> dict[str, str]:
    kind: dict[str, str] = scheme(Kind.PATENT).tables["kinds"][reading.parts["kind"]]
    term = longest_term(kind["patent_kind"], year)
    facts = {
        "patent_kind": kind["patent_kind"],
        "route": kind["route"],
        "filing_year": str(year),
        "term_years": "/".join(map(str, term.years)),
        "earliest_end": term.earliest_end.isoformat(),
        "latest_end": term.latest_end.isoformat(),
    }
    if on is not None and year <= on.year:
        facts["term_verdict"] = term.verdict(on).value
    return facts | {
        "marked_as": "grant" if reading.parts.get("prefix") == "ZL" else "application",
        "scheme": reading.scheme,
    }


def _leads(facts: Mapping[str, str], year: int, on: date | None) -> tuple[Problem, ...]:
    """What the number itself says against the reference date."""
    if on is None:
        return ()
    context = {**facts, "on": on.isoformat()}
    if year > on.year:
        return (Problem("patent_filed_later", "year", context),)
    if facts["term_verdict"] == TermVerdict.WITHIN:
        return ()
    return (Problem(f"patent_term_{facts['term_verdict']}", "year", context),)
