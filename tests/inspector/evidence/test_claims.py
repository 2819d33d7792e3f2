"""EXIF claims, kinds of file, and doubts about originality."""

import io
import json
import struct
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import ExifTags, Image
from PIL.TiffImagePlugin import IFDRational

from inspector.evidence.claims import Claims, claims_of, harmless
from inspector.evidence.media import Media, media_of
from inspector.evidence.originality import Doubt, doubts

Tagged = Callable[..., bytes]
BASE, GPS = ExifTags.Base, ExifTags.GPS
MAIN = {BASE.Make: "Demo", BASE.Model: "Camera 12", BASE.Software: "1.0", BASE.Orientation: 6}
INNER = {BASE.DateTimeOriginal: "2026:03:04 05:06:07", BASE.ExifImageWidth: 4032, BASE.ExifImageHeight: 3024}
PLACE = {
    GPS.GPSLatitudeRef: "N",
    GPS.GPSLatitude: (30.0, 6.0, 30.5),
    GPS.GPSLongitudeRef: "E",
    GPS.GPSLongitude: (108.0, 7.0, 12.25),
}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_claims_are_read_when_any_kind_of_picture_carries_them(tagged: Tagged, form: str) -> None:
    claims = claims_of(tagged(form=form, main=MAIN, inner=INNER, gps=PLACE))
    assert claims == Claims(
        taken_at_local="2026-03-04T05:06:07",
        latitude="30.108472",
        longitude="108.120069",
        make="Demo",
        model="Camera 12",
        software="1.0",
        orientation=6,
        width=4032,
        height=3024,
    )


def test_claims_are_read_when_the_picture_is_a_tiff(tagged: Tagged) -> None:
    assert claims_of(tagged(form="TIFF", main=MAIN)) == Claims(
        make="Demo", model="Camera 12", software="1.0", orientation=6
    )


def test_place_is_read_when_the_phone_writes_signed_numbers() -> None:
    """As a Nokia 8.3 does, whose latitude is an SRATIONAL."""
    entries = [(1, 2, 2, int.from_bytes(b"N\0\0\0", "little")), (2, 10, 3, 26 + 30)]
    gps = struct.pack("<H", 2) + b"".join(struct.pack("<HHII", *e) for e in entries) + b"\0\0\0\0"
    degrees = struct.pack("<6i", 60, 1, 8, 1, 4814, 100)
    assert claims_of(hostile([(0x8825, 4, 1, 26)]) + b"\0\0\0\0" + gps + degrees).latitude == "60.146706"
    assert (
        claims_of(
            hostile([(0x8825, 13, 1, 26)]) + b"\0\0\0\0" + gps + struct.pack("<6i", -60, 1, 8, 1, 0, 1)
        ).latitude
        == ""
    )


def test_claims_are_found_when_a_heic_file_keeps_them(tagged: Tagged) -> None:
    jpeg = tagged(main=MAIN)
    heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 99 + jpeg[jpeg.index(b"Exif\0\0") :]
    assert media_of(heic) == Media.HEIC
    assert claims_of(heic).model == "Camera 12"


def test_time_has_an_offset_only_when_the_camera_names_it(tagged: Tagged) -> None:
    zoned = claims_of(tagged(inner={**INNER, BASE.OffsetTimeOriginal: "+08:00"}))
    assert (zoned.taken_at, zoned.taken_at_local) == ("2026-03-04T05:06:07+08:00", "")
    for nonsense in ("   :  ", "+99:99", "Z", "+0800"):
        claims = claims_of(tagged(inner={**INNER, BASE.OffsetTimeOriginal: nonsense}))
        assert (claims.taken_at, claims.taken_at_local) == ("", "2026-03-04T05:06:07")


@pytest.mark.parametrize(
    "text", ["    :  :     :  :  ", "2026:02:30 00:00:00", "0000:00:00 00:00:00", "x", ""]
)
def test_time_is_left_out_when_it_is_none(tagged: Tagged, text: str) -> None:
    claims = claims_of(tagged(inner={BASE.DateTimeOriginal: text}))
    assert not claims.taken_at
    assert not claims.taken_at_local


@pytest.mark.parametrize(
    "spoil",
    [
        {GPS.GPSLatitude: (IFDRational(30, 0), IFDRational(0, 0), IFDRational(1, 1))},
        {GPS.GPSLatitude: (91.0, 0.0, 0.0)},
        {GPS.GPSLatitude: (30.0,)},
        {GPS.GPSLatitudeRef: "X"},
        {GPS.GPSLatitudeRef: ""},
    ],
)
def test_place_is_left_out_when_it_makes_no_sense(tagged: Tagged, spoil: dict[int, object]) -> None:
    claims = claims_of(tagged(gps={**PLACE, **spoil}))
    assert claims.latitude == ""
    assert claims.longitude == "108.120069"


def test_place_is_negative_when_it_is_south_or_west(tagged: Tagged) -> None:
    claims = claims_of(tagged(gps={**PLACE, GPS.GPSLatitudeRef: "S", GPS.GPSLongitudeRef: "W"}))
    assert (claims.latitude, claims.longitude) == ("-30.108472", "-108.120069")


def test_names_lose_what_could_fool_a_screen(tagged: Tagged) -> None:
    claims = claims_of(tagged(main={BASE.Make: "De\u202emo\x07\u200b\n  ".encode(), BASE.Model: "M" * 900}))
    assert claims.make == "Demo"
    assert claims.model == "M" * 64
    assert harmless("照片\ud800 𬭎\u2028\u2066.jpg", 99) == "照片 𬭎.jpg"


def test_orientation_is_upright_when_it_is_out_of_range(tagged: Tagged) -> None:
    assert [claims_of(tagged(main={BASE.Orientation: n})).orientation for n in (0, 1, 8, 9, 60000)] == [
        1,
        1,
        8,
        1,
        1,
    ]


def hostile(entries: list[tuple[int, int, int, int]], count: int | None = None) -> bytes:
    """A little-endian TIFF whose only directory holds *entries* as given: tag, kind, length, value or offset."""
    body = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(entries) if count is None else count) + body


@pytest.mark.parametrize(
    "content",
    [
        hostile([(0x010F, 2, 0xFFFFFFFF, 0)]),
        hostile([(0x010F, 2, 40, 0xFFFFFFF0)]),
        hostile([(0x8769, 4, 1, 8), (0x8825, 4, 1, 8)]),
        hostile([(0x8769, 4, 1, 0xFFFFFFFF)]),
        hostile([(0x8769, 2, 4, 0x41414141)]),
        hostile([(0x0112, 3, 0, 6), (0x0112, 99, 1, 6)]),
        hostile([], count=65535),
        hostile([(0x010F, 2, 4, 0x41414141)] * 2000),
        b"II*\0",
        b"II*\0\xff\xff\xff\xff",
        b"\xff\xd8\xff\xe1\xff\xffExif\0\0II*\0\x08\0\0\0",
        b"\xff\xd8\xff\xe1\0\0" * 9,
        b"\xff\xd8\xff\xff\xff\xff\xff",
        b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffeXIfII*\0",
        b"RIFF\0\0\0\0WEBPEXIF\xff\xff\xff\xffII*\0",
    ],
)
def test_claims_survive_hostile_structures(content: bytes) -> None:
    claims = claims_of(content)
    assert claims.orientation == 1
    assert not claims.latitude


@given(st.binary(max_size=300))
@example(b"")
def test_claims_survive_any_bytes(noise: bytes) -> None:
    for head in (
        b"",
        b"II*\0",
        b"MM\0*\0\0\0\x08",
        b"\xff\xd8\xff\xe1",
        b"\x89PNG\r\n\x1a\n",
        b"RIFF....WEBP",
    ):
        json.dumps(claims_of(head + noise).__dict__).encode()


@given(st.data())
def test_claims_survive_mutated_pictures(tagged: Tagged, data: st.DataObject) -> None:
    content = bytearray(tagged(main=MAIN, inner=INNER, gps=PLACE))
    end = content.index(b"\xff\xdb")
    for place in data.draw(st.lists(st.integers(2, end), min_size=1, max_size=20)):
        content[place] = data.draw(st.integers(0, 255))
    claims = claims_of(bytes(content))
    assert len(claims.make) <= 64
    assert 1 <= claims.orientation <= 8
    for text in claims.__dict__.values():
        assert not isinstance(text, str) or text.isprintable()


@pytest.mark.parametrize(
    ("head", "media"),
    [
        (b"\xff\xd8\xff\xe0", Media.JPEG),
        (b"\x89PNG\r\n\x1a\n", Media.PNG),
        (b"RIFF\x10\0\0\0WEBPVP8 ", Media.WEBP),
        (b"RIFF\x10\0\0\0WAVE", Media.UNKNOWN),
        (b"\0\0\0\x18ftypheic", Media.HEIC),
        (b"\0\0\0\x18ftypmif1", Media.HEIC),
        (b"\0\0\0\x18ftypqt  ", Media.MOV),
        (b"\0\0\0\x08wide", Media.MOV),
        (b"\0\0\0\x18ftypisom", Media.MP4),
        (b"\0\0\0\x18ftyp3gp5", Media.MP4),
        (b"\0\0\0\x18ftypavif", Media.UNKNOWN),
        (b"II*\0", Media.TIFF),
        (b"MM\0*", Media.TIFF),
        (b"GIF89a", Media.GIF),
        (b"BM", Media.BMP),
        (b"%PDF-1.7", Media.PDF),
        (b"PK\x03\x04", Media.UNKNOWN),
        (b"", Media.UNKNOWN),
    ],
)
def test_kind_is_known_by_the_first_bytes(head: bytes, media: Media) -> None:
    assert media_of(head) == media


CAMERA = Claims(make="Demo", taken_at_local="2026-03-04T05:06:07")


@pytest.mark.parametrize(
    ("name", "doubt"),
    [
        ("mmexport1700000000000.jpg", Doubt.CHAT_NAME),
        ("MMEXPORT1700000000000.JPG", Doubt.CHAT_NAME),
        ("wx_camera_1700000000000.jpg", Doubt.CHAT_NAME),
        ("微信图片_20260301120000.jpg", Doubt.CHAT_NAME),
        ("IMG-20260301-WA0001.jpg", Doubt.CHAT_NAME),
        ("Screenshot_20260301_120000.png", Doubt.SCREENSHOT_NAME),
        ("屏幕截图 2026-03-01.png", Doubt.SCREENSHOT_NAME),
        ("IMG_20260301_120000.jpg", None),
        ("DSCN0010.JPG", None),
        ("我的mmexport.jpg", None),
    ],
)
def test_name_raises_a_doubt_when_a_chat_program_gives_it(name: str, doubt: Doubt | None) -> None:
    assert doubts(name, Media.JPEG, CAMERA) == ((doubt,) if doubt else ())


def test_picture_raises_a_doubt_when_it_names_neither_camera_nor_time() -> None:
    assert doubts("IMG_1.jpg", Media.JPEG, Claims(width=640)) == (Doubt.NO_CAMERA_CLAIMS,)
    assert doubts("mmexport1.jpg", Media.JPEG, Claims()) == (Doubt.CHAT_NAME, Doubt.NO_CAMERA_CLAIMS)


def test_other_files_raise_no_doubt() -> None:
    assert doubts("mmexport1.pdf", Media.PDF, Claims()) == ()


def test_picture_without_tags_claims_nothing() -> None:
    out = io.BytesIO()
    Image.new("RGB", (2, 2)).save(out, "JPEG")
    assert claims_of(out.getvalue()) == Claims()
