"""The branches of forked chains on disk: each whole, from where it parts from the chain that was there first."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from inspector.errors import Code, Trouble
from inspector.journal.commit import Chain, Commit, SignedHead
from inspector.journal.operation import Name
from inspector.journal.segment import Segment
from inspector.storage.database import Database
from inspector.storage.tables import ForkRow


@dataclass(frozen=True)
class Branch:
    """One branch beside the chain; its end is signed by the device whose key both copies have."""

    segment: Segment
    end: SignedHead
    roots: frozenset[str]

    @property
    def key(self) -> tuple[str, int]:
        return self.segment.start.key

    @cached_property
    def commits(self) -> tuple[Commit, ...]:
        """Its commits in order.

        Raises:
            Trouble: JOURNAL_BROKEN when the bytes are not what they were.
        """
        return self.segment.commits()

    def at(self, chain: Chain) -> bool:
        """Whether the commit that *chain* ends with is one of them."""
        start = self.segment.start
        if chain.key != start.key or not start.seq < chain.seq <= self.segment.end.seq:
            return False
        return self.commits[chain.seq - start.seq - 1].id == chain.head


class Branches:
    """Every branch that is kept beside a chain. There are few: each one is an incident."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._t = database.tables
        self._read: tuple[Branch, ...] = ()

    def all(self) -> tuple[Branch, ...]:
        fork = self._t.fork
        rows = list(fork.select().order_by(fork.device, fork.epoch, fork.head))
        self._read = tuple(self._kept(row) for row in rows)
        return self._read

    def of(self, device: str, epoch: int) -> tuple[Branch, ...]:
        return tuple(b for b in self.all() if b.key == (device, epoch))

    def touching(self, root: str) -> Iterator[Commit]:
        """Every commit of a branch that has an operation on *root*."""
        for branch in self.all():
            if root in branch.roots:
                yield from (c for c in branch.commits if root in c.roots)

    def operations(self) -> int:
        """How many operations are held on branches; those of one whose bytes are broken, which a check tells, left aside."""
        found: dict[str, int] = {}
        for branch in self.all():
            try:
                found |= {c.id: len(c.operations) for c in branch.commits}
            except Trouble as trouble:
                if trouble.code is not Code.JOURNAL_BROKEN:
                    raise
        return sum(found.values())

    def keep(self, start: Chain, commits: Sequence[Commit], end: SignedHead) -> tuple[Commit, ...]:
        """Keeps a branch that leads from *start* over *commits* to *end*; returns what of it was not kept before.

        A branch that goes on replaces what was kept of it.
        """
        beside = self.of(*start.key)
        if any(b.at(end.chain) for b in beside):
            return ()
        known = {c.id for b in beside for c in b.commits}
        reached = {c.id for c in commits}
        for branch in beside:
            if branch.end.chain.head in reached:
                self._remove(branch)
        self._t.fork.insert(
            device=start.device,
            epoch=start.epoch,
            first=start.seq + 1,
            last=end.chain.seq,
            before=start.head,
            head=end.chain.head,
            signature=end.signature,
            roots=" ".join(sorted({r for c in commits for r in c.roots})),
            body=Segment.of(start, commits).body,
        ).execute()
        return tuple(c for c in commits if c.id not in known)

    def file(self, branch: Branch) -> bool:
        """Makes a branch found by its roots anew; whether it was not."""
        found = frozenset(r for c in branch.commits for r in c.roots)
        if found == branch.roots:
            return False
        self._t.fork.update(roots=" ".join(sorted(found))).where(self._is(branch)).execute()
        return True

    def redact(self, root: str, doomed: Collection[Name]) -> None:
        """Destroys the values of these operations on *root*."""
        for branch in self.all():
            if root in branch.roots:
                commits = tuple(redacted(c, doomed) for c in branch.commits)
                body = Segment.of(branch.segment.start, commits).body
                self._t.fork.update(body=body).where(self._is(branch)).execute()

    def _remove(self, branch: Branch) -> None:
        self._t.fork.delete().where(self._is(branch)).execute()

    def _is(self, branch: Branch) -> object:
        device, epoch = branch.key
        fork = self._t.fork
        return (fork.device == device) & (fork.epoch == epoch) & (fork.head == branch.end.chain.head)

    def _kept(self, row: ForkRow) -> Branch:
        """The branch of a row; one that was read before need not be unpacked again."""
        start = Chain(row.device, row.epoch, row.first - 1, row.before)
        end = Chain(row.device, row.epoch, row.last, row.head)
        segment = Segment(start, end, bytes(row.body))
        found = Branch(segment, SignedHead(end, row.signature), frozenset(row.roots.split()))
        return next((known for known in self._read if known == found), found)


def redacted(commit: Commit, doomed: Collection[Name]) -> Commit:
    """The commit without the values of the doomed among its operations; its id stays."""
    return replace(commit, operations=tuple(o.redact() if n in doomed else o for n, o in commit.named()))
