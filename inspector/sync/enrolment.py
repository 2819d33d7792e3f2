"""Joining a circle (入网登记): the laptop's request, the office's approval, and the answer that the laptop accepts."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Self, cast

from inspector import ids
from inspector.crypto import signing
from inspector.crypto.signing import SigningKey
from inspector.errors import Code, Trouble
from inspector.evidence import durable, regular
from inspector.ids import Json
from inspector.inspection.people import Credential, Device
from inspector.journal.roster import device_of
from inspector.journal.segment import strict_json
from inspector.progress import Report, silent
from inspector.sync import incoming, taking_in
from inspector.sync.bundle import Bundle, damaged
from inspector.sync.importing import Imported, note_receipt, summary
from inspector.sync.post import Post

FORMAT = "inspector-enrolment/1"
SUFFIX = ".enrolment"

_LARGEST_FILE = 4 * 1024 * 1024
_ID = re.compile(r"[0-9a-f]{32}")
_KEY = re.compile(r"[0-9a-f]{64}")
_RECIPIENT = re.compile(r"age1[0-9a-z]{20,80}")


@dataclass(frozen=True)
class Applicant:
    """An officer with a signing key on the laptop: `credential` is the id under which the laptop knows the key."""

    officer: str
    name: str
    certificate: str
    credential: str
    key: str


@dataclass(frozen=True)
class Request:
    """What a laptop says of itself when it asks to join."""

    device: str
    key: str
    recipient: str
    name: str
    station: str
    created: str
    officers: tuple[Applicant, ...]

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.key)

    def write(self, folder: Path, key: SigningKey) -> Path:
        """Writes the request, signed by the laptop itself; returns its place.

        Raises:
            Trouble: DISK_FULL, DISK_FAILED.
        """
        body = self._body()
        stored: Json = {"body": body, "signature": key.sign(ids.canonical(body))}
        path = folder / f"{self.device[:12]}{SUFFIX}"
        durable.write(path, [json.dumps(stored, ensure_ascii=False, indent=1).encode()])
        return path

    def _body(self) -> Json:
        return cast(
            "Json", {"format": FORMAT, **asdict(self), "officers": [asdict(o) for o in self.officers]}
        )

    @classmethod
    def read(cls, path: Path) -> Self:
        """Reads a request that the laptop named in it has signed.

        Raises:
            Trouble: ENROLMENT_DAMAGED.
        """
        try:
            if path.stat().st_size > _LARGEST_FILE:
                raise ValueError("too long")
            stored = cast("Any", strict_json(regular.content(path)))
            body = stored["body"]
            officers = tuple(_read(Applicant, o) for o in body["officers"])
            request = cls(**{**_texts(cls, body), "officers": officers})
            sound = (
                body["format"] == FORMAT
                and device_of(request.key) == request.device
                and signing.verify(request.key, ids.canonical(body), stored["signature"])
                and all(p.fullmatch(t) for p, t in request._shapes())
            )
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            raise Trouble(Code.ENROLMENT_DAMAGED, path=str(path)) from error
        if not sound:
            raise Trouble(Code.ENROLMENT_DAMAGED, path=str(path))
        return request

    def _shapes(self) -> Iterator[tuple[re.Pattern[str], str]]:
        yield from ((_ID, self.device), (_KEY, self.key), (_RECIPIENT, self.recipient))
        for officer in self.officers:
            yield from ((_ID, officer.officer), (_ID, officer.credential), (_KEY, officer.key))

    def said(self) -> Iterator[tuple[str, str, str, object]]:
        """What the office writes to let the laptop in: kind, entity, field and value.

        The entities are the laptop's own, so that what the office says stands where the laptop had said it. Officers
        come with the laptop's journal: the office vouches for their keys only.
        """
        for field in ("name", "station", "key", "recipient"):
            yield Device.kind, self.device, field, getattr(self, field)
        for officer in self.officers:
            said = {"officer": officer.officer, "device": self.device, "key": officer.key}
            for field, value in said.items():
                yield Credential.kind, officer.credential, field, value


@dataclass(frozen=True)
class Answer:
    """The office's answer: into which office, and the fingerprint that a person compares with the office's."""

    path: Path
    office: str
    bureau: str
    name: str
    fingerprint: str


def read_answer(post: Post, path: Path) -> Answer:
    """Reads an answer without accepting it.

    Raises:
        Trouble: BUNDLE_MISSING, BUNDLE_DAMAGED, BUNDLE_NEWER, BUNDLE_UNSIGNED; ENROLMENT_FOREIGN when it lets another
            laptop in, or this one into a second office.
    """
    return _answer(post, Bundle.read(path))


def _answer(post: Post, bundle: Bundle) -> Answer:
    header, pin = bundle.header, bundle.header.pin
    mine = pin is not None and pin.device == post.device and header.sender.device == header.circle
    if pin is None or not mine or post.store.office not in ("", header.circle):
        raise Trouble(Code.ENROLMENT_FOREIGN, path=str(bundle.path))
    return Answer(bundle.path, header.circle, pin.bureau, pin.name, fingerprint(header.sender.key))


def accept(post: Post, path: Path, report: Report = silent) -> Imported:
    """Joins the office: its chain comes in and says from now on what counts.

    Raises:
        Trouble: as `read_answer` and as an import; nothing is kept then.
    """
    bundle = Bundle.read(path)
    answer = _answer(post, bundle)
    plan = incoming.plan(post, bundle, report)
    if plan.needs or not (post.store.office or _speaks(plan, answer.office)):
        raise damaged(path, "ranges")
    with post.store.database.writing():  # the office and its word together, or neither
        taken = taking_in.take_in(post, plan)
        if not post.store.office:
            post.store.join(answer.office)
    taking_in.settle(post, report)
    note_receipt(post.store, plan.roots)
    return summary(path, plan, taken)


def _speaks(plan: incoming.Plan, office: str) -> bool:
    """Whether the office's own chain is inside, from its beginning."""
    return any(device == office for device, _ in plan.segments)


def fingerprint(key: str) -> str:
    """The first sixteen digits of a device's name in groups of four, for two people to compare."""
    device = device_of(key)
    return " ".join(device[i : i + 4] for i in range(0, 16, 4))


def _texts(cls: type[Any], stored: Any) -> dict[str, Any]:
    found = {f.name: stored[f.name] for f in fields(cls) if f.type is str}
    if not all(type(v) is str for v in found.values()):
        raise ValueError("not a text")
    return found


def _read(cls: type[Applicant], stored: Any) -> Applicant:
    return cls(**_texts(cls, stored))
