"""The county as resources/demo/county.yaml describes it; check characters are computed, so that every number is right."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache
from typing import Any, Self

import yaml

from inspector import paths
from inspector.evidence.drawing import Scene, Subject
from inspector.identifiers import organisation_code, patent, uscc
from inspector.inspection.record import Attendance
from inspector.inspection.registry import Party

_SATURDAY = 5
_PATENT = "ZL:"  # before the twelve digits of a patent number without its check digit


@dataclass(frozen=True)
class Shot:
    """A photo to take: of what, and on which `item` (its name, or `CARD/item` with the number of the card)."""

    item: str
    scene: Scene
    orientation: int


@dataclass(frozen=True)
class Answers:
    """Marks, facts and notes by item; the mark of `rest` is for every other item that counts."""

    marks: Mapping[str, str]
    facts: Mapping[str, str]
    notes: Mapping[str, str]

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Self:
        facts = {name: _number(str(fact)) for name, fact in stored.get("facts", {}).items()}
        return cls(stored.get("marks", {}), facts, stored.get("notes", {}))


@dataclass(frozen=True)
class Scenario:
    """One visit, and how far it gets: draft, printed, signed or locked."""

    laptop: int
    begins: datetime
    minutes: int
    subject: str
    party: str
    stall: str
    present: str
    attendance: Attendance
    attendance_note: str
    video: str
    witness: Mapping[str, str]
    suspended: str
    shop: Answers
    cards: tuple[Answers, ...]
    suspicions: Mapping[str, str]
    goods: tuple[Mapping[str, str], ...]
    shots: tuple[Shot, ...]
    until: str

    @classmethod
    def of(cls, stored: Mapping[str, Any], now: datetime) -> Self:
        return cls(
            laptop=stored["laptop"],
            begins=_begin(stored, now),
            minutes=stored["minutes"],
            subject=stored["subject"],
            party=stored["party"],
            stall=stored.get("stall", ""),
            present=stored["present"],
            attendance=Attendance(stored.get("attendance", "present")),
            attendance_note=stored.get("attendance_note", ""),
            video=stored.get("video", ""),
            witness=stored.get("witness", {}),
            suspended=stored.get("suspended", ""),
            shop=Answers.of(stored),
            cards=tuple(map(Answers.of, stored.get("cards", ()))),
            suspicions=stored.get("suspicions", {}),
            goods=tuple(stored.get("goods", ())),
            shots=tuple(
                Shot(
                    shot["item"],
                    Scene(Subject(shot["subject"]), tuple(shot["lines"]), seed=number),
                    shot.get("orientation", 1),
                )
                for number, shot in enumerate(stored.get("photos", ()))
            ),
            until=stored["until"],
        )


@cache
def county() -> Mapping[str, Any]:
    """The resource as it stands: desks, officers, parties, market; the visits are read by `scenarios`."""
    loaded: dict[str, Any] = yaml.safe_load(paths.resource("demo", "county.yaml").read_text(encoding="utf-8"))
    return loaded


def scenarios(now: datetime) -> tuple[Scenario, ...]:
    """The visits of the two weeks before *now*, in the order of time."""
    found = (Scenario.of(stored, now) for stored in county()["visits"])
    return tuple(sorted(found, key=lambda s: s.begins))


def main_job(now: datetime) -> Scenario:
    """The visit that is run from its beginning to the receipt."""
    return Scenario.of(county()["main_job"], now)


def parties() -> tuple[Party, ...]:
    return tuple(
        Party(uscc=credit_code(stored["body"]), licence_kind="营业执照", **_without(stored, "body"))
        for stored in county()["parties"]
    )


def credit_code(body: str) -> str:
    """The code for its first sixteen characters: both check characters are added."""
    seventeen = body + organisation_code.check_character(body[8:])
    return seventeen + uscc.check_character(seventeen)


def workday(now: datetime, days: int, at: time) -> datetime:
    """*at* that o'clock on the working day that lies *days* before *now*, Saturdays and Sundays not counted."""
    day = now
    while days > 0:
        day -= timedelta(days=1)
        days -= day.weekday() < _SATURDAY
    return day.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)


def _begin(stored: Mapping[str, Any], now: datetime) -> datetime:
    if "minutes_ago" in stored:
        return now - timedelta(minutes=stored["minutes_ago"])
    return workday(now, stored["workdays_ago"], time.fromisoformat(stored["at"]))


def _number(fact: str) -> str:
    if not fact.startswith(_PATENT):
        return fact
    body = fact.removeprefix(_PATENT)
    return f"ZL{body}.{patent.check_digit(body)}"


def _without(stored: Mapping[str, str], *names: str) -> dict[str, str]:
    return {k: v for k, v in stored.items() if k not in names}
