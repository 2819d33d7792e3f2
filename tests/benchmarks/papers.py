"""A record with a suspicion and six photos to PDF: with its printing copies made, and from the originals."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from inspector.evidence.drawing import Scene, Subject, photograph
from inspector.workspace import Workspace
from inspector.workspace.documents import PHOTO_PAGES
from tests.benchmarks.county import BEIJING
from tests.benchmarks.measure import Fact, Figure, Times, each, times
from tests.desk import a_laptop, a_signed_visit

PHOTOS = 6
TAKEN = datetime(2026, 3, 13, 10, tzinfo=BEIJING)


def pictures(number: int) -> list[bytes]:
    """So many drawn photos of 12 MP."""
    scenes = (Scene(Subject.BOX, ("口罩", f"第{n}张"), seed=n) for n in range(number))
    return [photograph(scene, taken_at=TAKEN) for scene in scenes]


def undeveloped(workspace: Workspace, digest: str) -> None:
    """Forgets what was derived from an original."""
    entry = workspace.store.local.blob(digest)
    assert entry is not None
    workspace.store.local.note_developed(replace(entry, print_cipher=""))


def figures(folder: Path) -> Iterator[Figure | Fact]:
    with a_laptop(folder.with_name("papers")) as workspace:
        originals = pictures(PHOTOS)
        visit = a_signed_visit(workspace, suspect=True, photos=originals)
        digests = [p.sha256 for p in workspace.inspections.read(visit).photos]

        def printed() -> list[bytes]:
            return [workspace.documents.preview(visit, document) for document in ("", PHOTO_PAGES)]

        def theirs() -> None:
            canvas = Canvas(io.BytesIO())
            for digest in digests:
                canvas.drawImage(
                    ImageReader(io.BytesIO(workspace.photos.copies.print_copy(digest))), 0, 0, 400, 300
                )
                canvas.showPage()
            canvas.save()

        real = "reportlab, the six printing copies alone"
        bare = times(theirs, 5)
        yield Figure("record with 6 photos to PDF, warm", times(printed, 5), real, bare, "≤ 150 ms")
        cold: list[float] = []
        for _ in range(3):
            for digest in digests:
                undeveloped(workspace, digest)
            cold += each([printed]).each
        yield Figure("the same from the originals", Times(tuple(cold)), real, bare, "≤ 1.2 s")
        size = sum(len(pdf) for pdf in printed()) / 1e6
        yield Fact("its size", f"{size:.2f} MB", "≤ 1.5 MB")
