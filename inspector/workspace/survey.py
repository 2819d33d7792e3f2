"""What lies on a stick: looked at without opening or writing anything."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from inspector.errors import Problem, Trouble
from inspector.inspection.people import Device
from inspector.storage.store import Store
from inspector.sync import enrolment
from inspector.sync.bundle import Bundle
from inspector.sync.enrolment import Answer, Request
from inspector.sync.folder import Folder
from inspector.sync.header import Header
from inspector.sync.importing import refusal
from inspector.sync.post import Post


@dataclass(frozen=True)
class Asked:
    """A request to join. `is_granted`: the office has written all of it down already."""

    path: Path
    request: Request
    is_granted: bool


@dataclass(frozen=True)
class Survey:
    """What lies in *folder*. `new` are bundles for this desk that it has not taken in, oldest first; `known` counts those
    that it has, `others` those that are for other desks. `answers` let this very laptop in.
    """

    folder: Path
    requests: tuple[Asked, ...]
    answers: tuple[Answer, ...]
    new: tuple[tuple[Path, Header], ...]
    known: int
    others: int
    unreadable: tuple[Problem, ...]


def survey(post: Post, path: Path, taken: str) -> Survey:
    """Looks at a folder; *taken* stands before the digest of each header that was taken in.

    Raises:
        Trouble: BUNDLE_MISSING when the folder cannot be read.
    """
    folder = Folder(path)
    unreadable: list[Problem] = []
    new: list[tuple[Path, Header]] = []
    answers: list[Answer] = []
    known = others = 0
    for file in folder.bundles():
        try:
            header = Bundle.read(file).header
            if header.pin is not None and header.pin.device == post.device and not post.store.office:
                answers.append(enrolment.read_answer(post, file))
                continue
        except Trouble as trouble:
            unreadable.append(refusal(trouble, str(file)))
            continue
        if post.identity.recipient not in header.recipients:
            others += 1
        elif post.store.local.meta(f"{taken}{header.digest}") or _holds(post.store, header):
            known += 1
        else:
            new.append((file, header))
    requests = tuple(_requests(post, path, unreadable))
    return Survey(
        path,
        requests,
        tuple(answers),
        tuple(sorted(new, key=lambda n: n[1].created)),
        known,
        others,
        tuple(unreadable),
    )


def _holds(store: Store, header: Header) -> bool:
    """Whether every commit is here already, the very same ones, and nothing beside the commits came along."""
    return not header.blobs and all(store.chains.holds(v.signed.chain) for v in header.vouched)


def _requests(post: Post, path: Path, unreadable: list[Problem]) -> Iterator[Asked]:
    for file in sorted(path.glob(f"*{enrolment.SUFFIX}")):
        try:
            request = Request.read(file)
        except Trouble as trouble:
            unreadable.append(refusal(trouble, str(file)))
            continue
        if request.device != post.device:
            yield Asked(file, request, _is_granted(post.store, request))


def _is_granted(store: Store, request: Request) -> bool:
    said = store.things.state(request.device).values(request.device)
    if said.get("key") != request.key or Device.kind != store.things.state(request.device).kind:
        return False
    return all(
        store.things.state(entity).values(entity).get(field) == value
        for _, entity, field, value in request.said()
    )
