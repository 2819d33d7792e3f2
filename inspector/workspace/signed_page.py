"""签字页: what stands on the page that was made final. Once somebody has signed it, it prevails over what comes in later."""

from dataclasses import dataclass
from datetime import datetime

from inspector.inspection.inspection import Inspection
from inspector.inspection.visit import Ink, Print, Stage, Version, Visit
from inspector.journal import lock, redaction
from inspector.journal.commit import Chain
from inspector.journal.operation import GONE
from inspector.journal.state import Head, Slot, State
from inspector.storage.store import Store

_BESIDE = frozenset({Version.kind, Print.kind, Ink.kind, lock.KIND, redaction.KIND})
_NOT_PRINTED = "scan_pending"


@dataclass(frozen=True)
class Page:
    """The visit as it stood when its record was composed."""

    state: State

    @classmethod
    def of(cls, store: Store, visit: str, version: Version) -> "Page":
        return cls(store.as_of(visit, [Chain.parse(end) for end in version.covers]))

    def binds(self, kind: str, field: str) -> bool:
        """Whether a field of a thing of that kind is settled with the signature."""
        return kind not in _BESIDE and field != _NOT_PRINTED

    def head(self, slot: Slot) -> Head | None:
        """What the page says there; None where it says nothing."""
        return next(iter(self.state.heads.get(slot, ())), None)

    def says(self, slot: Slot, value: object, stored: object) -> bool:
        """Whether *value* (*stored* is how the journal has it; for a removal whether the thing is gone) is what the page says."""
        entity, field = slot
        if field == GONE:
            return bool(value) == self.state.is_gone(entity)
        head = self.head(slot)
        return stored == (head.value if head else None)

    def is_unchanged(self, now: State) -> bool:
        """Whether all that is on the page is still so, whatever was written since then."""
        return all(
            self.says(slot, now.is_gone(slot[0]), heads[0].value)
            for slot, heads in now.heads.items()
            if slot != (now.root, "stage") and self.binds(heads[0].kind, slot[1])
        )


@dataclass(frozen=True)
class SignedPage(Page):
    """The page that bears a signature; it was printed `at` that time."""

    at: datetime

    @classmethod
    def signed(cls, store: Store, state: State) -> "SignedPage | None":
        """The signed page of a visit that is not locked yet; None where nobody has signed one."""
        if state.kind != Visit.kind or state.locked is not None:
            return None
        inspection = Inspection.read(state)
        signed = {ink.print_digest for ink in inspection.inks if not ink.refused}
        version = inspection.version
        if version is None or version.digest not in signed:
            return None
        page = next((p for p in reversed(inspection.prints) if p.digest == version.digest), None)
        if page is None or page.at is None:
            return None
        return cls(Page.of(store, state.root, version).state, page.at)

    def stands(self, slot: Slot, value: object, stored: object) -> bool:
        """Whether setting the slot to *value* (*stored* is how the journal has it) leaves the visit as it was signed."""
        if slot == (self.state.root, "stage"):
            return stored == Stage.SIGNED.value
        return self.says(slot, value, stored)
