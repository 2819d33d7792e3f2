"""Draws photos for demonstrations: real JPEGs of twelve megapixels, with the tags of a camera, of things that do not exist."""

import io
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache

from PIL import ExifTags, Image, ImageDraw, ImageFont
from PIL.TiffImagePlugin import IFDRational

from inspector import paths
from inspector.evidence.developing import UPRIGHT

SIZE = (4032, 3024)
"""Pixels as stored, of twelve megapixels; upright they are the other way round for orientations 5 to 8."""

_COARSENESS = (
    2  # drawn at half the size and enlarged: a quarter of the time, and softer, as a lens would have it
)
_GRAIN = 0.07
_QUALITY = 90
_BACKWARDS = {6: 8, 8: 6}  # every other turn is its own opposite

Colour = tuple[int, int, int]


class Subject(StrEnum):
    """What is in the picture."""

    STALL = "stall"
    BOX = "box"
    LABEL = "label"
    PAPER = "paper"


@dataclass(frozen=True)
class Scene:
    """A subject and the lines written on it, the first one large; `seed` varies colours and grain."""

    subject: Subject
    lines: tuple[str, ...]
    seed: int = 0


def photograph(
    scene: Scene,
    *,
    taken_at: datetime,
    latitude: float = 30.0,
    longitude: float = 108.11,
    orientation: int = 1,
) -> bytes:
    """A JPEG of SIZE as a phone held in that EXIF *orientation* stores it; the same arguments give the same picture."""
    chance = random.Random(scene.seed)  # noqa: S311  colours, not secrets
    stored = (SIZE[0] // _COARSENESS, SIZE[1] // _COARSENESS)
    picture = _table(stored[::-1] if orientation >= 5 else stored, chance)
    _SUBJECTS[scene.subject](ImageDraw.Draw(picture), picture.size, scene.lines, chance)
    _mark(ImageDraw.Draw(picture), picture.size)
    if orientation in UPRIGHT:
        picture = picture.transpose(UPRIGHT[_BACKWARDS.get(orientation, orientation)])
    picture = Image.blend(picture, _grain(stored, chance), _GRAIN).resize(SIZE, Image.Resampling.BICUBIC)
    out = io.BytesIO()
    exif = _tags(taken_at, latitude, longitude, orientation)
    picture.save(out, "JPEG", quality=_QUALITY, exif=exif)
    return out.getvalue()


def _tags(taken_at: datetime, latitude: float, longitude: float, orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Demo"
    exif[ExifTags.Base.Model] = "Demo Camera 12"
    exif[ExifTags.Base.Orientation] = orientation
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    inner[ExifTags.Base.DateTimeOriginal] = f"{taken_at:%Y:%m:%d %H:%M:%S}"
    if taken_at.tzinfo is not None:
        inner[ExifTags.Base.OffsetTimeOriginal] = taken_at.isoformat()[-len("+08:00") :]
    inner[ExifTags.Base.ExifImageWidth], inner[ExifTags.Base.ExifImageHeight] = SIZE
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef] = "N" if latitude >= 0 else "S"
    gps[ExifTags.GPS.GPSLatitude] = _sexagesimal(latitude)
    gps[ExifTags.GPS.GPSLongitudeRef] = "E" if longitude >= 0 else "W"
    gps[ExifTags.GPS.GPSLongitude] = _sexagesimal(longitude)
    return exif


def _sexagesimal(degrees: float) -> tuple[IFDRational, IFDRational, IFDRational]:
    seconds = round(abs(degrees) * 360_000)  # hundredths
    whole, rest = divmod(seconds, 360_000)
    return IFDRational(whole, 1), IFDRational(rest // 6_000, 1), IFDRational(rest % 6_000, 100)


def _table(size: tuple[int, int], chance: random.Random) -> Image.Image:
    """A table top under uneven light."""
    light = Image.linear_gradient("L").rotate(chance.choice((0, 90, 180, 270))).resize(size)
    warm = chance.randint(150, 200)
    far, near = (warm - 60, warm - 75, warm - 95), (warm + 30, warm + 20, warm)
    return Image.composite(Image.new("RGB", size, near), Image.new("RGB", size, far), light)


def _grain(size: tuple[int, int], chance: random.Random) -> Image.Image:
    coarse = (size[0] // 2, size[1] // 2)
    return Image.frombytes("L", coarse, chance.randbytes(coarse[0] * coarse[1])).resize(size).convert("RGB")


def _mark(draw: ImageDraw.ImageDraw, size: tuple[int, int]) -> None:
    """Says in the picture itself that it is made up."""
    font = _font(size[0] // 40)
    draw.text((size[0] - 20, size[1] - 20), "演示图片 DEMO", fill=(250, 250, 250), font=font, anchor="rs")


def _stall(
    draw: ImageDraw.ImageDraw, size: tuple[int, int], lines: tuple[str, ...], chance: random.Random
) -> None:
    """A signboard above three shelves full of boxes."""
    width, height = size
    sign = (width // 20, height // 20, width * 19 // 20, height // 4)
    draw.rectangle(sign, fill=_colour(chance, 40, 120))
    _write(draw, sign, lines, (255, 255, 255), centred=True)
    for shelf in range(3):
        bottom = height * (45 + 24 * shelf) // 100
        draw.rectangle((width // 20, bottom, width * 19 // 20, bottom + height // 60), fill=(110, 90, 70))
        left = width // 16
        while left < width * 17 // 20:
            box = chance.randint(width // 24, width // 12)
            tall = chance.randint(height // 12, height // 7)
            draw.rectangle(
                (left, bottom - tall, left + box, bottom), fill=_colour(chance, 90, 240), outline=(60, 60, 60)
            )
            left += box + chance.randint(4, width // 60)


def _box(
    draw: ImageDraw.ImageDraw, size: tuple[int, int], lines: tuple[str, ...], chance: random.Random
) -> None:
    """A carton seen from the front, a little from above and from the right."""
    width, height = size
    left, top, right, bottom = width // 6, height // 4, width * 7 // 10, height * 4 // 5
    deep = width // 10
    face = _colour(chance, 120, 235)
    lid, side = tuple(min(255, c + 25) for c in face), tuple(c * 3 // 4 for c in face)
    up, back = top - deep // 2, right + deep
    draw.polygon([(left, top), (left + deep, up), (back, up), (right, top)], fill=lid)
    draw.polygon([(right, top), (back, up), (back, bottom - deep // 2), (right, bottom)], fill=side)
    draw.rectangle((left, top, right, bottom), fill=face, outline=side, width=4)
    _write(draw, (left, top, right, bottom), lines, (25, 35, 60), centred=True)


def _label(
    draw: ImageDraw.ImageDraw, size: tuple[int, int], lines: tuple[str, ...], chance: random.Random
) -> None:
    """A white label near by, bars below its text."""
    width, height = size
    left, top, right, bottom = width // 8, height // 8, width * 7 // 8, height * 7 // 8
    draw.rounded_rectangle((left, top, right, bottom), radius=width // 50, fill=(248, 248, 244))
    bars = bottom - height // 7
    _write(draw, (left, top, right, bars), lines, (20, 20, 20))
    for x in _bars(left + width // 20, left + width // 3, chance):
        draw.rectangle((x[0], bars, x[1], bottom - height // 30), fill=(15, 15, 15))


def _paper(
    draw: ImageDraw.ImageDraw, size: tuple[int, int], lines: tuple[str, ...], _: random.Random
) -> None:
    """A sheet on the table with a heading."""
    width, height = size
    sheet = (width // 5, height // 16, width * 4 // 5, height * 15 // 16)
    draw.rectangle(sheet, fill=(250, 249, 243), outline=(160, 150, 130), width=3)
    _write(draw, sheet, lines, (30, 30, 30))


def _bars(left: int, right: int, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Bars of no meaning, for a made-up product must not carry a real code."""
    x = left
    while x < right:
        wide = chance.choice((3, 5, 8))
        yield x, x + wide
        x += wide + chance.choice((4, 6, 9))


def _write(
    draw: ImageDraw.ImageDraw,
    box: tuple[int, int, int, int],
    lines: tuple[str, ...],
    ink: Colour,
    *,
    centred: bool = False,
) -> None:
    """Fills the box with the lines: the first large, the others all alike, none wider than the box."""
    left, top, right, bottom = box
    margin = (right - left) // 16
    room, step = right - left - 2 * margin, (bottom - top) / (len(lines) + 1.5)
    heading = _fitting(lines[:1], int(step * 0.85), room)
    body = _fitting(lines[1:], int(step * 0.55), room)
    x, anchor = ((left + right) // 2, "mm") if centred else (left + margin, "lm")
    for number, line in enumerate(lines, start=1):
        font = heading if number == 1 else body
        draw.text((x, top + step * number), line, fill=ink, font=font, anchor=anchor)


def _fitting(lines: tuple[str, ...], wanted: int, room: int) -> ImageFont.FreeTypeFont:
    """The font of the wanted height, or smaller if the longest of the lines needs it."""
    longest = max((_font(wanted).getlength(line) for line in lines), default=0)
    return _font(max(8, int(wanted * room / longest))) if longest > room else _font(wanted)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(paths.resource("fonts", "NotoSansSC-Bold.ttf"), size)


def _colour(chance: random.Random, low: int, high: int) -> Colour:
    """A colour as goods have it, halfway to grey."""
    grey = chance.randint(low, high)
    red, green, blue = ((grey + chance.randint(low, high)) // 2 for _ in range(3))
    return red, green, blue


_Draw = Callable[[ImageDraw.ImageDraw, tuple[int, int], tuple[str, ...], random.Random], None]
_SUBJECTS: dict[Subject, _Draw] = {
    Subject.STALL: _stall,
    Subject.BOX: _box,
    Subject.LABEL: _label,
    Subject.PAPER: _paper,
}
