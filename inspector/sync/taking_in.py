"""Carrying out what `incoming` planned: blobs, then commits, then states; each step leaves a valid prefix behind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inspector.ids import Json
from inspector.journal.commit import Commit
from inspector.journal.segment import Segment
from inspector.progress import Report, silent
from inspector.storage.chains import Chains, SignedHead
from inspector.storage.local import BlobEntry
from inspector.sync import reach
from inspector.sync.header import Header
from inspector.sync.incoming import Plan
from inspector.sync.post import Post

BATCH_COMMITS = 500
"""Commits in one transaction."""

_PHOTOS = "exchange_photos"
_JOURNAL = "exchange_journal"
_STATE = "exchange_state"


@dataclass(frozen=True)
class Fork:
    """Two different commits bear number `seq` of one chain. Both branches are kept, nothing more of it is applied."""

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
    """What a bundle has brought, in commits."""

    applied: int
    skipped: int
    forks: tuple[Fork, ...]
    reconciliation: Reconciliation


def take_in(post: Post, plan: Plan, report: Report = silent) -> Taken:
    """Takes in what a plan without open needs brings; the states are settled after it.

    Raises:
        Trouble: FILE_UNREADABLE, BLOB_DAMAGED when the stick fails meanwhile; DISK_FULL, DISK_FAILED. Cancelled: by
            *report*. What was taken in until then stays, and the next import goes on from there.
    """
    _adopt_blobs(post, plan, report)
    applied = skipped = 0
    forks: list[Fork] = []
    total = plan.header.commits
    for key, run in plan.segments.items():
        end = plan.header.heads[key].signed
        for i, segment in enumerate(run):
            commits = segment.commits()
            new, parting = _compared(post.store.chains, commits)
            if parting:
                _keep_branch(post, run[i:])
                forks.append(Fork(*key, parting))
                break
            skipped += len(commits) - len(new)
            for count in _adopted(post, new, end):
                applied += count
                report(applied + skipped, total, _JOURNAL)
    _heed(post, plan.header)
    sender = plan.header.sender
    reach.learn(post.store, sender.device, (sender.epoch, sender.seq), plan.header.held)
    return Taken(applied, skipped, tuple(forks), _reconciled(post.store.chains, plan.header))


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


def _compared(chains: Chains, commits: tuple[Commit, ...]) -> tuple[tuple[Commit, ...], int]:
    """Lays a foreign run beside what is known: what is new of it, or the number at which the two part.

    Of a chain that is frozen already everything new belongs to another branch.
    """
    key, first = (commits[0].device, commits[0].epoch), commits[0].seq
    at = chains.at(*key)
    known = [c for c in commits if c.seq <= at.seq]
    new = commits[len(known) :]
    last = chains.commit(*key, known[-1].seq) if known else None
    # Each commit names the one before it, so that one look is enough.
    if last is not None and last.id != known[-1].id:
        ours = chains.commits(*key, first - 1)
        return (), next(c.seq for c, own in zip(known, ours, strict=False) if c.id != own.id)
    if new and (chains.is_frozen(*key) or not new[0].follows(at)):
        return (), new[0].seq
    return new, 0


def _keep_branch(post: Post, branch: Sequence[Segment]) -> None:
    with post.store.database.writing():
        if branch[0].start.device == post.device:
            post.sign_head()
        for segment in branch:
            post.store.chains.freeze(segment)


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
    differing = tuple(key for key, vouched in header.heads.items() if not _agrees(chains, vouched.signed))
    return Reconciliation(len(header.heads), header.commits, differing)


def _agrees(chains: Chains, theirs: SignedHead) -> bool:
    at = chains.at(*theirs.chain.key)
    if at.seq <= theirs.chain.seq:
        return at == theirs.chain
    ours = chains.commit(*theirs.chain.key, theirs.chain.seq)
    return ours is not None and ours.id == theirs.chain.head
