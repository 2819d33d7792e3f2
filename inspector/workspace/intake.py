"""What an import has brought, and what is where."""

from dataclasses import dataclass, field

from inspector.changes import Changes
from inspector.errors import Problem
from inspector.ids import Json
from inspector.inspection.people import Office
from inspector.journal.commit import Chain
from inspector.sync.importing import Imported, Parked
from inspector.sync.outgoing import Exported
from inspector.sync.taking_in import Fork


@dataclass(frozen=True)
class Intake:
    """What came of importing a file or a folder. `receipts` are the office's answers, one for each laptop."""

    bundles: tuple[Imported, ...] = ()
    refused: tuple[Problem, ...] = ()
    receipts: tuple[Exported, ...] = ()
    records: int = 0
    evidence: int = 0
    changes: Changes = field(default_factory=Changes)

    @property
    def applied(self) -> int:
        """Commits that are new here."""
        return sum(b.applied for b in self.bundles)

    @property
    def skipped(self) -> int:
        """Commits that were known."""
        return sum(b.skipped for b in self.bundles)

    @property
    def kept(self) -> int:
        """Commits that are new here, on branches of forks."""
        return sum(b.kept for b in self.bundles)

    @property
    def parked(self) -> tuple[Parked, ...]:
        return tuple(b.parked for b in self.bundles if b.parked is not None)

    @property
    def forks(self) -> tuple[Fork, ...]:
        return tuple(f for b in self.bundles for f in b.forks)

    @property
    def absent(self) -> tuple[str, ...]:
        """Photos that the bundles name and that did not come along."""
        return tuple(sorted({a for b in self.bundles for a in b.absent}))

    def to_json(self) -> dict[str, Json]:
        return {
            "applied": self.applied,
            "skipped": self.skipped,
            "kept": self.kept,
            "parked": len(self.parked),
            "forks": len(self.forks),
            "refused": len(self.refused),
            "receipt": str(self.receipts[-1].path) if self.receipts else None,
            "records": self.records,
            "evidence": self.evidence,
            "missing": list(self.absent),
            "waiting": [{"path": str(p.path), "needs": p.wanted} for p in self.parked],
            "forked": [[f.device, f.epoch, f.seq] for f in self.forks],
            "refusals": [{"path": p.where, "code": p.code} for p in self.refused],
            "reconciliation": [b.reconciliation.to_json() for b in self.bundles if b.reconciliation],
        }


@dataclass(frozen=True)
class Overview:
    """What is where. `unreceived` are locked visits of this device without a receipt, `waiting_photos` photos without one.

    `absent` are photos of visits whose bytes are not on this device; `frozen` chains have a fork; `troubled` visits and
    things have several values or operations that do not count.
    """

    office: Office | None
    unreceived: tuple[str, ...]
    waiting_photos: int
    absent: tuple[tuple[str, str], ...]
    parked: tuple[tuple[str, str], ...]
    frozen: tuple[Chain, ...]
    troubled: tuple[str, ...]
