"""The one who writes: turns what a person did into a commit of this device."""

import json
import os
import platform
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from inspector import __version__, ids
from inspector.changes import Changes
from inspector.clock import Clock
from inspector.crypto.signing import SigningKey
from inspector.errors import Code, Trouble
from inspector.inspection.kinds import KINDS
from inspector.inspection.people import Session
from inspector.journal.commit import Chain, Commit, SignedHead, head_statement
from inspector.journal.hlc import HybridClock
from inspector.journal.operation import GONE, Operation
from inspector.journal.state import Slot, State
from inspector.storage.store import Store
from inspector.workspace.steps import Stack, Step, Steps, back, steps_of

MARKER_BYTES = 64


@dataclass(frozen=True)
class Edit:
    """One field of one thing to be set; None takes it back to its default."""

    kind: str
    entity: str
    field: str
    value: object

    @property
    def root(self) -> str:
        return self.entity.partition("/")[0]


class Scribe:
    """Writes commits to the chain of this device, as the officer who is acting.

    A restored copy of a workspace is noticed by the marker, which lies outside of it: it begins a new epoch, so that two
    copies of one device never write the same numbers.
    """

    def __init__(self, store: Store, signing: SigningKey, device: str, clock: Clock, marker: Path) -> None:
        self._store = store
        self._signing = signing
        self._clock = clock
        self._marker = marker
        self.device = device
        self.actor = ""
        self.session = ""
        self._hlc = HybridClock(store.chains.clock(device))
        self.sees(store.chains.clock())
        self.chain = self._own_chain()
        self.steps = Steps()

    def write(self, edits: Iterable[Edit], *, undo: str = "") -> Changes:
        """Writes *edits* as one commit; those that say what is said already are left out.

        What was removed comes back when something is written to it: nothing typed is lost in what nobody sees.

        Args:
            edits: what to set; of several for one field the last.
            undo: the root on whose undo list the commit goes; empty for what cannot be undone, and ends the lists of
                what it touches: an answer is not taken back behind a signature.

        Raises:
            Trouble: RECORD_LOCKED, FIELD_UNKNOWN, VALUE_INVALID, DISK_FULL, DISK_FAILED; nothing is kept then.
        """
        with self._store.database.writing():
            last = {(edit.entity, edit.field): edit for edit in edits}
            states = {root: self._store.things.state(root) for root in {e.root for e in last.values()}}
            locked = sorted(root for root, state in states.items() if state.locked is not None)
            if locked:
                raise Trouble(Code.RECORD_LOCKED, root=locked[0])
            said: dict[Slot, Operation] = {}
            for edit in last.values():
                said |= {(o.entity, o.field): o for o in self._said(states[edit.root], edit)}
            operations = tuple(said.values())
            before = steps_of(states, operations)
            if not operations:
                return Changes()
            commit = self.append(operations)
        if undo:
            self.steps.did(undo, commit.id, before)
        else:
            self.steps.end(states)
        return Changes.of(*((o.kind, o.entity) for o in operations))

    def append(self, operations: Sequence[Operation]) -> Commit:
        """Makes the next commit of *operations* and stores it; the first one of a run also says how the clocks stand."""
        with self._store.database.writing():
            self._keep_to_own_branch()
            now = self._clock.now()
            opening = () if self.session else self._opening()
            commit = Commit(
                self.device,
                self.chain.epoch,
                self.chain.seq + 1,
                self.chain.head,
                self.actor,
                self._hlc.tick(now),
                now.isoformat(timespec="milliseconds"),
                str(self._store.local.meta("receipt") or ""),
                (*operations, *opening),
            )
            self._store.commit(commit)
        self.chain = commit.chain
        if opening:
            self.session = opening[0].entity
        self._leave_marker()
        return commit

    def undo(self, root: str) -> Changes:
        """Takes back the last step of this run on *root*, by a new commit.

        Raises:
            Trouble: NOT_LAST when there is none, or something of it has changed since.
        """
        return self._turn(self.steps.undo, root)

    def redo(self, root: str) -> Changes:
        """Does again what was taken back last."""
        return self._turn(self.steps.redo, root)

    def can_undo(self, root: str) -> bool:
        return self.steps.undo.next(self._store.things.state(root)) is not None

    def can_redo(self, root: str) -> bool:
        return self.steps.redo.next(self._store.things.state(root)) is not None

    def _turn(self, stack: Stack, root: str) -> Changes:
        with self._store.database.writing():
            state = self._store.things.state(root)
            steps = stack.next(state)
            if steps is None:
                raise Trouble(Code.NOT_LAST)
            operations = back(steps, state)
            again = [Step.of(state, o) for o in operations]
            commit = self.append(operations)
        self.steps.turned(stack, root, commit.id, steps, again)
        return Changes.of(*((o.kind, o.entity) for o in operations))

    def sign_head(self) -> None:
        """Signs the head of the chain: at change of actor, at locking, at export."""
        with self._store.database.writing():
            self._keep_to_own_branch()
            if self.chain.seq:
                signature = self._signing.sign(head_statement(self.chain))
                self._store.chains.sign(SignedHead(self.chain, signature))
        self._leave_marker()

    def sees(self, stamp: int) -> None:
        """Notes a foreign stamp, so that what is written next comes after it."""
        self._hlc.see(stamp, self._clock.now())

    @staticmethod
    def _said(state: State, edit: Edit) -> tuple[Operation, ...]:
        """The operations of one edit: none where it says what is said already."""
        slot = (edit.entity, edit.field)
        if edit.field == GONE:
            value = state.removal(edit.entity) if edit.value else None
        else:
            value = KINDS[edit.kind].encode(edit.field, edit.value)
        heads = state.heads.get(slot, ())
        if (not heads and value is None) or (len(heads) == 1 and heads[0].value == value):
            return ()
        said = Operation.write(edit.kind, edit.entity, edit.field, value, state.names(slot))
        if edit.field == GONE or not state.is_gone(edit.entity):
            return (said,)
        return said, Operation.write(edit.kind, edit.entity, GONE, None, state.names((edit.entity, GONE)))

    def _opening(self) -> tuple[Operation, ...]:
        now = self._clock.now()
        entity = ids.new_id(now)
        said: dict[str, str] = {
            "boot": self._clock.boot_id(),
            "monotonic": f"{self._clock.monotonic():.3f}",
            "version": __version__,
            "system": platform.platform(terse=True),
        }
        return tuple(Operation.write(Session.kind, entity, field, value) for field, value in said.items())

    def _keep_to_own_branch(self) -> None:
        """Begins a new epoch when a bundle has shown that a copy of this device wrote on under the same numbers."""
        stored = self._store.chains.at(*self.chain.key)
        if stored.seq < self.chain.seq:  # what was written last was taken back with the transaction around it
            self.chain, self.session = stored, ""
        elif stored != self.chain or self._store.chains.is_frozen(*self.chain.key):
            self.chain = self._new_epoch(self.chain.epoch)

    def _new_epoch(self, last: int) -> Chain:
        """Named by the microsecond, so that two copies of one device do not begin the same one."""
        return Chain(self.device, max(last + 1, int(self._clock.now().timestamp() * 1_000_000)))

    def _own_chain(self) -> Chain:
        epochs = [c for c in self._store.chains.all() if c.device == self.device]
        if not epochs:
            return Chain(self.device, 1)
        newest = max(epochs, key=lambda c: c.epoch)
        epoch, seq = self._read_marker() or (0, 0)
        if epoch == newest.epoch and seq <= newest.seq:
            return newest
        return self._new_epoch(max(epoch, newest.epoch))

    def _read_marker(self) -> tuple[int, int] | None:
        try:
            match json.loads(self._marker.read_text(encoding="ascii")[:MARKER_BYTES]):
                case [int(epoch), int(seq)]:
                    return epoch, seq
        except (OSError, ValueError):
            return None
        return None

    def _leave_marker(self) -> None:
        """Not flushed: one that a power cut takes back, or that cannot be written, names fewer commits than there are.

        Written over the old one, in one piece and of one length: a file renamed or cut is flushed by some file systems.
        """
        text = json.dumps([self.chain.epoch, self.chain.seq]).ljust(MARKER_BYTES)
        with suppress(OSError):
            self._marker.parent.mkdir(parents=True, exist_ok=True)
            file = os.open(self._marker, os.O_WRONLY | os.O_CREAT, 0o600)
            try:
                os.write(file, text.encode("ascii"))
            finally:
                os.close(file)
