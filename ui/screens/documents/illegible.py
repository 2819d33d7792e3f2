"""Characters that no font has: in which field each stands, and where it is mended."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from inspector.errors import Problem
from ui import text
from ui.widgets.link_list import MissingLink

if TYPE_CHECKING:
    from inspector.inspection.inspection import Inspection
    from inspector.inspection.record import Record

_REPLIES = ("reply_certificates", "reply_rights")


def links(problems: Iterable[Problem], record: "Record", inspection: "Inspection") -> tuple[MissingLink, ...]:
    """One line for each character and field; the place is one that a step of the visit knows, empty where none does."""
    found = []
    for problem in problems:
        field, place = _found(problem.where.split("/"), record, inspection)
        found.append(MissingLink(f"{field} · {text.problem(problem)}", place))
    return tuple(found)


def _found(where: list[str], record: "Record", inspection: "Inspection") -> tuple[str, str]:
    """The name of the field and the place of a path within the record."""
    match where:
        case ["party", field]:
            return f"{_name('visit', 'party')} · {_name('party', field)}", "party"
        case ["officers", _, field]:
            return f"{_name('visit', 'officers')} · {_name('officer', field)}", "officers"
        case ["dialogues", number, "reply"]:
            return _name("visit", _REPLIES[int(number)]), _REPLIES[int(number)]
        case ["closing", "reply"]:
            return _name("visit", "reply_closing"), "reply_closing"
        case ["witness", field]:
            return _name("visit", f"witness_{field}"), f"witness_{field}"
        case ["items", number, *_]:
            item = record.items[int(number)]
            return item.text, f"item/{item.id}"
        case ["goods", number, field]:
            said = [g for g in inspection.goods if g.name or g.mark or g.registration_number]
            return (
                f"{text.sentence('thing_goods')} {int(number) + 1} · {_name('goods', field)}",
                f"suspicion/{said[int(number)].suspicion}",
            )
        case ["photos", number, field]:
            photo = inspection.photos[int(number)]
            words = f"{text.sentence('thing_photo')} {int(number) + 1} · {_name('photo', field)}"
            return words, f"item/{photo.item}" if photo.item else "photos"
        case ["bureau" | "station" as field]:
            return _name("desk", field), ""
        case [field, *_]:
            return _name("visit", field), field
        case _:
            return "", ""


def _name(kind: str, field: str) -> str:
    return text.sentence(f"field_{kind}_{field}")
