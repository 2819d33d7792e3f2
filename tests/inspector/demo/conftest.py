"""One small county for all tests of this folder: its photos are drawn with a tenth of the pixels."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from inspector.demo import DemoPlaces, MainJob, build, run_main_job
from inspector.evidence import drawing
from inspector.progress import silent
from inspector.workspace import Workspace


@dataclass(frozen=True)
class Built:
    """The county after its two weeks and the main job, its desks open."""

    places: DemoPlaces
    job: MainJob
    office: Workspace
    laptops: tuple[Workspace, ...]


@pytest.fixture(scope="package")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INSPECTOR_HOME", str(tmp_path_factory.mktemp("home")))
        patch.setattr(drawing, "SIZE", (1200, 900))
        folder: Path = tmp_path_factory.mktemp("county") / "demo"
        places = build(folder, silent)
        job = run_main_job(places, silent)
        desks = [Workspace.open(root, places.passphrase) for root in (places.office, *places.laptops)]
        yield Built(places, job, desks[0], tuple(desks[1:]))
        for desk in desks:
            desk.close()
