"""A county's workspace of any size: an office that holds the visits of two dozen laptops over some years.

    python3 -m tests.benchmarks.county 100000 [FOLDER]

Every commit, segment, state and projection is what the façade would have written, which `check --full` proves.
"""

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from multiprocessing import get_context
from multiprocessing.queues import Queue
from pathlib import Path
from shutil import rmtree
from typing import Any

from inspector import checklist, paths
from inspector.clock import SetClock
from inspector.crypto.signing import SigningKey
from inspector.crypto.wrapping import FLOOR
from inspector.inspection.kinds import PinnedTemplate, Publication
from inspector.inspection.people import Credential, Desk, Device, Officer
from inspector.journal.roster import device_of
from inspector.progress import Report, silent
from inspector.storage import database
from inspector.workspace import Role, Setup, Workspace
from inspector.workspace.scribe import Edit
from tests.benchmarks.names import Names
from tests.benchmarks.station import CHECKLIST, VISITS_A_DAY, Post, Run, life

PASSPHRASE = "黄连三月开花 2026"
BUREAU = "石柱土家族自治县市场监督管理局"
LAPTOPS = 24
LOCKED = 0.98
"""The share of visits that are locked: all but those of the last week or two, which are drafts or wait for ink and scan."""
BEIJING = timezone(timedelta(hours=8))
ENDS = datetime(2026, 3, 13, 9, tzinfo=BEIJING)

_runs: "Queue[Run | None]"


def build(
    folder: Path,
    visits: int,
    *,
    laptops: int = LAPTOPS,
    locked: float = LOCKED,
    workers: int = 0,
    report: Report = silent,
) -> None:
    """Makes the workspace; with *workers*, the laptops live in so many processes beside this one."""
    days = -(-visits // laptops // VISITS_A_DAY)
    begins = ENDS - timedelta(days=days // 5 * 7 + 14 + ENDS.weekday())
    setup = Setup(Role.OFFICE, "知识产权科", BUREAU, demo=True)
    with Workspace.create(folder, setup, PASSPHRASE, cost=FLOOR, clock=SetClock(begins)) as office:
        posts = _posts(office, visits, laptops, begins, locked)
        done = 0
        for run in _lived(posts, workers):
            _adopt(office, run)
            done += run.visits
            report(done, visits, "")


def ready(visits: int, locked: float = LOCKED) -> Path:
    """The workspace of that size, built once and kept in INSPECTOR_SCALE_DIR or the folder for temporary files."""
    shelf = Path(os.environ.get("INSPECTOR_SCALE_DIR") or tempfile.gettempdir()) / "inspector-scale"
    folder = shelf / f"{visits}-{locked:.0%}-{_schema()}"
    if not folder.exists():
        part = folder.with_suffix(".part")
        rmtree(part, ignore_errors=True)
        build(part, visits, locked=locked, workers=max(1, (os.cpu_count() or 2) - 1), report=_told)
        part.rename(folder)
    return folder


def _schema() -> str:
    """A name for the shape of the tables, the pattern of states and this generator."""
    here = Path(__file__).parent
    own = [
        here / name
        for name in ("answers.py", "county.py", "county.yaml", "names.py", "paper.py", "station.py")
    ]
    files = [*sorted(database.MIGRATIONS.glob("*.py")), paths.resource("storage", "pattern.json"), *own]
    return hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest()[:12]


def _posts(office: Workspace, visits: int, laptops: int, begins: datetime, locked: float) -> list[Post]:
    """What the office writes before its laptops begin: devices, officers with their keys, the checklist."""
    office.checklists.publish(checklist.load(CHECKLIST))
    names = Names(-1)
    made = []
    for number in range(laptops):
        signing = SigningKey.generate()
        device = device_of(signing.public)
        station = f"{names.town(number)[:-1]}市场监管所"
        name = f"{station}一号机"
        _say(office, Device.kind, device, name=name, station=station, key=signing.public)
        desk = {"role": Role.LAPTOP.value, "bureau": BUREAU, "station": station, "name": name, "demo": True}
        _say(office, Desk.kind, f"{device}/desk", **desk)
        officers = [_officer(office, names, device, station) for _ in range(2)]
        made.append((number, signing.seed, tuple(officers)))
    roster = office.store.roster()
    things = office.store.things
    kinds = (Device.kind, Officer.kind, Publication.kind, PinnedTemplate.kind)
    known = [s for kind in kinds for s in things.all(kind)]
    shares = [visits // laptops + (number < visits % laptops) for number in range(laptops)]
    return [
        Post(number, seed, officers, shares[number], begins, locked, roster, tuple(known))
        for number, seed, officers in made
        if shares[number]
    ]


def _officer(office: Workspace, names: Names, device: str, station: str) -> tuple[str, bytes]:
    key = SigningKey.generate()
    certificate = f"500240{names.digits(5)}"
    officer, _ = office.officers.add(
        names.person(), certificate, valid_to=date(2030, 12, 31), station=station
    )
    _say(office, Credential.kind, f"credential-{officer}", officer=officer, device=device, key=key.public)
    return officer, key.seed


def _say(office: Workspace, kind: str, entity: str, **said: object) -> None:
    office.scribe.write(Edit(kind, entity, f, v) for f, v in said.items())


def _adopt(office: Workspace, run: Run) -> None:
    """One run in one transaction: the journal as an import takes it, and the states that are known already."""
    store = office.store
    with store.database.writing():
        store.chains.adopt(run.segment, run.commits)
        store.chains.sign(run.signed)
        for state in run.states:
            store.things.save(state)
            store.projections.refresh(state)


def _lived(posts: Sequence[Post], workers: int) -> Iterator[Run]:
    if not workers:
        for post in posts:
            yield from life(post)
        return
    context = get_context("spawn")
    runs = context.Queue(2 * workers)
    with context.Pool(workers, _begin, (runs,)) as pool:
        lives = pool.map_async(_live, posts, chunksize=1)
        living = len(posts)
        while living:
            run = runs.get()
            if run is None:
                living -= 1
            else:
                yield run
        lives.get()


def _begin(runs: Any) -> None:
    global _runs
    _runs = runs


def _live(post: Post) -> None:
    try:
        for run in life(post):
            _runs.put(run)
    finally:
        _runs.put(None)


def _told(done: int, total: int, what: str) -> None:
    print(f"\r{done:,} / {total:,}", end="\n" if done == total else "", file=sys.stderr, flush=True)  # noqa: T201


if __name__ == "__main__":
    if len(sys.argv) > 2:
        build(Path(sys.argv[2]), int(sys.argv[1]), workers=3, report=_told)
    else:
        print(ready(int(sys.argv[1])))  # noqa: T201
