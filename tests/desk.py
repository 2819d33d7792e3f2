"""Desks for tests: a laptop with two officers, and a visit brought to any of its stages. Only what matters is said."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from inspector import checklist
from inspector.checklist import Line, Mark
from inspector.crypto.wrapping import FLOOR
from inspector.evidence.intake import Arrival, Source
from inspector.inspection.record import Attendance
from inspector.inspection.registry import Party
from inspector.inspection.visit import InkRole
from inspector.workspace import Role, Setup, Workspace

PASSPHRASE = "黄连三月开花 2026"
PINS = {"谭𬭎": "135790", "马晓棠": "246801"}


def a_laptop(folder: Path, name: str = "南宾所一号机") -> Workspace:
    """A laptop with two officers, the first of them signed in."""
    setup = Setup(Role.LAPTOP, name, "石柱土家族自治县市场监督管理局", "南宾市场监管所")
    workspace = Workspace.create(folder, setup, PASSPHRASE, cost=FLOOR)
    for number, (officer_name, pin) in enumerate(PINS.items(), 1):
        officer, _ = workspace.officers.add(
            officer_name, f"5002400{number}", pin, valid_to=date(2030, 12, 31)
        )
        if number == 1:
            workspace.officers.sign_in(officer, pin)
    return workspace


def an_office(folder: Path) -> Workspace:
    return Workspace.create(
        folder, Setup(Role.OFFICE, "知识产权科", "石柱土家族自治县市场监督管理局"), PASSPHRASE, cost=FLOOR
    )


def reopened(folder: Path) -> Workspace:
    """A workspace opened again, its first officer signed in, as after a crash."""
    workspace = Workspace.open(folder, PASSPHRASE)
    for officer in workspace.officers.here():
        if officer.name == next(iter(PINS)):
            workspace.officers.sign_in(officer.id, PINS[officer.name])
    return workspace


def a_party(workspace: Workspace, name: str = "石柱县康宁大药房") -> str:
    party, _ = workspace.registry.add(
        Party(
            name=name,
            uscc="91500240MA5U000119",
            address="重庆市石柱县南宾街道新开路12号",
            phone="13800004321",
        )
    )
    return party


def a_visit(workspace: Workspace, party: str = "") -> str:
    """A draft at a shop, with both officers and one product card."""
    officers = [o.id for o in workspace.officers.here()]
    visit, _ = workspace.inspections.new("mask_shop", party=party or a_party(workspace), officers=officers)
    workspace.answering.add_card(visit, "product")
    return visit


def lines(workspace: Workspace, visit: str) -> tuple[Line, ...]:
    """The items that show now, in order."""
    inspection = workspace.inspections.read(visit)
    template = workspace.checklists.template(inspection.visit.checklist_digest)
    sections = checklist.visible(template, inspection.answered, workspace.inspections.sheet(visit).evaluated)
    return tuple(
        line for s in sections for line in (*s.lines, *(inner for card in s.cards for inner in card.lines))
    )


def marked(workspace: Workspace, visit: str, mark: Mark = Mark.CLEAR) -> None:
    """Every item that takes a mark, answered."""
    for line in lines(workspace, visit):
        if line.item.marked:
            workspace.answering.answer(visit, line.address, mark=mark)


def told(workspace: Workspace, visit: str) -> None:
    """The legal elements that are facts of the visit."""
    workspace.inspections.set(
        visit,
        certificates_shown=True,
        rights_told=True,
        person_present="向某，店主",
        ended_at=workspace.clock.now() + timedelta(minutes=20),
    )
    workspace.inspections.offer_attendance(visit, Attendance.PRESENT)


def final(workspace: Workspace, visit: str) -> bytes:
    """定稿待签, and printed."""
    workspace.records.finalise(visit)
    return workspace.documents.printed(visit)


def signed(workspace: Workspace, visit: str) -> None:
    """Everybody's ink on the print, the scan to follow."""
    workspace.records.note_ink(visit, InkRole.PARTY, "向某")
    for officer in workspace.inspections.read(visit).visit.officers:
        workspace.records.note_ink(visit, InkRole.OFFICER, officer)
    workspace.records.expect_scan(visit, pending=True)


def pins(workspace: Workspace) -> Iterable[tuple[str, str]]:
    return [(o.id, PINS[o.name]) for o in workspace.officers.here()]


def a_signed_visit(workspace: Workspace, *, suspect: bool = False, photos: Iterable[bytes] = ()) -> str:
    """A visit that lacks nothing but the lock."""
    visit = a_visit(workspace)
    marked(workspace, visit)
    suspicious = next(line.address for line in lines(workspace, visit) if line.card and line.item.marked)
    if suspect:
        workspace.answering.answer(visit, suspicious, mark=Mark.SUSPECT)
        suspicion = workspace.inspections.read(visit).suspicions[0]
        workspace.answering.write_suspicion(
            visit, suspicion.id, facts="货架上有口罩20盒，包装上未见注册证编号。"
        )
        workspace.answering.add_goods(
            visit, suspicion.id, name="口罩", quantity="20", unit="盒", unit_price="35.50"
        )
    for number, content in enumerate(photos, 1):
        workspace.photos.add(visit, Arrival(content, f"IMG_{number}.jpg", Source.CLI), item=suspicious)
    told(workspace, visit)
    final(workspace, visit)
    signed(workspace, visit)
    return visit


def a_locked_visit(workspace: Workspace, **said: object) -> str:
    visit = a_signed_visit(workspace, **said)  # type: ignore[arg-type]
    workspace.records.lock(visit, pins(workspace))
    return visit
