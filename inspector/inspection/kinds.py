"""All kinds of thing that this version projects."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from inspector.inspection.people import Credential, Desk, Device, Fork, Office, Officer, Session
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
    Version,
    Visit,
)
from inspector.journal import lock, redaction
from inspector.journal.kinds import Kinds, Thing


@dataclass(frozen=True)
class PinnedTemplate(Thing):
    """A checklist in the version that visits were begun with. Its root is the digest of the JSON form `content`."""

    kind: ClassVar[str] = "template"
    checklist: str = ""
    version: str = ""
    content: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Publication(Thing):
    """The office's word that laptops begin new visits with the template of that digest."""

    kind: ClassVar[str] = "publication"
    office_only: ClassVar[bool] = True
    checklist: str = ""
    template: str = ""
    withdrawn: bool = False


@dataclass(frozen=True)
class Redaction(Thing):
    """A logged destruction of values under a retention rule."""

    kind: ClassVar[str] = redaction.KIND
    office_only: ClassVar[bool] = True
    destroys: tuple[str, ...] = ()
    rule: str = ""


KINDS = Kinds(
    (
        Answer, Card, Credential, Desk, Device, Fork, Goods, Ink, Market, Office, Officer, Party, Photo, Print,
        Publication, PinnedTemplate, Receipt, Redaction, Scan, Session, Stall, Suspicion, Version, Visit,
    )
)  # fmt: skip
"""Locks have a form of their own (see `journal.lock`)."""

assert KINDS.get(lock.KIND) is None
