"""Thumbnails and printing copies, inline and in the darkroom's own processes."""

import io
import multiprocessing
import os
import signal
import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageDraw

from inspector.evidence.darkroom import Darkroom
from inspector.evidence.developing import PRINT_PX, THUMBNAIL_PX, Developed, Obstacle, develop

Tagged = Callable[..., bytes]
Colour = tuple[int, int, int]

SIDES = {
    1: ("top", "left"), 2: ("top", "right"), 3: ("bottom", "right"), 4: ("bottom", "left"),
    5: ("left", "top"), 6: ("right", "top"), 7: ("right", "bottom"), 8: ("left", "bottom"),
}  # fmt: skip
"""Where the stored row 0 and column 0 are seen, in the words of the standard (CIPA DC-008, tag 274)."""
OPPOSITE = {"top": "bottom", "bottom": "top", "left": "right", "right": "left"}
CORNERS: dict[frozenset[str], Colour] = {
    frozenset({"top", "left"}): (200, 30, 30),
    frozenset({"top", "right"}): (30, 200, 30),
    frozenset({"bottom", "left"}): (30, 30, 200),
    frozenset({"bottom", "right"}): (220, 220, 220),
}


def as_stored(orientation: int) -> Image.Image:
    """400 by 240 pixels as a camera stores a scene with four different corners."""
    row, column = SIDES[orientation]
    picture = Image.new("RGB", (400, 240))
    draw = ImageDraw.Draw(picture)
    for y, vertical in ((0, row), (120, OPPOSITE[row])):
        for x, across in ((0, column), (200, OPPOSITE[column])):
            draw.rectangle((x, y, x + 200, y + 120), fill=CORNERS[frozenset({vertical, across})])
    return picture


def opened(jpeg: bytes) -> Image.Image:
    return Image.open(io.BytesIO(jpeg))


def alike(one: object, other: Colour) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) < 25 for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_copies_are_upright_for_every_orientation(tagged: Tagged, form: str, orientation: int) -> None:
    content = tagged(as_stored(orientation), form=form, main={ExifTags.Base.Orientation: orientation})
    developed = develop(content)
    size = (400, 240) if orientation < 5 else (240, 400)
    assert (developed.width, developed.height) == size
    for copy, longest in ((developed.thumbnail, THUMBNAIL_PX), (developed.print_copy, 400)):
        picture = opened(copy)
        assert max(picture.size) == longest
        assert (picture.width > picture.height) == (size[0] > size[1])
        for x, across in ((20, "left"), (picture.width - 20, "right")):
            for y, vertical in ((20, "top"), (picture.height - 20, "bottom")):
                assert alike(picture.getpixel((x, y)), CORNERS[frozenset({across, vertical})]), (
                    across,
                    vertical,
                )


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_copies_tell_nothing_that_the_picture_does_not_show(tagged: Tagged, form: str) -> None:
    content = tagged(
        form=form, gps={ExifTags.GPS.GPSLatitudeRef: "N", ExifTags.GPS.GPSLatitude: (30.0, 0.0, 0.0)}
    )
    developed = develop(content)
    for copy in (developed.thumbnail, developed.print_copy):
        assert b"Exif" not in copy
        assert not opened(copy).getexif()


@pytest.mark.parametrize("form", ["JPEG", "GIF"])
def test_copies_leave_out_what_was_written_into_the_file_as_a_comment(form: str) -> None:
    out = io.BytesIO()
    Image.new("RGB", (60, 40)).save(out, form, comment=b"13800004321")
    assert b"13800004321" in out.getvalue()
    developed = develop(out.getvalue())
    assert b"13800004321" not in developed.print_copy + developed.thumbnail


@pytest.mark.parametrize(
    ("form", "side", "printed"),
    [
        ("JPEG", 2799, 2799), ("JPEG", 2800, 1400), ("JPEG", 4032, 2016), ("JPEG", 4608, 2304), ("JPEG", 5632, 1408),
        ("PNG", 2799, 2799), ("PNG", 2800, 1400), ("PNG", 4032, 2016), ("PNG", 4608, 1536),
    ],
)  # fmt: skip
def test_copies_keep_to_their_sizes_when_the_picture_is_large(
    tagged: Tagged, form: str, side: int, printed: int
) -> None:
    developed = develop(tagged(Image.linear_gradient("L").resize((side, 640)).convert("RGB"), form=form))
    assert (developed.width, developed.height) == (side, 640)
    assert PRINT_PX <= printed < 2 * PRINT_PX
    assert opened(developed.print_copy).width == printed
    assert opened(developed.thumbnail).width == THUMBNAIL_PX


def as_jpeg(picture: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue()


@pytest.mark.parametrize(("grain", "width"), [(8, 2016), (20, 2016), (60, 1008)])
def test_six_printing_copies_fit_into_a_record_when_the_pictures_are_rich_in_detail(
    grain: int, width: int
) -> None:
    content = as_jpeg(Image.effect_noise((4032, 3024), grain).convert("RGB"), 90)
    copy = develop(content).print_copy
    assert len(content) > 3_000_000
    assert len(copy) < 230_000
    assert opened(copy).width == width


def test_a_printing_copy_takes_the_room_that_a_quiet_picture_leaves() -> None:
    quiet = Image.linear_gradient("L").resize((1600, 1200)).convert("RGB")
    assert len(develop(as_jpeg(quiet, 95)).print_copy) > 1.3 * len(as_jpeg(quiet, 55))


@pytest.mark.parametrize("size", [(9000, 1), (1, 9000), (12000, 900)])
def test_copies_are_made_when_the_picture_is_very_long(tagged: Tagged, size: tuple[int, int]) -> None:
    developed = develop(tagged(Image.new("RGB", size)))
    assert (developed.obstacle, developed.width, developed.height) == (None, *size)
    assert max(opened(developed.print_copy).size) == 1500


def test_small_picture_is_not_blown_up(tagged: Tagged) -> None:
    developed = develop(tagged(Image.new("RGB", (50, 40))))
    assert opened(developed.print_copy).size == opened(developed.thumbnail).size == (50, 40)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "CMYK", "I;16", "YCbCr"])
def test_copies_are_made_whatever_the_colours_are_stored_as(mode: str) -> None:
    form = {"CMYK": "JPEG", "YCbCr": "JPEG"}.get(mode, "PNG")
    out = io.BytesIO()
    Image.new(mode, (60, 40)).save(out, form)
    developed = develop(out.getvalue())
    assert developed.obstacle is None
    assert opened(developed.print_copy).mode == "RGB"


def test_what_is_transparent_prints_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (60, 40), (0, 0, 0, 0)).save(out, "PNG")
    assert opened(develop(out.getvalue()).print_copy).getpixel((9, 9)) == (255, 255, 255)


def bomb(side: int) -> bytes:
    """A few kilobytes of PNG that claim *side* by *side* pixels of one bit."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    packer, rows = zlib.compressobj(9), b"\0" * ((side + 7) // 8 + 1)
    packed = b"".join(packer.compress(rows) for _ in range(side)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def test_bomb_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image.Image, "convert", lambda *_: pytest.fail("decoded"))
    assert develop(bomb(15_812)) == develop(bomb(40_000)) == Developed(Obstacle.TOO_LARGE)


def test_picture_of_200_megapixels_is_developed_when_it_is_a_jpeg() -> None:
    out = io.BytesIO()
    Image.new("L", (16320, 12240), 128).save(out, "JPEG")
    developed = develop(out.getvalue())
    assert (developed.obstacle, developed.width, developed.height) == (None, 16320, 12240)


def test_truncated_picture_has_no_preview(tagged: Tagged) -> None:
    whole = tagged(Image.effect_noise((200, 100), 50))
    assert develop(whole).obstacle is None
    assert develop(whole[: len(whole) // 2]) == Developed(Obstacle.DAMAGED)


@pytest.mark.parametrize("content", [b"", b"x" * 99, b"%PDF-1.7", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"])
def test_file_that_is_no_known_picture_has_no_preview(content: bytes) -> None:
    assert develop(content) == Developed(Obstacle.UNSUPPORTED)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data(), st.sampled_from(["JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP"]))
def test_mutated_picture_gives_copies_or_an_obstacle(tagged: Tagged, data: st.DataObject, form: str) -> None:
    content = bytearray(tagged(as_stored(1).resize((40, 24)), form=form, main={ExifTags.Base.Orientation: 6}))
    for place in data.draw(st.lists(st.integers(0, min(len(content) - 1, 400)), min_size=1, max_size=12)):
        content[place] = data.draw(st.integers(0, 255))
    developed = develop(bytes(content))
    assert bool(developed.obstacle) != bool(developed.print_copy)


@pytest.fixture(scope="module")
def darkroom() -> Iterator[Darkroom]:
    with Darkroom(1) as room:
        yield room


def test_darkroom_gives_what_is_developed_inline(darkroom: Darkroom, tagged: Tagged) -> None:
    content = tagged(as_stored(6), main={ExifTags.Base.Orientation: 6})
    assert darkroom.develop(content) == develop(content)


def test_darkroom_goes_on_when_pictures_are_hostile(darkroom: Darkroom, tagged: Tagged) -> None:
    content = tagged()
    for hostile in (b"", bomb(20_000), content[:300]):
        assert darkroom.develop(hostile) == develop(hostile)
    assert darkroom.develop(content) == develop(content)


def the_worker(darkroom: Darkroom, content: bytes) -> multiprocessing.process.BaseProcess:
    darkroom.develop(content)
    (worker,) = multiprocessing.active_children()
    assert worker.pid != os.getpid()
    return worker


def test_no_picture_pays_when_a_worker_dies_between_two(darkroom: Darkroom, tagged: Tagged) -> None:
    content = tagged()
    worker = the_worker(darkroom, content)
    worker.kill()
    worker.join()
    assert darkroom.develop(content) == develop(content)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGSTOP is POSIX")
def test_darkroom_starts_another_worker_when_one_dies_over_its_picture(
    darkroom: Darkroom, tagged: Tagged, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = tagged()
    worker = the_worker(darkroom, content)
    assert worker.pid is not None
    os.kill(worker.pid, signal.SIGSTOP)  # so that it cannot answer before it dies

    def killed(pipe: Connection, timeout: float = 0.0) -> bool:
        worker.kill()
        worker.join()
        monkeypatch.undo()
        return pipe.poll(timeout)

    monkeypatch.setattr(Connection, "poll", killed)
    assert darkroom.develop(content) == Developed(Obstacle.CRASHED)
    assert darkroom.develop(content) == develop(content)


def test_picture_costs_only_itself_when_it_takes_too_long(tagged: Tagged) -> None:
    content = tagged()
    with Darkroom(1, time_s=0.0) as room:
        assert room.develop(content) == Developed(Obstacle.TOO_SLOW)
        assert room.develop(content) == Developed(Obstacle.TOO_SLOW)


def test_no_worker_is_left_when_the_darkroom_closes(tagged: Tagged) -> None:
    before = {child.pid for child in multiprocessing.active_children()}
    room = Darkroom(2)
    room.develop(tagged())
    room.close()
    assert {child.pid for child in multiprocessing.active_children()} <= before
