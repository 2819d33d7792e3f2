"""Random histories of devices that write apart, meet in pairs, lock and destroy, their clocks up to two days astray."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from inspector.journal.commit import Commit
from inspector.journal.operation import Name, Operation
from inspector.journal.roster import Roster
from inspector.journal.state import State
from tests.builders import VISIT, Device, a_roster

GOODS = tuple(f"{VISIT}/goods/{n}" for n in range(2))
PLACES = ((VISIT, "visit", "place"), (VISIT, "visit", "subject"), *((g, "goods", "name") for g in GOODS))


@dataclass(frozen=True)
class History:
    """What was written, by whom, and what each lock had seen."""

    devices: tuple[Device, ...]
    roster: Roster
    commits: tuple[Commit, ...]
    locked_heads: Mapping[str, frozenset[Name]]


def played(
    seed: int, *, steps: int = 25, skew: timedelta = timedelta(days=2), locks: bool = True, apart: bool = True
) -> History:
    """The history of that number; the same number always gives the same one. Not `apart`: all meet before each step."""
    dice = random.Random(seed)
    names = [f"device-{n}" for n in range(dice.randint(2, 4))]
    ended = {dice.choice(names): (1, dice.randint(1, 6))} if apart and dice.random() < 0.3 else {}
    office = "office" if ended else ""
    roster = a_roster(*names, office=office)
    devices = [Device(n, roster, skew * dice.uniform(-1, 1)) for n in (*names, *([office] if office else []))]
    for _ in range(steps):
        device = dice.choice(devices)
        if not apart:
            device.sees(*devices)
        step(dice, device, locks=locks)
        if dice.random() < 0.35:
            device.sees(dice.choice(devices))
    everything = {c.id: c for d in devices for c in d.commits}
    locked_heads = {i: heads for d in devices for i, heads in d.locked_heads.items()}
    final = a_roster(*names, office=office, ended=ended)
    return History(tuple(devices), final, tuple(everything.values()), locked_heads)


def step(dice: random.Random, device: Device, *, locks: bool) -> None:
    """One thing that a person does on a device: mostly an edit."""
    entity, kind, field = dice.choice(PLACES)
    what = dice.random()
    state = device.state()
    if state.locked is not None and dice.random() < 0.7:
        return
    if what < 0.72:
        device.write(f"{device.name} {device.chain.seq}", kind=kind, entity=entity, field=field)
    elif what < 0.84:
        device.remove(dice.choice(GOODS))
    elif what < 0.92 and locks:
        device.lock(record=f"{device.name} {device.chain.seq}", signers=dice.choice([("谭", "马"), ("马",)]))
    elif locks and state.names():
        device.redact(dice.choice(state.names()))
    else:
        device.write(None, kind=kind, entity=entity, field=field)


def operations(commits: Iterable[Commit]) -> dict[Name, Operation]:
    return {n: o for c in commits for n, o in c.named()}


def lost(commits: Iterable[Commit], visible: Iterable[Name], kept_aside: Iterable[Name] = ()) -> set[Name]:
    """The operations that are neither visible, nor causally behind a visible one, nor shown as refused."""
    said = operations(commits)
    found: set[Name] = set()
    todo = list(visible)
    while todo:
        name = todo.pop()
        if name in said and name not in found:
            found.add(name)
            todo += said[name].parents
    return set(said) - found - set(kept_aside)


def shown(state: State) -> set[Name]:
    return set(state.names())


def refused(state: State) -> set[Name]:
    return {r.head.name for r in state.refused}


def last_writer_wins(commits: Iterable[Commit]) -> set[Name]:
    """The control: one winner for each field, by stamp."""
    winners: dict[tuple[str, str], tuple[int, Name]] = {}
    for commit in commits:
        for name, operation in commit.named():
            slot = (operation.entity, operation.field)
            winners[slot] = max(winners.get(slot, (-1, name)), (commit.clock, name))
    return {name for _, name in winners.values()}
