"""签字页: what stands on the page that somebody has signed. Until the lock the paper prevails over what comes in later."""

from dataclasses import dataclass
from datetime import datetime

from inspector.inspection.inspection import Inspection
from inspector.inspection.visit import Ink, Print, Stage, Visit
from inspector.journal.commit import Chain
from inspector.journal.operation import GONE
from inspector.journal.state import Head, Slot, State
from inspector.storage.store import Store

_BESIDE = frozenset({Print.kind, Ink.kind})
_NOT_PRINTED = "scan_pending"


@dataclass(frozen=True)
class SignedPage:
    """The visit as it was printed `at` that time on the page that bears a signature."""

    at: datetime
    state: State

    @classmethod
    def of(cls, store: Store, state: State) -> "SignedPage | None":
        """The signed page of a visit that is not locked yet; None where nobody has signed one."""
        if state.kind != Visit.kind or state.locked is not None:
            return None
        inspection = Inspection.read(state)
        signed = {ink.print_digest for ink in inspection.inks if not ink.refused}
        page = next((p for p in reversed(inspection.prints) if p.digest in signed), None)
        if page is None or page.at is None:
            return None
        return cls(page.at, store.as_of(state.root, [Chain.parse(end) for end in page.covers]))

    def binds(self, kind: str, field: str) -> bool:
        """Whether a field of a thing of that kind has been settled with the signature."""
        return kind not in _BESIDE and field != _NOT_PRINTED

    def head(self, slot: Slot) -> Head | None:
        """What the page says there; None where it says nothing."""
        return next(iter(self.state.heads.get(slot, ())), None)

    def stands(self, slot: Slot, value: object, stored: object) -> bool:
        """Whether setting the slot to *value* (*stored* is how the journal has it) leaves the visit as it was signed."""
        entity, field = slot
        if field == GONE:
            return bool(value) == self.state.is_gone(entity)
        if slot == (self.state.root, "stage"):
            return stored == Stage.SIGNED.value
        head = self.head(slot)
        return stored == (head.value if head else None)
