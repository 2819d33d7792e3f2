"""接收回执: what the office can vouch for having, and has not vouched for yet."""

from collections.abc import Iterable
from dataclasses import dataclass

from inspector.sync.delivery import evidence_of, records_of
from inspector.sync.incoming import holds
from inspector.sync.post import Post


@dataclass(frozen=True)
class Owed:
    """Digests of records and of evidence that are held and that no receipt names."""

    records: tuple[str, ...]
    evidence: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.records or self.evidence)


def owed(post: Post, roots: Iterable[str], evidence: Iterable[str]) -> Owed:
    """What the office owes a receipt for, of the visits among *roots* and of *evidence*; all of it is at hand."""
    roots = list(roots)
    records = records_of(post.store, roots)
    held = {sha for sha in {*evidence, *evidence_of(post.store, roots)} if holds(post, sha)}
    known = post.store.local.received({*records, *held})
    return Owed(tuple(sorted({*records} - known)), tuple(sorted(held - known)))
