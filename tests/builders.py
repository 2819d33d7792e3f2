"""Small journals for tests: operations, commits, and devices that write apart and meet. Say only what matters."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from inspector import ids
from inspector.crypto import sshsig
from inspector.crypto.signing import SigningKey
from inspector.ids import Json
from inspector.inspection.kinds import KINDS
from inspector.journal import lock, redaction
from inspector.journal.commit import Chain, Commit
from inspector.journal.gather import Gathering
from inspector.journal.hlc import HybridClock
from inspector.journal.operation import GONE, Name, Operation
from inspector.journal.roster import KeyTerm, Membership, Roster
from inspector.journal.state import Slot, State

NOON = datetime(2026, 3, 15, 12, 0, tzinfo=UTC)
VISIT = "visit-1"
OFFICERS = ("谭", "马")


def an_operation(
    value: Json = "摊位3号",
    *,
    kind: str = "visit",
    entity: str = VISIT,
    field: str = "place",
    parents: Iterable[Name] = (),
) -> Operation:
    """An operation whose nonce follows from what it says, so that every run has the same digests."""
    seen = tuple(parents)
    said = ids.canonical([kind, entity, field, value, [str(p) for p in seen]])
    return Operation.write(
        kind, entity, field, value, seen, lambda size: hashlib.shake_128(said).digest(size)
    )


def a_commit(*operations: Operation, after: Chain | None = None, clock: int = 1, actor: str = "谭") -> Commit:
    """The next commit on a chain, by default the first one of a device."""
    chain = after or Chain("laptop", 1)
    return Commit(
        chain.device,
        chain.epoch,
        chain.seq + 1,
        chain.head,
        actor,
        clock,
        NOON.isoformat(),
        "",
        operations or (an_operation(),),
    )


def a_run(length: int, *, device: str = "laptop") -> tuple[Commit, ...]:
    """That many commits of one device, one after another."""
    chain, commits = Chain(device, 1), []
    for number in range(length):
        commits.append(a_commit(an_operation(f"第{number}次"), after=chain, clock=number + 1))
        chain = commits[-1].chain
    return tuple(commits)


def officer_key(officer: str, device: str) -> SigningKey:
    """The signing key of an officer on a device, the same in every run."""
    return SigningKey.from_seed(hashlib.sha256(f"{officer}@{device}".encode()).digest())


def a_roster(
    *devices: str,
    office: str = "",
    ended: Mapping[str, tuple[int, int]] | None = None,
    keys_ended: Mapping[str, tuple[int, int]] | None = None,
) -> Roster:
    """A circle in which both officers have a key on every device; terms can have ended, by device or by officer."""
    ended, keys_ended = ended or {}, keys_ended or {}
    return Roster(
        office,
        {d: Membership(ended.get(d)) for d in devices},
        {
            officer_key(o, d).public: KeyTerm(o, d, keys_ended.get(o))
            for d in (*devices, *([office] if office else []))
            for o in OFFICERS
        },
    )


def a_seal(
    device: str,
    covers: lock.Coverage,
    *,
    root: str = VISIT,
    signers: Iterable[str] = OFFICERS,
    record: Json = "record",
    evidence: tuple[str, ...] = (),
) -> lock.Seal:
    digest = ids.sha256(ids.canonical(record))
    text = lock.statement(root, digest, evidence)
    signed = tuple(
        lock.Signature(o, key.public, sshsig.sign(key, lock.NAMESPACE, text))
        for o in signers
        for key in [officer_key(o, device)]
    )
    return lock.Seal(digest, evidence, covers, signed)


def gathered(commits: Iterable[Commit], roster: Roster | None = None, root: str = VISIT) -> State:
    return Gathering(root, commits, roster or Roster(), KINDS).state()


@dataclass
class Device:
    """A device that writes on what it has seen. Its wall clock stands `skew` away from noon and steps by seconds.

    `seen` has what was held when each of its commits was made, `locked_heads` what each lock saw.
    """

    name: str
    roster: Roster = field(default_factory=Roster)
    skew: timedelta = timedelta()
    held: dict[str, Commit] = field(default_factory=dict)
    locked_heads: dict[str, frozenset[Name]] = field(default_factory=dict)
    seen: dict[str, frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.chain = Chain(self.name, 1)
        self._hlc = HybridClock()
        self._now = NOON + self.skew

    @property
    def commits(self) -> tuple[Commit, ...]:
        return tuple(self.held.values())

    def state(self, root: str = VISIT) -> State:
        return gathered(self.commits, self.roster, root)

    def coverage(self, root: str = VISIT) -> lock.Coverage:
        return Gathering(root, self.commits, self.roster, KINDS).coverage()

    def append(self, *operations: Operation) -> Commit:
        self._now += timedelta(seconds=1)
        commit = replace(a_commit(*operations, after=self.chain), clock=self._hlc.tick(self._now))
        self.seen[commit.id] = frozenset(self.held)
        self.held[commit.id] = commit
        self.chain = commit.chain
        return commit

    def write(self, value: Json, *, kind: str = "visit", entity: str = VISIT, field: str = "place") -> Commit:
        """Sets a field, having seen what is held."""
        parents = self.state(entity.partition("/")[0]).names((entity, field))
        return self.append(an_operation(value, kind=kind, entity=entity, field=field, parents=parents))

    def remove(self, entity: str, *, kind: str = "goods") -> Commit:
        return self.write(
            self.state(entity.partition("/")[0]).removal(entity), kind=kind, entity=entity, field=GONE
        )

    def lock(
        self, *, signers: Iterable[str] = OFFICERS, record: Json = "record", root: str = VISIT
    ) -> Commit:
        """Locks what counts here, signed by those officers with their keys of this device."""
        state, entity = self.state(root), lock.entity(root)
        seal = a_seal(
            self.name,
            self.coverage(root),
            root=root,
            signers=signers,
            record=record,
        )
        slot = entity, lock.SEAL
        commit = self.append(
            an_operation(
                seal.to_json(), kind=lock.KIND, entity=entity, field=lock.SEAL, parents=state.names(slot)
            )
        )
        if state.locked is None:
            self.locked_heads[commit.id] = facts(state)
        return commit

    def redact(self, *names: Name, root: str = VISIT) -> Commit:
        return self.append(
            an_operation(
                [str(n) for n in names],
                kind=redaction.KIND,
                entity=f"{root}/redaction/{self.chain.seq}",
                field=redaction.DESTROYS,
            )
        )

    def sees(self, *others: "Device") -> None:
        """Takes in all that the others hold."""
        for other in others:
            for commit in other.commits:
                self._hlc.see(commit.clock, self._now)
                self.held.setdefault(commit.id, commit)
            self.locked_heads.update(other.locked_heads)


def meet(*devices: Device) -> None:
    """Everybody sees everything."""
    for device in devices:
        device.sees(*devices)


def facts(state: State) -> frozenset[Name]:
    """The names of the heads that a lock covers."""
    beside = (lock.KIND, redaction.KIND)
    return frozenset(h.name for heads in state.heads.values() for h in heads if h.kind not in beside)


def value_of(state: State, field: str = "place", entity: str = VISIT) -> Json:
    return state.values(entity).get(field)


def is_sealed(state: State, record: Json) -> bool:
    """Whether the lock in force names that record."""
    return state.seal is not None and state.seal[1].record == ids.sha256(ids.canonical(record))


def slots(state: State) -> set[Slot]:
    return set(state.heads)
