"""Sentence patterns of items for 现场情况: `{fact}`, `{note}` and `{card}` are places, `[…]` goes where a place in it is blank.

`查看库房[（{fact}）]，发现同类商品[：{note}]。` reads well with both, with one and with neither.
"""

import re

PLACES = ("fact", "note", "card")
_PLACE = re.compile(r"\{(" + "|".join(PLACES) + r")\}")
_PIECE = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)")


def is_pattern(text: str) -> bool:
    """Whether the places of *text* are known and its brackets come in pairs."""
    pieces = list(_PIECE.finditer(text))
    whole = "".join(match[0] for match in pieces) == text
    return whole and not any(set(_PLACE.sub("", match[0])) & set("{}") for match in pieces)


def fill(pattern: str, *, fact: str = "", note: str = "", card: str = "") -> str:
    """The sentence; what stands in a place is never read as a pattern."""
    values = {"fact": fact.strip(), "note": note.strip().rstrip("。；"), "card": card.strip()}

    def piece(match: re.Match[str]) -> str:
        if match[1] is not None and not all(values[name] for name in _PLACE.findall(match[1])):
            return ""
        return _PLACE.sub(lambda place: values[place[1]], match[1] if match[1] is not None else match[2])

    return _PIECE.sub(piece, pattern)
