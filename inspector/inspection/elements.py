"""The legal elements of a record: what is missing before it can be made final, and before it can be locked.

Never ticks: officers answer for what they record. Each problem's `where` names the place that mends it.
"""

from collections.abc import Callable, Mapping, Sequence

from inspector.errors import Problem
from inspector.inspection.dialogues import BLANK
from inspector.inspection.inspection import Inspection, address_of
from inspector.inspection.people import Officer
from inspector.inspection.record import Attendance
from inspector.inspection.registry import Party
from inspector.inspection.visit import Answer, Ink, InkRole, Stage, Visit
from inspector.journal.operation import GONE
from inspector.journal.state import Slot
from inspector.wording import Spoken, Term

OFFICERS_NEEDED = 2
"""行政处罚法 art. 42; PROC art. 22."""
SIGNING = frozenset({Attendance.PRESENT, Attendance.OBSTRUCTED})
"""Who is there to sign or to refuse. Of the others the page itself says that they did not sign."""


def missing_to_finalise(
    inspection: Inspection,
    party: Party | None,
    officers: Mapping[str, Officer],
    item: Callable[[str], Spoken],
) -> tuple[Problem, ...]:
    """What must stand before the page can be printed for signature: time, place, officers, identity, rights told.

    *item* names the item at an address in words.
    """
    visit = inspection.visit
    found: list[Problem] = []

    def want(there: object, code: str, where: str) -> None:
        if not there:
            found.append(Problem(code, where))

    want(visit.started_at, "element_started", "started_at")
    want(visit.ended_at, "element_ended", "ended_at")
    if visit.started_at and visit.ended_at and visit.ended_at < visit.started_at:
        found.append(Problem("element_times_reversed", "ended_at"))
    want(visit.place.strip(), "element_place", "place")
    named = [officers[o] for o in dict.fromkeys(visit.officers) if o in officers]
    want(len(named) >= OFFICERS_NEEDED, "element_two_officers", "officers")
    found += [
        Problem("element_certificate", f"certificate/{o.id}", {"name": o.name})
        for o in named
        if not o.certificate.strip()
    ]
    want(party and party.name.strip(), "element_party", "party")
    if (
        visit.attendance is not Attendance.ABSENT
    ):  # nobody is made to say that somebody who was not there was told
        want(visit.certificates_shown, "element_certificates_shown", "certificates_shown")
        want(visit.rights_told, "element_rights_told", "rights_told")
    want(visit.notified.strip(), "element_notified", "notified")
    want(visit.attendance, "element_attendance", "attendance")
    if visit.attendance is Attendance.PRESENT:
        want(visit.person_present.strip(), "element_person_present", "person_present")
    elif visit.attendance is not None:
        want(visit.attendance_note.strip(), "element_attendance_note", "attendance_note")
        want(visit.video.strip(), "element_video", "video")
    if visit.measure_notice.strip() and visit.attendance is Attendance.ABSENT:
        want(visit.witness_name.strip(), "element_witness", "witness_name")  # 行政强制法 art. 18(9)
    if BLANK in visit.notified:
        found.append(Problem("element_notified_blank", "notified"))
    if BLANK in visit.attendance_note:
        found.append(Problem("element_attendance_blank", "attendance_note"))
    found += [
        Problem("element_suspicion_facts", f"suspicion/{s.id}", {"item": item(s.item)})
        for s in inspection.suspicions
        if not s.facts.strip()
    ]
    found += [_conflict(inspection, slot, item) for slot in inspection.conflicts]
    return tuple(found)


def _missing_of_party(inks: Sequence[Ink], visit: Visit) -> list[Problem]:
    """The party's signature, or in its place the refusal: what the officers wrote about it on the paper, and the recording.

    PROC art. 43: a refusal is noted in the record and shown by a recording; a witness is asked where it is needed.
    """
    if any(not i.refused for i in inks):
        return []
    if not inks:
        return [Problem("element_party_ink", "ink/party")]
    found = []
    if not any(i.note.strip() and BLANK not in i.note for i in inks):
        found.append(Problem("element_refusal_note", "ink/party"))
    if not visit.video.strip() and not any(i.video.strip() for i in inks):
        found.append(Problem("element_refusal_video", "ink/party"))
    return found


def _conflict(inspection: Inspection, slot: Slot, item: Callable[[str], Spoken]) -> Problem:
    """Names the thing and the field that two computers said differently."""
    entity, field = slot
    kind = entity.split("/")[1] if "/" in entity else Visit.kind
    on = {s.id: s.item for s in inspection.suspicions}
    on |= {g.id: on.get(g.suspicion, "") for g in inspection.goods}
    on |= {p.id: p.item for p in inspection.photos}
    address = address_of(entity) if kind == Answer.kind else on.get(entity, "")
    said = {
        "thing": item(address) if address else Term(f"thing_{kind}"),
        "field": Term("field_gone" if field == GONE else f"field_{kind}_{field}"),
    }
    return Problem("element_conflict", f"conflict/{entity}/{field}", said)


def missing_to_lock(
    inspection: Inspection,
    party: Party | None,
    officers: Mapping[str, Officer],
    item: Callable[[str], Spoken],
    *,
    digest: str,
    scanned: bool,
    evidence_missing: tuple[str, ...],
) -> tuple[Problem, ...]:
    """What must stand before the record can be locked: the above, the last print, ink or refusal, the scan or 待回传.

    *digest* is that of the version in force, empty where another desk has made it outdated; *evidence_missing* are
    digests of photos whose bytes are not on this device.
    """
    visit = inspection.visit
    found = list(missing_to_finalise(inspection, party, officers, item))
    if visit.stage is Stage.DRAFT:
        found.append(Problem("element_final", "finalise"))
        return tuple(found)
    printed = inspection.last_print
    if printed is None or printed.digest != digest:
        found.append(Problem("element_print_outdated", "print"))
    inks = [i for i in inspection.inks if printed is not None and i.print_digest == printed.digest]
    signed = {(i.role, i.who) for i in inks if not i.refused}
    unsigned = [o for o in dict.fromkeys(visit.officers) if (InkRole.OFFICER, o) not in signed]
    found += [
        Problem("element_officer_ink", f"ink/officer/{o}", {"name": officers[o].name if o in officers else o})
        for o in unsigned
    ]
    if visit.attendance in SIGNING:
        found += _missing_of_party([i for i in inks if i.role is InkRole.PARTY], visit)
    if visit.witness_name.strip() and (InkRole.WITNESS, visit.witness_name) not in signed:
        found.append(Problem("element_witness_ink", "ink/witness", {"name": visit.witness_name}))
    if not scanned and not visit.scan_pending:
        found.append(Problem("element_scan", "scan"))
    found += [Problem("element_evidence", "photos", {"sha256": d[:16]}) for d in evidence_missing]
    return tuple(found)
