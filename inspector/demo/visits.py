"""A scenario acted out on a laptop: the visit is written step by step, through the façade that the window uses."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from inspector import checklist
from inspector.checklist import Line, Mark
from inspector.demo.county import Answers, Scenario
from inspector.evidence.drawing import photograph
from inspector.evidence.intake import Arrival, Source
from inspector.inspection.record import Attendance
from inspector.inspection.visit import InkRole
from inspector.workspace import Workspace

CHECKLIST = "mask_shop"


class Actor:
    """Acts scenarios out on one laptop with its two officers, whose PINs are given by name.

    *linger* lets the clock of the laptop run on to an instant, so that a visit takes the time that it would take.
    """

    def __init__(
        self,
        workspace: Workspace,
        pins: Mapping[str, str],
        linger: Callable[[datetime], None],
    ) -> None:
        self._workspace = workspace
        self._pins = pins
        self._officers = [o.id for o in workspace.officers.here()]
        self._linger = linger

    def act(self, scenario: Scenario) -> str:
        """Acts the whole scenario out; returns the visit."""
        visit = self._begin(scenario)
        self._fill_in(visit, scenario)
        if scenario.until == "draft":
            return visit
        self._linger(scenario.begins + timedelta(minutes=scenario.minutes))
        self._conclude(visit, scenario)
        if scenario.until == "printed":
            return visit
        self._sign(visit, scenario)
        if scenario.until == "locked":
            records = self._workspace.records
            records.expect_scan(visit, True)
            records.lock(visit, [(o, self._pin(o)) for o in self._officers])
        return visit

    def _pin(self, officer: str) -> str:
        return self._pins[self._workspace.officers.get(officer).name]

    def _begin(self, scenario: Scenario) -> str:
        workspace = self._workspace
        first = self._officers[0]
        if workspace.officers.acting != first:
            workspace.officers.sign_in(first, self._pin(first))
        party = next(p for p in workspace.registry.find_parties(scenario.party) if p.name == scenario.party)
        stall = market = ""
        if scenario.stall:
            found = workspace.registry.find_stalls(scenario.stall)
            card = next(c for c in found if c.stall.number == scenario.stall)
            stall, market = card.stall.id, card.market.id
        visit, _ = workspace.inspections.new(
            CHECKLIST, party=party.id, market=market, stall=stall, officers=self._officers
        )
        return visit

    def _fill_in(self, visit: str, scenario: Scenario) -> None:
        answering = self._workspace.answering
        self._answer(visit, scenario.shop, "")
        cards = [""]
        for answers in scenario.cards:
            card, _ = answering.add_card(visit, "product")
            cards.append(card)
            self._answer(visit, answers, card)
        for item, facts in scenario.suspicions.items():
            answering.write_suspicion(visit, self._suspicion(visit, _address(item, cards)), facts=facts)
        for line in scenario.goods:
            said = {k: v for k, v in line.items() if k != "item"}
            answering.add_goods(visit, self._suspicion(visit, _address(line["item"], cards)), **said)
        for number, shot in enumerate(scenario.shots, 1):
            taken_at = self._workspace.clock.now()
            content = photograph(shot.scene, taken_at=taken_at, orientation=shot.orientation)
            arrival = Arrival(content, f"IMG_{taken_at:%Y%m%d_%H%M%S}_{number}.jpg", Source.DIALOG)
            self._workspace.photos.add(visit, arrival, item=_address(shot.item, cards))

    def _answer(self, visit: str, answers: Answers, card: str) -> None:
        """Facts first, since they say which items count."""
        answering = self._workspace.answering
        at = f"{card}/" if card else ""
        for name, fact in answers.facts.items():
            answering.answer(visit, f"{at}{name}", fact=fact)
        for line in self._lines(visit, card):
            mark = answers.marks.get(line.item.name, answers.marks.get("rest"))
            if line.item.marked and mark:
                answering.answer(visit, line.address, mark=Mark(mark), note=answers.notes.get(line.item.name))

    def _lines(self, visit: str, card: str) -> list[Line]:
        inspection = self._workspace.inspections.read(visit)
        checklists = self._workspace.checklists
        template = checklists.template(inspection.visit.checklist_digest)
        evaluated = checklists.sheet(inspection).evaluated
        sections = checklist.visible(template, inspection.answered, evaluated)
        if not card:
            return [line for section in sections for line in section.lines]
        return [line for s in sections for c in s.cards if c.card.id == card for line in c.lines]

    def _suspicion(self, visit: str, address: str) -> str:
        found = self._workspace.inspections.read(visit).suspicion_on(address)
        if found is None:
            raise LookupError(f"no suspicion on {address}")
        return found.id

    def _conclude(self, visit: str, scenario: Scenario) -> None:
        """The legal elements, 定稿 and the print for signature. The party's words stay empty: they are the party's."""
        workspace = self._workspace
        facts: dict[str, Any] = {
            "subject": scenario.subject,
            "certificates_shown": True,
            "rights_told": True,
            "person_present": scenario.present,
            "suspended": scenario.suspended or None,
            "video": scenario.video or None,
            **{f"witness_{name}": value for name, value in scenario.witness.items()},
        }
        workspace.inspections.set(visit, **facts)
        workspace.inspections.offer_attendance(visit, scenario.attendance)
        if scenario.attendance_note:
            workspace.inspections.set(visit, attendance_note=scenario.attendance_note)
        workspace.inspections.set(visit, ended_at=workspace.clock.now())
        workspace.records.finalise(visit)
        workspace.documents.printed(visit)

    def _sign(self, visit: str, scenario: Scenario) -> None:
        records = self._workspace.records
        refused = scenario.attendance is Attendance.REFUSED
        records.note_ink(visit, InkRole.PARTY, scenario.present.partition("，")[0], refused=refused)
        if scenario.witness:
            records.note_ink(visit, InkRole.WITNESS, scenario.witness["name"])
        for officer in self._officers:
            records.note_ink(visit, InkRole.OFFICER, officer)


def _address(item: str, cards: list[str]) -> str:
    """`1/item` as the address on the first card; `item` as it is."""
    number, slash, name = item.partition("/")
    return f"{cards[int(number)]}/{name}" if slash else item
