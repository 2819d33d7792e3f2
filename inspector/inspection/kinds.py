"""All kinds of thing that this version projects."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from inspector.inspection.people import Credential, Desk, Device, Office, Officer, Session
from inspector.inspection.registry import Market, Party, Stall
from inspector.inspection.visit import (
    Answer,
    Card,
    Goods,
    Ink,
    Photo,
    Print,
    Receipt,
    Scan,
    Suspicion,
    Visit,
)
from inspector.journal import lock, redaction
from inspector.journal.kinds import Kinds, Thing


@dataclass(frozen=True)
class PublishedChecklist(Thing):
    """A version of a checklist that the office gives to its laptops; `template` is its JSON form."""

    kind: ClassVar[str] = "checklist"
    office_only: ClassVar[bool] = True
    checklist: str = ""
    version: str = ""
    digest: str = ""
    template: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Redaction(Thing):
    """A logged destruction of values under a retention rule."""

    kind: ClassVar[str] = redaction.KIND
    office_only: ClassVar[bool] = True
    destroys: tuple[str, ...] = ()
    rule: str = ""


KINDS = Kinds(
    (
        Answer, Card, Credential, Desk, Device, Goods, Ink, Market, Office, Officer, Party, Photo, Print,
        PublishedChecklist, Receipt, Redaction, Scan, Session, Stall, Suspicion, Visit,
    )
)  # fmt: skip
"""Locks have a form of their own (see `journal.lock`)."""

assert KINDS.get(lock.KIND) is None
