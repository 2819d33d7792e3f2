"""bundle export|inspect|import: what travels on a stick, and the office's receipt for it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli.session import Session
from inspector.cli.telling import Exit, Progress, Teller
from inspector.cli.verbs import PATH, noun, option

if TYPE_CHECKING:
    from inspector.sync.outgoing import Exported

BUNDLE = noun("bundle")


@BUNDLE.verb("export")
@click.argument("folder", metavar="FOLDER", type=PATH)
@option("--to", multiple=True, metavar="DEVICE")
def export(session: Session, folder: Path, to: tuple[str, ...]) -> None:
    with session.opened() as workspace, Progress(session.tell) as report:
        exported = workspace.exchange.export(folder, report, to=to)
    session.tell.give(exported.to_json(), exported_lines(session.tell, exported))


@BUNDLE.verb("inspect")
@click.argument("bundle", metavar="FILE", type=PATH)
def inspect(session: Session, bundle: Path) -> None:
    with session.opened() as workspace:
        header = workspace.exchange.inspect(bundle)
        names = {d.id: d.name for d in workspace.exchange.devices()} if workspace.office else {}
    tell = session.tell
    size = sum(p.length for p in header.parts) + sum(b.length for b in header.blobs)
    given = {
        "bundle": header.bundle,
        "office": header.circle,
        "sender": header.sender.device,
        "created": header.created,
        "commits": header.commits,
        "evidence": len(header.blobs),
        "bytes": size,
        "needs": {f"{device}/{epoch}": seq for (device, epoch), seq in header.prerequisites.items()},
        "brings": {f"{d}/{epoch}": list(run) for (d, epoch), run in header.ranges.items()},
    }
    sender = names.get(header.sender.device, header.sender.device)
    lines = tell.facts(
        [
            ("cli_bundle", header.bundle),
            ("cli_sender", sender),
            ("cli_created", header.created),
            ("cli_commits", header.commits),
            ("cli_evidence", len(header.blobs)),
            ("cli_size_bytes", f"{size:,}"),
        ]
    )
    tell.give(given, lines)


@BUNDLE.verb("import")
@click.argument("path", metavar="FILE|FOLDER", type=PATH)
def import_(session: Session, path: Path) -> Exit:
    with session.opened() as workspace, Progress(session.tell) as report:
        intake = workspace.exchange.receive(path, report)
    tell = session.tell
    counts = (
        ("cli_applied", intake.applied),
        ("cli_skipped", intake.skipped),
        ("cli_parked", len(intake.parked)),
        ("cli_forks", len(intake.forks)),
        ("cli_refused", len(intake.refused)),
        ("cli_receipt", ", ".join(str(r.path) for r in intake.receipts)),
    )
    tell.give(intake.to_json(), [*tell.facts(counts), *tell.listed(intake.refused)])
    if intake.refused:
        return Exit.TROUBLE
    return Exit.PROBLEMS if intake.forks else Exit.DONE


def exported_lines(tell: Teller, exported: "Exported") -> list[str]:
    """Where a bundle lies, and whether its stick can be taken out."""
    return [
        tell.word(f"cli_bundle_{exported.state}", path=exported.path),
        *tell.facts(
            [
                ("cli_inspections", exported.records),
                ("cli_evidence", exported.photos),
                ("cli_size_bytes", f"{exported.size_bytes:,}"),
            ]
        ),
        *(tell.word("blob_missing", sha256=sha256[:16]) for sha256 in exported.missing),
    ]
