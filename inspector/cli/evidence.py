"""evidence add|list|verify: originals as they came."""

from pathlib import Path

import click

from inspector.cli import acting, naming
from inspector.cli.acting import by_officer
from inspector.cli.session import Session
from inspector.cli.telling import Exit, Progress
from inspector.cli.verbs import PATH, noun, option

EVIDENCE = noun("evidence")


@EVIDENCE.verb("add")
@click.argument("visit")
@click.argument("files", metavar="FILE...", type=PATH, nargs=-1, required=True)
@option("--item", default="", metavar="ADDRESS")
@option("--caption", default="")
@option("--scan", is_flag=True)
@by_officer
def add(
    session: Session,
    visit: str,
    files: tuple[Path, ...],
    item: str,
    caption: str,
    as_: str | None,
    pin_file: Path | None,
    *,
    scan: bool,
) -> Exit:
    from functools import partial

    from inspector.evidence.intake import Arrival, Source

    with acting.opened(session, as_, pin_file) as workspace, Progress(session.tell) as report:
        item = naming.item(session, workspace, workspace.inspections.read(visit), item) if item else ""
        photos = workspace.photos
        arrivals = [partial(Arrival.of_file, path, Source.SCAN if scan else Source.CLI) for path in files]
        if scan:
            added = photos.add_scans(visit, arrivals, report=report)
        else:
            added = photos.add_all(visit, arrivals, item=item, caption=caption, report=report)
        for _, facts in added.photos:
            photos.copies.develop(facts.sha256)
    given = [
        {"id": e, "sha256": facts.sha256, "name": facts.original_name, "known": known}
        for found, known in ((added.photos, False), (added.known, True))
        for e, facts in found
    ]
    lines = [f"{facts.sha256}  {facts.original_name}" for _, facts in added.photos]
    lines += [session.tell.word("photo_known", name=facts.original_name) for _, facts in added.known]
    session.tell.give(given, lines)
    for trouble in added.unread:
        session.tell.trouble(trouble)
    return Exit.TROUBLE if added.unread else Exit.DONE


@EVIDENCE.verb("list")
@click.argument("visit")
def list_(session: Session, visit: str) -> None:
    with session.opened() as workspace:
        inspection = workspace.inspections.read(visit)
    photos = inspection.photos
    tell = session.tell
    given = [
        {
            "id": p.id,
            "sha256": p.sha256,
            "sm3": p.sm3,
            "size_bytes": p.size_bytes,
            "item": p.item,
            "caption": p.caption,
            "name": p.facts.get("original_name", ""),
            "claims": p.facts.get("claims", {}),
            "originality": p.facts.get("originality", []),
        }
        for p in photos
    ]
    rows = [
        (
            p.sha256[:16],
            f"{p.size_bytes:,}",
            p.facts.get("original_name", ""),
            naming.short(inspection, p.item),
            "".join(tell.word(doubt) for doubt in p.facts.get("originality", [])),
        )
        for p in photos
    ]
    headings = ["cli_sha256", "cli_size_bytes", "cli_file", "cli_item", "cli_doubt"]
    tell.give(given, tell.table(headings, rows))


@EVIDENCE.verb("verify")
def verify(session: Session) -> Exit:
    with session.opened() as workspace, Progress(session.tell) as report:
        found = workspace.photos.verify(report)
    tell = session.tell
    bad = [{"sha256": sha256, "code": code} for sha256, code in found.bad]
    lines = [f"{sha256}  {tell.word(code, sha256=sha256[:16])}" for sha256, code in found.bad]
    summary = tell.word("cli_verified", checked=found.checked, bad=len(found.bad), absent=len(found.absent))
    given = {"ok": found.ok, "checked": found.checked, "bad": bad, "absent": list(found.absent)}
    tell.give(given, [summary, *lines])
    return Exit.DONE if found.ok else Exit.PROBLEMS
