"""The record: every fact of a visit resolved to its value of that moment, the only source of what is printed and locked.

`record.json` is the canonical JSON of a `Record`. Its *content* is what the party reads and signs; the *version digest*
printed on each page is the SHA-256 of that content. What happens after printing (ink signatures, superseded prints,
the scan) stands beside the content, so that signing does not change what was signed.
"""

from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import StrEnum
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from inspector import ids
from inspector.checklist.template import Mark
from inspector.errors import Code, Problem, Trouble

FORMAT = "inspector-record/1"


class Form(StrEnum):
    """Which page a visit ends in: 检查记录 when nothing was found, 现场笔录 from the first suspicion on."""

    INSPECTION_RECORD = "inspection_record"
    ONSITE_RECORD = "onsite_record"


class Attendance(StrEnum):
    """What the party did: 在场 · 不到场 · 拒签 · 中途离开 · 阻挠."""

    PRESENT = "present"
    ABSENT = "absent"
    REFUSED = "refused"
    LEFT = "left"
    OBSTRUCTED = "obstructed"


@dataclass(frozen=True)
class RecordOfficer:
    """An officer with the certificate of the day."""

    id: str
    name: str
    certificate: str


@dataclass(frozen=True)
class RecordParty:
    """The party block (PartyBlock of the 2021 set). `id_number` is masked wherever it is shown on a screen."""

    name: str = ""
    licence_kind: str = ""  # 主体资格证照名称
    uscc: str = ""  # 统一社会信用代码（注册号）
    address: str = ""  # 住所（住址）
    representative: str = ""  # 法定代表人（负责人、经营者）
    id_number: str = ""
    phone: str = ""
    other_contact: str = ""


@dataclass(frozen=True)
class RecordWitness:
    name: str
    contact: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Dialogue:
    """A fixed sentence of the officers, and the party's own words (empty: room is left to write them by hand)."""

    said: str
    reply: str = ""


@dataclass(frozen=True)
class RecordItem:
    """One item as answered; `value` is its fact, if it asks for one."""

    id: str
    section: str
    text: str
    mark: Mark | None  # none on what is only written down
    value: str = ""
    note: str = ""
    card: str = ""  # the label of the product or stall card it stands on
    basis: tuple[str, ...] = ()


@dataclass(frozen=True)
class RecordGoods:
    """One goods line of a suspicion; quantity and price are decimal strings, price in yuan."""

    name: str
    mark: str = ""
    registration_number: str = ""
    batch: str = ""
    quantity: str = ""
    unit: str = ""
    unit_price: str = ""
    source: str = ""


@dataclass(frozen=True)
class RecordPhoto:
    """One photo: the digest of its original bytes, and what the camera and the officer say of it."""

    sha256: str
    sm3: str
    caption: str
    taken_at: str = ""  # ISO 8601; from EXIF (a claim, perhaps without an offset) or the intake
    taken_claim: str = ""  # "exif" or "intake"
    item: str = ""
    original_name: str = ""
    size_bytes: int = 0
    media: str = ""  # the kind of file, by its first bytes


@dataclass(frozen=True)
class RecordReference:
    """The locked record that a supplementary one (补充笔录) corrects, as its pages name it."""

    title: str = ""
    number: str = ""
    started_at: str = ""
    digest: str = ""  # its version digest, the one that was signed


@dataclass(frozen=True)
class Record:
    """The content of 检查记录 or 现场笔录. Instants are ISO 8601 with their offset, to the minute."""

    id: str
    form: Form
    demo: bool
    bureau: str
    station: str
    number: str
    subject: str  # 检查事由
    started_at: str
    ended_at: str
    place: str
    officers: tuple[RecordOfficer, ...]
    party: RecordParty
    person_present: str  # who stood there for the party, and their relation to it
    attendance: Attendance | None
    attendance_note: str  # the confirmed wording on absence, refusal, leaving or obstruction
    video: str  # device, file and time of the recording, if any
    notified: str  # 通知当事人到场情况
    dialogues: tuple[Dialogue, ...]
    site_facts: str  # 现场情况
    measure_notice: str  # notice of reasons, basis, rights and remedies, if a coercive measure is taken
    statement: str  # 当事人的陈述和申辩, in the party's words
    closing: Dialogue
    witness: RecordWitness | None
    suspended: str  # the reason of 检查中止
    checklist_id: str
    checklist_title: str
    checklist_version: str
    items: tuple[RecordItem, ...]
    goods: tuple[RecordGoods, ...]
    photos: tuple[RecordPhoto, ...]
    supplements: str = ""  # the id of the locked record that this one supplements
    supplemented: RecordReference | None = None
    format: str = FORMAT

    def to_json(self) -> dict[str, ids.Json]:
        return cast("dict[str, ids.Json]", _plain(self))

    def canonical(self) -> bytes:
        """The bytes that are stored as record.json."""
        return ids.canonical(self.to_json())

    @property
    def version_digest(self) -> str:
        """SHA-256 of record.json, 64 hex digits; the pages print its first sixteen."""
        return ids.sha256(self.canonical())

    @classmethod
    def from_json(cls, value: object) -> "Record":
        """Reads record.json back. What later versions added to a record has a default for those made before.

        Raises:
            Trouble: VALUE_INVALID, with the place of every mistake.
        """
        problems: list[Problem] = []
        found = _typed(cls, value, "record", problems)
        if problems:
            raise Trouble(Code.VALUE_INVALID, problems=tuple(problems), what="record.json")
        return cast("Record", found)


def _plain(value: object) -> ids.Json:
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, StrEnum):
        return value.value
    return cast("ids.Json", value)


def _typed(kind: Any, value: Any, where: str, problems: list[Problem]) -> Any:
    origin = get_origin(kind)
    if origin in (UnionType, Union):
        if value is None:
            return None
        return _typed(next(k for k in get_args(kind) if k is not type(None)), value, where, problems)
    if origin is tuple:
        if isinstance(value, list):
            inner = get_args(kind)[0]
            return tuple(_typed(inner, v, f"{where}/{i}", problems) for i, v in enumerate(value))
    elif is_dataclass(kind):
        if isinstance(value, dict):
            hints = get_type_hints(kind)
            absent = [f for f in fields(kind) if f.name not in value]
            missing = [f.name for f in absent if f.default is MISSING]
            problems += [Problem("value_missing", f"{where}/{n}") for n in missing]
            if missing:
                return None
            given = {f.name for f in fields(kind)} - {f.name for f in absent}
            return cast("type[Any]", kind)(
                **{n: _typed(hints[n], value[n], f"{where}/{n}", problems) for n in given}
            )
    elif isinstance(kind, type) and issubclass(kind, StrEnum):
        if value in set(kind):
            return kind(value)
    elif type(value) is kind:
        return value
    problems.append(Problem("value_malformed", where))
    return None
