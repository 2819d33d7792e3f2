"""The work that is killed: run as a program, it says on standard output what has been acknowledged.

`python work.py SCENARIO WORKSPACE [ARGUMENT]`
"""

import sys
from pathlib import Path

from desk import lines, pins, reopened

from inspector.checklist import Mark
from inspector.evidence.intake import Arrival, Source

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")


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


def say(*words: str) -> None:
    print("ack", *words, flush=True)  # noqa: T201  (the test reads it)


if __name__ == "__main__":
    {"answer": answer, "photo": photo, "lock": lock}[sys.argv[1]](*(Path(a) for a in sys.argv[2:]))
