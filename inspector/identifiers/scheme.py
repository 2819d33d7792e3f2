"""The schemes of the kinds of number, read once from resources/law/identifiers, and texts laid against them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

import yaml

from inspector import paths
from inspector.errors import Problem
from inspector.identifiers.judgement import Judgement, Kind, Verdict
from inspector.identifiers.layout import Layout, Place
from inspector.identifiers.spelling import compact, fold


@dataclass(frozen=True)
class Reading:
    """A compact text laid against a scheme: complete (`layout` and `parts`), still growing, or unfit."""

    kind: Kind
    text: str
    layout: Layout | None
    parts: Mapping[str, str]
    can_grow: bool
    problem: Problem | None = None

    @property
    def scheme(self) -> str:
        return self.layout.scheme if self.layout else ""

    def judged(
        self,
        verdict: Verdict,
        normalised: str = "",
        problems: tuple[Problem, ...] = (),
        facts: Mapping[str, str] | None = None,
        *,
        is_partial: bool = False,
    ) -> Judgement:
        """A judgement of this text, the normal form being the text itself unless given."""
        return Judgement(self.kind, verdict, normalised or self.text, problems, facts or {}, is_partial)

    def unfit(self) -> Judgement:
        """The judgement of a text that is not, or not yet, a complete number."""
        problems = (self.problem,) if self.problem else ()
        return self.judged(Verdict.BAD_FORMAT, problems=problems, is_partial=self.can_grow)


@dataclass(frozen=True)
class Scheme:
    """One kind of number as its resource describes it; `tables` are its other entries (names, terms, rules)."""

    kind: Kind
    words: tuple[str, ...]
    marks: re.Pattern[str]
    layouts: tuple[Layout, ...]
    tables: Mapping[str, Any]

    def read(self, text: str) -> Reading:
        """Lays *text* against all layouts; a label word before the number (专利号：) is not part of it."""
        number = compact(text)
        for word in self.words:
            if number.startswith(word):
                number = number.removeprefix(word).lstrip(":")
                break
        fits = [(layout, layout.fit(number)) for layout in self.layouts]
        can_grow = any(fit.can_grow for _, fit in fits)
        for layout, fit in fits:
            if fit.is_complete:
                return Reading(self.kind, number, layout, layout.parts(number), can_grow)
        if can_grow:
            missing = min(fit.missing for _, fit in fits if fit.can_grow)
            code = "identifier_too_short" if number else "identifier_empty"
            problem = Problem(code, context={"length": len(number), "missing": missing})
            return Reading(self.kind, number, None, {}, True, problem)
        best = max((fit for _, fit in fits), key=lambda fit: fit.fitted)
        code = f"{self.kind}_{best.misfit}_misfit" if best.misfit else "identifier_too_long"
        context = {
            "position": best.fitted + 1,
            "found": number[best.fitted],
            "extra": len(number) - best.fitted,
        }
        return Reading(self.kind, number, None, {}, False, Problem(code, best.misfit, context))

    def tells(self, text: str) -> bool:
        """Whether *text* carries a mark of this kind (ZL, 械, the dot), right or wrong as the rest may be."""
        return self.marks.search(fold(text).strip()) is not None

    def fitted(self, text: str) -> int:
        """How many characters from the start follow some layout: how much the text looks like this kind."""
        number = compact(text)
        return max(layout.fit(number).fitted for layout in self.layouts)


@cache
def scheme(kind: Kind) -> Scheme:
    """The scheme of *kind*, read on first use."""
    file = paths.resource("law", "identifiers", f"{kind}.yaml")
    tables = yaml.safe_load(file.read_text(encoding="utf-8"))
    layouts = tuple(layout for entry in tables.pop("layouts") for layout in _layouts(entry, tables))
    words = tuple(sorted(map(compact, tables.pop("words")), key=len, reverse=True))
    return Scheme(kind, words, re.compile(tables.pop("marks")), layouts, tables)


def _layouts(entry: dict[str, Any], tables: Mapping[str, Any]) -> Iterator[Layout]:
    """One layout for each combination of the alternative texts of its parts."""
    data = {key: value for key, value in entry.items() if key not in ("scheme", "parts", "alone")}
    for chosen in product(*(_alternatives(part, tables) for part in entry["parts"])):
        places = tuple(place for part in chosen for place in part)
        yield Layout(entry["scheme"], places, entry.get("alone", False), data)


def _alternatives(part: dict[str, Any], tables: Mapping[str, Any]) -> list[tuple[Place, ...]]:
    """The rows of places that a part may stand for.

    A part has a fixed `text`, or `texts` to choose from, or an `alphabet` (or a table `among` whose keys are the
    alphabet) for `length` characters, the last `spare` of which may be missing, or `alphabets`, one for each place.
    """
    name = part["part"]
    if "texts" in part:
        return [tuple(Place(name, re.escape(c)) for c in text) for text in part["texts"]]
    if "text" in part:
        return [tuple(Place(name, re.escape(c)) for c in part["text"])]
    if "alphabets" in part:
        return [tuple(Place(name, alphabet) for alphabet in part["alphabets"])]
    alphabet = "".join(tables[part["among"]]) if "among" in part else part["alphabet"]
    length, spare = part["length"], part.get("spare", 0)
    return [tuple(Place(name, alphabet, index >= length - spare) for index in range(length))]
