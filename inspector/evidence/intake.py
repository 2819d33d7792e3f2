"""Taking evidence in: reading a file whole, and the facts that are put on record about it."""

from dataclasses import MISSING, asdict, dataclass, fields, is_dataclass
from datetime import UTC, datetime, timedelta
from enum import EnumType, StrEnum
from pathlib import Path, PurePosixPath
from typing import Any, Self, cast, get_args, get_origin

from inspector.clock import Clock
from inspector.errors import Code, Problem, Trouble
from inspector.evidence import regular
from inspector.evidence.claims import Claims, claims_of, harmless
from inspector.evidence.media import Media, media_of
from inspector.evidence.originality import Doubt, doubts
from inspector.evidence.vault import Stored
from inspector.ids import Json

_LONGEST_NAME = 200
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Source(StrEnum):
    """How a file came to us."""

    DIALOG = "dialog"
    DROP = "drop"
    PASTE = "paste"
    WATCHED = "watched"
    CLI = "cli"
    SCAN = "scan"


@dataclass(frozen=True)
class Arrival:
    """A file as it came, before it is stored: its bytes and what its folder said of it."""

    content: bytes
    name: str
    source: Source
    modified_at: str = ""  # ISO 8601 in UTC; a claim, copying changes it
    created_at: str = ""  # the same; empty where the file system does not keep it

    @classmethod
    def of_file(cls, path: Path, source: Source) -> Self:
        """Reads a regular file whole.

        Raises:
            Trouble: FILE_UNREADABLE or FILE_EMPTY, with its path.
        """
        try:
            content, status = regular.content(path), path.stat()
        except OSError as error:
            raise Trouble(Code.FILE_UNREADABLE, path=str(path)) from error
        if not content:
            raise Trouble(Code.FILE_EMPTY, path=str(path))
        birth = getattr(status, "st_birthtime", None)
        return cls(
            content, path.name, source, _instant(status.st_mtime), "" if birth is None else _instant(birth)
        )


@dataclass(frozen=True)
class EvidenceFacts:
    """What is on record of one piece of evidence besides whom and what it belongs to; never edited."""

    sha256: str  # of the original bytes: its identity
    sm3: str
    size_bytes: int
    media: Media
    original_name: str  # without its folder; for display only
    source: Source
    file_modified_at: str
    file_created_at: str
    claims: Claims
    originality: tuple[Doubt, ...]
    arrived_at: str  # wall clock, ISO 8601 with offset
    monotonic_s: str  # decimal seconds since an arbitrary point of this boot
    boot_id: str
    app_version: str

    def to_json(self) -> dict[str, Json]:
        return cast("dict[str, Json]", {**asdict(self), "originality": list(self.originality)})

    @classmethod
    def from_json(cls, value: object) -> Self:
        """Reads the facts back; what a newer version added is left out.

        Raises:
            Trouble: VALUE_INVALID, with the place of every mistake.
        """
        problems: list[Problem] = []
        found = _read(cls, value, "facts", problems)
        if problems:
            raise Trouble(Code.VALUE_INVALID, problems=tuple(problems), what="evidence")
        return cast("Self", found)


def examine(arrival: Arrival, stored: Stored, *, clock: Clock, app_version: str) -> EvidenceFacts:
    """The facts of an original that is in the vault already; reads its tags and decodes nothing."""
    media = media_of(arrival.content)
    claims = claims_of(arrival.content)
    name = harmless(PurePosixPath(arrival.name.replace("\\", "/")).name, _LONGEST_NAME)
    return EvidenceFacts(
        sha256=stored.sha256,
        sm3=stored.sm3,
        size_bytes=stored.size_bytes,
        media=media,
        original_name=name,
        source=arrival.source,
        file_modified_at=arrival.modified_at,
        file_created_at=arrival.created_at,
        claims=claims,
        originality=doubts(name, media, claims),
        arrived_at=clock.now().isoformat(timespec="milliseconds"),
        monotonic_s=f"{clock.monotonic():.3f}",
        boot_id=clock.boot_id(),
        app_version=app_version,
    )


def _instant(timestamp: float) -> str:
    try:  # not fromtimestamp, which refuses what lies before 1970 on Windows
        return (_EPOCH + timedelta(seconds=int(timestamp))).isoformat()
    except OverflowError:
        return ""


def _read(kind: Any, value: Any, where: str, problems: list[Problem]) -> Any:
    """*value* as a *kind*: text, integer, closed set, tuple of one kind, or dataclass of these."""
    if is_dataclass(kind) and isinstance(value, dict):
        given = {f.name: (f.type, value[f.name]) for f in fields(kind) if f.name in value}
        missing = [f.name for f in fields(kind) if f.name not in value and f.default is MISSING]
        problems += [Problem("value_missing", f"{where}/{name}") for name in missing]
        found = {name: _read(k, v, f"{where}/{name}", problems) for name, (k, v) in given.items()}
        return None if missing else cast("Any", kind)(**found)
    if get_origin(kind) is tuple and isinstance(value, list):
        inner = get_args(kind)[0]
        return tuple(_read(inner, v, f"{where}/{i}", problems) for i, v in enumerate(value))
    if type(value) is kind:
        return value
    if isinstance(kind, EnumType) and value in list(kind):
        return kind(value)
    problems.append(Problem("value_malformed", where))
    return None
