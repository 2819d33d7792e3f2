"""The lock of a record (锁定归档): what it covers, what is signed, and when it holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from inspector import ids
from inspector.crypto import sshsig
from inspector.ids import Json
from inspector.journal.commit import Chain, Commit
from inspector.journal.fork import Forks
from inspector.journal.operation import Name
from inspector.journal.roster import Roster

FORMAT = 1
"""The form of a seal. Whatever is written or read otherwise than before raises it."""

KIND = "lock"
SEAL = "seal"
NAMESPACE = "inspector-record"
OFFICERS_NEEDED = 2
"""行政处罚法 art. 42: at least two officers."""


def statement(root: str, record_digest: str, evidence: Iterable[str]) -> bytes:
    """What each officer signs: the digests of record.json and of every piece of evidence, one line each.

    The text can be checked by hand: `ssh-keygen -Y verify` for the signature, `sha256sum` for each line.
    """
    lines = ["inspector-lock 1", f"record {root}", f"sha256 {record_digest} record.json"]
    lines += [f"sha256 {digest}" for digest in sorted(set(evidence))]
    return ("\n".join(lines) + "\n").encode()


def entity(root: str) -> str:
    """Where the lock of *root* stands."""
    return f"{root}/lock"


def heads_digest(names: Iterable[Name]) -> str:
    """One digest that stands for exactly these heads."""
    return ids.sha256("\n".join(sorted(str(n) for n in names)).encode())


@dataclass(frozen=True)
class Signature:
    """One officer's own signature over the statement: `armored` is the SSHSIG file, of which the bare number is stored."""

    officer: str
    key: str
    armored: str


@dataclass(frozen=True)
class Coverage:
    """What a lock covers: the operations of its root that lead to those commits, and the digest over the heads among them.

    `ends` has the last commit of each chain (of each branch, where a chain is forked) that wrote on the root. Together
    they name exactly the heads that are covered.
    """

    ends: tuple[Chain, ...]
    heads: str

    def reaches(self, commit: Commit, forks: Forks) -> bool:
        return any(forks.leads(commit, end) for end in self.ends)


@dataclass(frozen=True)
class Seal:
    """The value of a lock: the digests that were signed, what it covers, and the signatures."""

    record: str
    evidence: tuple[str, ...]
    coverage: Coverage
    signatures: tuple[Signature, ...]

    def is_signed(self, root: str, commit: Commit, roster: Roster) -> bool:
        """Whether two different officers of the roster signed it with keys of their own, in that commit."""
        text = statement(root, self.record, self.evidence)
        good = {
            s.officer
            for s in self.signatures
            if roster.vouches(s.officer, s.key, commit) and sshsig.verify(s.key, NAMESPACE, text, s.armored)
        }
        return len(good) >= OFFICERS_NEEDED

    def to_json(self) -> Json:
        return {
            "format": FORMAT,
            "record": self.record,
            "evidence": list(self.evidence),
            "reach": [[c.device, c.epoch, c.seq, c.head] for c in self.coverage.ends],
            "heads": self.coverage.heads,
            "signatures": [[s.officer, s.key, sshsig.bare(s.armored)] for s in self.signatures],
        }

    @classmethod
    def from_json(cls, value: object) -> Self | None:
        """The seal, or None where this version cannot read the value: what it says is not known then, only that it locks."""
        match value:
            case {
                "format": int(written),
                "record": str(record),
                "evidence": list(evidence),
                "reach": list(reach),
                "heads": str(heads),
                "signatures": list(signatures),
            } if written == FORMAT:
                try:
                    return cls(
                        record,
                        tuple(str(e) for e in evidence),
                        Coverage(tuple(Chain(str(d), int(e), int(s), str(h)) for d, e, s, h in reach), heads),
                        tuple(
                            Signature(str(o), str(k), sshsig.armored(str(k), NAMESPACE, str(s)))
                            for o, k, s in signatures
                        ),
                    )
                except (TypeError, ValueError):
                    return None
            case _:
                return None
