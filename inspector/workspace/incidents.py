"""异常事件: forks (分叉) of devices that were copied, and the word of a person of the office who has looked at one."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from inspector.changes import Changes
from inspector.clock import Clock
from inspector.errors import Code, Problem, Trouble
from inspector.inspection.kinds import KINDS
from inspector.inspection.people import Fork
from inspector.journal.commit import Commit
from inspector.storage.store import Store
from inspector.workspace.scribe import Edit, Scribe


@dataclass(frozen=True)
class Side:
    """One branch of a forked chain: the number that it has reached, and the last time anybody wrote there, by its clock."""

    seq: int
    at: datetime | None


@dataclass(frozen=True)
class Incident:
    """A forked chain. `seq` is the last number that its branches share; `looked` says who looked at it when, and found what.

    It is open until the office has looked at every branch that is known here; a further one opens it again.
    """

    device: str
    epoch: int
    seq: int
    sides: tuple[Side, ...]
    looked: Fork | None
    is_open: bool


class Incidents:
    """Lists forks, and writes down that somebody has looked at one. Looking at it decides nothing of what either side wrote."""

    def __init__(self, store: Store, scribe: Scribe, clock: Clock) -> None:
        self._store = store
        self._scribe = scribe
        self._clock = clock

    def list(self) -> tuple[Incident, ...]:
        """Every fork that is known here, the open ones first."""
        found = (self._incident(c.device, c.epoch, c.seq) for c in self._store.chains.frozen())
        return tuple(sorted(found, key=lambda i: (not i.is_open, i.device, i.epoch)))

    def look_at(self, device: str, epoch: int, who: str, remark: str) -> Changes:
        """Notes in the office that *who* (a name) has looked at a fork, with all its branches that are known by now.

        Raises:
            Trouble: NOT_OFFICE; VALUE_INVALID without a name; THING_UNKNOWN where there is no fork; DISK_FULL, DISK_FAILED.
        """
        if self._store.office != self._scribe.device:
            raise Trouble(Code.NOT_OFFICE)
        if not who.strip():
            raise Trouble(Code.VALUE_INVALID, problems=(Problem("value_missing", "who"),), what="who")
        with self._store.database.writing():  # no branch comes in between looking and writing
            if not self._store.chains.is_frozen(device, epoch):
                raise Trouble(Code.THING_UNKNOWN, kind=Fork.kind, entity=f"{device}/{epoch}")
            said: dict[str, object] = {
                "beginnings": self._store.chains.forks().beginnings((device, epoch)),
                "who": who.strip(),
                "at": self._clock.now(),
                "remark": remark.strip() or None,
            }
            entity = _entity(device, epoch)
            return self._scribe.write(Edit(Fork.kind, entity, field, value) for field, value in said.items())

    def _incident(self, device: str, epoch: int, seq: int) -> Incident:
        branches = self._store.chains.branches.of(device, epoch)
        shared = min((b.segment.start.seq for b in branches), default=seq)
        own = self._store.chains.commit(device, epoch, seq)
        ends = [b.commits[-1] for b in branches] + ([own] if own and shared < seq else [])
        looked = self._looked(device, epoch)
        beginnings = self._store.chains.forks().beginnings((device, epoch))
        return Incident(
            device,
            epoch,
            shared,
            tuple(_side(c) for c in sorted(ends, key=lambda c: (c.seq, c.id))),
            looked,
            looked is None or not set(beginnings) <= set(looked.beginnings),
        )

    def _looked(self, device: str, epoch: int) -> Fork | None:
        entity = _entity(device, epoch)
        said = self._store.things.state(device).values(entity)
        return cast("Fork", KINDS[Fork.kind].assemble(entity, said)) if said.get("at") else None


def _side(end: Commit) -> Side:
    return Side(end.seq, datetime.fromisoformat(end.wall) if end.wall else None)


def _entity(device: str, epoch: int) -> str:
    return f"{device}/{Fork.kind}/{epoch}"
