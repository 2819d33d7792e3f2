"""A fork (分叉): two copies of one device wrote on under the same numbers, and its chain parts into branches (分支).

Every branch counts, whichever of them came first: what somebody wrote is not dropped for having been written on a copy, and
what was set differently apart is a conflict like any other. Only a lock has to tell branches apart: it covers what leads
to a commit, not everything that bears a lower number.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from inspector.journal.commit import Chain, Commit

Key = tuple[str, int]
"""A device and its epoch."""


@dataclass(frozen=True)
class Forks:
    """The branches of every chain that is forked, each as the ids of its commits in order.

    A branch begins with the last commit that all branches of its chain share, empty where they share none.
    """

    branches: Mapping[Key, tuple[tuple[str, ...], ...]] = field(default_factory=dict)

    def leads(self, commit: Commit, end: Chain) -> bool:
        """Whether *commit* is on the way to *end*, or is it."""
        key = (commit.device, commit.epoch)
        if key != end.key or commit.seq > end.seq:
            return False
        after_parting = [ids for ids in self._ids.get(key, ()) if commit.id in ids]
        return not after_parting or any(end.head in ids for ids in after_parting)

    def beginnings(self, key: Key) -> tuple[str, ...]:
        """The ids of the commits at which branches of a chain part: a new one is there only when there is a new branch."""
        followers: dict[str, set[str]] = {}
        for branch in self.branches.get(key, ()):
            for before, after in pairwise(branch):
                followers.setdefault(before, set()).add(after)
        return tuple(sorted(i for parting in followers.values() if len(parting) > 1 for i in parting))

    @cached_property
    def _ids(self) -> Mapping[Key, tuple[frozenset[str], ...]]:
        return {key: tuple(frozenset(b[1:]) for b in found) for key, found in self.branches.items()}
