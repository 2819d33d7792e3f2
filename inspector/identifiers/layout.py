"""The structure of a number as a row of places with alphabets: one description serves matching, typing and searching."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from inspector.identifiers.spelling import SEPARATORS

_SEPARATED = f"[{re.escape(SEPARATORS)}]{{0,2}}"


@dataclass(frozen=True)
class Place:
    """Room for one character of the part *part*; `alphabet` is written as inside the brackets of a regular expression."""

    part: str
    alphabet: str
    optional: bool = False

    @cached_property
    def _takes(self) -> re.Pattern[str]:
        return re.compile(f"[{self.alphabet}]")

    def takes(self, character: str) -> bool:
        return self._takes.match(character) is not None


@dataclass(frozen=True)
class Fit:
    """How far a text follows a layout: `fitted` characters from the start.

    `missing` is the least number of characters until a complete number; `misfit` the part that refused the next
    character, empty when nothing was left to take it (too long).
    """

    fitted: int
    missing: int
    is_complete: bool
    can_grow: bool
    misfit: str = ""


@dataclass(frozen=True)
class Layout:
    """One structure of a kind of number.

    `alone`: such a number is believed in a free text without a mark or word beside it, if its check character is right.
    `data` is whatever else the resource says of it (weights of the check, years of use).
    """

    scheme: str
    places: tuple[Place, ...]
    alone: bool = False
    data: Mapping[str, object] = field(default_factory=dict)

    def _reachable(self, states: set[int]) -> set[int]:
        """The places that can come next, optional ones skipped or not; `len(places)` is the end."""
        found: set[int] = set()
        for state in states:
            found.add(state)
            while state < len(self.places) and self.places[state].optional:
                state += 1
                found.add(state)
        return found

    def fit(self, text: str) -> Fit:
        """Walks *text* (compact) along the places as far as it goes."""
        states = self._reachable({0})
        for index, character in enumerate(text):
            after = {s + 1 for s in states if s < len(self.places) and self.places[s].takes(character)}
            if not after:
                refused = [s for s in sorted(states) if s < len(self.places)]
                return Fit(index, 0, False, False, self.places[refused[-1]].part if refused else "")
            states = self._reachable(after)
        end = len(self.places)
        missing = min(sum(not place.optional for place in self.places[s:]) for s in states)
        return Fit(len(text), missing, end in states, any(s < end for s in states))

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        groups = groupby(self.places, key=lambda place: place.part)
        return re.compile(
            "".join(
                f"(?P<{part}>{''.join(f'[{p.alphabet}]' + '?' * p.optional for p in places)})"
                for part, places in groups
            )
        )

    def parts(self, text: str) -> dict[str, str]:
        """The parts of a complete number by name.

        Raises:
            ValueError: when *text* does not fit.
        """
        match = self._whole.fullmatch(text)
        if match is None:
            raise ValueError("the text does not fit the layout")
        return match.groupdict()

    @cached_property
    def _search(self) -> re.Pattern[str]:
        # no separator before an optional place: "…0101 5片" is a number and a quantity
        units = "".join(
            f"[{p.alphabet}]?" if p.optional else f"{_SEPARATED if i else ''}[{p.alphabet}]"
            for i, p in enumerate(self.places)
        )
        # a look-ahead, so that a chance beginning inside one number never hides the next one
        return re.compile(f"(?<![0-9A-Z])(?=({units})(?![0-9A-Z]))")

    def search(self, folded: str) -> Iterator[tuple[int, int]]:
        """Start and end of everything in a folded free text that has this structure, separators allowed inside."""
        for match in self._search.finditer(folded):
            yield match.span(1)
