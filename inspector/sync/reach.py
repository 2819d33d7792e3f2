"""Up to where a desk holds each chain, as it says of itself in the headers of its bundles."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias, cast

from inspector.ids import Json
from inspector.journal.commit import Chain
from inspector.storage.branches import Branch
from inspector.storage.chains import Chains
from inspector.storage.store import Store

ChainKey: TypeAlias = tuple[str, int]
"""A device and its epoch."""

Reach: TypeAlias = Mapping[ChainKey, int]

Told: TypeAlias = Mapping[ChainKey, tuple[Chain, ...]]
"""Where the chains end that a desk holds: more than one end where a chain is forked."""


def held(store: Store) -> tuple[Chain, ...]:
    """What this desk holds."""
    return store.chains.ends()


def known(store: Store, device: str) -> Told:
    """What *device* holds, as far as it has told; nothing, if it never has."""
    match store.local.meta(f"reach/{device}"):
        case {"held": list(rows)}:
            found: dict[ChainKey, tuple[Chain, ...]] = {}
            for d, e, s, h in cast("list[list[Json]]", rows):
                end = Chain(str(d), cast("int", e), cast("int", s), str(h))
                found[end.key] = (*found.get(end.key, ()), end)
            return found
        case _:
            return {}


def learn(store: Store, device: str, position: tuple[int, int], told: Iterable[Chain]) -> None:
    """Notes what *device* told when its own chain stood at *position* (epoch, seq); older words change nothing.

    The newest word stands even where it says less: a desk that was restored from a copy needs more again.
    """
    match store.local.meta(f"reach/{device}"):
        case {"at": [int(epoch), int(seq)]} if (epoch, seq) > position:
            return
    rows: list[Json] = [[c.device, c.epoch, c.seq, c.head] for c in told]
    store.local.set_meta(f"reach/{device}", {"at": list(position), "held": rows})


def shared(chains: Chains, chain: Chain, told: Told) -> int:
    """Up to which commit of *chain*, as it stands here, a desk holds it that has told so much.

    The number alone says little: the other one may stand on another branch under the same numbers.
    """
    ends = told.get(chain.key, ())
    if chain in ends:
        return chain.seq
    beside = chains.branches.of(*chain.key) if ends else ()
    return max((_shared(chains, chain, beside, end) for end in ends), default=0)


def _shared(chains: Chains, chain: Chain, beside: tuple[Branch, ...], end: Chain) -> int:
    if end.seq > chain.seq and not beside:
        return chain.seq  # ahead of this desk, as far as anybody here knows
    if chains.leads_to(end):
        return end.seq
    return max((b.segment.start.seq for b in beside if b.at(end)), default=0)
