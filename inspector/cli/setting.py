"""`FIELD=VALUE` for the facts of a visit, read by the type that the field has."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, get_type_hints

import click

from inspector.cli import naming
from inspector.cli.session import Session

if TYPE_CHECKING:
    from inspector.workspace import Workspace

WRITABLE = (
    "subject", "place", "officers", "started_at", "ended_at", "certificates_shown", "rights_told", "person_present",
    "notified", "attendance", "attendance_note", "video", "reply_certificates", "reply_rights", "site_facts",
    "measure_notice", "statement", "reply_closing", "witness_name", "witness_contact", "witness_unit", "suspended",
)  # fmt: skip
"""Stage, checklist and lock move by their own verbs."""

OFFERED = ("notified", "attendance_note")
"""Wordings that come with the attendance."""

_TRUTH = {"yes": True, "no": False, "true": True, "false": False, "1": True, "0": False}


def read(session: Session, workspace: "Workspace", facts: tuple[str, ...]) -> dict[str, Any]:
    """The values by field; an empty one takes the field back to its default, `now` is the present instant.

    Raises:
        UsageError: with every word that cannot be read.
    """
    said: dict[str, Any] = {}
    wrong: list[str] = []
    for fact in facts:
        name, equals, text = fact.partition("=")
        if not equals or name not in WRITABLE:
            known = ", ".join(WRITABLE)
            wrong.append(session.tell.word("cli_field_unknown", found=fact, known=known))
            continue
        try:
            said[name] = _value(session, workspace, name, text)
        except ValueError:
            wrong.append(session.tell.word("cli_bad_value", name=name, found=text))
    if wrong:
        raise click.UsageError("\n".join(wrong))
    return said


def _value(session: Session, workspace: "Workspace", name: str, text: str) -> object:
    from inspector.inspection.record import Attendance
    from inspector.inspection.visit import Visit

    if name == "officers":
        return tuple(naming.officer(session, workspace, part).id for part in text.split(","))
    if not text:
        return None
    hint = get_type_hints(Visit)[name]
    if hint is bool:
        if text.lower() not in _TRUTH:
            raise ValueError(text)
        return _TRUTH[text.lower()]
    if hint == Attendance | None:
        return Attendance(text)
    if hint is str:
        return text
    return workspace.clock.now() if text == "now" else _instant(text)


def _instant(text: str) -> datetime:
    """ISO 8601; without an offset in that of this machine."""
    return datetime.fromisoformat(text).astimezone()
