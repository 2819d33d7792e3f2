"""In whose name a verb writes: `--as OFFICER` with a PIN that never stands on the line."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector.cli import naming
from inspector.cli.session import Session, secret
from inspector.cli.verbs import PATH, option

if TYPE_CHECKING:
    from inspector.workspace import Workspace


def by_officer(verb: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options that say who acts."""
    verb = option("--pin-file", type=PATH)(verb)
    return option("--as", "as_", metavar="OFFICER")(verb)


@contextmanager
def opened(session: Session, acting: str | None, pin_file: Path | None) -> Iterator["Workspace"]:
    """The workspace, with the officer signed in who acts; without one it is the desk that writes.

    Raises:
        Trouble: as `Workspace.open` and `Officers.sign_in` do.
    """
    with session.opened() as workspace:
        if acting:
            officer = naming.officer(session, workspace, acting)
            workspace.officers.sign_in(officer.id, pin(session, officer.name, pin_file))
        yield workspace


def pin(session: Session, name: str, pin_file: Path | None) -> str:
    """An officer's PIN, from a file or typed on the terminal."""
    return secret(pin_file) if pin_file else session.asked("cli_ask_pin", name=name)
