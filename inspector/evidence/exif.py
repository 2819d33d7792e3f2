"""Reads a dozen EXIF tags (CIPA DC-008, TIFF 6.0) out of untrusted bytes; what makes no sense is not there.

Our own reader, because a general one decodes everything, follows every pointer and fails in many ways: this one looks
at no more than `_MOST_ENTRIES` entries of three directories, and whatever it cannot read it leaves out.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from inspector.evidence.media import Media, media_of

MAKE, MODEL, ORIENTATION, SOFTWARE = 0x010F, 0x0110, 0x0112, 0x0131
TAKEN, TAKEN_OFFSET, WIDTH, HEIGHT = 0x9003, 0x9011, 0xA002, 0xA003
LATITUDE_REF, LATITUDE, LONGITUDE_REF, LONGITUDE = 1, 2, 3, 4
_EXIF_POINTER, _GPS_POINTER = 0x8769, 0x8825

_MOST_ENTRIES = 512
_LONGEST_VALUE = 1024
_ASCII = 2
_INTEGERS = {3: "H", 4: "I", 5: "II", 9: "i", 10: "ii", 13: "I"}
"""SHORT, LONG, RATIONAL, SLONG, SRATIONAL (which some phones use for places) and IFD, as `struct` spells them."""

_MARK = b"Exif\0\0"

Value = str | tuple[int, ...]


@dataclass(frozen=True)
class Tags:
    """The entries found: text, or integers (a rational gives two), by tag number."""

    main: Mapping[int, Value] = field(default_factory=dict)
    gps: Mapping[int, Value] = field(default_factory=dict)

    def text(self, tag: int) -> str:
        value = self.main.get(tag, "")
        return value if isinstance(value, str) else ""

    def number(self, tag: int) -> int:
        """The first integer of an entry, 0 if there is none."""
        value = self.main.get(tag, ())
        return value[0] if isinstance(value, tuple) and value else 0


def read(content: bytes) -> Tags:
    """The tags of a picture; none if it has no EXIF or none that can be read."""
    tiff = _tiff_of(content)
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return Tags()
    main = _directory(tiff, order, _offset(tiff[4:8], order))
    inner = _directory(tiff, order, _pointer(main, _EXIF_POINTER))
    return Tags({**main, **inner}, _directory(tiff, order, _pointer(main, _GPS_POINTER)))


def _directory(tiff: bytes, order: str, start: int) -> dict[int, Value]:
    if start < 8 or start + 2 > len(tiff):
        return {}
    (count,) = struct.unpack_from(order + "H", tiff, start)
    found: dict[int, Value] = {}
    for place in range(start + 2, start + 2 + 12 * min(count, _MOST_ENTRIES), 12):
        if place + 12 > len(tiff):
            break
        tag, kind, length = struct.unpack_from(order + "HHI", tiff, place)
        size = length if kind == _ASCII else length * struct.calcsize("=" + _INTEGERS.get(kind, ""))
        if not 0 < size <= _LONGEST_VALUE:
            continue
        at = place + 8 if size <= 4 else _offset(tiff[place + 8 : place + 12], order)
        raw = tiff[at : at + size]
        if len(raw) == size:
            found.setdefault(tag, _value(raw, order, kind))
    return found


def _value(raw: bytes, order: str, kind: int) -> Value:
    if kind == _ASCII:
        return raw.split(b"\0", 1)[0].decode("utf-8", "ignore")
    return tuple(number for numbers in struct.iter_unpack(order + _INTEGERS[kind], raw) for number in numbers)


def _pointer(entries: Mapping[int, Value], tag: int) -> int:
    value = entries.get(tag)
    return value[0] if isinstance(value, tuple) and value else 0


def _offset(raw: bytes, order: str) -> int:
    return int.from_bytes(raw, "little" if order == "<" else "big")


def _tiff_of(content: bytes) -> bytes:
    """The TIFF structure that holds the tags, wherever the kind of file keeps it."""
    match media_of(content):
        case Media.TIFF:
            return content
        case Media.JPEG:
            parts = (
                body for kind, body in _jpeg_segments(content) if kind == 0xE1 and body.startswith(_MARK)
            )
        case Media.PNG:
            parts = (body for kind, body in _png_chunks(content) if kind == b"eXIf")
        case Media.WEBP:
            parts = (body for kind, body in _riff_chunks(content) if kind == b"EXIF")
        case Media.HEIC:
            place = content.find(_MARK)
            return content[place + len(_MARK) :] if place >= 0 else b""
        case _:
            return b""
    return next(parts, b"").removeprefix(_MARK)


def _jpeg_segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The marker segments before the picture itself (ITU-T T.81, annex B)."""
    place = 2
    while place + 4 <= len(content) and content[place] == 0xFF:
        kind = content[place + 1]
        if kind == 0xFF:  # fill bytes may stand before a marker
            place += 1
            continue
        length = int.from_bytes(content[place + 2 : place + 4], "big")
        if kind == 0xDA or length < 2:
            return
        yield kind, content[place + 4 : place + 2 + length]
        place += 2 + length


def _png_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 8
    while place + 12 <= len(content):
        length = int.from_bytes(content[place : place + 4], "big")
        yield content[place + 4 : place + 8], content[place + 8 : place + 8 + length]
        place += 12 + length


def _riff_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 12
    while place + 8 <= len(content):
        length = int.from_bytes(content[place + 4 : place + 8], "little")
        yield content[place : place + 4], content[place + 8 : place + 8 + length]
        place += 8 + length + length % 2
