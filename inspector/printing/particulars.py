"""Parts that the records of a visit share: heading, time, officers, party, words spoken, attendance, signature lines."""

from datetime import datetime

from inspector.inspection.record import Attendance, Dialogue, Record, RecordOfficer
from inspector.printing.furniture import DIGEST_DIGITS, Furniture
from inspector.printing.galley import Galley
from inspector.printing.template import Template
from inspector.printing.template import template as form

_FEWEST_OFFICERS = 2  # 行政处罚法 (2021) art. 42: a record that names fewer still has two lines


def furniture(template: Template, record: Record, version_digest: str) -> Furniture:
    """Signature lines for the party, the witness if there is one, and each officer."""
    people = ["sign_party", *(["sign_witness"] if record.witness else [])]
    officers = ["sign_officer"] * max(_FEWEST_OFFICERS, len(record.officers))
    pairs = [officers[n : n + 2] for n in range(0, len(officers), 2)]
    head = ""
    if "head" in template.wording:
        time = spelled(template, record.started_at, record.started_at)
        head = template.say("head", bureau=record.bureau, form=form(record.form).title, time=time)
    return Furniture(template, [people, *pairs], version_digest, record.demo, head)


def heading(galley: Galley, record: Record) -> None:
    """Bureau and title."""
    galley.centred(record.bureau, "heading")
    galley.centred(galley.template.title, "title")


def time_and_place(galley: Galley, record: Record) -> None:
    galley.fact("time", _period(galley.template, record.started_at, record.ended_at))
    galley.fact("place", record.place)


def officers(galley: Galley, record: Record) -> None:
    """Each officer with the certificate of the day."""
    missing = _FEWEST_OFFICERS - len(record.officers)
    for officer in [*record.officers, *[RecordOfficer("", "", "")] * missing]:
        galley.rows("officer", officer)


def party(galley: Galley, record: Record) -> None:
    """The PartyBlock of the 2021 set, and who stood there for the party."""
    galley.rows("party", record.party)
    galley.fact("person_present", record.person_present)
    galley.fact("notified", record.notified)


def supplements(galley: Galley, record: Record) -> None:
    """The locked record that this one supplements: what it is, its number, its time and the start of its digest."""
    template, earlier = galley.template, record.supplemented
    if earlier is None:
        if record.supplements:
            galley.fact("supplements", record.supplements)
        return
    named = (
        earlier.title,
        template.say("number") + earlier.number if earlier.number else "",
        spelled(template, earlier.started_at, record.started_at) if earlier.started_at else "",
        template.say("version", digest=earlier.digest[:DIGEST_DIGITS]) if earlier.digest else "",
    )
    galley.fact("supplemented", "，".join(filter(None, named)))


def witness(galley: Galley, record: Record) -> None:
    """Who the witness is; nothing where there is none."""
    if record.witness:
        galley.rows("witness", record.witness)


def spoken(galley: Galley, dialogue: Dialogue, *, lines: int) -> None:
    """What the officers said, and the reply: the party's words, or room for their own hand. Nothing where nothing was said."""
    if not dialogue.said and not dialogue.reply:
        return
    galley.passage("said", dialogue.said, style="fixed")
    galley.hold()
    galley.passage("reply", dialogue.reply, lines=lines)


def closing(galley: Galley, record: Record, *, lines: int) -> None:
    """The last words, and the mark that nothing may be written below them."""
    spoken(galley, record.closing, lines=lines)
    galley.hold()
    galley.centred(galley.template.say("blank_below"), "fixed")


def attendance(galley: Galley, record: Record) -> None:
    """What the party did, ticked; the confirmed wording and the recording that shows it."""
    say = galley.template.say
    ticked = [
        f"{'☑' if kind is record.attendance else '☐'}{say(f'attendance_{kind}')}" for kind in Attendance
    ]
    galley.passage("attendance", "　".join(ticked))
    if record.attendance_note:
        galley.note(record.attendance_note)
    if record.video:
        galley.passage("video", record.video)
    if record.suspended:
        galley.passage("suspended", record.suspended)


def moment(text: str) -> datetime | None:
    """The instant that *text* names in ISO 8601; None while there is none."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def spelled(template: Template, text: str, near: str) -> str:
    """The instant *text* as people write it, on the clocks of the instant *near*; what names none stays as it is."""
    at, beside = moment(text), moment(near)
    if at is None:
        return text
    if at.tzinfo and beside and beside.tzinfo:
        at = at.astimezone(beside.tzinfo)
    return _spelled(template, at, text)


def _period(template: Template, started_text: str, ended_text: str) -> str:
    """From when to when, the date once if it is the same day; blanks to fill in for what is not known."""
    started, ended = moment(started_text), moment(ended_text)
    same_day = started and ended and started.date() == ended.date()
    return template.say(
        "period",
        start=_spelled(template, started, started_text),
        end=_clock(template, ended) if ended and same_day else _spelled(template, ended, ended_text),
    )


def _spelled(template: Template, at: datetime | None, text: str) -> str:
    if at is None:
        return text or template.say("blank_time")
    date = template.say("date", year=at.year, month=at.month, day=at.day)
    return date + _clock(template, at)


def _clock(template: Template, at: datetime) -> str:
    return template.say("clock", hour=at.hour, minute=f"{at.minute:02}")
