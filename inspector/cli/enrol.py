"""enrol request|approve|accept: how a laptop joins its office, by two files and two people who compare fingerprints."""

import sys
from pathlib import Path

import click

from inspector.cli.session import Session
from inspector.cli.telling import Progress
from inspector.cli.verbs import PATH, noun, option
from inspector.errors import Code, Trouble

ENROL = noun("enrol")


@ENROL.verb("request")
@click.argument("folder", metavar="FOLDER", type=PATH)
def request(session: Session, folder: Path) -> None:
    with session.opened() as workspace:
        path = workspace.exchange.request(folder)
        fingerprint = workspace.exchange.fingerprint
    tell = session.tell
    given = {"request": str(path), "fingerprint": fingerprint}
    tell.give(given, tell.facts([("cli_request", path), ("cli_fingerprint", fingerprint)]))


@ENROL.verb("approve")
@click.argument("request_file", metavar="REQUEST", type=PATH)
@click.argument("folder", metavar="FOLDER", type=PATH, required=False)
@option("--fingerprint", metavar="FINGERPRINT")
def approve(session: Session, request_file: Path, folder: Path | None, fingerprint: str | None) -> None:
    with session.opened() as workspace, Progress(session.tell) as report:
        asked = workspace.exchange.read_request(request_file)
        officers = "、".join(o.name for o in asked.officers)
        _compare(session, request_file, f"{asked.name} {officers}", asked.fingerprint, fingerprint)
        exported = workspace.exchange.approve(request_file, folder or request_file.parent, report)
        own = workspace.exchange.fingerprint
    tell = session.tell
    given = {"answer": str(exported.path), "device": asked.device, "fingerprint": own}
    tell.give(given, tell.facts([("cli_answer", exported.path), ("cli_fingerprint", own)]))


@ENROL.verb("accept")
@click.argument("answer_file", metavar="ANSWER", type=PATH)
@option("--fingerprint", metavar="FINGERPRINT")
def accept(session: Session, answer_file: Path, fingerprint: str | None) -> None:
    with session.opened() as workspace, Progress(session.tell) as report:
        answer = workspace.exchange.read_answer(answer_file)
        _compare(session, answer_file, f"{answer.bureau} {answer.name}", answer.fingerprint, fingerprint)
        workspace.exchange.accept(answer_file, report)
    tell = session.tell
    given = {"office": answer.office, "bureau": answer.bureau, "name": answer.name}
    tell.give(given, [tell.word("cli_joined", bureau=answer.bureau, name=answer.name)])


def _compare(session: Session, path: Path, who: str, found: str, given: str | None) -> None:
    """Holds the fingerprint against the one that was told by the other desk; on a terminal a person may do so instead.

    Raises:
        Trouble: ENROLMENT_FOREIGN when they differ.
        UsageError: when nothing was given and nobody is there to compare.
        Abort: when the person says that they do.
    """
    if given is not None:
        if "".join(given.split()).lower() != found.replace(" ", ""):
            raise Trouble(Code.ENROLMENT_FOREIGN, path=str(path))
        return
    if not sys.stdin.isatty():
        raise click.UsageError(session.tell.word("cli_fingerprint_missing", who=who))
    click.confirm(session.tell.word("cli_ask_fingerprint", who=who, fingerprint=found), abort=True, err=True)
