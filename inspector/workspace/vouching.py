"""接收回执: the office vouches for what it has, and sends its answer."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from inspector import ids
from inspector.errors import Code, Trouble
from inspector.inspection.visit import Receipt
from inspector.progress import Report
from inspector.sync import outgoing, receipts
from inspector.sync.circle import Circle
from inspector.sync.folder import Folder
from inspector.sync.importing import Imported
from inspector.sync.outgoing import Exported
from inspector.sync.post import Post
from inspector.workspace.intake import Intake
from inspector.workspace.scribe import Edit, Scribe

_UNWRITABLE = frozenset({Code.DISK_FULL, Code.DISK_FAILED, Code.ACCESS_REFUSED, Code.BUNDLE_UNVERIFIED})


class Vouching:
    """Writes receipts. `outbox` takes an answer that cannot be written where the bundle lay: on a disc, a full stick."""

    def __init__(self, post: Post, scribe: Scribe, outbox: Path) -> None:
        self._post = post
        self._scribe = scribe
        self._outbox = outbox

    def answered(self, circle: Circle, intake: Intake, folder: Path, report: Report) -> Intake:
        """*intake* with a receipt for what is owed to each sender, and with the bundles that bring them there."""
        by_sender: dict[str, list[Imported]] = {}
        for bundle in intake.bundles:
            if bundle.parked is None:
                by_sender.setdefault(bundle.sender, []).append(bundle)
        # All receipts before the first answer: each laptop then hears of everything that came in together.
        owed = [self._vouch(sender, bundles) for sender, bundles in by_sender.items()]
        answers = tuple(
            self._answer(circle, sender, folder, f"receipt-{bundles[-1].bundle}", report)
            for sender, bundles in by_sender.items()
            if not circle.devices[sender].revoked
        )
        return replace(
            intake,
            receipts=answers,
            records=sum(len(o.records) for o in owed),
            evidence=sum(len(o.evidence) for o in owed),
        )

    def _vouch(self, sender: str, bundles: Sequence[Imported]) -> receipts.Owed:
        owed = receipts.owed(
            self._post, {r for b in bundles for r in b.roots}, {e for b in bundles for e in b.evidence}
        )
        if owed:
            now = self._post.clock.now()
            entity = ids.new_id(now)
            said = {
                "bundle": bundles[-1].bundle,
                "device": sender,
                "records": owed.records,
                "evidence": owed.evidence,
                "at": now,
            }
            self._scribe.write(Edit(Receipt.kind, entity, field, value) for field, value in said.items())
        return owed

    def _answer(self, circle: Circle, sender: str, folder: Path, name: str, report: Report) -> Exported:
        plan = outgoing.plan(self._post, circle, circle.addressees(self._post.device, [sender]))
        try:
            return outgoing.send(self._post, circle, plan, Folder(folder), name, report)
        except Trouble as trouble:
            if trouble.code not in _UNWRITABLE:
                raise
            return outgoing.send(self._post, circle, plan, Folder(self._outbox), name, report)
