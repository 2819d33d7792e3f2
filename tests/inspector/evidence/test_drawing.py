"""Demonstration photos."""

import io
from datetime import datetime

import pytest
from PIL import Image

from inspector.evidence import drawing
from inspector.evidence.claims import claims_of
from inspector.evidence.developing import develop
from inspector.evidence.drawing import Scene, Subject, photograph
from inspector.evidence.media import Media
from inspector.evidence.originality import doubts

NINE = datetime.fromisoformat("2026-03-04T09:00:00+08:00")


@pytest.mark.parametrize("subject", Subject)
def test_photo_is_what_a_camera_would_store(subject: Subject) -> None:
    content = photograph(Scene(subject, ("一次性使用医用口罩", "50只/盒")), taken_at=NINE, longitude=108.2)
    claims = claims_of(content)
    assert Image.open(io.BytesIO(content)).size == (4032, 3024)
    assert claims.taken_at == NINE.isoformat()
    assert (claims.latitude, claims.longitude, claims.make) == ("30.000000", "108.200000", "Demo")
    assert doubts("IMG_1.jpg", Media.JPEG, claims) == ()
    assert develop(content).obstacle is None


def test_photo_is_the_same_when_it_is_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "SIZE", (800, 600))
    one, other = (Scene(Subject.STALL, ("口罩批发",), seed) for seed in (1, 2))
    assert photograph(one, taken_at=NINE) == photograph(one, taken_at=NINE)
    assert photograph(one, taken_at=NINE) != photograph(other, taken_at=NINE)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_photo_shows_the_same_scene_however_the_phone_is_held(
    orientation: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "SIZE", (800, 600))
    scene = Scene(Subject.PAPER, ("购销凭证", "数量 2000 只"))
    content = photograph(scene, taken_at=NINE, orientation=orientation)
    assert Image.open(io.BytesIO(content)).size == (800, 600)
    upright = Image.open(io.BytesIO(develop(content).print_copy)).convert("L")
    assert upright.size == ((800, 600) if orientation < 5 else (600, 800))
    top, bottom = (
        upright.crop((0, y, upright.width, y + upright.height // 3)) for y in (0, upright.height * 2 // 3)
    )
    dark = [sum(part.histogram()[:60]) for part in (top, bottom)]
    assert dark[0] > 2 * dark[1], "the heading is at the top"
