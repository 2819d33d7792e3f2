"""Sending: what a peer has not got is packed, signed, written and read back."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from inspector import ids
from inspector.crypto.sealing import encrypt
from inspector.errors import Code, Trouble
from inspector.ids import Json
from inspector.inspection.visit import Visit
from inspector.journal.commit import Chain, SignedHead
from inspector.journal.segment import Segment
from inspector.progress import Report, silent
from inspector.storage.branches import Branch
from inspector.sync import reach
from inspector.sync.bundle import written
from inspector.sync.circle import Addressees, Circle
from inspector.sync.contents import Mapped, divided
from inspector.sync.delivery import Whereabouts, unsent_roots
from inspector.sync.folder import Folder
from inspector.sync.header import Cargo, Header, Offshoot, Part, Pin, Sender, Vouched
from inspector.sync.post import Post
from inspector.sync.reach import ChainKey, Reach

_COPYING = "exchange_copying"
_PACKING = "exchange_packing"


@dataclass(frozen=True)
class Exported:
    """A bundle that lies on a stick. `state` is `verified` when every byte of it was read back from the medium, else
    `written`. `missing` are photos whose blobs are not sound here: they did not travel.
    """

    path: Path
    bundle: str
    state: Whereabouts
    commits: int
    records: int
    photos: int
    size_bytes: int
    missing: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Json]:
        return {
            "path": str(self.path),
            "bundle": self.bundle,
            "state": self.state.value,
            "commits": self.commits,
            "records": self.records,
            "photos": self.photos,
            "bytes": self.size_bytes,
            "missing": list(self.missing),
        }


@dataclass(frozen=True)
class Plan:
    """What is to be sent: the runs of chains with the signatures at their ends, branches, blobs, the visits as they stand."""

    to: Addressees
    signed: tuple[SignedHead, ...]
    after: Reach
    branches: tuple[Branch, ...]
    blobs: tuple[Mapped, ...]
    visits: tuple[str, ...]
    held: tuple[Chain, ...]
    own: tuple[int, int]
    pin: Pin | None = None

    @property
    def ranges(self) -> dict[ChainKey, tuple[int, int]]:
        return {s.chain.key: (self.after.get(s.chain.key, 0) + 1, s.chain.seq) for s in self.signed}


def plan(post: Post, circle: Circle, to: Addressees, *, pin: Pin | None = None) -> Plan:
    """What the addressees have not got, as far as they have told. The head of the own chain is signed for it.

    Only the office is sent blobs. The answer to an enrolment (`pin`) has the office's own chains and no others.
    """
    store = post.store
    with store.database.writing():  # nobody writes between the signature and the digests
        post.sign_head()
        told = [{}] if pin else [reach.known(store, d) for d in to.devices]
        travelling = {post.device} if pin else {post.device, *circle.devices}
        chains = [c for c in store.chains.all() if c.device in travelling]
        after = {c.key: min(reach.shared(store.chains, c, t) for t in told) for c in chains}
        ends = [store.chains.signed(*c.key) for c in chains]
        signed = tuple(s for s in ends if s is not None and s.chain.seq > after[s.chain.key])
        beside = [b for b in store.chains.branches.all() if b.key[0] in travelling]
        to_office = to.devices == (circle.device,)
        unsent = store.things.listed(unsent_roots(store, post.device) if to_office else ()).values()
        waiting = store.local.waiting_blobs() if to_office else ()
        return Plan(
            to=to,
            signed=signed,
            after={s.chain.key: after[s.chain.key] for s in signed if after[s.chain.key]},
            branches=tuple(b for b in beside if not all(b.end.chain in t.get(b.key, ()) for t in told)),
            blobs=tuple(Mapped(b.sha256, b.cipher, b.size_bytes, b.recipients) for b in waiting),
            visits=tuple(digest for kind, digest in unsent if kind == Visit.kind),
            held=reach.held(store),
            own=max(post.own, default=(1, 0)),
            pin=pin,
        )


def send(
    post: Post, circle: Circle, plan: Plan, folder: Folder, name: str = "", report: Report = silent
) -> Exported:
    """Carries a plan out: blobs first, each read back; the bundle last, so that one that is there is whole.

    Raises:
        Trouble: DISK_FULL, DISK_FAILED, BUNDLE_UNVERIFIED. Cancelled: by *report*. What was copied then stays for the
            next time; there is no bundle that lacks anything.
    """
    cargo, missing, past_cache = _copy(post, plan, folder, report)
    lacking = {m.sha256 for m in missing}
    sent = tuple(b for b in plan.blobs if b.sha256 not in lacking)
    report(0, 1, _PACKING)
    parts = tuple(
        encrypt(contents.pack(), plan.to.recipients) for contents in divided(_segments(post, plan), sent)
    )
    now = post.clock.now()
    bundle = ids.new_id(now)
    header = Header(
        bundle=bundle,
        circle=circle.device,
        sender=Sender(post.device, post.signing.public, *plan.own),
        recipients=plan.to.recipients,
        created=now.isoformat(timespec="seconds"),
        prerequisites=plan.after,
        ranges=plan.ranges,
        heads={s.chain.key: Vouched(s, _key_of(post, circle, s.chain.device)) for s in plan.signed},
        held=plan.held,
        frozen=tuple(c.key for c in post.store.chains.frozen()),
        branches=tuple(
            Offshoot(b.segment.start, Vouched(b.end, _key_of(post, circle, b.key[0]))) for b in plan.branches
        ),
        parts=tuple(Part(f"journal-{i + 1}", len(p), ids.sha256(p)) for i, p in enumerate(parts)),
        blobs=cargo,
        pin=plan.pin,
    )
    name = name or f"{now:%Y%m%d-%H%M%S}-{bundle[-8:]}"
    path, read_back = folder.write(name, written(header, parts, post.signing))
    report(1, 1, _PACKING)
    state = Whereabouts.VERIFIED if read_back and past_cache else Whereabouts.WRITTEN
    names = (*plan.visits, *(b.sha256 for b in sent))
    post.store.local.mark_delivery(names, state.value, bundle, header.created)
    return Exported(
        path,
        bundle,
        state,
        header.commits,
        len(plan.visits),
        len(sent),
        path.stat().st_size + sum(c.length for c in cargo),
        tuple(m.sha256 for m in missing),
    )


def _copy(
    post: Post, plan: Plan, folder: Folder, report: Report
) -> tuple[tuple[Cargo, ...], tuple[Mapped, ...], bool]:
    """Lays the blobs down; the ones that travel, the ones that are not sound here, and whether all were read back."""
    cargo: list[Cargo] = []
    missing: list[Mapped] = []
    past_cache = True
    total = sum(b.size_bytes for b in plan.blobs)
    done = 0
    for blob in plan.blobs:
        report(done, total, _COPYING)
        done += blob.size_bytes
        laid = _lay_down(post, plan.to, blob, folder)
        if laid is None:
            missing.append(blob)
        else:
            cargo.append(laid[0])
            past_cache &= laid[1]
    report(total, total, _COPYING)
    return tuple(cargo), tuple(missing), past_cache


def _lay_down(post: Post, to: Addressees, blob: Mapped, folder: Folder) -> tuple[Cargo, bool] | None:
    """One blob on the stick, and whether it was read back; None when it is not sound here or the office cannot open it."""
    source = post.vault.path_of(blob.cipher)
    if not source.is_file() or not set(to.recipients) <= set(blob.recipients):
        return None
    cargo = Cargo(blob.cipher, source.stat().st_size)
    if folder.has(cargo):
        return cargo, True
    try:
        return cargo, folder.copy(blob.cipher, post.vault)
    except Trouble as trouble:
        if trouble.code not in (Code.BLOB_DAMAGED, Code.FILE_UNREADABLE):
            raise
        return None


def _segments(post: Post, plan: Plan) -> Iterator[Segment]:
    for (device, epoch), (first, last) in plan.ranges.items():
        yield from post.store.chains.run(device, epoch, first - 1, last)
    yield from (b.segment for b in plan.branches)


def _key_of(post: Post, circle: Circle, device: str) -> str:
    return post.signing.public if device == post.device else circle.devices[device].key
