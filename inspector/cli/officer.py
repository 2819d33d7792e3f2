"""officer add|list: who works at this desk."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from inspector.cli import acting
from inspector.cli.program import DAY
from inspector.cli.session import Session
from inspector.cli.verbs import NAME, PATH, noun, option

OFFICER = noun("officer")


@OFFICER.verb("add")
@click.argument("name", type=NAME)
@option("--certificate", type=NAME, required=True)
@option("--valid-from", type=DAY)
@option("--valid-to", type=DAY)
@option("--station", default="")
@option("--pin-file", type=PATH)
@option("--no-key", is_flag=True)
def add(
    session: Session,
    name: str,
    certificate: str,
    valid_from: datetime | None,
    valid_to: datetime | None,
    station: str,
    pin_file: Path | None,
    *,
    no_key: bool,
) -> None:
    with session.opened() as workspace:
        officer, _ = workspace.officers.add(
            name,
            certificate,
            "" if no_key else acting.pin(session, name, pin_file),
            valid_from=valid_from.date() if valid_from else None,
            valid_to=valid_to.date() if valid_to else None,
            station=station,
        )
    session.tell.give({"id": officer}, [officer])


@OFFICER.verb("list")
def list_(session: Session) -> None:
    with session.opened() as workspace:
        officers = workspace.officers.all()
        here = {o.id for o in workspace.officers.here()}
    tell = session.tell
    given = [
        {
            **asdict(o),
            "valid_from": o.valid_from and o.valid_from.isoformat(),
            "valid_to": o.valid_to and o.valid_to.isoformat(),
            "key_here": o.id in here,
        }
        for o in officers
    ]
    rows = [
        (o.id, o.name, o.certificate, o.valid_to or "", tell.word("cli_yes" if o.id in here else "cli_no"))
        for o in officers
    ]
    tell.give(
        given, tell.table(["cli_id", "cli_name", "cli_certificate", "cli_valid_to", "cli_key_here"], rows)
    )
