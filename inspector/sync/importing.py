"""Importing one bundle from beginning to end: who sent it, what it brings, and whether it has to wait for another one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from inspector.errors import Code, Problem, Trouble
from inspector.inspection.visit import Receipt
from inspector.progress import Report, silent
from inspector.storage.store import Store
from inspector.sync import incoming, taking_in
from inspector.sync.bundle import Bundle
from inspector.sync.circle import Circle
from inspector.sync.header import Header
from inspector.sync.post import Post
from inspector.sync.reach import ChainKey
from inspector.sync.taking_in import Fork, Reconciliation, Taken

REFUSALS = frozenset(
    {
        Code.BUNDLE_MISSING, Code.BUNDLE_DAMAGED, Code.BUNDLE_NEWER, Code.BUNDLE_UNSIGNED, Code.BUNDLE_FOREIGN,
        Code.DEVICE_REVOKED, Code.JOURNAL_BROKEN,
    }
)  # fmt: skip
"""What is wrong with a bundle itself; nothing of such a one is written."""


@dataclass(frozen=True)
class Parked:
    """A bundle that waits: `needs` says up to which commit of which chains another one has to come first."""

    bundle: str
    path: Path
    needs: Mapping[ChainKey, int]

    @property
    def wanted(self) -> str:
        """The needs as text: `device/epoch:seq`, separated by blanks."""
        return " ".join(f"{device}/{epoch}:{seq}" for (device, epoch), seq in sorted(self.needs.items()))


@dataclass(frozen=True)
class Imported:
    """What came of one bundle. `applied`, `skipped` and `kept` count commits: new ones on their chains, known ones, new ones
    on a branch of a fork. `absent` are photos that did not come along; `roots` are the things that it speaks of and
    `evidence` the photos that it lists, new or known.
    """

    path: Path
    bundle: str
    sender: str
    digest: str
    applied: int = 0
    skipped: int = 0
    kept: int = 0
    parked: Parked | None = None
    forks: tuple[Fork, ...] = ()
    absent: tuple[str, ...] = ()
    reconciliation: Reconciliation | None = None
    roots: frozenset[str] = frozenset()
    evidence: frozenset[str] = frozenset()


def import_bundle(post: Post, path: Path, report: Report = silent) -> Imported:
    """Imports a bundle of this circle, or parks it.

    Raises:
        Trouble: NOT_ENROLLED, BUNDLE_MISSING, BUNDLE_DAMAGED, BUNDLE_NEWER, BUNDLE_UNSIGNED, BUNDLE_FOREIGN,
            DEVICE_REVOKED, JOURNAL_BROKEN: then nothing was written. DISK_FULL, DISK_FAILED.
    """
    circle = Circle.of(post.store)
    bundle = Bundle.read(path)
    circle.admit(bundle.header, str(path))
    plan = incoming.plan(post, bundle, report)
    if plan.needs:
        parked = Parked(bundle.header.bundle, path, plan.needs)
        post.store.local.park(parked.bundle, str(path.absolute()), parked.wanted)
        return Imported(path, *_named(bundle.header), parked=parked)
    taken = taking_in.take_in(post, plan, report)
    taking_in.settle(post, report)
    post.store.local.unpark(bundle.header.bundle)
    note_receipt(post.store, plan.roots)
    return summary(path, plan, taken)


def summary(path: Path, plan: incoming.Plan, taken: Taken) -> Imported:
    """What came of a bundle that was taken in."""
    return Imported(
        path,
        *_named(plan.header),
        taken.applied,
        taken.skipped,
        taken.kept,
        None,
        taken.forks,
        tuple(b.sha256 for b in plan.absent),
        taken.reconciliation,
        plan.roots,
        frozenset(b.sha256 for b in plan.blobs),
    )


def known(path: Path, header: Header) -> Imported:
    """What comes of a bundle that was taken in whole before."""
    return Imported(path, *_named(header), skipped=header.commits)


def _named(header: Header) -> tuple[str, str, str]:
    return header.bundle, header.sender.device, header.digest


def retry_parked(post: Post, report: Report = silent) -> tuple[tuple[Imported, ...], tuple[Problem, ...]]:
    """Imports the parked bundles that need wait no longer, as far as they lie where they lay; and what was refused."""
    found: list[Imported] = []
    refused: list[Problem] = []
    while True:
        ready = [i for i in _tried(post, refused, report) if i.parked is None]
        found += ready
        if not ready:
            return tuple(found), tuple(refused)


def _tried(post: Post, refused: list[Problem], report: Report) -> Iterator[Imported]:
    for bundle, (place, _) in post.store.local.parked().items():
        try:
            yield import_bundle(post, Path(place), report)
        except Trouble as trouble:
            if trouble.code not in REFUSALS:
                raise
            if trouble.code is not Code.BUNDLE_MISSING:  # a stick that is away may come back
                post.store.local.unpark(bundle)
                refused.append(refusal(trouble, place))


def refusal(trouble: Trouble, place: str) -> Problem:
    """A refused bundle as one line of a list."""
    return Problem(trouble.code, place, trouble.context)


def note_receipt(store: Store, roots: frozenset[str]) -> None:
    """Notes the newest receipt among *roots*: each later commit names it, which proves that it was not made before."""
    receipts = (root for root, (kind, _) in store.things.listed(roots).items() if kind == Receipt.kind)
    states = [store.things.state(root) for root in receipts]
    heads = [h for s in states for (entity, _), hs in s.heads.items() if entity == s.root for h in hs]
    newest = max(heads, key=lambda h: (h.clock, h.name), default=None)
    if newest is not None and newest.clock > cast("int", store.local.meta("receipt_clock") or 0):
        with store.database.writing():
            store.local.set_meta("receipt", newest.name.commit)
            store.local.set_meta("receipt_clock", newest.clock)
