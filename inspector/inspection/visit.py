"""The visit itself and everything that stands below it: answers, cards, suspicions, goods, photos, prints, ink."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar

from inspector import ids
from inspector.checklist.template import Mark
from inspector.inspection.record import Attendance
from inspector.journal.kinds import Thing


class Stage(StrEnum):
    """起草 · 定稿待签 · 签字. The lock (锁定归档) is an operation of its own, not a stage that could be written."""

    DRAFT = "draft"
    FINAL = "final"
    SIGNED = "signed"


class InkRole(StrEnum):
    """Whose ink stands on the page."""

    PARTY = "party"
    OFFICER = "officer"
    WITNESS = "witness"


@dataclass(frozen=True)
class Visit(Thing):
    """检查: two officers at one party at one time. Facts of the party are in the registry, typed once."""

    kind: ClassVar[str] = "visit"
    desk: str = ""  # the device where it began: its bureau and station head the record
    stage: Stage = Stage.DRAFT
    subject: str = ""
    checklist: str = ""
    checklist_version: str = ""
    checklist_digest: str = ""
    party: str = ""
    market: str = ""
    stall: str = ""
    place: str = ""
    officers: tuple[str, ...] = ()
    started_at: datetime | None = None
    ended_at: datetime | None = None
    certificates_shown: bool = False
    rights_told: bool = False
    person_present: str = ""
    notified: str = ""
    attendance: Attendance | None = None
    attendance_note: str = ""
    video: str = ""
    reply_certificates: str = ""
    reply_rights: str = ""
    site_facts: str = ""
    measure_notice: str = ""
    statement: str = ""
    reply_closing: str = ""
    witness_name: str = ""
    witness_contact: str = ""
    witness_unit: str = ""
    suspended: str = ""
    scan_pending: bool = False
    supplements: str = ""
    supplemented: Mapping[str, Any] = field(
        default_factory=dict, hash=False
    )  # how the page names that record


@dataclass(frozen=True)
class Answer(Thing):
    """What was found on one item. The entity is `VISIT/answer/ADDRESS`: two laptops answering one item meet."""

    kind: ClassVar[str] = "answer"
    placed: ClassVar[bool] = True
    mark: Mark = Mark.UNCHECKED
    fact: str = ""
    note: str = ""


@dataclass(frozen=True)
class Card(Thing):
    """One product or stall: an instance of a repeat of the checklist."""

    kind: ClassVar[str] = "card"
    repeat: str = ""
    order: int = 0


@dataclass(frozen=True)
class Suspicion(Thing):
    """疑点: the objective facts behind a mark of that kind; `item` is the address of the answer."""

    kind: ClassVar[str] = "suspicion"
    item: str = ""
    facts: str = ""


@dataclass(frozen=True)
class Goods(Thing):
    """涉案物品: one goods line of a suspicion. Quantity and price are exact; price in yuan."""

    kind: ClassVar[str] = "goods"
    suspicion: str = ""
    order: int = 0
    name: str = ""
    mark: str = ""
    registration_number: str = ""
    batch: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    unit_price: Decimal | None = None
    source: str = ""


@dataclass(frozen=True)
class Photo(Thing):
    """A photo on an item (`item` is an answer's address; empty: on the visit as a whole).

    `facts` is what was recorded when the bytes came in (see `evidence`): never edited.
    """

    kind: ClassVar[str] = "photo"
    sha256: str = ""
    sm3: str = ""
    size_bytes: int = 0
    facts: Mapping[str, Any] = field(default_factory=dict, hash=False)
    item: str = ""
    caption: str = ""
    order: int = 0


@dataclass(frozen=True)
class Version(Thing):
    """定稿: record.json as it was then. It is printed, signed and sealed as it stands, whatever else changes.

    `covers` are the ends of the chains that had written on the visit by then (`str` of a `Chain`).
    """

    kind: ClassVar[str] = "version"
    order: int = 0
    record: Mapping[str, Any] = field(default_factory=dict, hash=False)
    covers: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """The version digest: SHA-256 of record.json, 64 hex digits; the pages print its first sixteen."""
        return ids.sha256(ids.canonical(dict(self.record)))


@dataclass(frozen=True)
class Print(Thing):
    """A printed version of the page: superseded (作废) by any later one whose digest differs."""

    kind: ClassVar[str] = "print"
    digest: str = ""
    form: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Ink(Thing):
    """A signature in ink as noted by an officer; `refused` notes that it was refused instead.

    `note` is what the officers wrote on the paper by hand about the refusal, `video` the recording that shows it.
    """

    kind: ClassVar[str] = "ink"
    role: InkRole = InkRole.PARTY
    who: str = ""
    at: datetime | None = None
    refused: bool = False
    note: str = ""
    video: str = ""
    print_digest: str = ""


@dataclass(frozen=True)
class Scan(Thing):
    """The signed page come back as a scan or photo: a thing of its own that refers to the visit."""

    kind: ClassVar[str] = "scan"
    visit: str = ""
    sha256: str = ""
    sm3: str = ""
    size_bytes: int = 0
    facts: Mapping[str, Any] = field(default_factory=dict, hash=False)
    corrections: str = ""  # what was corrected by hand on that page, word for word: there the paper prevails


@dataclass(frozen=True)
class Receipt(Thing):
    """The office's word that it has what the digests name: record.json of locked visits, and photos."""

    kind: ClassVar[str] = "receipt"
    office_only: ClassVar[bool] = True
    bundle: str = ""
    device: str = ""
    records: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    at: datetime | None = None
