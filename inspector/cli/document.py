"""document list|print: what a visit has on paper."""

import re
from pathlib import Path

import click

from inspector.cli import acting
from inspector.cli.acting import by_officer
from inspector.cli.session import Session
from inspector.cli.verbs import PATH, noun, option

DOCUMENT = noun("document")


@DOCUMENT.verb("list")
@click.argument("visit")
def list_(session: Session, visit: str) -> None:
    with session.opened() as workspace:
        found = workspace.documents.of(visit)
    rows = [(d.id, d.title) for d in found]
    given = [{"id": d.id, "title": d.title} for d in found]
    session.tell.give(given, session.tell.table(["cli_id", "cli_title"], rows))


@DOCUMENT.verb("print")
@click.argument("visit")
@click.argument("document", default="")
@option("--out", type=PATH, required=True)
@option("--pages", default="")
@option("--preview", is_flag=True)
@by_officer
def print_(
    session: Session,
    visit: str,
    document: str,
    out: Path,
    pages: str,
    as_: str | None,
    pin_file: Path | None,
    *,
    preview: bool,
) -> None:
    from inspector.evidence import durable

    chosen = _pages(session, pages)
    out = out.resolve()  # through a link to what it means, which is not replaced itself
    if out.exists() and not out.is_file():
        raise click.UsageError(session.tell.word("cli_not_file", path=out))
    with acting.opened(session, as_, pin_file) as workspace:
        made = workspace.documents.preview if preview else workspace.documents.printed
        content = made(visit, document, chosen)
    durable.write(out, [content])
    session.tell.give({"path": str(out), "size_bytes": len(content)}, [str(out)])


def _pages(session: Session, text: str) -> tuple[int, ...]:
    """`1,3-5` as page numbers."""
    found: list[int] = []
    for part in filter(None, text.split(",")):
        match = re.fullmatch(r"(\d{1,4})(?:-(\d{1,4}))?", part.strip())
        if match is None:
            raise click.UsageError(session.tell.word("cli_bad_value", name="--pages", found=part))
        found += range(int(match[1]), int(match[2] or match[1]) + 1)
    return tuple(found)
