"""A record with a suspicion and six photos to PDF: with its printing copies made, after a start, and from the originals."""

import io
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from inspector.evidence.drawing import Scene, Subject, photograph
from inspector.workspace import Workspace
from tests.benchmarks.county import BEIJING
from tests.benchmarks.measure import Fact, Figure, Times, times
from tests.desk import a_laptop, a_signed_visit

PHOTOS = 6
COLD_GOES = 3
TAKEN = datetime(2026, 3, 13, 10, tzinfo=BEIJING)


def pictures(number: int) -> list[bytes]:
    """So many drawn photos of 12 MP."""
    scenes = (Scene(Subject.BOX, ("口罩", f"第{n}张"), seed=n) for n in range(number))
    return [photograph(scene, taken_at=TAKEN) for scene in scenes]


COLD = """
import sys
from pathlib import Path
from time import perf_counter
from tests.benchmarks.papers import undeveloped
from tests.desk import reopened
with reopened(Path(sys.argv[1])) as workspace:
    visit = workspace.inspections.page()[0].id
    if "originals" in sys.argv:
        undeveloped(workspace, visit)
    begun = perf_counter()
    workspace.documents.preview(visit)
    print((perf_counter() - begun) * 1000)
"""


def undeveloped(workspace: Workspace, visit: str) -> None:
    """Forgets what was derived from the originals."""
    for photo in workspace.inspections.read(visit).photos:
        entry = workspace.store.local.blob(photo.sha256)
        assert entry is not None
        workspace.store.local.note_developed(replace(entry, print_cipher=""))


def cold(folder: Path, *words: str) -> Times:
    """In a program that has printed nothing yet."""
    work = [sys.executable, "-c", COLD, str(folder), *words]
    runs = [subprocess.run(work, capture_output=True, text=True, check=True) for _ in range(COLD_GOES)]
    return Times(tuple(float(run.stdout) for run in runs))


def figures(folder: Path) -> Iterator[Figure | Fact]:
    desk = folder.with_name("papers")
    with a_laptop(desk) as workspace:
        visit = a_signed_visit(workspace, suspect=True, photos=pictures(PHOTOS))
        copies = [
            workspace.photos.copies.print_copy(p.sha256) for p in workspace.inspections.read(visit).photos
        ]

        def theirs() -> None:
            canvas = Canvas(io.BytesIO())
            for copy in copies:
                canvas.drawImage(ImageReader(io.BytesIO(copy)), 0, 0, 400, 300)
                canvas.showPage()
            canvas.save()

        real, bare = "reportlab, the six printing copies alone", times(theirs, 5)
        warm = times(lambda: workspace.documents.preview(visit), 9)
        yield Figure("record with 6 photos to PDF, warm", warm, real, bare, "≤ 150 ms")
        yield Fact("its size", f"{len(workspace.documents.preview(visit)) / 1e6:.2f} MB", "≤ 1.5 MB")
    yield Figure("the same, first thing after the start", cold(desk), real, bare, "≤ 1.2 s")
    yield Figure("the same, and from the originals", cold(desk, "originals"), real, bare)
