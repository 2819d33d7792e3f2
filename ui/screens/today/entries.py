"""The entries of the page of the day: visits, certificates, what came in."""

from collections.abc import Mapping
from datetime import date

from inspector.inspection.people import Officer
from inspector.workspace.agenda import Arrival, Next, Waiting
from ui import text
from ui.theme import Tone
from ui.widgets.entry import Entry

_TONES = {Next.SIGN: Tone.WARN, Next.SCAN: Tone.WARN, Next.LOCK: Tone.ACCENT}


class VisitEntry(Entry):
    """A visit, with its suspicions and, where it is no mere draft, its next step."""

    def __init__(self, waiting: Waiting, officers: Mapping[str, str], today: date) -> None:
        visit = waiting.visit
        names = "、".join(officers.get(o, "") for o in visit.officers)
        parts = (text.moment(visit.started_at, today), visit.place, names)
        super().__init__(visit.party_name, " · ".join(filter(None, parts)))
        if not visit.party_name:
            self.say_title(self.tr("Party not entered yet"))
        if visit.suspicions:
            self.add_chip(self.tr("%n suspicion(s)", "", visit.suspicions), Tone.BAD)
        if waiting.next in _TONES:
            self.add_chip(text.label(waiting.next), _TONES[waiting.next])


class CertificateEntry(Entry):
    """A certificate that has ended or ends soon."""

    def __init__(self, officer: Officer, today: date) -> None:
        super().__init__(officer.name, officer.certificate)
        if officer.valid_to is None:
            return
        until = self.tr("{certificate} · valid to {day}")
        self.say_detail(until.format(certificate=officer.certificate, day=officer.valid_to.isoformat()))
        days = (officer.valid_to - today).days
        if days < 0:
            self.add_chip(self.tr("Not valid any more"), Tone.BAD)
        else:
            self.add_chip(self.tr("%n day(s) left", "", days), Tone.WARN)


class ArrivalEntry(Entry):
    """What one import has brought."""

    def __init__(self, arrival: Arrival, today: date) -> None:
        super().__init__(arrival.device)
        records = self.tr("%n record(s)", "", arrival.records)
        evidence = self.tr("%n photo(s) and scan(s)", "", arrival.evidence)
        at = text.moment(arrival.at.isoformat(timespec="minutes"), today) if arrival.at else ""
        self.say_detail(" · ".join(filter(None, (at, records, evidence))))
