"""Receiving: a bundle is read and checked whole, planned as a value, and only then taken in."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain as joined

from inspector import ids
from inspector.crypto.sealing import decrypt
from inspector.errors import Code, Trouble
from inspector.inspection.kinds import Redaction
from inspector.journal import redaction
from inspector.journal.commit import SignedHead
from inspector.journal.operation import Name
from inspector.journal.segment import Segment
from inspector.progress import Report, silent
from inspector.storage.store import Store
from inspector.sync.bundle import Bundle, damaged
from inspector.sync.circle import thing
from inspector.sync.contents import Contents, Mapped
from inspector.sync.folder import Folder
from inspector.sync.header import Header
from inspector.sync.post import Post
from inspector.sync.reach import ChainKey

_CHECKING = "exchange_checking"


@dataclass(frozen=True)
class Plan:
    """What a sound bundle brings. `needs` are the commits before it that are not held here: then it has to wait.

    `branches` come with the signatures at their ends. `new` are the blobs to be taken in, `absent` those that do not lie
    beside the bundle; `roots` are all things that it speaks of, known or new.
    """

    header: Header
    segments: Mapping[ChainKey, tuple[Segment, ...]]
    branches: tuple[tuple[Segment, SignedHead], ...]
    blobs: tuple[Mapped, ...]
    new: tuple[Mapped, ...]
    absent: tuple[Mapped, ...]
    roots: frozenset[str]
    needs: Mapping[ChainKey, int]
    folder: Folder


def plan(post: Post, bundle: Bundle, report: Report = silent) -> Plan:
    """Reads every byte of a bundle and of its blobs, and writes nothing.

    Raises:
        Trouble: BUNDLE_FOREIGN when it was meant for others; BUNDLE_DAMAGED with the place; JOURNAL_BROKEN.
    """
    header = bundle.header
    if post.identity.recipient not in header.recipients:
        raise Trouble(Code.BUNDLE_FOREIGN, path=str(bundle.path), sender=header.sender.device[:16])
    report(0, header.commits, _CHECKING)
    contents = _opened(post, bundle)
    segments = _by_chain(bundle, contents)
    branches = _branches(bundle, contents)
    roots = _checked(post.store, bundle, segments, branches, report)
    blobs = tuple(joined.from_iterable(c.blobs for c in contents))
    if {b.cipher for b in blobs} != {c.cipher for c in header.blobs}:
        raise damaged(bundle.path, "blobs")
    folder = Folder(bundle.path.parent)
    new, absent = _sorted_blobs(post, bundle, blobs, folder, report)
    needs = _needs(post.store, segments, branches)
    return Plan(header, segments, branches, blobs, new, absent, roots, needs, folder)


def _opened(post: Post, bundle: Bundle) -> tuple[Contents, ...]:
    found = []
    for name, content in bundle.parts():
        try:
            found.append(Contents.unpack(decrypt(content, [post.identity])))
        except Trouble as trouble:
            raise damaged(bundle.path, name) from trouble
        except ValueError as error:
            raise damaged(bundle.path, name) from error
    return tuple(found)


def _by_chain(bundle: Bundle, contents: tuple[Contents, ...]) -> dict[ChainKey, tuple[Segment, ...]]:
    """The runs by chain, proved to be the ranges of the header and to end at its signed heads."""
    found: dict[ChainKey, list[Segment]] = {}
    beside = {(b.start, b.end) for b in bundle.header.branches}
    for segment in joined.from_iterable(c.segments for c in contents):
        if (segment.start, segment.end) in beside:
            continue
        run = found.setdefault(segment.start.key, [])
        if run and run[-1].end != segment.start:
            raise damaged(bundle.path, "order")
        run.append(segment)
    ends = {k: (run[0].start.seq + 1, run[-1].end) for k, run in found.items()}
    heads = bundle.header.heads
    promised = {k: (first, heads[k].signed.chain) for k, (first, _) in bundle.header.ranges.items()}
    if ends != promised:
        raise damaged(bundle.path, "ranges")
    return {k: tuple(run) for k, run in found.items()}


def _branches(bundle: Bundle, contents: tuple[Contents, ...]) -> tuple[tuple[Segment, SignedHead], ...]:
    """The branches of forked chains, proved to be the ones of the header."""
    found = {(s.start, s.end): s for c in contents for s in c.segments}
    promised = {(b.start, b.end): b.vouched.signed for b in bundle.header.branches}
    if not promised.keys() <= found.keys():
        raise damaged(bundle.path, "branches")
    return tuple((found[ends], signed) for ends, signed in promised.items())


def _needs(
    store: Store,
    segments: Mapping[ChainKey, tuple[Segment, ...]],
    branches: tuple[tuple[Segment, SignedHead], ...],
) -> dict[ChainKey, int]:
    """The commits on which the runs stand and that are not here; a branch may stand on a run that comes with it."""
    needs = {k: run[0].start.seq for k, run in segments.items() if not store.chains.holds(run[0].start)}
    for branch, _ in branches:
        start = branch.start
        run = segments.get(start.key, ())
        if not store.chains.holds(start) and not any(start == c.chain for s in run for c in s.commits()):
            needs[start.key] = max(start.seq, needs.get(start.key, 0))
    return needs


def _checked(
    store: Store,
    bundle: Bundle,
    segments: Mapping[ChainKey, tuple[Segment, ...]],
    branches: tuple[tuple[Segment, SignedHead], ...],
    report: Report,
) -> frozenset[str]:
    """Follows every commit; returns the roots that are spoken of."""
    roots: set[str] = set()
    bare: set[Name] = set()
    destroyed: set[Name] = set()
    done = 0
    runs = joined.from_iterable(segments.values())
    for segment in (*runs, *(s for s, _ in branches)):
        commits = segment.commits()
        known = store.chains.at(*segment.start.key).seq if store.chains.leads_to(segment.end) else 0
        roots.update(*(c.roots for c in commits))
        bare.update(n for c in commits if c.seq > known for n, o in c.named() if o.redacted)
        if segment.start.device == bundle.header.circle:
            destroyed |= redaction.destroyed(o for c in commits for o in c.operations)
        done += len(commits)
        report(done, bundle.header.commits, _CHECKING)
    if bare and bare - destroyed - _destroyed(store):  # values taken out without a redaction of the office
        raise damaged(bundle.path, "redaction")
    return frozenset(roots)


def _destroyed(store: Store) -> frozenset[Name]:
    found = (thing(store, Redaction, root, root).destroys for root in store.things.roots(Redaction.kind))
    return frozenset(Name.parse(text) for names in found for text in names)


def _sorted_blobs(
    post: Post, bundle: Bundle, blobs: tuple[Mapped, ...], folder: Folder, report: Report
) -> tuple[tuple[Mapped, ...], tuple[Mapped, ...]]:
    """Reads every blob; those to be taken in, and those that do not lie there.

    Raises:
        Trouble: BUNDLE_DAMAGED for a blob that is not the ciphertext, or whose plain bytes are not the ones, it is
            said to be.
    """
    new: list[Mapped] = []
    absent: list[Mapped] = []
    for done, blob in enumerate(blobs):
        report(done, len(blobs), _CHECKING)
        if not folder.blobs.has(blob.cipher):
            absent.append(blob)
            continue
        try:
            plain = folder.blobs.read(blob.cipher, [post.identity])
        except Trouble as trouble:
            raise damaged(bundle.path, blob.cipher[:16]) from trouble
        if (ids.sha256(plain), len(plain)) != (blob.sha256, blob.size_bytes):
            raise damaged(bundle.path, blob.cipher[:16])
        if not holds(post, blob.sha256):
            new.append(blob)
    report(len(blobs), len(blobs), _CHECKING)
    return tuple(new), tuple(a for a in absent if not holds(post, a.sha256))


def holds(post: Post, sha256: str) -> bool:
    """Whether the bytes of a digest are in the vault."""
    entry = post.store.local.blob(sha256)
    return entry is not None and post.vault.has(entry.cipher)
