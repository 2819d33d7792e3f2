"""Slices of a galley: each a strip as wide as the text, with the marks on it; pages are cut only between slices."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from inspector.printing.template import TextStyle


@dataclass(frozen=True)
class Words:
    """Text on its baseline, which lies `baseline` points below the top of the slice."""

    x: float
    baseline: float
    text: str
    style: TextStyle
    spread: float = 0.0


@dataclass(frozen=True)
class Rule:
    """A thin line to the right, or downwards if it is upright."""

    x: float
    y: float
    length: float
    upright: bool = False


@dataclass(frozen=True)
class Photo:
    """A picture, centred in `room`, as wide as its shape has it or as `highest` allows.

    `jpeg` is called only when its page is printed; `instead` stands there where it gives nothing. What follows on the
    page moves up to it, so that neither the number of pages nor what is on them hangs on the picture.
    """

    x: float
    room: float
    landscape: float
    portrait: float
    highest: float
    jpeg: Callable[[], bytes | None]
    instead: tuple["Slice", ...]

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """The size on paper, in points, of a picture of that shape: whole, and never stretched."""
        widest = self.landscape if width >= height else self.portrait
        scale = min(widest / width, self.highest / height)
        return width * scale, height * scale


Mark: TypeAlias = Words | Rule | Photo


@dataclass(frozen=True)
class Slice:
    """A strip of the galley, `height` points high.

    `keep` holds it on one page with the next slice; `head` is repeated above it where it begins a page; a `gap`
    vanishes at the edge of a page.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    keep: bool = False
    head: tuple["Slice", ...] = ()
    new_page: bool = False
    gap: bool = False


def kept(slices: Sequence[Slice]) -> list[Slice]:
    """The same slices, all on one page if they fit on one."""
    return [*(replace(s, keep=True) for s in slices[:-1]), *slices[-1:]]


def beside(columns: Sequence[tuple[float, Sequence[Slice]]]) -> list[Slice]:
    """Slices side by side: for each column its left edge and its slices, all of one height."""
    depth = max(len(slices) for _, slices in columns)
    rows = []
    for index in range(depth):
        at_this_depth = [(x, slices[index]) for x, slices in columns if index < len(slices)]
        marks = tuple(replace(m, x=m.x + x) for x, s in at_this_depth for m in s.marks)
        rows.append(
            Slice(max(s.height for _, s in at_this_depth), marks, keep=any(s.keep for _, s in at_this_depth))
        )
    return rows


def height(slices: Iterable[Slice]) -> float:
    return sum(s.height for s in slices)
