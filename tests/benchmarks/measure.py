"""What a figure is: work of ours beside real work of others, timed in one run, so that the ratio holds on a noisy machine."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True)
class Times:
    """How long each of several goes took, in milliseconds."""

    each: tuple[float, ...]

    def at(self, share: float) -> float:
        """The time that *share* of the goes stayed within: 0.5 the usual one, 0.99 nearly the worst."""
        ordered = sorted(self.each)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    def __str__(self) -> str:
        if len(self.each) < 20:
            return f"{_plain(self.at(0.5))} ms"
        return f"{_plain(self.at(0.5))} / {_plain(self.at(0.95))} / {_plain(self.at(0.99))} ms"


@dataclass(frozen=True)
class Figure:
    """One line of the table: what was done, how long it took, and how long something real took beside it."""

    work: str
    ours: Times
    real: str
    theirs: Times
    budget: str = ""

    @property
    def ratio(self) -> float:
        return self.ours.at(0.5) / self.theirs.at(0.5)

    def __str__(self) -> str:
        return (
            f"| {self.work} | {self.ours} | {self.real}: {self.theirs} | {self.ratio:.2g} × | {self.budget} |"
        )


@dataclass(frozen=True)
class Fact:
    """A line that is no time: sizes, and counts."""

    work: str
    found: str
    budget: str = ""

    def __str__(self) -> str:
        return f"| {self.work} | {self.found} | | | {self.budget} |"


HEAD = "| work | ours (50 / 95 / 99 %) | beside it | ratio | budget |\n|---|---|---|---|---|"


def times(work: Callable[[], object], goes: int = 1) -> Times:
    """The times of *goes* goes, after one that is not counted."""
    work()
    return each(work for _ in range(goes))


def each(works: Iterable[Callable[[], object]]) -> Times:
    """The times of different goes, none of them left out."""
    found = []
    for work in works:
        begun = perf_counter()
        work()
        found.append((perf_counter() - begun) * 1000)
    return Times(tuple(found))


def _plain(milliseconds: float) -> str:
    return f"{milliseconds:.3g}" if milliseconds < 1000 else f"{milliseconds:,.0f}"
