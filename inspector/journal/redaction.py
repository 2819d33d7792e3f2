"""The authorised destruction of values under a retention rule; digests stay, so every chain still verifies."""

from collections.abc import Iterable

from inspector.journal.operation import Name, Operation

KIND = "redaction"
DESTROYS = "destroys"


def destroyed(operations: Iterable[Operation]) -> frozenset[Name]:
    """The operations whose values the redactions among *operations* destroy. They stand beside a lock."""
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
