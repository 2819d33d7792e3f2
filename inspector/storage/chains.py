"""The journal on disk: chains, the tail of single commits, and compressed segments behind it."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from inspector import ids
from inspector.errors import Code, Defect, Trouble
from inspector.journal.commit import Chain, Commit, SignedHead
from inspector.journal.fork import Forks
from inspector.journal.operation import Name
from inspector.journal.segment import Segment
from inspector.storage.branches import Branch, Branches, redacted
from inspector.storage.database import Database
from inspector.storage.tables import SegmentRow, TailRow

TAIL_COMMITS = 2000
"""Commits that stand one by one before they are put into a segment."""

READ_SEGMENTS = 8

_BEHIND = 1 << 62
"""The tail stands behind every segment."""


@dataclass(frozen=True)
class Stored:
    """A piece of a chain on disk: where it starts, and how it is read and found.

    `read` raises Trouble JOURNAL_BROKEN where it is not what it says. `file` makes it found by roots, and says whether it
    was not.
    """

    start: Chain
    read: Callable[[], tuple[Commit, ...]]
    file: Callable[[Iterable[str]], bool]


class Chains:
    """Every verified commit at hand, of this device and of others."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._t = database.tables
        self.branches = Branches(database)
        self._forks: tuple[object, Forks] = (None, Forks())
        # The last few segments are kept as read, since an import asks for the same ones root by root.
        self._read = lru_cache(maxsize=READ_SEGMENTS)(Segment.commits)

    def at(self, device: str, epoch: int) -> Chain:
        rows = self._database.query(
            "SELECT seq, head FROM chain WHERE device = ? AND epoch = ?", device, epoch
        )
        return Chain(device, epoch, *rows[0]) if rows else Chain(device, epoch)

    def all(self) -> tuple[Chain, ...]:
        rows = self._t.chain.select().order_by(self._t.chain.device, self._t.chain.epoch)
        return tuple(Chain(r.device, r.epoch, r.seq, r.head) for r in rows)

    def clock(self, device: str = "") -> int:
        """The highest hybrid stamp seen, or the highest that *device* gave."""
        rows = self._t.chain.select()
        if device:
            rows = rows.where(self._t.chain.device == device)
        return max((r.clock for r in rows), default=0)

    def append(self, commit: Commit) -> None:
        """Adds the next commit of this very device to the tail."""
        if not commit.follows(self.at(commit.device, commit.epoch)):
            raise Defect(f"commit {commit.seq} does not follow what is at hand")
        self._database.query(
            "INSERT INTO tail (device, epoch, seq, before, roots, body) VALUES (?, ?, ?, ?, ?, ?)",
            commit.device, commit.epoch, commit.seq, commit.previous, " ".join(sorted(commit.roots)),
            ids.canonical(commit.to_json()),
        )  # fmt: skip
        self._reach(commit.chain, (commit,))

    def adopt(self, segment: Segment, commits: tuple[Commit, ...]) -> None:
        """Adds a foreign run of commits that follows what is at hand; the caller has checked that it does."""
        if self.at(*segment.start.key) != segment.start:
            raise Trouble(Code.JOURNAL_BROKEN, device=segment.start.device, seq=segment.start.seq + 1)
        self.compact(*segment.start.key)  # what this very device wrote before it was restored from a copy
        self._insert(segment, {r for c in commits for r in c.roots})
        self._reach(segment.end, commits)

    def compact(self, device: str, epoch: int) -> None:
        """Puts the tail of a chain into one segment."""
        rows = list(self._tail(device, epoch))
        if not rows:
            return
        self._insert(self._tail_segment(device, epoch, rows), {r for row in rows for r in row.roots.split()})
        self._t.tail.delete().where((self._t.tail.device == device) & (self._t.tail.epoch == epoch)).execute()

    def tail_length(self, device: str, epoch: int) -> int:
        sql = "SELECT count(*) FROM tail WHERE device = ? AND epoch = ?"
        found: int = self._database.query(sql, device, epoch)[0][0]
        return found

    def touching(self, root: str) -> tuple[Commit, ...]:
        """Every commit that has an operation on *root*."""
        segment, touch, tail = self._t.segment, self._t.touch, self._t.tail
        rows = segment.select().join(touch, on=(touch.segment == segment.id)).where(touch.root == root)
        found = [c for row in rows for c in self._read(_segment(row)) if root in c.roots]
        written = (_commit(row) for row in tail.select().where(tail.roots.contains(root)))
        found += [c for c in written if root in c.roots]
        found += self.branches.touching(root)
        return tuple(found)

    def place(self, root: str) -> tuple[int, str]:
        """Where the first commits on *root* lie: roots worked through in this order read each segment about once."""
        ((segment,),) = self._database.query("SELECT min(segment) FROM touch WHERE root = ?", root)
        return (_BEHIND if segment is None else segment), root

    def operations(self) -> int:
        """How many operations are held."""
        return sum(r.operations for r in self._t.chain.select()) + self.branches.operations()

    def roots(self) -> frozenset[str]:
        """Every root that anything is said of."""
        found = {root for (root,) in self._database.query("SELECT DISTINCT root FROM touch")}
        for (roots,) in self._database.query("SELECT roots FROM tail"):
            found.update(roots.split())
        return frozenset(found.union(*(b.roots for b in self.branches.all())))

    def roots_of(self, devices: Collection[str], among: Collection[str] | None = None) -> frozenset[str]:
        """Every root that one of *devices* has written on, or those of *among*."""
        segment, touch = self._t.segment, self._t.touch
        rows = touch.select(touch.root).distinct().join(segment, on=(touch.segment == segment.id))
        written = rows.where(segment.device.in_(list(devices)))
        if among is None:
            found = {row.root for row in written}
        else:
            wanted = list(among)
            parts = (wanted[start : start + 500] for start in range(0, len(wanted), 500))
            found = {row.root for part in parts for row in written.where(touch.root.in_(part))}
        for row in self._t.tail.select(self._t.tail.roots).where(self._t.tail.device.in_(list(devices))):
            found.update(row.roots.split())
        found.update(r for b in self.branches.all() if b.key[0] in devices for r in b.roots)
        return frozenset(found if among is None else found.intersection(among))

    def roots_since(self, device: str, epoch: int, after: int) -> frozenset[str]:
        """The roots that commits from `after + 1` on touch, and perhaps some that the ones just before them touch."""
        segment, touch, tail = self._t.segment, self._t.touch, self._t.tail
        later = (segment.device == device) & (segment.epoch == epoch) & (segment.last > after)
        rows = (
            touch.select(touch.root).distinct().join(segment, on=(touch.segment == segment.id)).where(later)
        )
        found = {row.root for row in rows}
        later = (tail.device == device) & (tail.epoch == epoch) & (tail.seq > after)
        for row in tail.select(tail.roots).where(later):
            found.update(row.roots.split())
        return frozenset(found)

    def commits(self, device: str, epoch: int, after: int = 0) -> Iterator[Commit]:
        """The commits of one chain from `after + 1` on, in order."""
        for row in self._segments(device, epoch, after):
            yield from (c for c in _segment(row).commits() if c.seq > after)
        yield from (_commit(row) for row in self._tail(device, epoch) if row.seq > after)

    def stored(self, device: str, epoch: int, after: int = 0) -> Iterator[Stored]:
        """What holds the commits from `after + 1` on, piece by piece; nothing of it is read yet."""
        for row in self._segments(device, epoch, after):
            segment = _segment(row)
            yield Stored(segment.start, segment.commits, partial(self._file, row.id))
        for single in self._tail(device, epoch):
            if single.seq > after:
                start = Chain(device, epoch, single.seq - 1, single.before)
                yield Stored(start, partial(_alone, single), partial(self._file_alone, single))

    def commit(self, device: str, epoch: int, seq: int) -> Commit | None:
        return next(self.commits(device, epoch, seq - 1), None)

    def segments(self, device: str, epoch: int, after: int = 0) -> Iterator[Segment]:
        """Segments that together hold the commits from `after + 1` on; the first may begin earlier."""
        for row in self._segments(device, epoch, after):
            yield _segment(row)
        rows = list(self._tail(device, epoch))
        if rows and rows[-1].seq > after:
            yield self._tail_segment(device, epoch, rows)

    def run(self, device: str, epoch: int, after: int, last: int) -> Iterator[Segment]:
        """Exactly the commits `after + 1` to *last* of a chain, as segments."""
        for segment in self.segments(device, epoch, after):
            if segment.start.seq >= last:
                return
            if segment.start.seq >= after and segment.end.seq <= last:
                yield segment
                continue
            commits = segment.commits()
            wanted = tuple(c for c in commits if after < c.seq <= last)
            yield Segment.of(Chain(device, epoch, wanted[0].seq - 1, wanted[0].previous), wanted)

    def sign(self, head: SignedHead) -> None:
        c = head.chain
        self._t.signed_head.insert(
            device=c.device, epoch=c.epoch, seq=c.seq, head=c.head, signature=head.signature
        ).on_conflict_replace().execute()

    def signed(self, device: str, epoch: int) -> SignedHead | None:
        """The newest signed head of a chain."""
        table = self._t.signed_head
        row = (
            table.select()
            .where((table.device == device) & (table.epoch == epoch))
            .order_by(table.seq.desc())
            .first()
        )
        return SignedHead(Chain(device, epoch, row.seq, row.head), row.signature) if row else None

    def holds(self, end: Chain) -> bool:
        """Whether the very commit that *end* ends with is at hand, on whatever branch."""
        return self.leads_to(end) or any(b.at(end) for b in self.branches.of(*end.key))

    def leads_to(self, end: Chain) -> bool:
        """The same for the chain itself, branches left aside."""
        at = self.at(*end.key)
        if end.seq == 0 or end.seq >= at.seq:
            return end == (at if end.seq else Chain(*end.key))
        sql = "SELECT 1 FROM signed_head WHERE device = ? AND epoch = ? AND seq = ? AND head = ?"
        if self._database.query(sql, end.device, end.epoch, end.seq, end.head):
            return True
        commit = self.commit(*end.key, end.seq)
        return commit is not None and commit.id == end.head

    def ends(self) -> tuple[Chain, ...]:
        """Where each chain ends, and each branch beside it; two desks that hold the same commits have the same ends."""
        beside = self.branches.all()
        gone_on = {b.segment.start for b in beside}
        return tuple(
            sorted(
                (*(c for c in self.all() if c not in gone_on), *(b.end.chain for b in beside)),
                key=lambda c: (c.device, c.epoch, c.seq, c.head),
            )
        )

    def forks(self) -> Forks:
        """The chains that are forked, branch by branch; asked for with every root, so it is kept as read."""
        beside = self.branches.all()
        keys = sorted({b.key for b in beside})
        known = tuple(b.end.chain for b in beside), tuple(self.at(*key) for key in keys)
        if self._forks[0] != known:
            found = {key: self._parted(key, [b for b in beside if b.key == key]) for key in keys}
            self._forks = known, Forks(found)
        return self._forks[1]

    def _parted(self, key: tuple[str, int], beside: Sequence[Branch]) -> tuple[tuple[str, ...], ...]:
        """The branches of one chain, the chain itself among them unless one of the others goes on where it ends."""
        first = min((b.segment.start for b in beside), key=lambda start: start.seq)
        own = (first.head, *(c.id for c in self.commits(*key, first.seq)))
        at = self.at(*key)
        found = [own] if all(b.segment.start != at for b in beside) else []
        for branch in beside:
            shared = own[: branch.segment.start.seq - first.seq + 1]
            found.append((*shared, *(c.id for c in branch.commits)))
        return tuple(found)

    def keep_branch(self, start: Chain, commits: Sequence[Commit], end: SignedHead) -> tuple[Commit, ...]:
        """Keeps a branch that parts from a chain at *start*, and freezes the chain; returns what of it is new here."""
        chain = self._t.chain
        is_it = (chain.device == start.device) & (chain.epoch == start.epoch)
        latest = max(c.clock for c in commits)
        chain.update(clock=latest).where(is_it & (chain.clock < latest)).execute()
        self.stop(*start.key)
        return self.branches.keep(start, commits, end)

    def stop(self, device: str, epoch: int) -> None:
        """Freezes a chain: its device has to begin a new epoch."""
        chain = self._t.chain
        chain.update(frozen=True).where((chain.device == device) & (chain.epoch == epoch)).execute()

    def is_frozen(self, device: str, epoch: int) -> bool:
        sql = "SELECT frozen FROM chain WHERE device = ? AND epoch = ?"
        return any(frozen for (frozen,) in self._database.query(sql, device, epoch))

    def frozen(self) -> tuple[Chain, ...]:
        rows = self._t.chain.select().where(self._t.chain.frozen == True)  # noqa: E712  (peewee's way of asking)
        return tuple(Chain(r.device, r.epoch, r.seq, r.head) for r in rows)

    def redact(self, root: str, doomed: Collection[Name]) -> None:
        """Destroys the values of these operations on *root* wherever they are stored; every chain still verifies."""
        segment, touch = self._t.segment, self._t.touch
        for chain in self.all() if doomed else ():
            self.compact(*chain.key)
        rows = segment.select().join(touch, on=(touch.segment == segment.id)).where(touch.root == root)
        for row in list(rows) if doomed else ():
            old = _segment(row)
            commits = tuple(redacted(c, doomed) for c in old.commits())
            segment.update(body=Segment.of(old.start, commits).body).where(segment.id == row.id).execute()
        if doomed:
            self.branches.redact(root, doomed)

    def _insert(self, segment: Segment, roots: Iterable[str]) -> None:
        self._file(self._t.segment.insert(**_columns(segment)).execute(), roots)

    def _file(self, segment: int, roots: Iterable[str]) -> bool:
        new = self._database.peewee.connection().executemany(
            "INSERT OR IGNORE INTO touch (root, segment) VALUES (?, ?)",
            [(root, segment) for root in sorted(roots)],
        )
        return bool(new.rowcount)

    def _file_alone(self, row: TailRow, roots: Iterable[str]) -> bool:
        filed = " ".join(sorted(roots))
        sql = "UPDATE tail SET roots = ? WHERE device = ? AND epoch = ? AND seq = ?"
        self._database.query(sql, filed, row.device, row.epoch, row.seq)
        return filed != row.roots

    def _reach(self, chain: Chain, new: Sequence[Commit]) -> None:
        self._database.query(
            "INSERT INTO chain (device, epoch, seq, head, clock, operations, frozen) VALUES (?, ?, ?, ?, ?, ?, 0) "
            "ON CONFLICT (device, epoch) DO UPDATE SET seq = excluded.seq, head = excluded.head, "
            "clock = max(clock, excluded.clock), operations = operations + excluded.operations",
            chain.device, chain.epoch, chain.seq, chain.head, max(c.clock for c in new),
            sum(len(c.operations) for c in new),
        )  # fmt: skip

    def _tail(self, device: str, epoch: int) -> Iterator[TailRow]:
        tail = self._t.tail
        yield from tail.select().where((tail.device == device) & (tail.epoch == epoch)).order_by(tail.seq)

    def _segments(self, device: str, epoch: int, after: int) -> Iterator[SegmentRow]:
        table = self._t.segment
        mine = (table.device == device) & (table.epoch == epoch) & (table.last > after)
        yield from table.select().where(mine).order_by(table.last).iterator()

    def _tail_segment(self, device: str, epoch: int, rows: Sequence[TailRow]) -> Segment:
        """The whole tail as it would lie in one segment: its commits need not be read for that."""
        start = Chain(device, epoch, rows[0].seq - 1, rows[0].before)
        return Segment.of_lines(start, self.at(device, epoch), (bytes(row.body) for row in rows))


def _commit(row: TailRow) -> Commit:
    try:
        before = Chain(row.device, row.epoch, row.seq - 1, row.before)
        return Commit.from_json(before, json.loads(row.body))
    except ValueError as error:
        raise Trouble(Code.JOURNAL_BROKEN, device=row.device, seq=row.seq, reason=str(error)) from error


def _alone(row: TailRow) -> tuple[Commit, ...]:
    return (_commit(row),)


def _columns(segment: Segment) -> dict[str, object]:
    return {
        "device": segment.start.device,
        "epoch": segment.start.epoch,
        "first": segment.start.seq + 1,
        "last": segment.end.seq,
        "before": segment.start.head,
        "head": segment.end.head,
        "body": segment.body,
    }


def _segment(row: SegmentRow) -> Segment:
    start = Chain(row.device, row.epoch, row.first - 1, row.before)
    return Segment(start, Chain(row.device, row.epoch, row.last, row.head), bytes(row.body))
