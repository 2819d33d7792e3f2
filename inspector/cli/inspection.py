"""inspection …: a visit from its beginning to the locked record. What is shown of it is in `showing`."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli import acting, naming, setting, showing
from inspector.cli.acting import by_officer
from inspector.cli.session import Session
from inspector.cli.telling import instant
from inspector.cli.verbs import PATH, noun, option
from inspector.errors import Code, Problem, Trouble

if TYPE_CHECKING:
    from inspector.inspection.inspection import Inspection

INSPECTION = noun("inspection")

MARKS = {"1": "clear", "2": "suspect", "3": "not_applicable", "0": "unchecked"}
"""The four answer keys of the window."""


@INSPECTION.verb("list")
@option("--stage", type=click.Choice(["draft", "final", "signed", "locked"]))
@option("--find", default="")
@option("--most", type=click.IntRange(1), default=50, show_default=True)
def list_(session: Session, stage: str | None, find: str, most: int) -> None:
    with session.opened() as workspace:
        found = (
            workspace.inspections.find(find, most)
            if find
            else workspace.inspections.page(stage=stage or "", most=most)
        )
    chosen = [v for v in found if v.stage == (stage or v.stage)]
    tell = session.tell
    rows = [
        (
            v.id,
            instant(v.started_at),
            tell.word(f"cli_stage_{v.stage}"),
            v.party_name,
            v.suspicions,
            v.photos,
        )
        for v in chosen
    ]
    headings = ["cli_id", "cli_started_at", "cli_stage", "cli_party", "cli_suspicions", "cli_photos"]
    tell.give([{**asdict(v), "officers": list(v.officers)} for v in chosen], tell.table(headings, rows))


@INSPECTION.verb("show")
@click.argument("visit")
def show(session: Session, visit: str) -> None:
    with session.opened() as workspace:
        shown = showing.shown(workspace, visit, session.tell)
    session.tell.give(*shown)


@INSPECTION.verb("new")
@option("--checklist", required=True, metavar="ID")
@option("--party", required=True)
@option("--officer", "officers", multiple=True, required=True)
@by_officer
def new(
    session: Session,
    checklist: str,
    party: str,
    officers: tuple[str, ...],
    as_: str | None,
    pin_file: Path | None,
) -> None:
    with acting.opened(session, as_, pin_file) as workspace:
        visit, _ = workspace.inspections.new(
            checklist,
            party=naming.party(session, workspace, party).id,
            officers=[naming.officer(session, workspace, o).id for o in officers],
        )
    session.tell.give({"id": visit}, [visit])


@INSPECTION.verb("set")
@click.argument("visit")
@click.argument("facts", metavar="FIELD=VALUE...", nargs=-1, required=True)
@by_officer
def set_(
    session: Session, visit: str, facts: tuple[str, ...], as_: str | None, pin_file: Path | None
) -> None:
    with acting.opened(session, as_, pin_file) as workspace:
        said = setting.read(session, workspace, facts)
        attendance = said.pop("attendance", None)
        workspace.inspections.set(visit, **said)
        if attendance is not None:  # its wordings are offered; one that was given stands over them
            workspace.inspections.offer_attendance(visit, attendance)
            workspace.inspections.set(
                visit, **{name: text for name, text in said.items() if name in setting.OFFERED}
            )
        missing = workspace.records.missing(visit)
    _give_missing(session, missing)


@INSPECTION.verb("card")
@click.argument("visit")
@click.argument("repeat", default="")
@by_officer
def card(session: Session, visit: str, repeat: str, as_: str | None, pin_file: Path | None) -> None:
    with acting.opened(session, as_, pin_file) as workspace:
        inspection = workspace.inspections.read(visit)
        repeats = list(workspace.checklists.template(inspection.visit.checklist_digest).repeats)
        if (repeat and repeat not in repeats) or not repeats:
            known = "、".join(repeats)
            raise click.UsageError(
                session.tell.word("cli_bad_value", name="REPEAT", found=repeat, known=known)
            )
        added, _ = workspace.answering.add_card(visit, repeat or repeats[0])
    session.tell.give({"card": added}, [added])


@INSPECTION.verb("answer")
@click.argument("visit")
@click.argument("address")
@click.argument("mark", metavar="[MARK]", type=click.Choice([*MARKS, *MARKS.values()]), required=False)
@option("--fact")
@option("--note")
@by_officer
def answer(
    session: Session,
    visit: str,
    address: str,
    mark: str | None,
    fact: str | None,
    note: str | None,
    as_: str | None,
    pin_file: Path | None,
) -> None:
    tell = session.tell
    if mark is None and fact is None and note is None:
        raise click.UsageError(tell.word("cli_missing", name="MARK | --fact | --note"))
    from inspector.checklist import Mark

    with acting.opened(session, as_, pin_file) as workspace:
        chosen = Mark(MARKS.get(mark, mark)) if mark else None
        address = naming.address(workspace.inspections.read(visit), address)
        workspace.answering.answer(visit, address, mark=chosen, fact=fact, note=note)
        problems = showing.problems_at(workspace, visit, address, tell.language)
        suspicion = workspace.inspections.read(visit).suspicion_on(address)
    given = {
        "address": address,
        "suspicion": suspicion.id if suspicion else "",
        "problems": tell.problems(problems),
    }
    tell.give(given, tell.listed(problems))


@INSPECTION.verb("suspicion")
@click.argument("visit")
@click.argument("address")
@option("--facts", required=True, help="option_suspicion_facts")
@by_officer
def suspicion(
    session: Session, visit: str, address: str, facts: str, as_: str | None, pin_file: Path | None
) -> None:
    with acting.opened(session, as_, pin_file) as workspace:
        found = _suspicion(workspace.inspections.read(visit), address)
        workspace.answering.write_suspicion(visit, found, facts=facts)
    session.tell.give({"suspicion": found}, [])


@INSPECTION.verb("goods")
@click.argument("visit")
@click.argument("address")
@option("--name", help="option_goods_name")
@option("--mark")
@option("--registration-number")
@option("--batch")
@option("--quantity")
@option("--unit")
@option("--unit-price")
@option("--source")
@by_officer
def goods(
    session: Session, visit: str, address: str, as_: str | None, pin_file: Path | None, **said: str | None
) -> None:
    with acting.opened(session, as_, pin_file) as workspace:
        owner = _suspicion(workspace.inspections.read(visit), address)
        given = {name: value for name, value in said.items() if value is not None}
        line, _ = workspace.answering.add_goods(visit, owner, **given)
    session.tell.give({"goods": line}, [])


@INSPECTION.verb("finalise")
@click.argument("visit")
@by_officer
def finalise(session: Session, visit: str, as_: str | None, pin_file: Path | None) -> None:
    with acting.opened(session, as_, pin_file) as workspace:
        workspace.records.finalise(visit)
        digest = workspace.records.version(visit)
    session.tell.give({"version_digest": digest}, [session.tell.word("cli_final", digest=digest[:16])])


@INSPECTION.verb("reopen")
@click.argument("visit")
@by_officer
def reopen(session: Session, visit: str, as_: str | None, pin_file: Path | None) -> None:
    with acting.opened(session, as_, pin_file) as workspace:
        workspace.records.reopen(visit)
        missing = workspace.records.missing(visit)
    _give_missing(session, missing)


@INSPECTION.verb("ink")
@click.argument("visit")
@click.argument("role", type=click.Choice(["party", "officer", "witness"]))
@click.argument("who")
@option("--refused", is_flag=True)
@option("--note", default="", help="option_ink_note")
@option("--video", default="", help="option_ink_video")
@by_officer
def ink(
    session: Session,
    visit: str,
    role: str,
    who: str,
    as_: str | None,
    pin_file: Path | None,
    *,
    refused: bool,
    note: str,
    video: str,
) -> None:
    from inspector.inspection.visit import InkRole

    with acting.opened(session, as_, pin_file) as workspace:
        signer = naming.officer(session, workspace, who).id if role == InkRole.OFFICER else who
        workspace.records.note_ink(visit, InkRole(role), signer, refused=refused, note=note, video=video)
        missing = workspace.records.missing(visit)
    _give_missing(session, missing)


@INSPECTION.verb("lock")
@click.argument("visit")
@option("--officer", "officers", multiple=True, required=True, help="option_lock_officer")
@option("--pin-file", "pin_files", type=PATH, multiple=True, help="option_lock_pin_file")
@option("--scan-later", is_flag=True)
def lock(
    session: Session, visit: str, officers: tuple[str, ...], pin_files: tuple[Path, ...], *, scan_later: bool
) -> None:
    tell = session.tell
    if pin_files and len(pin_files) != len(officers):
        raise click.UsageError(tell.word("cli_pin_files", officers=len(officers), files=len(pin_files)))
    with session.opened() as workspace:
        signers = [naming.officer(session, workspace, o) for o in officers]
        files: Iterable[Path | None] = pin_files or [None] * len(signers)
        pins = [(o.id, acting.pin(session, o.name, f)) for o, f in zip(signers, files, strict=True)]
        workspace.records.lock(visit, pins, scan_later=scan_later)
        digest = workspace.records.version(visit)
    tell.give({"version_digest": digest}, [tell.word("cli_locked_now", digest=digest[:16])])


def _suspicion(inspection: "Inspection", address: str) -> str:
    found = inspection.suspicion_on(naming.address(inspection, address))
    if found is None:
        raise Trouble(Code.THING_UNKNOWN, kind="suspicion", entity=address)
    return found.id


def _give_missing(session: Session, missing: tuple[Problem, ...]) -> None:
    """What still stands in the way of the next step: told, never a failure."""
    tell = session.tell
    lines = (
        [tell.word("cli_missing_elements"), *tell.listed(missing)] if missing else [tell.word("cli_complete")]
    )
    tell.give({"missing": tell.problems(missing)}, lines)
