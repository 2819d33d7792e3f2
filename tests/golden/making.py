"""Makes what today's program stores, to be read by every later one: `python -m tests.golden.making`.

Only ever made anew in a folder of its own, beside a new format number: what was once released has to be read for ever.
"""

import json
import os
import tempfile
from dataclasses import replace
from pathlib import Path

from inspector import ids
from inspector.crypto import sealing
from inspector.crypto.sealing import Identity
from inspector.crypto.signing import SigningKey
from inspector.journal import lock
from inspector.journal.commit import Chain, SignedHead, head_statement
from inspector.journal.roster import device_of
from inspector.journal.segment import Segment
from inspector.sync import bundle
from inspector.sync.contents import Contents
from inspector.sync.header import Header, Part, Sender, Vouched
from inspector.workspace import Workspace
from tests.desk import a_laptop, a_locked_visit

FOLDER = Path(__file__).parent / "format-1"
KEY = SigningKey.from_seed(bytes(range(32)))
"""Of the one who sends the bundle; the laptop's own key stays where it is."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INSPECTOR_HOME"] = f"{folder}/home"
        with a_laptop(Path(folder) / "laptop") as laptop:
            visit = a_locked_visit(laptop, suspect=True, photos=[b"\xff\xd8\xff a photo"])
            _write(laptop, visit)


def _write(laptop: Workspace, visit: str) -> None:
    (chain,) = laptop.store.chains.all()
    commits = [c for piece in laptop.store.chains.stored(*chain.key, 0) for c in piece.read()]
    segment = Segment.of(Chain(*chain.key), commits)
    inspection, state = laptop.inspections.read(visit), laptop.store.things.state(visit)
    assert inspection.version is not None
    said: dict[str, object] = {
        "start": str(segment.start),
        "end": str(segment.end),
        "lines": ids.sha256(b"\n".join(ids.canonical(c.to_json()) for c in commits)),
        "operations": ids.sha256("\n".join(o.digest for c in commits for o in c.operations).encode()),
        "visit": visit,
        "state": state.digest,
        "locked": str(state.locked),
        "version": inspection.version.digest,
        "statement": ids.sha256(
            lock.statement(visit, inspection.sealed, {p.sha256 for p in inspection.photos})
        ),
    }
    reader = Identity.generate()
    said |= {"reader": reader.text, "bundle": _bundle(segment, reader)}
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "segment").write_bytes(segment.body)
    (FOLDER / "record.json").write_bytes(ids.canonical(dict(inspection.version.record)))
    (FOLDER / "expected.json").write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")


def _bundle(segment: Segment, reader: Identity) -> str:
    """A bundle with the chain of its sender, which says what the laptop has said; its digest."""
    own = Chain(device_of(KEY.public), 1)
    commits, at = [], own
    for commit in segment.commits():
        commits.append(replace(commit, device=at.device, epoch=at.epoch, seq=at.seq + 1, previous=at.head))
        at = commits[-1].chain
    inside = sealing.encrypt(Contents((Segment.of(own, commits),)).pack(), [reader.recipient])
    signed = SignedHead(at, KEY.sign(head_statement(at)))
    header = Header(
        bundle="0" * 32, circle="0" * 32, sender=Sender(at.device, KEY.public, at.epoch, at.seq),
        recipients=(reader.recipient,), created="2026-11-22T09:00:00+08:00", prerequisites={},
        ranges={at.key: (1, at.seq)}, heads={at.key: Vouched(signed, KEY.public)}, held=(at,), frozen=(),
        branches=(), parts=(Part("journal-1", len(inside), ids.sha256(inside)),), blobs=(),
    )  # fmt: skip
    (FOLDER / "sent.bundle").write_bytes(b"".join(bundle.written(header, [inside], KEY)))
    return header.digest


if __name__ == "__main__":
    main()
