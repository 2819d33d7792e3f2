"""What the first-run page found out, and how a workspace is made of it."""

import json
import shutil
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from inspector import paths
from inspector.paths import WorkspacePlaces
from inspector.progress import Report, silent

if TYPE_CHECKING:
    from inspector.workspace import Workspace


@dataclass(frozen=True)
class NewOfficer:
    """An officer as typed into the form; the PIN goes no further than into the key that it wraps."""

    name: str
    certificate: str
    valid_from: date | None = None
    valid_to: date | None = None
    pin: str = field(default="", repr=False)


@dataclass(frozen=True)
class Answers:
    """All that the form asks; `role` is laptop or office."""

    role: str
    bureau: str
    station: str
    desk: str
    officers: tuple[NewOfficer, ...]
    folder: Path
    passphrase: str = field(repr=False)


class DemoPlaces(Protocol):
    """What the demonstration tells of itself when it is built: its laptops, and the words that open them."""

    @property
    def laptops(self) -> Sequence[Path]: ...
    @property
    def passphrase(self) -> str: ...
    @property
    def pins(self) -> Mapping[str, str]: ...


class DemoBuilder(Protocol):
    """Builds the demonstration (演示) below *folder*."""

    def __call__(self, folder: Path, report: Report) -> DemoPlaces: ...


DEMO_NOTE = "demonstration.json"
"""Beside the desks of a demonstration: the words that open them, which are no secret."""


def leave_demo_note(folder: Path, places: DemoPlaces) -> None:
    """Keeps the words of the demonstration in *folder*, so that it can be opened another day."""
    words = {"passphrase": places.passphrase, "pins": dict(places.pins)}
    (folder / DEMO_NOTE).write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")


def read_demo_note(desk: Path) -> tuple[str, dict[str, str]] | None:
    """The passphrase and the PINs by name of the demonstration that *desk* belongs to, if it belongs to one."""
    try:
        match json.loads((desk.parent / DEMO_NOTE).read_text(encoding="utf-8")):
            case {"passphrase": str(passphrase), "pins": dict(pins)}:
                return passphrase, pins
    except (OSError, ValueError):
        return None
    return None


def free_folder(name: str) -> Path:
    """A folder of that name, or of that name with a number, in which there is no workspace yet."""
    base = paths.home() / "workspaces"
    number = 1
    while (found := base / (name if number == 1 else f"{name}-{number}")).exists():
        if WorkspacePlaces(found).is_unfinished:
            break
        number += 1
    return found


def make_workspace(answers: Answers, report: Report) -> "Workspace":
    """Makes the workspace with its officers and signs the first of them in. What fails leaves no folder behind.

    Raises:
        Trouble: as `Workspace.create` and `Officers.add` do.
    """
    from inspector.workspace import Role, Setup, Workspace

    steps = len(answers.officers) + 2
    report(0, steps, "")
    setup = Setup(Role(answers.role), answers.desk, answers.bureau, answers.station)
    workspace = Workspace.create(answers.folder, setup, answers.passphrase)
    with ExitStack() as undone:
        undone.callback(shutil.rmtree, answers.folder)
        undone.callback(workspace.close)
        for number, new in enumerate(answers.officers):
            report(number + 1, steps, new.name)
            officer, _ = workspace.officers.add(
                new.name,
                new.certificate,
                new.pin,
                valid_from=new.valid_from,
                valid_to=new.valid_to,
                station=answers.station,
            )
            if number == 0:
                workspace.officers.sign_in(officer, new.pin)
        report(steps, steps, "")
        undone.pop_all()
    return workspace


def open_workspace(folder: Path, passphrase: str, report: Report = silent) -> "Workspace":
    """Opens a workspace; the domain is imported here, so that the window stands before it is."""
    from inspector.workspace import Workspace

    return Workspace.open(folder, passphrase, report=report)


def recover_workspace(folder: Path, key: str, passphrase: str, report: Report = silent) -> "Workspace":
    """Opens a workspace with the office's recovery key and puts it under a new passphrase."""
    from inspector.workspace import Workspace

    return Workspace.recover(folder, key, passphrase, report=report)


def warm_up() -> None:
    """Imports what opening a workspace needs (0.3 s), while the person is still typing."""
    import inspector.workspace  # noqa: F401
