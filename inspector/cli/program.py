"""The verbs without a noun: init, demo, check, identify."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from inspector.cli.session import Session
from inspector.cli.telling import Exit, Progress
from inspector.cli.verbs import NAME, PATH, Noun, noun, option

PROGRAM: Noun = noun("inspector")

DAY = click.DateTime(["%Y-%m-%d"])


@PROGRAM.verb("init")
@click.argument("folder", metavar="DIR", type=PATH)
@option("--role", type=click.Choice(["laptop", "office"]), required=True)
@option("--name", type=NAME, required=True, help="option_desk_name")
@option("--bureau", default="")
@option("--station", default="")
def init(session: Session, folder: Path, role: str, name: str, bureau: str, station: str) -> None:
    from inspector.workspace import Role, Setup, Workspace

    setup = Setup(Role(role), name, bureau, station)
    with Workspace.create(folder, setup, session.passphrase(new=True)) as workspace:
        made = {
            "workspace": str(folder.resolve()),
            "device": workspace.device,
            "role": role,
            "recovery_key": workspace.recovery_key,
        }
    lines = [session.tell.word("cli_made", **made)]
    if made["recovery_key"]:
        lines += [made["recovery_key"], session.tell.word("cli_recovery_key")]
    session.tell.give(made, lines)


@PROGRAM.verb("demo")
@click.argument("folder", metavar="DIR", type=PATH)
@option("--headless", is_flag=True)
def demo(session: Session, folder: Path, *, headless: bool) -> None:
    from inspector.demo import build, run_main_job

    with Progress(session.tell) as report:
        places = build(folder.resolve(), report)
        made = run_main_job(places, report) if headless else None
    if made is not None:
        session.tell.give_json({name: str(path) for name, path in asdict(made).items()})
        return
    told = {
        "office": str(places.office),
        "laptops": [str(laptop) for laptop in places.laptops],
        "passphrase": places.passphrase,
        "pins": dict(places.pins),
    }
    lines = [
        *session.tell.facts(
            [
                ("cli_office", places.office),
                *(("cli_laptop", laptop) for laptop in places.laptops),
                ("cli_passphrase", places.passphrase),
                ("cli_file", places.readme),
            ]
        ),
        *session.tell.table(["cli_officer", "cli_pin"], places.pins.items()),
    ]
    session.tell.give(told, lines)


@PROGRAM.verb("check")
@option("--full", is_flag=True)
def check(session: Session, *, full: bool) -> Exit:
    with session.opened() as workspace, Progress(session.tell) as report:
        health = workspace.check(full=full, report=report)
    tell = session.tell
    found = {
        "ok": health.ok,
        "inspections": health.inspections,
        "locked": health.locked,
        "evidence": health.evidence,
        "operations": health.operations,
        "state_digest": health.state_digest,
        "journal_digest": health.journal_digest,
        "problems": tell.problems(health.problems),
    }
    lines = tell.facts((f"cli_{name}", found[name]) for name in list(found)[1:-1])
    tell.give(
        found,
        [tell.word("cli_check_ok" if health.ok else "cli_check_bad"), *lines, *tell.listed(health.problems)],
    )
    return Exit.DONE if health.ok else Exit.PROBLEMS


@PROGRAM.verb("identify")
@click.argument("text")
@option("--kind", type=click.Choice(["uscc", "patent", "device_registration", "ppe_standard"]))
@option("--on", type=DAY)
def identify(session: Session, text: str, kind: str | None, on: datetime | None) -> Exit:
    """A standard is judged for goods made on the day, if one is given; everything else for that day, or today."""
    from inspector.clock import SystemClock
    from inspector.identifiers import readout, recognition
    from inspector.identifiers.judgement import Judgement, Kind, Verdict
    from inspector.law import standards

    day = on.date() if on else None
    found = [f.judgement for f in standards.recognise(text, day)]
    if kind == Kind.PPE_STANDARD:
        judged: Sequence[Judgement] = [standards.judge(text, day)]
    else:
        today = SystemClock().now().date()
        judged = recognition.identify(text, Kind(kind) if kind else None, day or today)
    if kind is None and found:
        others = [j for j in judged if j.verdict is Verdict.VALID]
        judged = [*others, *found] if others else found
    tell = session.tell
    lines: list[str] = []
    for judgement in judged:
        lines.append(f"{readout.kind_name(judgement.kind, tell.language)}  {judgement.normalised}")
        said = (
            readout.headline(judgement, tell.language),
            readout.summary(judgement, tell.language),
            *readout.reasons(judgement, tell.language),
        )
        lines += [f"  {line}" for line in said if line]
    tell.give(
        [
            {
                "kind": judgement.kind,
                "verdict": judgement.verdict,
                "normalised": judgement.normalised,
                "problems": [
                    {"code": p.code, "message": message}
                    for p, message in zip(
                        judgement.problems, readout.reasons(judgement, tell.language), strict=True
                    )
                ],
                "facts": dict(judgement.facts),
            }
            for judgement in judged
        ],
        lines,
    )
    wrong = kind is not None and all(j.verdict in (Verdict.BAD_CHECKSUM, Verdict.BAD_FORMAT) for j in judged)
    return Exit.PROBLEMS if wrong else Exit.DONE
