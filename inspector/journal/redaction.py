"""The authorised destruction of values under a retention rule; digests stay, so every chain still verifies."""

from collections.abc import Iterable

from inspector.journal import lock
from inspector.journal.operation import GONE, Name, Operation

KIND = "redaction"
DESTROYS = "destroys"


def destroyed(operations: Iterable[Operation]) -> frozenset[Name]:
    """The names that the redactions among *operations* give. A redaction stands below the root that it is about."""
    found: set[Name] = set()
    for operation in operations:
        if operation.kind != KIND or operation.field != DESTROYS or not isinstance(operation.value, list):
            continue
        for text in operation.value:
            try:
                found.add(Name.parse(str(text)))
            except ValueError:
                continue
    return frozenset(found)


def is_destructible(operation: Operation) -> bool:
    """Whether the value can be destroyed: seals, removals and redactions hold no facts, and what holds stands on them."""
    beside = operation.kind == KIND or (operation.kind == lock.KIND and operation.field == lock.SEAL)
    return not beside and operation.field != GONE
