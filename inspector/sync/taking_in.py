"""Carrying out what `incoming` planned: blobs, then commits, then states; each step leaves a valid prefix behind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from inspector.ids import Json
from inspector.journal.commit import Chain, Commit, SignedHead
from inspector.journal.segment import Segment
from inspector.progress import Report, silent
from inspector.storage.chains import Chains
from inspector.storage.local import BlobEntry
from inspector.sync import reach
from inspector.sync.header import Header
from inspector.sync.incoming import Plan
from inspector.sync.post import Post
from inspector.sync.reach import ChainKey

BATCH_COMMITS = 500
"""Commits in one transaction."""

_PHOTOS = "exchange_photos"
_JOURNAL = "exchange_journal"
_STATE = "exchange_state"


@dataclass(frozen=True)
class Fork:
    """Two different commits bear number `seq` of one chain. Both branches are kept and count; the chain is frozen."""

    device: str
    epoch: int
    seq: int


@dataclass(frozen=True)
class Reconciliation:
    """The chains of the bundle as they stand here afterwards: how many, and those whose head is not the sender's."""

    chains: int
    commits: int
    differing: tuple[tuple[str, int], ...]

    def to_json(self) -> dict[str, Json]:
        return {
            "chains": self.chains,
            "commits": self.commits,
            "differing": [list(key) for key in self.differing],
        }


@dataclass(frozen=True)
class Taken:
    """What a bundle has brought, in commits: `kept` are those that are new on a branch of a fork."""

    applied: int
    skipped: int
    kept: int
    forks: tuple[Fork, ...]
    reconciliation: Reconciliation


def take_in(post: Post, plan: Plan, report: Report = silent) -> Taken:
    """Takes in what a plan without open needs brings; the states are settled after it.

    Raises:
        Trouble: FILE_UNREADABLE, BLOB_DAMAGED when the stick fails meanwhile; DISK_FULL, DISK_FAILED. Cancelled: by
            *report*. What was taken in until then stays, and the next import goes on from there.
    """
    _adopt_blobs(post, plan, report)
    applied = skipped = kept = 0
    forks: dict[ChainKey, Fork] = {}
    total = plan.header.commits
    runs = [(run, plan.header.heads[key].signed) for key, run in plan.segments.items()]
    for run, end in (*runs, *(((branch,), end) for branch, end in plan.branches)):
        for i, segment in enumerate(run):
            commits = segment.commits()
            new = _following(post.store.chains, commits)
            if new is None:
                fork, count = _keep_branch(post, [c for s in run[i:] for c in s.commits()], end)
                kept += count
                forks[end.chain.key] = fork
                break
            skipped += len(commits) - len(new)
            for count in _adopted(post, new, end):
                applied += count
                report(applied + skipped + kept, total, _JOURNAL)
    _heed(post, plan.header)
    sender = plan.header.sender
    reach.learn(post.store, sender.device, (sender.epoch, sender.seq), plan.header.held)
    found = tuple(forks.values())
    return Taken(applied, skipped, kept, found, _reconciled(post.store.chains, plan.header))


def settle(post: Post, report: Report = silent) -> None:
    """Brings all states up to the journal."""
    post.store.settle(lambda done, total, _: report(done, total, _STATE))


def _heed(post: Post, header: Header) -> None:
    """Where another desk has seen a fork of this device's own chain, this device begins a new epoch."""
    own = [key for key in header.frozen if key[0] == post.device and not post.store.chains.is_frozen(*key)]
    with post.store.database.writing():
        if own:
            post.sign_head()  # a chain that is closed has to end with a signature, or its end would never leave
        for key in own:
            post.store.chains.stop(*key)


def _adopt_blobs(post: Post, plan: Plan, report: Report) -> None:
    for done, blob in enumerate(plan.new):
        report(done, len(plan.new), _PHOTOS)
        post.vault.adopt(blob.cipher, plan.folder.blobs.path_of(blob.cipher))
        post.store.local.put_blob(BlobEntry(blob.sha256, blob.cipher, blob.size_bytes, blob.recipients))


def _following(chains: Chains, commits: tuple[Commit, ...]) -> tuple[Commit, ...] | None:
    """Lays a foreign run beside the chain that is held: what of it goes on where that ends; None where the two part.

    Of a chain that is frozen already everything new belongs to another branch.
    """
    key, first = (commits[0].device, commits[0].epoch), commits[0].seq
    at = chains.at(*key)
    known, new = commits[: max(at.seq - first + 1, 0)], commits[max(at.seq - first + 1, 0) :]
    # Each commit names the one before it, so that one look is enough.
    if known and not chains.leads_to(known[-1].chain):
        return None
    if new and (chains.is_frozen(*key) or not new[0].follows(at)):
        return None
    return new


def _keep_branch(post: Post, commits: Sequence[Commit], end: SignedHead) -> tuple[Fork, int]:
    """Keeps *commits* beside the chain from which they part; the fork, and how many of them are new."""
    start, branch = _parted(post.store.chains, commits)
    with post.store.database.writing():
        if start.device == post.device and not post.store.chains.is_frozen(*start.key):
            post.sign_head()  # the end of what this very device wrote has to leave, too
        new = post.store.keep_branch(start, branch, end)
    return Fork(*start.key, branch[0].seq), new


def _parted(chains: Chains, commits: Sequence[Commit]) -> tuple[Chain, tuple[Commit, ...]]:
    """The branch that ends with *commits*, whole, and the last commit that it shares with the chain."""
    start = Chain(commits[0].device, commits[0].epoch, commits[0].seq - 1, commits[0].previous)
    if not chains.leads_to(start):  # they go on from a branch that was kept before
        branch = next(b for b in chains.branches.of(*start.key) if b.at(start))
        start, before = branch.segment.start, branch.commits[: start.seq - branch.segment.start.seq]
        return start, (*before, *commits)
    own = chains.commits(*start.key, start.seq)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0].id == pair[1].id, zip(commits, own, strict=False)))
    return (commits[shared - 1].chain if shared else start), tuple(commits[shared:])


def _adopted(post: Post, commits: tuple[Commit, ...], end: SignedHead) -> Iterator[int]:
    """Adopts *commits* in transactions, and says after each how many were in it; answers come first in between."""
    for start in range(0, len(commits), BATCH_COMMITS):
        batch = commits[start : start + BATCH_COMMITS]
        post.store.database.give_way()
        before = post.store.chains.at(batch[0].device, batch[0].epoch)
        ends = batch[-1].chain == end.chain
        post.store.adopt(Segment.of(before, batch), batch, end if ends else None)
        yield len(batch)


def _reconciled(chains: Chains, header: Header) -> Reconciliation:
    differing = [v.signed.chain.key for v in header.vouched if not chains.holds(v.signed.chain)]
    return Reconciliation(len(header.vouched), header.commits, tuple(differing))
