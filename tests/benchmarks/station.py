"""The life of one laptop, from its first visit on: commits, states and segments exactly as the façade makes them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

from inspector.checklist import Mark
from inspector.clock import SetClock
from inspector.crypto.signing import SigningKey
from inspector.inspection.inspection import answer_entity
from inspector.inspection.people import Officer
from inspector.inspection.record import Attendance
from inspector.inspection.registry import Market, Party, Stall
from inspector.inspection.visit import Answer, InkRole
from inspector.journal.commit import Chain, Commit, SignedHead, head_statement
from inspector.journal.roster import Roster, device_of
from inspector.journal.segment import Segment
from inspector.journal.state import State
from inspector.storage.chains import TAIL_COMMITS
from inspector.workspace.answering import Answering
from inspector.workspace.checklists import Checklists
from inspector.workspace.inspections import Inspections
from inspector.workspace.officers import Officers
from inspector.workspace.records import Records
from inspector.workspace.registry import Registry
from inspector.workspace.scribe import Edit, Scribe
from tests.benchmarks import answers
from tests.benchmarks.names import Names
from tests.benchmarks.paper import Paper

CHECKLIST = "mask_shop"
VISITS_A_DAY = 4
VISITS_A_PARTY = 4
SUSPECTED, DRAFTS, AT_STALLS = 0.08, 0.1, 0.3
REGISTRY = frozenset({Party.kind, Market.kind, Stall.kind})


@dataclass(frozen=True)
class Post:
    """One laptop with its two officers, and what the office has told it; *locked* is the share of visits that end so."""

    number: int
    signing: bytes
    officers: tuple[tuple[str, bytes], ...]  # their ids, and the seeds of their keys
    visits: int
    begins: datetime
    locked: float
    roster: Roster
    known: tuple[State, ...]


@dataclass(frozen=True)
class Run:
    """A stretch of that life: a segment with its commits, signed at its end, and the states that it led to."""

    segment: Segment
    commits: tuple[Commit, ...]
    states: tuple[State, ...]
    signed: SignedHead
    visits: int


class _Keys:
    """The officers of the post with their keys at hand: no PIN to stretch."""

    def __init__(self, officers: Officers, seeds: dict[str, bytes]) -> None:
        self._officers, self._seeds = officers, seeds

    def get(self, officer: str) -> Officer:
        return self._officers.get(officer)

    def key(self, officer: str, pin: str) -> SigningKey:
        return SigningKey.from_seed(self._seeds[officer])


class _Pen(Scribe):
    """A scribe on paper: signatures over its chain are left to `Station.run`, and no marker lies outside."""

    def sign_head(self) -> None: ...

    def _leave_marker(self) -> None: ...


class Station:
    """Writes the visits of one post through the real scribe, day by day."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self.names = Names(post.number)
        self._town = self.names.town(post.number)
        self._clock = SetClock(post.begins, step_s=1.0)
        self._signing = SigningKey.from_seed(post.signing)
        device = device_of(self._signing.public)
        self.paper = Paper(Chain(device, 1), post.roster, post.known)
        store = cast("Any", self.paper)
        self._scribe = _Pen(store, self._signing, device, self._clock, Path())
        self._registry = Registry(store, self._scribe, self._clock)
        checklists = Checklists(store, self._scribe)
        officers = Officers(store, self._scribe, cast("Any", None), self._clock)
        self._inspections = Inspections(store, self._scribe, self._clock, checklists, self._registry)
        self._answering = Answering(self._scribe, self._clock, checklists, self._inspections)
        keys = cast("Any", _Keys(officers, dict(post.officers)))
        self._records = Records(
            store,
            self._scribe,
            self._clock,
            self._inspections,
            checklists,
            keys,
            self._registry,
        )
        self._market, _ = self._registry.add(
            Market(name=self.names.one("markets"), address=f"重庆市石柱土家族自治县{self._town}")
        )
        self._shops: list[tuple[str, str]] = []

    def day(self, number: int) -> None:
        """The morning of working day *number*: the program is started anew."""
        at = self._post.begins + timedelta(days=number // 5 * 7 + number % 5)
        self._clock.advance((at - self._clock.now()).total_seconds())
        self._scribe.session = ""
        self._scribe.actor = self._post.officers[number % 2][0]

    def visit(self, number: int) -> None:
        """One visit, brought as far as chance has it."""
        party, stall = self._shop(number)
        visit = self._begun(party, stall)
        self._answered(visit)
        if self.names.happens(SUSPECTED):
            self._suspected(visit)
        if self.names.happens(self._post.locked):
            self._told(visit)
            self._locked(visit)
        elif not self.names.happens(DRAFTS):
            self._told(visit)
            self._records.finalise(visit)
        self._clock.advance(2400)

    def run(self, visits: int) -> Run:
        """What was written since the last one."""
        segment, commits, states = self.paper.taken(REGISTRY)
        signature = self._signing.sign(head_statement(segment.end))
        return Run(segment, commits, states, SignedHead(segment.end, signature), visits)

    def _shop(self, number: int) -> tuple[str, str]:
        if number % VISITS_A_PARTY:
            return self._shops[self.names.number(0, len(self._shops) - 1)]
        shop = self.names.party(self._town)
        party, _ = self._registry.add(shop)
        stall = ""
        if self.names.happens(AT_STALLS):
            number_there = f"{self.names.one('areas')}区{self.names.number(1, 400)}号"
            stall, _ = self._registry.add(Stall(market=self._market, number=number_there, party=party))
        self._shops.append((party, stall))
        return party, stall

    def _begun(self, party: str, stall: str) -> str:
        officers = [officer for officer, _ in self._post.officers]
        market = self._market if stall else ""
        visit, _ = self._inspections.new(
            CHECKLIST, party=party, market=market, stall=stall, officers=officers
        )
        return visit

    def _answered(self, visit: str) -> None:
        day = self._clock.now().date()
        for name, mark, fact in answers.on_shop(self.names):
            self._answer(visit, name, mark, fact)
        for kind in (answers.on_surgical_masks, answers.on_daily_masks):
            card, _ = self._answering.add_card(visit, "product")
            for name, mark, fact in kind(self.names, day):
                self._answer(visit, f"{card}/{name}", mark, fact)

    def _answer(self, visit: str, address: str, mark: Mark | None, fact: str | None) -> None:
        """The edits of `Answering.answer`, without reading the visit for each."""
        entity = answer_entity(visit, address)
        said = {"mark": mark, "fact": fact}
        self._clock.advance(15)
        self._scribe.write(Edit(Answer.kind, entity, f, v) for f, v in said.items() if v is not None)

    def _suspected(self, visit: str) -> None:
        card = self._inspections.read(visit).cards[0].id.rpartition("/")[2]
        self._answering.answer(visit, f"{card}/imitation", mark=Mark.SUSPECT)
        suspicion = self._inspections.read(visit).suspicions[0].id
        self._answering.write_suspicion(visit, suspicion, facts=self.names.one("facts"))
        self._answering.add_goods(visit, suspicion, source=self.names.one("makers"))

    def _told(self, visit: str) -> None:
        self._inspections.set(
            visit,
            certificates_shown=True,
            rights_told=True,
            person_present=f"{self.names.person()}，{self.names.one('relations')}",
            ended_at=self._clock.now() + timedelta(minutes=5),
        )
        self._inspections.offer_attendance(visit, Attendance.PRESENT)

    def _locked(self, visit: str) -> None:
        self._records.finalise(visit)
        self._records.note_print(visit)
        self._records.note_ink(visit, InkRole.PARTY, self.names.person())
        for officer, _ in self._post.officers:
            self._records.note_ink(visit, InkRole.OFFICER, officer)
        self._records.expect_scan(visit, pending=True)
        self._records.lock(visit, [(officer, "") for officer, _ in self._post.officers])


def life(post: Post) -> Iterator[Run]:
    """The whole life of a post, a segment at a time."""
    station = Station(post)
    since = 0
    for number in range(post.visits):
        if number % VISITS_A_DAY == 0:
            station.day(number // VISITS_A_DAY)
        station.visit(number)
        since += 1
        if len(station.paper.written) >= TAIL_COMMITS:
            yield station.run(since)
            since = 0
    if since:
        yield station.run(since)
