"""Makes the derived copies of a picture: a thumbnail and a printing copy, both upright JPEGs without any tags."""

import io
import struct
import warnings
import zlib
from dataclasses import dataclass
from enum import StrEnum

from PIL import Image, UnidentifiedImageError

from inspector.evidence.claims import claims_of

THUMBNAIL_PX = 320
PRINT_PX = 1400
"""Least long side of a printing copy, which stays below twice as much: 200 dpi at 153 mm landscape takes 1,205 pixels,
and 1,365 at 130 mm portrait."""

MOST_PIXELS = 250_000_000
"""Phones of 2023 take 200 megapixels; what claims more than this is not opened."""

_PRINT_BYTES = 220_000  # six of them fit in a record of 1.5 MB
_PRINT_QUALITY = (
    55  # of twelve megapixels made half as wide, 335 dpi on paper: no block of it can be seen there
)
_BETTER = (
    (85, 2.5),
    (75, 1.65),
    (65, 1.25),
)  # how many times as large a copy of higher quality is at the most
_WORSE = (40, 25)
_THUMBNAIL_QUALITY = 78
_FILTER = Image.Resampling.HAMMING  # as sharp as bicubic when making smaller, in three fifths of the time
_SELF_TURNED = frozenset({"TIFF", "HEIF", "AVIF"})  # their decoders apply the orientation themselves
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What turns a stored picture upright, by its EXIF orientation."""

_DECODER_FAILURES = (
    OSError, SyntaxError, ValueError, TypeError, AttributeError, LookupError, EOFError, ArithmeticError,
    RuntimeError, struct.error, zlib.error,
)  # fmt: skip  # what decoders are known to raise at hostile bytes


class Obstacle(StrEnum):
    """Why a picture cannot be previewed (无法预览); the original is stored all the same. Each has its sentence."""

    UNSUPPORTED = "preview_unsupported"
    DAMAGED = "preview_damaged"
    TOO_LARGE = "preview_too_large"
    TOO_SLOW = "preview_too_slow"
    CRASHED = "preview_crashed"

    @property
    def may_pass(self) -> bool:
        """Whether it may have been the machine's fault, short of memory or of time, and not the picture's."""
        return self in {Obstacle.TOO_SLOW, Obstacle.CRASHED}


@dataclass(frozen=True)
class Developed:
    """The derived copies; all empty if there is an obstacle."""

    obstacle: Obstacle | None = None
    width: int = 0  # of the upright original, in pixels
    height: int = 0
    thumbnail: bytes = b""
    print_copy: bytes = b""


def develop(content: bytes) -> Developed:
    """Makes the copies; a picture that cannot be decoded gives its obstacle, never an exception.

    Not for two threads at once: Python's warning filters belong to the process.
    """
    try:
        upright, width, height = _decoded(content)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError, MemoryError):
        return Developed(Obstacle.TOO_LARGE)
    except UnidentifiedImageError:
        return Developed(Obstacle.UNSUPPORTED)
    except _DECODER_FAILURES:
        return Developed(Obstacle.DAMAGED)
    print_copy = _print_copy(upright)
    upright.thumbnail((THUMBNAIL_PX, THUMBNAIL_PX), _FILTER, reducing_gap=1.0)
    return Developed(None, width, height, _jpeg(upright, _THUMBNAIL_QUALITY), print_copy)


def _decoded(content: bytes) -> tuple[Image.Image, int, int]:
    """The picture at the size of a printing copy, upright, and the upright width and height of the whole.

    It is made smaller by whole numbers, by the decoder where that can. To resample to an exact width takes longer than
    decoding does, and gives less detail in as many bytes.
    """
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a crooked tag is no reason to show nothing
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(content)) as picture:
            orientation = 1 if picture.format in _SELF_TURNED else claims_of(content).orientation
            width, height = picture.size
            scale = PRINT_PX / max(width, height)
            aim = (max(1, int(width * scale)), max(1, int(height * scale)))
            picture.draft("RGB", aim)  # JPEG decodes at a half, a quarter or an eighth
            small = _opaque(picture)
    small.info.clear()  # Pillow would write a comment of the original into every copy
    factor = max(small.size) // PRINT_PX
    if factor > 1:
        small = small.reduce(factor)
    if orientation in UPRIGHT:
        small = small.transpose(UPRIGHT[orientation])
    return small, *((height, width) if orientation >= 5 else (width, height))


def _opaque(picture: Image.Image) -> Image.Image:
    picture.load()
    if not picture.has_transparency_data:
        return picture if picture.mode == "RGB" else picture.convert("RGB")
    layered = picture.convert("RGBA")
    paper = Image.new("RGB", layered.size, "white")
    paper.paste(layered, mask=layered)
    return paper


def _print_copy(upright: Image.Image) -> bytes:
    """The best quality that stays within the budget; what nothing else brings there is made half as wide."""
    copy = _jpeg(upright, _PRINT_QUALITY)
    better = next((quality for quality, growth in _BETTER if len(copy) * growth <= _PRINT_BYTES), None)
    if better is not None:
        finer = _jpeg(upright, better)
        return finer if len(finer) <= _PRINT_BYTES else copy
    for quality in _WORSE:
        if len(copy) <= _PRINT_BYTES:
            return copy
        copy = _jpeg(upright, quality)
    return copy if len(copy) <= _PRINT_BYTES else _jpeg(upright.reduce(2), _PRINT_QUALITY)


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue()
