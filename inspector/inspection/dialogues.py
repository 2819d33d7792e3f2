"""The fixed sentences of the forms, read from resources/forms/dialogues.yaml; the party's own words are never among them."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from inspector import paths
from inspector.inspection.record import Attendance

BLANK = "____"
"""What stands in an offered wording where only the officer knows what to write."""


@dataclass(frozen=True)
class Dialogues:
    """Sentences with places for facts, and the wordings offered for each way that a party attends."""

    certificates: str
    rights: str
    closing: str
    refusal: str
    about: str
    subjects: tuple[str, ...]
    notified: dict[Attendance, str]
    attendance: dict[Attendance, str]

    def offered(self, attendance: Attendance, person_present: str) -> tuple[str, str]:
        """通知当事人到场情况 and the note on the branch, for the officer to confirm or change; each `BLANK` is to be filled."""
        person = person_present.strip() or BLANK
        return self.notified[attendance].format(person=person), self.attendance[attendance]

    def own_words(self, *said: str) -> tuple[str, ...]:
        """Those of *said*, notices and notes on attendance, that are no wording as it was offered, for whomever."""
        offered = (*self.notified.values(), *self.attendance.values())
        patterns = [re.escape(words.strip()).replace(r"\{person\}", ".*") for words in offered]
        return tuple(s for s in said if s.strip() and not any(re.fullmatch(p, s.strip()) for p in patterns))


@cache
def dialogues() -> Dialogues:
    """The sentences in force."""
    stored: dict[str, Any] = yaml.safe_load(
        paths.resource("forms", "dialogues.yaml").read_text(encoding="utf-8")
    )
    return Dialogues(
        certificates=stored["certificates"],
        rights=stored["rights"],
        closing=stored["closing"],
        refusal=stored["refusal"],
        about=stored["about"],
        subjects=tuple(stored["subjects"]),
        notified={Attendance(k): v for k, v in stored["notified"].items()},
        attendance={Attendance(k): v for k, v in stored["attendance"].items()},
    )
