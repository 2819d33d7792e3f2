"""What the fields of a visit are called, where something is said about them from afar: conflicts, unprintable characters."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from inspector.inspection.inspection import address_of
from inspector.inspection.visit import Answer
from inspector.journal.operation import GONE
from ui import text
from ui.screens.fill_in.visited import Visited

_NAMES: dict[str, object] = {
    "subject": QT_TRANSLATE_NOOP("VisitField", "Subject"),
    "party": QT_TRANSLATE_NOOP("VisitField", "Party"),
    "market": QT_TRANSLATE_NOOP("VisitField", "Market"),
    "stall": QT_TRANSLATE_NOOP("VisitField", "Stall"),
    "place": QT_TRANSLATE_NOOP("VisitField", "Place of the inspection"),
    "officers": QT_TRANSLATE_NOOP("VisitField", "Officers"),
    "started_at": QT_TRANSLATE_NOOP("VisitField", "Beginning"),
    "ended_at": QT_TRANSLATE_NOOP("VisitField", "End"),
    "certificates_shown": QT_TRANSLATE_NOOP("VisitField", "Certificates shown"),
    "rights_told": QT_TRANSLATE_NOOP("VisitField", "Rights told"),
    "person_present": QT_TRANSLATE_NOOP("VisitField", "Person present"),
    "notified": QT_TRANSLATE_NOOP("VisitField", "How the party was asked to attend"),
    "attendance": QT_TRANSLATE_NOOP("VisitField", "Attendance"),
    "attendance_note": QT_TRANSLATE_NOOP("VisitField", "Note on attendance"),
    "video": QT_TRANSLATE_NOOP("VisitField", "Recording"),
    "reply_certificates": QT_TRANSLATE_NOOP("VisitField", "Reply on the certificates"),
    "reply_rights": QT_TRANSLATE_NOOP("VisitField", "Reply on the rights"),
    "site_facts": QT_TRANSLATE_NOOP("VisitField", "Facts on site"),
    "measure_notice": QT_TRANSLATE_NOOP("VisitField", "Notice of a coercive measure"),
    "statement": QT_TRANSLATE_NOOP("VisitField", "Statement and defence"),
    "reply_closing": QT_TRANSLATE_NOOP("VisitField", "Closing words"),
    "witness_name": QT_TRANSLATE_NOOP("VisitField", "Witness"),
    "witness_contact": QT_TRANSLATE_NOOP("VisitField", "Witness: contact"),
    "witness_unit": QT_TRANSLATE_NOOP("VisitField", "Witness: unit or address"),
    "suspended": QT_TRANSLATE_NOOP("VisitField", "Broken off because"),
    "scan_pending": QT_TRANSLATE_NOOP("VisitField", "Scan to follow"),
    "stage": QT_TRANSLATE_NOOP("VisitField", "Stage"),
    "mark": QT_TRANSLATE_NOOP("VisitField", "Mark"),
    "fact": QT_TRANSLATE_NOOP("VisitField", "Fact"),
    "note": QT_TRANSLATE_NOOP("VisitField", "Note"),
    "facts": QT_TRANSLATE_NOOP("VisitField", "Facts of the suspicion"),
    "item": QT_TRANSLATE_NOOP("VisitField", "Item"),
    "caption": QT_TRANSLATE_NOOP("VisitField", "Caption"),
    "goods": QT_TRANSLATE_NOOP("VisitField", "Goods"),
    "photos": QT_TRANSLATE_NOOP("VisitField", "Photos"),
    "items": QT_TRANSLATE_NOOP("VisitField", "Check items"),
    "desk": QT_TRANSLATE_NOOP("VisitField", "Bureau and station"),
    "name": QT_TRANSLATE_NOOP("VisitField", "Name"),
    "registration_number": QT_TRANSLATE_NOOP("VisitField", "Registration no."),
    "batch": QT_TRANSLATE_NOOP("VisitField", "Batch"),
    "quantity": QT_TRANSLATE_NOOP("VisitField", "Quantity"),
    "unit": QT_TRANSLATE_NOOP("VisitField", "Unit"),
    "unit_price": QT_TRANSLATE_NOOP("VisitField", "Unit price"),
    "source": QT_TRANSLATE_NOOP("VisitField", "Source"),
    GONE: QT_TRANSLATE_NOOP("VisitField", "Removed, and changed elsewhere"),
}


def name(field: str) -> str:
    """What a field is called; its code where a newer version brought it."""
    known = _NAMES.get(field)
    return QCoreApplication.translate("VisitField", str(known)) if known is not None else field


def slot_name(visited: Visited, entity: str, field: str) -> str:
    """What a field of a thing of the visit is called, with the item that it stands on."""
    kind = entity.split("/")[1] if "/" in entity else ""
    if kind != Answer.kind:
        return name(field)
    item = address_of(entity).rpartition("/")[2]
    placed = visited.template.placed.get(item)
    return f"{placed.row.label.of(text.language()) if placed else item} · {name(field)}"
