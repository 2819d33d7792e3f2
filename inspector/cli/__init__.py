"""The command line (命令行): the façade for scripts and clerks, without a display.

Vocabulary: *noun* and *verb* (`inspection list`), *session* (one call with the options for all), *teller* (text or JSON).
Promise: exit code 0 done, 1 the check found problems, 2 wrong use, 3 trouble; never a traceback for trouble; results on
stdout and all else on stderr; no passphrase and no PIN on the line. Heavy modules are imported by the verbs that need
them, so that `--help` and `identify` answer at once.
"""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

import click

from inspector.cli.bundle import BUNDLE
from inspector.cli.checklist import CHECKLIST
from inspector.cli.document import DOCUMENT
from inspector.cli.enrol import ENROL
from inspector.cli.evidence import EVIDENCE
from inspector.cli.inspection import INSPECTION
from inspector.cli.officer import OFFICER
from inspector.cli.party import PARTY
from inspector.cli.program import PROGRAM
from inspector.cli.session import Session
from inspector.cli.telling import Exit
from inspector.errors import Code, Trouble
from inspector.progress import Cancelled

for noun in (CHECKLIST, PARTY, OFFICER, INSPECTION, EVIDENCE, DOCUMENT, BUNDLE, ENROL):
    PROGRAM.add_command(noun)


def main(argv: Sequence[str]) -> int:
    """Does what the words say; returns the exit code."""
    _open_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a console without Chinese still gets its lines
            stream.reconfigure(errors="replace")
    session = Session()
    try:
        return _done(session, argv)
    except click.UsageError as error:
        session.as_json = session.as_json or "--json" in argv
        _wrong_use(session, error)
        return Exit.WRONG_USE
    except Trouble as trouble:
        session.tell.trouble(trouble)
        if trouble.code is Code.OUTPUT_FAILED:
            _forget_output()
        return Exit.TROUBLE
    except (KeyboardInterrupt, click.Abort, Cancelled):
        return Exit.INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return Exit.PIPE_BROKEN


def _open_streams() -> None:
    """Gives nothing to read from, and nowhere to write to, in the place of a stream that the caller has closed.

    Otherwise the next file that is opened, such as the database, would take its place.
    """
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            if nowhere != number:
                os.dup2(nowhere, number)
                os.close(nowhere)
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115  (stays)


def _forget_output() -> None:
    """What is left in the buffer would complain once more at the end of the process."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _done(session: Session, argv: Sequence[str]) -> int:
    """Does it; not by `PROGRAM.main`, which has its own ways with Ctrl-C and broken pipes."""
    try:
        with PROGRAM.make_context("inspector", list(argv), obj=session) as context:
            code: int | None = PROGRAM.invoke(context)
    except click.exceptions.Exit as end:  # --help
        code = end.exit_code
    return code or Exit.DONE


def _wrong_use(session: Session, error: click.UsageError) -> None:
    tell = session.tell
    match error:
        case click.exceptions.NoArgsIsHelpError():
            message = error.format_message()
        case click.NoSuchOption(option_name=name):
            message = tell.word("cli_no_such_option", name=name)
        case click.MissingParameter(param=click.Parameter() as parameter):
            message = tell.word("cli_missing", name=_named(parameter))
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices)) as parameter):
            message = tell.word("cli_one_of", name=_named(parameter), known=", ".join(choices))
        case click.BadParameter(param=click.Parameter() as parameter):
            message = tell.word("cli_bad_value", name=_named(parameter), found=error.message)
        case _:
            message = error.format_message()
    if error.ctx is not None and not isinstance(error, click.exceptions.NoArgsIsHelpError):
        message += "\n" + tell.word("cli_see_help", path=error.ctx.command_path)
    tell.refuse("usage", message)


def _named(parameter: click.Parameter) -> str:
    """The option or argument as it stands in the usage line."""
    if isinstance(parameter, click.Option):
        return parameter.opts[0]
    return (parameter.metavar or parameter.name or "").upper()
