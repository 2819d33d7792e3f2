"""Builds the county: an office and two laptops, two weeks of visits, and what was carried between them."""

import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from inspector import paths
from inspector.clock import Clock, SetClock, SystemClock
from inspector.crypto.wrapping import FLOOR
from inspector.demo import county
from inspector.demo.county import county as described
from inspector.demo.visits import Actor
from inspector.errors import Code, Trouble
from inspector.evidence import durable
from inspector.inspection.registry import Market, Stall
from inspector.progress import Report
from inspector.workspace import Role, Setup, Workspace

OFFICE = "office"
LAPTOP = "laptop-{number}"
STICK = "stick"
README = "README.txt"

_FIRST_DAY = 11
"""Working days before the building on which the desks were set up; every visit is later."""

TICK_S = 2.0


@dataclass(frozen=True)
class DemoPlaces:
    """Where the desks lie, and what opens them: one passphrase for all, the PINs by officer's name."""

    office: Path
    laptops: tuple[Path, ...]
    passphrase: str
    pins: Mapping[str, str]

    @property
    def readme(self) -> Path:
        """Where all that is written down."""
        return self.office.parent / README


class Desk:
    """A workspace whose clock is put to the hour of what happens next; it closes with *stack*."""

    def __init__(self, stack: ExitStack, root: Path, setup: Setup, at: datetime) -> None:
        clock = SetClock(at, TICK_S)
        self.wait_until = clock.reach
        workspace = Workspace.create(root, setup, described()["passphrase"], clock=clock, cost=FLOOR)
        self.workspace = stack.enter_context(workspace)


def build(folder: Path, report: Report, clock: Clock | None = None) -> DemoPlaces:
    """Builds the demonstration in an empty or missing folder; takes about half a minute.

    Raises:
        Trouble: WORKSPACE_EXISTS, DISK_FULL, DISK_FAILED. Cancelled: by *report*. The folder is empty then.
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise Trouble(Code.WORKSPACE_EXISTS, path=str(folder))
    except OSError as error:
        raise durable.disk_trouble(error) from error
    now = (clock or SystemClock()).now()
    with ExitStack() as undone:
        undone.callback(_empty, folder)
        with ExitStack() as stack:
            places = _County(stack, folder, now, report).lived_through()
        durable.write(places.readme, [_readme(places).encode()])
        undone.pop_all()
    return places


def _empty(folder: Path) -> None:
    for left in folder.iterdir() if folder.exists() else ():
        shutil.rmtree(left, ignore_errors=True)


def _readme(places: DemoPlaces) -> str:
    text = paths.resource("demo", README).read_text(encoding="utf-8")
    pins = "\n".join(f"    {name}  {pin}" for name, pin in places.pins.items())
    return text.format(passphrase=places.passphrase, pins=pins)


class _County:
    def __init__(self, stack: ExitStack, folder: Path, now: datetime, report: Report) -> None:
        self._folder = folder
        self._now = now
        self._report = report
        self.office = Desk(
            stack, folder / OFFICE, self._setup(Role.OFFICE, described()["office"]), self._day(_FIRST_DAY, 9)
        )
        self.laptops = tuple(
            Desk(
                stack,
                folder / LAPTOP.format(number=number),
                self._setup(Role.LAPTOP, laptop),
                self._day(_FIRST_DAY, 10),
            )
            for number, laptop in enumerate(described()["laptops"], 1)
        )

    def lived_through(self) -> DemoPlaces:
        """The registry, the officers, the visits; the day before the building everything is carried to the office."""
        self._register()
        pins = self._hire()
        self._enrol()
        scenarios = county.scenarios(self._now)
        actors = [Actor(desk.workspace, pins, desk.wait_until) for desk in self.laptops]
        evening = self._day(1, 17)
        for done, scenario in enumerate(scenarios):
            self._report(done, len(scenarios), scenario.party)
            before = scenarios[done - 1].begins if done else scenario.begins
            if before <= evening < scenario.begins:
                self._carry(evening)
            self.laptops[scenario.laptop - 1].wait_until(scenario.begins)
            actors[scenario.laptop - 1].act(scenario)
        self._report(len(scenarios), len(scenarios), "")
        return DemoPlaces(
            self._folder / OFFICE,
            tuple(desk.workspace.places.root for desk in self.laptops),
            described()["passphrase"],
            pins,
        )

    def _setup(self, role: Role, stored: Mapping[str, Any]) -> Setup:
        return Setup(role, stored["name"], described()["bureau"], stored["station"], demo=True)

    def _day(self, workdays_ago: int, hour: int) -> datetime:
        return county.workday(self._now, workdays_ago, time(hour))

    def _register(self) -> None:
        """Parties, market and stalls, in the office."""
        registry = self.office.workspace.registry
        known = {party.name: registry.add(party)[0] for party in county.parties()}
        stored = described()["market"]
        market, _ = registry.add(
            Market(name=stored["name"], address=stored["address"], operator=known[stored["operator"]])
        )
        for stall in stored["stalls"]:
            registry.add(
                Stall(
                    market=market,
                    number=stall["number"],
                    name=stall.get("name", ""),
                    party=known.get(stall.get("party", ""), ""),
                )
            )

    def _hire(self) -> dict[str, str]:
        """The officers of each laptop, with keys under their PINs; gives the PINs by name."""
        pins: dict[str, str] = {}
        for desk, laptop in zip(self.laptops, described()["laptops"], strict=True):
            for officer in laptop["officers"]:
                first, last = (
                    self._now.date().replace(day=1, year=self._now.year + y) for y in officer["valid_years"]
                )
                desk.workspace.officers.add(
                    officer["name"],
                    officer["certificate"],
                    officer["pin"],
                    valid_from=first,
                    valid_to=last,
                    station=laptop["station"],
                )
                pins[officer["name"]] = officer["pin"]
        return pins

    def _enrol(self) -> None:
        """Both laptops join the office; with its answer comes the registry."""
        stick = self._folder / STICK
        for desk in self.laptops:
            asked = desk.workspace.exchange.request(stick)
            answer = self.office.workspace.exchange.approve(asked, stick)
            desk.workspace.exchange.accept(answer.path)

    def _carry(self, at: datetime) -> None:
        """What the laptops have goes to the office, and its receipts come back; one telephone number is in dispute."""
        stick = self._folder / STICK
        dispute = described()["conflict"]
        for desk, phone in zip(self.laptops, dispute["phones"], strict=True):
            desk.wait_until(at)
            registry = desk.workspace.registry
            party = next(p for p in registry.find_parties(dispute["party"]) if p.name == dispute["party"])
            registry.amend(replace(party, phone=phone))
            desk.workspace.exchange.export(stick)
        self.office.wait_until(at + timedelta(minutes=30))
        self.office.workspace.exchange.receive(stick)
        for desk in self.laptops:
            desk.wait_until(at + timedelta(hours=1))
            desk.workspace.exchange.receive(stick)
