"""The main job on one laptop without a window: from an empty visit to the receipt of the office."""

from dataclasses import dataclass
from pathlib import Path

from inspector.clock import SetClock, SystemClock
from inspector.demo import county
from inspector.demo.building import STICK, TICK_S, DemoPlaces
from inspector.demo.visits import Actor
from inspector.evidence import durable
from inspector.progress import Report
from inspector.workspace import Workspace

_STEPS = 4


@dataclass(frozen=True)
class MainJob:
    """Where its results lie."""

    workspace: Path
    office: Path
    record_pdf: Path
    bundle: Path
    receipt: Path


def run_main_job(places: DemoPlaces, report: Report) -> MainJob:
    """Inspects, finds a suspicion, locks, prints, exports, imports in the office and brings the receipt back.

    Raises:
        Trouble: DISK_FULL, DISK_FAILED, BUNDLE_UNVERIFIED.
    """
    scenario = county.main_job(SystemClock().now())
    home = places.laptops[scenario.laptop - 1]
    stick = places.office.parent / STICK
    clock = SetClock(scenario.begins, TICK_S)
    with (
        Workspace.open(home, places.passphrase, clock=clock) as laptop,
        Workspace.open(places.office, places.passphrase) as office,
    ):
        report(0, _STEPS, scenario.party)
        visit = Actor(laptop, places.pins, clock.reach).act(scenario)
        report(1, _STEPS, scenario.party)
        record_pdf = places.office.parent / f"{visit}.pdf"
        durable.write(record_pdf, [laptop.documents.printed(visit)])
        bundle = laptop.exchange.export(stick)
        report(2, _STEPS, scenario.party)
        (receipt,) = office.exchange.receive(bundle.path).receipts
        report(3, _STEPS, scenario.party)
        laptop.exchange.receive(receipt.path)
        report(_STEPS, _STEPS, "")
    return MainJob(home, places.office, record_pdf, bundle.path, receipt.path)
