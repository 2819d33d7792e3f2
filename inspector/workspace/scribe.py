"""The one who writes: turns what a person did into a commit of this device."""

import json
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector import __version__, ids
from inspector.changes import Changes
from inspector.clock import Clock
from inspector.crypto.signing import SigningKey
from inspector.errors import Code, Trouble
from inspector.evidence import durable
from inspector.ids import Json
from inspector.inspection.kinds import KINDS
from inspector.inspection.people import Session
from inspector.journal.commit import Chain, Commit, head_statement
from inspector.journal.hlc import HybridClock
from inspector.journal.operation import GONE, Operation
from inspector.journal.state import State
from inspector.storage.chains import SignedHead
from inspector.storage.store import Store
from inspector.workspace.steps import Stack, Step, Steps


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

        Args:
            edits: what to set.
            undo: the root on whose undo list the commit goes; empty for what cannot be undone.

        Raises:
            Trouble: RECORD_LOCKED, FIELD_UNKNOWN, VALUE_INVALID, DISK_FULL, DISK_FAILED; nothing is kept then.
        """
        with self._store.database.writing():
            states: dict[str, State] = {}
            operations: list[Operation] = []
            before: list[Step] = []
            for edit in edits:
                if edit.root not in states:
                    states[edit.root] = self._store.things.state(edit.root)
                state = states[edit.root]
                if state.locked is not None:
                    raise Trouble(Code.RECORD_LOCKED, root=edit.root)
                operation = self._operation(state, edit)
                if operation is not None:
                    operations.append(operation)
                    before.append(Step.of(state, operation))
            if not operations:
                return Changes()
            commit = self.append(operations)
        if undo:
            self.steps.did(undo, commit.id, before)
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
            operations = [s.back(state) for s in steps]
            again = [Step.of(state, o) for o in operations]
            commit = self.append(operations)
        self.steps.turned(stack, root, commit.id, steps, again)
        return Changes.of(*((o.kind, o.entity) for o in operations))

    def sign_head(self) -> None:
        """Signs the head of the chain: at change of actor, at locking, at export."""
        if self.chain.seq == 0:
            return
        signature = self._signing.sign(head_statement(self.chain))
        with self._store.database.writing():
            self._store.chains.sign(SignedHead(self.chain, signature))
        self._leave_marker()

    def sees(self, stamp: int) -> None:
        """Notes a foreign stamp, so that what is written next comes after it."""
        self._hlc.see(stamp, self._clock.now())

    def _operation(self, state: State, edit: Edit) -> Operation | None:
        slot = (edit.entity, edit.field)
        value = (
            self._gone(state, edit) if edit.field == GONE else KINDS[edit.kind].encode(edit.field, edit.value)
        )
        heads = state.heads.get(slot, ())
        if len(heads) == 1 and heads[0].value == value:
            return None
        if not heads and value is None:
            return None
        return Operation.write(edit.kind, edit.entity, edit.field, value, state.names(slot))

    @staticmethod
    def _gone(state: State, edit: Edit) -> Json:
        """A removal names all that it saw of the entity, so that an edit made apart from it is not lost with it."""
        if not edit.value:
            return None
        slots = [s for s in state.heads if s[0] == edit.entity and s[1] != GONE]
        return [str(n) for n in state.names(*slots)] if slots else []

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
        if self._store.chains.is_frozen(*self.chain.key) or stored.seq > self.chain.seq:
            self.chain = self._new_epoch(self.chain.epoch)
        elif stored != self.chain:  # what was written last was taken back with the transaction around it
            self.chain, self.session = stored, ""

    def _new_epoch(self, last: int) -> Chain:
        """Named by the microsecond, so that two copies of one device do not begin the same one."""
        return Chain(self.device, max(last + 1, int(self._clock.now().timestamp() * 1_000_000)))

    def _own_chain(self) -> Chain:
        epochs = [c for c in self._store.chains.all() if c.device == self.device]
        if not epochs:
            return Chain(self.device, 1)
        newest = max(epochs, key=lambda c: c.epoch)
        known = self._read_marker()
        if known == (newest.epoch, newest.seq) or (
            known and known[0] == newest.epoch and known[1] < newest.seq
        ):
            return newest
        return self._new_epoch(newest.epoch)

    def _read_marker(self) -> tuple[int, int] | None:
        try:
            match json.loads(self._marker.read_text(encoding="ascii")):
                case [int(epoch), int(seq)]:
                    return epoch, seq
        except (OSError, ValueError):
            return None
        return None

    def _leave_marker(self) -> None:
        durable.write(self._marker, [json.dumps([self.chain.epoch, self.chain.seq]).encode()])
