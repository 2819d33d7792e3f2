"""照片页: one photo on each sheet, uncut and unmarked, with what is known of it below."""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from inspector.errors import Code, Trouble
from inspector.inspection.record import Record, RecordPhoto
from inspector.printing import particulars
from inspector.printing.furniture import DIGEST_DIGITS, Furniture
from inspector.printing.galley import Galley
from inspector.printing.legibility import spelled_out
from inspector.printing.press import text_height
from inspector.printing.template import Template

Pictures: TypeAlias = Callable[[str], bytes | None]
"""The upright derived JPEG of the photo with this SHA-256; None where it cannot be shown as a picture."""

_CLAIMS = ("exif", "intake")
_UNNAMED = "unknown"  # of a file whose first bytes say nothing
_LEAST_SHARE = 0.6  # of the page for the picture, however long its caption


def compose(galley: Galley, furniture: Furniture, record: Record, pictures: Pictures) -> None:
    """The photo pages alone, for a record whose own page leaves them out.

    Raises:
        Trouble: NOTHING_TO_PRINT, since a sheet with nothing but signature lines must not leave the printer.
    """
    if not record.photos:
        raise Trouble(Code.NOTHING_TO_PRINT, document=galley.template.title)
    add_photos(galley, furniture, record, pictures)


def add_photos(galley: Galley, furniture: Furniture, record: Record, pictures: Pictures) -> None:
    """One page for each photo. A picture is fetched only when its page is printed."""
    instead = [galley.template.say(key) for key in ("photo_not_shown", "photo_kept")]
    for number, photo in enumerate(record.photos, 1):
        below = _facts(galley, record, photo, number)
        free = text_height(furniture)
        highest = max(free - below.height(), free * _LEAST_SHARE)
        galley.photo(partial(pictures, photo.sha256), highest, instead)
        galley.slices += below.slices


def _facts(galley: Galley, record: Record, photo: RecordPhoto, number: int) -> Galley:
    """Caption, time and whose claim it is, original name, size and kind of the file, start of the digest."""
    say = galley.template.say
    facts = Galley(galley.template)
    facts.gap(3)
    facts.centred(say("photo_number", number=number, total=len(record.photos)), "lead")
    facts.fact("photo_caption", photo.caption)
    claim = photo.taken_claim if photo.taken_claim in _CLAIMS else "unknown"
    taken = particulars.spelled(galley.template, photo.taken_at, record.started_at)
    label = "photo_stored" if claim == "intake" else "photo_taken"
    facts.fact(label, say(f"photo_taken_{claim}", taken=taken) if taken else "")
    facts.fact("photo_name", spelled_out(photo.original_name))
    facts.fact("photo_file", _file(galley.template, photo))
    facts.fact("photo_digest", photo.sha256[:DIGEST_DIGITS])
    return facts


def _file(template: Template, photo: RecordPhoto) -> str:
    size = template.say("photo_size", size=f"{photo.size_bytes:,}") if photo.size_bytes else ""
    named = photo.media and photo.media != _UNNAMED
    kind = photo.media.upper() if named else template.say("photo_kind_unknown")
    return "，".join(part for part in (size, kind) if part)
