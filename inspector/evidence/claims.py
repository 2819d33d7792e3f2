"""What a picture says of itself: EXIF facts as claims, never as facts."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from inspector.evidence import exif

_LONGEST_NAME = 64
_OFFSET = re.compile(r"[+-]\d\d:\d\d")
_HARMFUL = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_DEGREE = Decimal("0.000001")  # about ten centimetres


@dataclass(frozen=True)
class Claims:
    """What EXIF claims; an empty text or 0 where it says nothing that makes sense.

    A camera that names no offset gives `taken_at_local` only: it is not known to which zone its clock was set.
    """

    taken_at: str = ""  # ISO 8601 with offset
    taken_at_local: str = ""  # ISO 8601 without
    latitude: str = ""  # decimal degrees, north positive
    longitude: str = ""  # decimal degrees, east positive
    make: str = ""
    model: str = ""
    software: str = ""
    orientation: int = 1  # as EXIF counts it, 1 to 8
    width: int = 0  # as stored, before turning upright
    height: int = 0

    @property
    def are_a_cameras(self) -> bool:
        """Whether they name a camera or the time of the exposure, as those of an original picture do."""
        return bool(self.make or self.model or self.taken_at or self.taken_at_local)


def claims_of(content: bytes) -> Claims:
    """The claims of any bytes; never fails, whatever they are."""
    tags = exif.read(content)
    local = _instant(tags.text(exif.TAKEN))
    offset = tags.text(exif.TAKEN_OFFSET).strip()
    orientation = tags.number(exif.ORIENTATION)
    zoned = _zoned(local, offset)
    return Claims(
        taken_at=zoned,
        taken_at_local="" if zoned else local,
        latitude=_degrees(tags, exif.LATITUDE, exif.LATITUDE_REF, "NS", 90),
        longitude=_degrees(tags, exif.LONGITUDE, exif.LONGITUDE_REF, "EW", 180),
        make=harmless(tags.text(exif.MAKE), _LONGEST_NAME),
        model=harmless(tags.text(exif.MODEL), _LONGEST_NAME),
        software=harmless(tags.text(exif.SOFTWARE), _LONGEST_NAME),
        orientation=orientation if 1 <= orientation <= 8 else 1,
        width=tags.number(exif.WIDTH),
        height=tags.number(exif.HEIGHT),
    )


def harmless(text: str, longest: int) -> str:
    """Foreign text for a screen: without control, format and bidi characters, line ends, and halves of pairs."""
    kept = "".join(c for c in text if unicodedata.category(c) not in _HARMFUL)
    return kept.strip()[:longest].rstrip()


def _instant(text: str) -> str:
    try:
        return datetime.strptime(text.strip(), "%Y:%m:%d %H:%M:%S").isoformat()  # noqa: DTZ007  the camera says no more
    except ValueError:
        return ""


def _zoned(local: str, offset: str) -> str:
    if not local or not _OFFSET.fullmatch(offset):
        return ""
    try:
        return datetime.fromisoformat(local + offset).isoformat()
    except ValueError:
        return ""


def _degrees(tags: exif.Tags, tag: int, ref_tag: int, signs: str, limit: int) -> str:
    """Degrees, minutes and seconds, each a rational, as one decimal; empty without a hemisphere or with a zero below."""
    parts, ref = tags.gps.get(tag, ()), tags.gps.get(ref_tag, "")
    if not isinstance(parts, tuple) or len(parts) != 6 or not isinstance(ref, str) or ref not in set(signs):
        return ""
    if not all(parts[1::2]):
        return ""
    degrees = sum((Decimal(parts[i]) / parts[i + 1] / 60 ** (i // 2) for i in (0, 2, 4)), Decimal(0))
    if not 0 <= degrees <= limit:
        return ""
    return str((-degrees if ref == signs[1] else degrees).quantize(_DEGREE))
