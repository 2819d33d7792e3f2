"""The legal elements of a record: what is missing before it can be made final, and before it can be locked.

Never ticks: officers answer for what they record. Each problem's `where` names the place that mends it.
"""

from collections.abc import Mapping

from inspector.errors import Problem
from inspector.inspection.inspection import Inspection
from inspector.inspection.people import Officer
from inspector.inspection.record import Attendance, Form
from inspector.inspection.registry import Party
from inspector.inspection.visit import InkRole, Stage

OFFICERS_NEEDED = 2
"""行政处罚法 art. 42; PROC art. 22."""


def missing_to_finalise(
    inspection: Inspection, party: Party | None, officers: Mapping[str, Officer]
) -> tuple[Problem, ...]:
    """What must stand before the page can be printed for signature: time, place, officers, identity, rights told."""
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
        Problem("element_certificate", "officers", {"name": o.name})
        for o in named
        if not o.certificate.strip()
    ]
    want(party and party.name.strip(), "element_party", "party")
    want(visit.certificates_shown, "element_certificates_shown", "certificates_shown")
    want(visit.rights_told, "element_rights_told", "rights_told")
    want(visit.notified.strip(), "element_notified", "notified")
    if visit.attendance is Attendance.PRESENT:
        want(visit.person_present.strip(), "element_person_present", "person_present")
    else:
        want(visit.attendance_note.strip(), "element_attendance_note", "attendance_note")
        want(visit.video.strip(), "element_video", "video")
    if visit.measure_notice.strip() and visit.attendance is Attendance.ABSENT:
        want(visit.witness_name.strip(), "element_witness", "witness_name")  # 行政强制法 art. 18(9)
    for text, where in ((visit.notified, "notified"), (visit.attendance_note, "attendance_note")):
        if "____" in text:
            found.append(Problem("element_blank_left", where))
    if inspection.form is Form.ONSITE_RECORD:
        found += [
            Problem("element_suspicion_facts", f"suspicion/{s.id}")
            for s in inspection.suspicions
            if not s.facts.strip()
        ]
    found += [
        Problem("element_conflict", f"conflict/{entity}/{field}", {"field": field})
        for entity, field in inspection.conflicts
    ]
    return tuple(found)


def missing_to_lock(
    inspection: Inspection,
    party: Party | None,
    officers: Mapping[str, Officer],
    *,
    digest: str,
    scanned: bool,
    evidence_missing: tuple[str, ...],
) -> tuple[Problem, ...]:
    """What must stand before the record can be locked: the above, the last print, ink or refusal, the scan or 待回传.

    *digest* is the version digest of the record as it would be printed now; *evidence_missing* are digests of photos
    whose bytes are not on this device.
    """
    visit = inspection.visit
    found = list(missing_to_finalise(inspection, party, officers))
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
        Problem("element_officer_ink", "ink", {"name": officers[o].name if o in officers else o})
        for o in unsigned
    ]
    party_ink = any(i.role is InkRole.PARTY for i in inks)  # the signature, or the refusal noted in its place
    if visit.attendance is Attendance.PRESENT and not party_ink:
        found.append(Problem("element_party_ink", "ink"))
    if visit.witness_name.strip() and (InkRole.WITNESS, visit.witness_name) not in signed:
        found.append(Problem("element_witness_ink", "ink"))
    if not scanned and not visit.scan_pending:
        found.append(Problem("element_scan", "scan"))
    found += [Problem("element_evidence", "photos", {"sha256": d[:16]}) for d in evidence_missing]
    return tuple(found)
