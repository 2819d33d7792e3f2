"""照片页: one photo on each sheet, uncut and unmarked, with what is known of it below."""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from inspector.errors import Code, Trouble
from inspector.inspection.record import Record, RecordPhoto
from inspector.printing.furniture import Furniture
from inspector.printing.galley import Galley
from inspector.printing.legibility import spelled_out
from inspector.printing.pen import Jpeg
from inspector.printing.press import text_height

Pictures: TypeAlias = Callable[[str], bytes]  # the upright derived JPEG of the photo with this SHA-256

_DIGEST_DIGITS = 16
_CLAIMS = ("exif", "intake")
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
    for number, photo in enumerate(record.photos, 1):
        below = _facts(galley, record, photo, number)
        free = text_height(furniture)
        highest = max(free - below.height(), free * _LEAST_SHARE)
        load = partial(pictures, photo.sha256)
        size = (photo.width, photo.height) if photo.width and photo.height else _size(load())
        width = galley.template.photo_widths["landscape" if size[0] >= size[1] else "portrait"]
        galley.photo(load, width, highest, size)
        galley.slices += below.slices


def _facts(galley: Galley, record: Record, photo: RecordPhoto, number: int) -> Galley:
    """Caption, time and whose claim it is, original name, start of the digest."""
    say = galley.template.say
    facts = Galley(galley.template)
    facts.gap(3)
    facts.centred(say("photo_number", number=number, total=len(record.photos)), "lead")
    facts.fact("photo_caption", photo.caption)
    claim = photo.taken_claim if photo.taken_claim in _CLAIMS else "unknown"
    facts.fact("photo_taken", say(f"photo_taken_{claim}", taken=photo.taken_at) if photo.taken_at else "")
    facts.fact("photo_name", spelled_out(photo.original_name))
    facts.fact("photo_digest", photo.sha256[:_DIGEST_DIGITS])
    return facts


def _size(jpeg: bytes) -> tuple[int, int]:
    picture = Jpeg(jpeg)
    return picture.width, picture.height
