"""Photos of 12 MP taken in: kept for good, then developed, on one core."""

import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from inspector import ids
from inspector.crypto import digests, sealing
from inspector.evidence import durable
from inspector.evidence.intake import Arrival, Source
from tests.benchmarks.measure import Figure, each
from tests.benchmarks.papers import pictures
from tests.desk import a_laptop, a_visit

PHOTOS = 10


def figures(folder: Path) -> Iterator[Figure]:
    with a_laptop(folder.with_name("photos")) as workspace:
        visit = a_visit(workspace)
        originals = pictures(PHOTOS)

        def taken_in(content: bytes) -> None:
            workspace.photos.add(visit, Arrival(content, "IMG.jpg", Source.CLI))

        def developed(content: bytes) -> None:
            workspace.photos.develop(ids.sha256(content))

        def kept(content: bytes) -> None:
            ids.sha256(content)
            digests.sm3(content)
            encrypted = sealing.encrypt(content, workspace.recipients())
            durable.write(folder.with_name("copy.age"), [encrypted])

        def decoded(content: bytes) -> None:
            with Image.open(io.BytesIO(content)) as picture:
                picture.draft("RGB", (picture.width // 2, picture.height // 2))
                picture.load()

        ours = each(lambda content=content: taken_in(content) for content in originals)
        theirs = each(lambda content=content: kept(content) for content in originals)
        yield Figure("a photo of 12 MP kept", ours, "SHA-256, SM3, age, copy with flush", theirs, "≤ 1.3 ×")
        ours = each(lambda content=content: developed(content) for content in originals)
        theirs = each(lambda content=content: decoded(content) for content in originals)
        yield Figure("its thumbnail and printing copy", ours, "decoding at half size", theirs)
