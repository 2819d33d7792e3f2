"""Standards of protective goods by date: is a standard on a package known, and was it in force when the goods were made."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

import yaml

from inspector import paths
from inspector.errors import Problem
from inspector.identifiers.judgement import Judgement, Kind, Verdict
from inspector.identifiers.recognition import Found
from inspector.identifiers.spelling import fold


class Status(StrEnum):
    """A standard on one day."""

    IN_FORCE = "in_force"
    ALLOWED_EARLY = "allowed_early"  # published, not yet in force, free to choose
    NOT_YET = "not_yet_in_force"
    SUPERSEDED = "superseded"
    UNDATED = "undated"  # no day given, or the first day in force is not known


@dataclass(frozen=True)
class Standard:
    """One edition of a standard; the days are explained in the resource. `objects` by language."""

    number: str
    title: str
    objects: Mapping[str, str]
    source: str
    tag: str
    valid_from: date | None = None
    valid_to: date | None = None
    allowed_from: date | None = None
    superseded_by: str = ""

    @property
    def series(self) -> str:
        """The number without its year."""
        return self.number.rpartition("-")[0]

    def status(self, on: date | None) -> Status:
        if on is None or (self.valid_from is None and self.allowed_from is None):
            return Status.UNDATED
        if self.valid_to and on > self.valid_to:
            return Status.SUPERSEDED
        if self.valid_from and on >= self.valid_from:
            return Status.IN_FORCE
        return Status.ALLOWED_EARLY if self.allowed_from and on >= self.allowed_from else Status.NOT_YET


@cache
def _resource() -> Mapping[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(
        paths.resource("law", "identifiers", "ppe_standard.yaml").read_text(encoding="utf-8")
    )
    return loaded


@cache
def standards() -> tuple[Standard, ...]:
    """All that are known, in the order of the resource."""
    return tuple(Standard(**entry) for entry in _resource()["standards"])


def standards_in_force(on: date) -> tuple[Standard, ...]:
    """Those that goods made on that day may declare, early choice included."""
    return tuple(s for s in standards() if s.status(on) in (Status.IN_FORCE, Status.ALLOWED_EARLY))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_resource()["patterns"][name])


def _plain(text: str) -> str:
    """Folded, without blanks and without the label word before the number (执行标准：)."""
    plain = re.sub(r"[\s·]", "", fold(text))
    for word in sorted(_resource()["words"], key=len, reverse=True):
        if plain.startswith(word):
            return plain.removeprefix(word).lstrip(":")
    return plain


def judge(text: str, on: date | None = None) -> Judgement:
    """Judges a standard as printed on goods made *on* that day; without a day only whether it is known.

    Facts: `status`, `title`, `valid_from`, `valid_to`, `superseded_by`, as far as there are any.
    """
    plain = _plain(text)
    match = _pattern("whole").fullmatch(plain)
    if match is None:
        partial = _pattern("beginning").fullmatch(plain) is not None
        code = "ppe_standard_unfinished" if partial else "ppe_standard_misfit"
        problem = Problem(code, context={"text": plain})
        return Judgement(Kind.PPE_STANDARD, Verdict.BAD_FORMAT, plain, (problem,), is_partial=partial)
    series = match["issuer"] + ("/T" if match["advice"] in ("T", "/T") else match["advice"] or "")
    series = f"{series} {match['serial']}"
    if match["year"] is None:
        return _without_year(series, on)
    number = f"{series}-{match['year']}"
    for standard in standards():
        if standard.number == number:
            return _known(standard, on)
    return Judgement(Kind.PPE_STANDARD, Verdict.UNKNOWN_SCHEME, number, (_unknown(number),))


def recognise(text: str, on: date | None = None) -> tuple[Found, ...]:
    """Every standard in a free text with its place, in the order in which they stand there."""
    return tuple(
        Found(*match.span(), text[slice(*match.span())], judge(match[0], on))
        for match in _pattern("inside").finditer(fold(text))
    )


def _known(standard: Standard, on: date | None) -> Judgement:
    status = standard.status(on)
    facts = {
        "title": standard.title,
        "status": status.value,
        "valid_from": standard.valid_from.isoformat() if standard.valid_from else "",
        "valid_to": standard.valid_to.isoformat() if standard.valid_to else "",
        "superseded_by": standard.superseded_by,
    }
    facts = {name: value for name, value in facts.items() if value}
    problems: tuple[Problem, ...] = ()
    if on is not None and status in (Status.NOT_YET, Status.SUPERSEDED):
        context = {**facts, "number": standard.number, "on": on.isoformat()}
        problems = (Problem(f"ppe_standard_{status}", "year", context),)
    return Judgement(Kind.PPE_STANDARD, Verdict.VALID, standard.number, problems, facts)


def _unknown(number: str) -> Problem:
    """Not in our list; a printed number that differs from a known one in its letters only is named."""
    digits = number.partition(" ")[2]
    for standard in standards():
        if standard.number.partition(" ")[2] == digits:
            return Problem("ppe_standard_letters", context={"number": number, "known": standard.number})
    return Problem("ppe_standard_unknown", context={"number": number})


def _without_year(series: str, on: date | None) -> Judgement:
    """A series without its year does not say which edition is meant; those of the day are named."""
    of_day = [
        s.number for s in standards() if s.series == series and (on is None or s in standards_in_force(on))
    ]
    code = "ppe_standard_year_missing" if of_day else "ppe_standard_unfinished"
    problem = Problem(code, "year", {"number": series, "editions": "、".join(of_day)})
    return Judgement(Kind.PPE_STANDARD, Verdict.BAD_FORMAT, series, (problem,), is_partial=True)
