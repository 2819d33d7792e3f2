"""Sentence patterns of items for 现场情况: `{fact}`, `{note}` and `{card}` are places, `[…]` goes where a place in it is blank.

`查看库房[（{fact}）]，发现同类商品[：{note}]。` reads well with both, with one and with neither. How a fact reads in its
sentence is a pattern too, in which `${name}` is the fact of another item: `{fact}[${unit}]` says “120盒”, or “120”.
"""

import re
from collections.abc import Mapping

PLACES = ("fact", "note", "card")
_PLACE = re.compile(r"(\$?)\{([^{}$]*)\}")
_PIECE = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)")


def is_pattern(text: str) -> bool:
    """Whether the places of *text* are known and its brackets come in pairs."""
    return _is_whole(text) and all(not other and name in PLACES for other, name in _PLACE.findall(text))


def is_wording(text: str) -> bool:
    """Whether *text* is a pattern that has the fact, and beside it those of other items only."""
    found = _PLACE.findall(text)
    return _is_whole(text) and ("", "fact") in found and all(o or name == "fact" for o, name in found)


def others(text: str) -> tuple[str, ...]:
    """The items whose facts stand in *text*."""
    return tuple(name for other, name in _PLACE.findall(text) if other)


def fill(pattern: str, *, fact: str = "", note: str = "", card: str = "") -> str:
    """The sentence; what stands in a place is never read as a pattern."""
    return _filled(pattern, {"{fact}": fact, "{note}": note.strip().rstrip("。；"), "{card}": card})[0]


def worded(wording: str, fact: str, facts: Mapping[str, str]) -> tuple[str, frozenset[str]]:
    """How *fact* reads with those of other items beside it, and which of them are said with it."""
    return _filled(wording, {"{fact}": fact, **{f"${{{name}}}": value for name, value in facts.items()}})


def _filled(pattern: str, given: Mapping[str, str]) -> tuple[str, frozenset[str]]:
    """The text, and the names of other items that stand in it; of no bracket that has a blank place."""
    values = {place: value.strip() for place, value in given.items()}
    kept = [
        match
        for match in _PIECE.finditer(pattern)
        if match[1] is None or all(values[p[0]] for p in _PLACE.finditer(match[1]))
    ]
    said = [match[1] if match[1] is not None else match[2] for match in kept]
    text = "".join(_PLACE.sub(lambda place: values[place[0]], piece) for piece in said)
    return text, frozenset(name for piece in said for name in others(piece) if values[f"${{{name}}}"])


def _is_whole(text: str) -> bool:
    pieces = list(_PIECE.finditer(text))
    return "".join(match[0] for match in pieces) == text and not any(
        set(_PLACE.sub("", match[0])) & set("{}$") for match in pieces
    )
