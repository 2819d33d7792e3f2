"""Undo and redo: what a step changed, and whether it can still be taken back."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from inspector.ids import Json
from inspector.inspection.kinds import KINDS
from inspector.journal.operation import GONE, Operation
from inspector.journal.state import Slot, State


@dataclass(frozen=True)
class Step:
    """One operation of a step: what stood there before, and which commit had put it there."""

    kind: str
    entity: str
    field: str
    before: Json
    written_by: str

    @classmethod
    def of(cls, state: State, operation: Operation) -> Self:
        """What *operation* is about to change in *state*."""
        heads = state.heads.get((operation.entity, operation.field), ())
        before = heads[0] if heads else None
        return cls(
            operation.kind,
            operation.entity,
            operation.field,
            before.value if before else None,
            before.name.commit if before else "",
        )

    @classmethod
    def making(cls, operation: Operation) -> Self:
        """That the thing of *operation* was not there before: to take that back is to remove it."""
        return cls(operation.kind, operation.entity, GONE, [], "")

    @property
    def is_making(self) -> bool:
        return self.field == GONE and self.before == [] and not self.written_by

    @property
    def slot(self) -> Slot:
        return self.entity, self.field

    def back(self, state: State) -> Operation:
        """The operation that puts back what stood there before; a removal names what is there to be removed now."""
        removed = self.field == GONE and self.before is not None
        value = state.removal(self.entity) if removed else self.before
        return Operation.write(self.kind, self.entity, self.field, value, state.names(self.slot))


def steps_of(states: Mapping[str, State], operations: Sequence[Operation]) -> list[Step]:
    """What *operations* are about to change in the states of their roots, and which things they make."""
    changed = [Step.of(states[o.root], o) for o in operations]
    made = {
        o.entity: Step.making(o)
        for o in operations
        if o.field != GONE and not KINDS.is_placed(o.kind) and not states[o.root].entity(o.entity).fields
    }
    return [*changed, *made.values()]


def back(steps: Sequence[Step], state: State) -> list[Operation]:
    """The operations that take *steps* back. A thing of which others have said more by now is emptied, not removed."""
    own = {step.slot for step in steps}
    return [
        step.back(state) for step in steps if not (step.is_making and _says_more(state, step.entity, own))
    ]


def _says_more(state: State, entity: str, own: Container[Slot]) -> bool:
    return any(
        value is not None and (entity, f) not in own for f, value in state.entity(entity).values.items()
    )


class Stack:
    """The steps on each root that can be turned one way, the last on top."""

    def __init__(self, origin: dict[tuple[str, Slot], str]) -> None:
        self._origin = origin
        self._steps: dict[str, list[tuple[str, tuple[Step, ...]]]] = {}

    def push(self, root: str, commit: str, steps: Sequence[Step]) -> None:
        self._steps.setdefault(root, []).append((commit, tuple(steps)))

    def pop(self, root: str) -> None:
        self._steps[root].pop()

    def clear(self, root: str) -> None:
        self._steps.pop(root, None)

    def hold(self, root: str) -> None:
        """Forgets the step by which the thing *root* itself would go."""
        gone = (root, GONE)
        kept = [(c, steps) for c, steps in self._steps.get(root, []) if all(s.slot != gone for s in steps)]
        self._steps[root] = kept

    def next(self, state: State) -> tuple[Step, ...] | None:
        """The step on top, if all that it wrote still stands as it wrote it."""
        stack = self._steps.get(state.root)
        if not stack or state.locked is not None:
            return None
        commit, steps = stack[-1]
        for step in steps:
            heads = state.heads.get(step.slot, ())
            written_by = self.origin(heads[0].name.commit, step.slot) if heads else ""
            if len(heads) > 1 or written_by != self.origin(commit, step.slot):
                return None
        return steps

    def origin(self, commit: str, slot: Slot) -> str:
        """The commit whose value *commit* put back at *slot*; itself, if it was no turning."""
        return self._origin.get((commit, slot), commit)


class Steps:
    """What this run of the program did and can turn. Not kept over a restart: what came before it stands."""

    def __init__(self) -> None:
        origin: dict[tuple[str, Slot], str] = {}
        self._origin = origin
        self.undo = Stack(origin)
        self.redo = Stack(origin)

    def did(self, root: str, commit: str, steps: Sequence[Step]) -> None:
        for step in steps:
            if step.is_making:  # nobody wrote yet that it is gone, or that it is not
                self._origin[(commit, step.slot)] = ""
        self.undo.push(root, commit, steps)
        self.redo.clear(root)

    def hold(self, roots: Iterable[str]) -> None:
        """Other things stand on these from now on: that they were added can be turned no more."""
        for root in roots:
            self.undo.hold(root)
            self.redo.hold(root)

    def end(self, roots: Iterable[str]) -> None:
        """From now on nothing that was done on these roots can be turned."""
        for root in roots:
            self.undo.clear(root)
            self.redo.clear(root)

    def turned(
        self, stack: Stack, root: str, commit: str, steps: Sequence[Step], again: Sequence[Step]
    ) -> None:
        """Notes that *commit* took the top of *stack* back; *again* is what turns it once more."""
        for step in steps:
            self._origin[(commit, step.slot)] = stack.origin(step.written_by, step.slot)
        stack.pop(root)
        other = self.redo if stack is self.undo else self.undo
        other.push(root, commit, again)
