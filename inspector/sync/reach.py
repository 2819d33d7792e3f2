"""Up to which commit a desk holds each chain, as it says of itself in the headers of its bundles."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias, cast

from inspector.ids import Json
from inspector.storage.store import Store

ChainKey: TypeAlias = tuple[str, int]
"""A device and its epoch."""

Reach: TypeAlias = Mapping[ChainKey, int]


def held(store: Store) -> dict[ChainKey, int]:
    """What this desk holds."""
    return {c.key: c.seq for c in store.chains.all()}


def known(store: Store, device: str) -> dict[ChainKey, int]:
    """What *device* holds, as far as it has told; nothing, if it never has."""
    match store.local.meta(f"reach/{device}"):
        case {"held": list(rows)}:
            return {(str(d), cast("int", e)): cast("int", s) for d, e, s in cast("list[list[Json]]", rows)}
        case _:
            return {}


def learn(store: Store, device: str, position: tuple[int, int], told: Reach) -> None:
    """Notes what *device* told when its own chain stood at *position* (epoch, seq); older words change nothing.

    The newest word stands even where it says less: a desk that was restored from a copy needs more again.
    """
    match store.local.meta(f"reach/{device}"):
        case {"at": [int(epoch), int(seq)]} if (epoch, seq) > position:
            return
    rows: list[Json] = [[d, e, s] for (d, e), s in sorted(told.items())]
    store.local.set_meta(f"reach/{device}", {"at": list(position), "held": rows})


def lowest(reaches: Iterable[Reach]) -> dict[ChainKey, int]:
    """What every one of them holds."""
    first, *others = [dict(r) for r in reaches]
    return {key: min(seq, *(o.get(key, 0) for o in others)) if others else seq for key, seq in first.items()}
