"""A card full of photos of 12 MP: kept, on record and developed, beside the bare work on the same bytes on all cores."""

import io
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PIL import Image

from inspector import ids
from inspector.crypto import digests, sealing
from inspector.evidence.intake import Arrival, Source
from inspector.workspace import Workspace
from tests.benchmarks.measure import Fact, Figure, Times, each
from tests.benchmarks.papers import pictures
from tests.desk import a_laptop, a_visit

Photo = Callable[[], bytes]

PHOTOS = 200
GOES = 3
DIFFERENT = 8
GRAIN, QUALITY = 0.15, 95
"""What makes a drawn picture as large as that of a phone, about four megabytes, and as dear to decode."""


def figures(folder: Path) -> Iterator[Figure | Fact]:
    originals = [grainy(content) for content in pictures(DIFFERENT)]
    size = sum(len(content) for content in originals) / len(originals) / 1e6
    ours, theirs = [], []
    for go in range(GOES):
        card = [partial(numbered, originals[n % DIFFERENT], go * PHOTOS + n) for n in range(PHOTOS)]
        with a_laptop(folder.with_name(f"photos-{go}")) as workspace:
            visit = a_visit(workspace)
            theirs += each([partial(bare, folder.with_name("bare"), workspace.recipients(), card)]).each
            ours += each([partial(taken_in, workspace, visit, card)]).each
    real = "SHA-256, SM3, age, copy with flush, scaled decoding"
    yield Figure(
        f"{PHOTOS} photos of 12 MP taken in", Times(tuple(ours)), real, Times(tuple(theirs)), "≤ 1.3 ×"
    )
    yield Fact("one of them", f"{size:.1f} MB")


def taken_in(workspace: Workspace, visit: str, card: Sequence[Photo]) -> None:
    """All of them on record, and all of their copies made."""
    added = workspace.photos.add_all(visit, [partial(arrived, photo) for photo in card])
    copies = workspace.photos.copies
    assert all(copies.develop(facts.sha256).print_cipher for _, facts in added.photos)


def arrived(photo: Photo) -> Arrival:
    return Arrival(photo(), "IMG.jpg", Source.CLI)


def bare(folder: Path, recipients: tuple[str, ...], card: Sequence[Photo]) -> None:
    folder.mkdir(exist_ok=True)
    with ThreadPoolExecutor(os.cpu_count()) as cores:
        list(cores.map(partial(kept, folder, recipients), card))


def grainy(content: bytes) -> bytes:
    """The picture with the grain of a small sensor."""
    with Image.open(io.BytesIO(content)) as picture:
        grain = Image.effect_noise(picture.size, 24).convert("RGB")
        out = io.BytesIO()
        Image.blend(picture, grain, GRAIN).save(out, "JPEG", quality=QUALITY, exif=picture.getexif())
    return out.getvalue()


def numbered(content: bytes, number: int) -> bytes:
    """The same picture as another file: with a comment behind its first marker (ITU-T T.81, B.2.4.5)."""
    return content[:2] + b"\xff\xfe\x00\x06" + number.to_bytes(4, "big") + content[2:]


def kept(folder: Path, recipients: tuple[str, ...], photo: Photo) -> None:
    """What cannot be left out, and nothing else."""
    content = photo()
    name = ids.sha256(content)
    digests.sm3(content)
    with (folder / name).open("wb") as file:
        file.write(sealing.encrypt(content, recipients))
        file.flush()
        os.fsync(file.fileno())
    with Image.open(io.BytesIO(content)) as picture:
        picture.draft("RGB", (picture.width // 2, picture.height // 2))
        picture.load()
