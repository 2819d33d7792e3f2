"""The work that is killed: run as a program, it says on standard output what has been acknowledged.

`python work.py SCENARIO WORKSPACE`
"""

import sys
from pathlib import Path

from inspector.checklist import Mark
from inspector.evidence.intake import Arrival, Source
from inspector.storage import store as stores
from tests.desk import an_office, lines, pins, reopened

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")
"""The beginning and the end of a picture: enough for an original, which nobody decodes to keep it."""


def create(root: Path) -> None:
    """Makes an office."""
    an_office(root).close()
    say("made")


def answer(root: Path) -> None:
    """Answers every item of the draft, some of them twice."""
    with reopened(root) as workspace:
        visit = workspace.inspections.page(stage="draft")[0].id
        for mark in (Mark.CLEAR, Mark.NOT_APPLICABLE):
            for line in [each for each in lines(workspace, visit) if each.item.marked][:4]:
                workspace.answering.answer(visit, line.address, mark=mark)
                say(line.address, mark.value)


def photo(root: Path) -> None:
    """Takes three photos in and develops nothing."""
    with reopened(root) as workspace:
        visit = workspace.inspections.page(stage="draft")[0].id
        for number in range(3):
            entity, _ = workspace.photos.add(
                visit, Arrival(JPEG + bytes([number]), f"{number}.jpg", Source.CLI)
            )
            say(entity)


def lock(root: Path) -> None:
    """Locks the signed visit."""
    with reopened(root) as workspace:
        visit = workspace.inspections.page(stage="signed")[0].id
        workspace.records.lock(visit, pins(workspace))
        say(visit)


def export(root: Path) -> None:
    """Takes everything to the stick."""
    with reopened(root) as workspace:
        say(str(workspace.exchange.export(root.parent / "stick").path))


def take_in(root: Path) -> None:
    """The office takes in what lies on the stick and answers."""
    with reopened(root) as workspace:
        workspace.exchange.receive(root.parent / "stick")
        say(workspace.check().state_digest)


def say(*words: str) -> None:
    print("ack", *words, flush=True)  # noqa: T201  (the test reads it)


if __name__ == "__main__":
    # A transaction for each root: every run makes the same calls, however busy the machine is.
    stores.BATCH_S = 0
    WORK = {
        "create": create,
        "answer": answer,
        "photo": photo,
        "lock": lock,
        "export": export,
        "import": take_in,
    }
    WORK[sys.argv[1]](Path(sys.argv[2]))
