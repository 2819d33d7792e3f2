"""checklist list|check: what a visit can begin with, and whether a checklist file is right."""

from pathlib import Path

import click

from inspector.cli.session import Session
from inspector.cli.telling import Exit
from inspector.cli.verbs import PATH, noun
from inspector.errors import Code, Trouble

CHECKLIST = noun("checklist")


@CHECKLIST.verb("list")
def list_(session: Session) -> None:
    """With a workspace what its visits begin with, which the office may have published; else what is shipped."""
    from inspector.checklist import shipped

    if session.has_workspace:
        with session.opened() as workspace:
            found = workspace.checklists.current()
    else:
        found = shipped()
    tell = session.tell
    given = [{"id": s.id, "title": s.title, "version": s.version, "items": s.items} for s in found]
    rows = [(s.id, s.title.get(tell.language, s.id), s.version, s.items) for s in found]
    tell.give(given, tell.table(["cli_id", "cli_title", "cli_version", "cli_items"], rows))


@CHECKLIST.verb("check")
@click.argument("checklist_file", metavar="FILE", type=PATH)
def check(session: Session, checklist_file: Path) -> Exit:
    from inspector.checklist import read

    tell = session.tell
    try:
        template = read(checklist_file)
    except Trouble as trouble:
        if trouble.code is not Code.CHECKLIST_INVALID:
            raise
        mistakes = trouble.problems
        tell.give(
            {"ok": False, "problems": tell.problems(mistakes)},
            [tell.word(trouble.code, **trouble.context), *tell.listed(mistakes)],
        )
        return Exit.PROBLEMS
    tell.give(
        {"ok": True, "problems": []},
        [tell.word("cli_checklist_ok", id=template.id, items=len(template.items))],
    )
    return Exit.DONE
