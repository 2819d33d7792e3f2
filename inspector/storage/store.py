"""The store of one workspace: journal and state in one transaction, and the proof that they agree."""

from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from contextlib import ExitStack
from itertools import accumulate
from pathlib import Path
from time import monotonic
from typing import cast

from inspector import ids
from inspector.errors import Problem
from inspector.ids import Json
from inspector.inspection import people
from inspector.inspection.kinds import KINDS
from inspector.inspection.people import Credential, Device
from inspector.journal import lock, redaction
from inspector.journal.commit import Chain, Commit, SignedHead
from inspector.journal.gather import Gathering
from inspector.journal.roster import Roster, Standing
from inspector.journal.segment import Segment
from inspector.journal.state import State
from inspector.progress import Report, silent
from inspector.storage.chains import TAIL_COMMITS, Chains
from inspector.storage.database import Database, bring_up_to_date
from inspector.storage.local import Local
from inspector.storage.packing import pattern
from inspector.storage.projections import DRAWN, Projections
from inspector.storage.proof import Followed, follow, follow_branch
from inspector.storage.search import Search
from inspector.storage.things import Things

BATCH_S = 0.05
"""How long one transaction of long work lasts before answers are let in."""

READ_BY_EVERY_CHECK_BYTES = 64 << 20
"""Up to so large a file is read page by page by every check, in half a second; a larger one by the full check alone."""

ROSTER_KINDS = frozenset({Device.kind, Credential.kind})

_WEIGHTY = ROSTER_KINDS | {redaction.KIND}


class Store:
    """One database file. Facts come in by `commit` (written here) and `adopt` (written elsewhere), and by no other way."""

    def __init__(self, path: Path, key: bytes, copies: Path) -> None:
        """Opens the file, making it when it is not there. `settle` is to follow, before anything is asked.

        Raises:
            Trouble: WORKSPACE_NEWER, WORKSPACE_DAMAGED, DISK_FULL, DISK_FAILED.
        """
        with ExitStack() as undone:
            self.database = Database(path, key)
            undone.callback(self.database.close)
            self._roster: tuple[object, Roster] | None = None
            self.chains = Chains(self.database)
            self.things = Things(self.database)
            self.search = Search(self.database)
            self.local = Local(self.database)
            self.projections = Projections(self.database, self.things, self.search)
            bring_up_to_date(self.database, copies)
            self._begin_anew()
            undone.pop_all()

    def _begin_anew(self) -> None:
        """Empties what follows from the journal where a version with other kinds, locks, lists or another pattern made it.

        The next settling makes it anew, a run that was stopped by the one after it.
        """
        shape = ids.sha256(ids.canonical([KINDS.shape(), lock.FORMAT, DRAWN, ids.sha256(pattern())]))
        if self.local.meta("shape") == shape:
            return
        with self.database.writing():
            roots = self.chains.roots()
            rosters = {r for kind in ROSTER_KINDS for r in self.things.roots(kind)}
            self.things.empty()
            self.projections.empty()
            self._note_stale_roots(roots)
            self._note_stale_roots(rosters & roots, roster=True)
            self.local.set_meta("shape", shape)

    @property
    def office(self) -> str:
        """The device of the office that this workspace belongs to; empty before enrolment."""
        return cast("str", self.local.meta("office") or "")

    @property
    def former(self) -> tuple[str, ...]:
        """The devices that this workspace was before their keys were lost: it answers for what they wrote."""
        return tuple(cast("list[str]", self.local.meta("former") or []))

    def tally(self, name: str) -> int:
        """A kept count, such as `party` or `visit.draft`."""
        row = self.database.tables.tally.get_or_none(name=name)
        return row.count if row else 0

    def roster(self) -> Roster:
        """Who may write what, as the states at hand say it. Asked for with every commit, so it is kept as read."""
        states = self.database.query(
            "SELECT root, state FROM thing WHERE kind IN (?, ?) ORDER BY root", *sorted(ROSTER_KINDS)
        )
        if self._roster is None or self._roster[0] != (self.office, states):
            devices = [cast("Device", self._thing(s)) for s in self.things.all(Device.kind)]
            credentials = [cast("Credential", self._thing(s)) for s in self.things.all(Credential.kind)]
            self._roster = (self.office, states), people.roster(self.office, devices, credentials)
        return self._roster[1]

    def commit(self, commit: Commit) -> None:
        """Adds this device's next commit and the state that follows from it, in one transaction."""
        with self.database.writing():
            self.chains.append(commit)
            # A lock, a redaction or a change of the roster changes what counts, and under a lock nothing else does;
            # everything else just becomes the head of its slot.
            plain = all(KINDS.get(o.kind) is not None and o.kind not in _WEIGHTY for o in commit.operations)
            states = [self.things.state(root) for root in sorted(commit.roots)]
            if plain and self._counts(commit) and not any(state.locked for state in states):
                for state in states:
                    self._save(state.after(commit))
            else:
                self._note_stale([commit])
                self.settle(only=commit.roots)
            if self.chains.tail_length(commit.device, commit.epoch) >= TAIL_COMMITS:
                self.chains.compact(commit.device, commit.epoch)

    def adopt(self, segment: Segment, commits: tuple[Commit, ...], signed: SignedHead | None = None) -> None:
        """Adds commits of another device, and the signature over its head if they end there; `settle` does the rest."""
        with self.database.writing():
            self.chains.adopt(segment, commits)
            if signed is not None:
                self.chains.sign(signed)
            self._note_stale(commits)

    def keep_branch(self, start: Chain, commits: Sequence[Commit], end: SignedHead) -> int:
        """Keeps the branch of a fork that parts from its chain at *start*, and counts what of it is new; `settle` does the rest.

        What a lock covers hangs on how branches lie, so that everything that the chain speaks of is gathered anew.
        """
        with self.database.writing():
            new = self.chains.keep_branch(start, commits, end)
            if new:
                self._note_stale(commits)
                self._note_stale_roots(self.things.sealed() & self.chains.roots_of([start.device]))
        return len(new)

    def join(self, office: str) -> None:
        """From now on *office* says what counts, or nobody where it is empty; to be settled for everything."""
        with self.database.writing():
            self.local.set_meta("office", office)
            self._note_stale_roots(self.things.roots())
            for kind in ROSTER_KINDS:
                self._note_stale_roots(self.things.roots(kind), roster=True)

    def settle(self, report: Report = silent, *, only: Container[str] | None = None) -> None:
        """Gathers every root anew whose state is behind the journal; what a killed run left is settled by the next one.

        With *only*, an import that is under way in another thread is left to it, unless the roster has changed.
        """
        with self.database.writing():
            before = self.roster()
            for root in self._stale(roster=True):
                self._refresh(root, before)
            roster = self.roster()
            if roster != before:
                self._note_stale_roots(self._touched_by(before, roster))
        stale = self._stale()
        if only is not None and roster == before:
            stale = tuple(root for root in stale if root in only)
        self._in_batches(stale, lambda root: self._refresh(root, roster), report)

    def verify(self, reach: Mapping[tuple[str, int], int], report: Report = silent) -> tuple[Problem, ...]:
        """Follows every chain from *reach* on (an empty one: from the first commit) and gathers what it touches anew.

        Whatever is not what the journal says is reported, and mended from the journal. Where the journal itself is
        broken no state is compared: then the state is the better witness.
        """
        if not reach or self.database.size_bytes() <= READ_BY_EVERY_CHECK_BYTES:
            report(0, 0, "check_pages")
            self.database.read_through()
        self.settle(report)
        followed = self._followed(reach, report)
        problems = [p for f in followed for p in f.problems]
        if not all(f.whole for f in followed):
            return tuple(problems)
        roots = frozenset(r for f in followed for r in f.roots)
        if not reach:
            stray = set(self.things.roots()) - roots
            problems += [Problem("state_stray", root) for root in sorted(stray)]
        rosters = {r for kind in ROSTER_KINDS for r in self.things.roots(kind)} & roots

        def compare(root: str) -> None:
            if not self._agrees(root, roster):
                problems.append(Problem("state_differs", root))

        roster = self.roster()
        self._in_batches(rosters, compare, silent)
        roster = self.roster()
        self._in_batches(roots - rosters, compare, lambda done, total, _: report(done, total, "check_state"))
        if not reach:
            problems += self.projections.recount()
        return tuple(problems)

    def _followed(self, reach: Mapping[tuple[str, int], int], report: Report) -> list[Followed]:
        chains = self.chains.all()
        starts = [reach.get(c.key, 0) for c in chains]
        *offsets, total = accumulate((c.seq - s for c, s in zip(chains, starts, strict=True)), initial=0)

        def followed(chain: Chain, start: int, offset: int) -> Followed:
            def came_to(seq: int) -> None:
                report(offset + seq - start, total, "check_journal")

            return follow(self.database, self.chains, chain, start, came_to)

        found = [followed(*each) for each in zip(chains, starts, offsets, strict=True)]
        return found + [follow_branch(self.database, self.chains, b) for b in self.chains.branches.all()]

    def _agrees(self, root: str, roster: Roster) -> bool:
        """Whether the rows of *root* are what its journal says; they are mended."""
        state = self._gathering(root, roster).state()
        held = self.things.holds(state)
        if not held:
            self.things.save(state)
        return self.projections.agrees(state) and held

    def _in_batches(self, roots: Iterable[str], work: Callable[[str], None], report: Report) -> None:
        """Works through *roots* in transactions of about 50 ms, between which answers come first."""
        roots = sorted(roots, key=self.chains.place)
        if not roots:
            return
        done = 0
        while done < len(roots):
            self.database.give_way()
            report(done, len(roots), "")
            with self.database.writing():
                until = monotonic() + BATCH_S
                work(roots[done])
                done += 1
                while done < len(roots) and monotonic() < until:
                    work(roots[done])
                    done += 1
        report(done, len(roots), "")

    def _touched_by(self, before: Roster, after: Roster) -> frozenset[str]:
        """The roots whose standing a change of the roster may change."""
        devices = {
            d for d in {*before.devices, *after.devices} if before.devices.get(d) != after.devices.get(d)
        }
        found = self.chains.roots_of(devices)
        terms = {k for k in {*before.keys, *after.keys} if before.keys.get(k) != after.keys.get(k)}
        return found | self.things.sealed() if terms else found

    def _note_stale(self, commits: Iterable[Commit]) -> None:
        operations = [o for c in commits for o in c.operations]
        self._note_stale_roots({o.root for o in operations if o.kind in ROSTER_KINDS}, roster=True)
        self._note_stale_roots({o.root for o in operations})

    def _note_stale_roots(self, roots: Iterable[str], *, roster: bool = False) -> None:
        rows = [(root, roster) for root in sorted(roots)]
        self.database.peewee.connection().executemany(
            "INSERT INTO stale (root, roster) VALUES (?, ?) "
            "ON CONFLICT (root) DO UPDATE SET roster = max(roster, excluded.roster)",
            rows,
        )

    def _stale(self, *, roster: bool = False) -> tuple[str, ...]:
        sql = "SELECT root FROM stale WHERE roster >= ? ORDER BY root"
        return tuple(root for (root,) in self.database.query(sql, roster))

    def _refresh(self, root: str, roster: Roster) -> None:
        gathering = self._gathering(root, roster)
        self._save(gathering.state())
        self.chains.redact(root, gathering.doomed())
        self.database.query("DELETE FROM stale WHERE root = ?", root)

    def coverage(self, root: str) -> lock.Coverage:
        """What a lock of *root* made now would cover."""
        return self._gathering(root, self.roster()).coverage()

    def as_of(self, root: str, ends: Collection[Chain]) -> State:
        """The state of *root* when these were the ends of all that was held of it."""
        return self._gathering(root, self.roster()).as_of(ends)

    def _gathering(self, root: str, roster: Roster) -> Gathering:
        return Gathering(root, self.chains.touching(root), roster, KINDS, self.chains.forks())

    def _counts(self, commit: Commit) -> bool:
        roster = self.roster() if self.office and self.office != commit.device else Roster()
        return all(roster.standing(commit, o, KINDS) is Standing.APPLIED for o in commit.operations)

    def _save(self, state: State) -> None:
        self.things.save(state)
        self.projections.refresh(state)

    @staticmethod
    def _thing(state: State) -> object:
        kind = KINDS[state.kind]
        values: dict[str, Json] = state.values(state.root)
        return kind.assemble(state.root, values)

    def close(self) -> None:
        self.database.close()
