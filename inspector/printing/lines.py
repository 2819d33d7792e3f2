"""Breaking Chinese text into lines: numbers and words stay whole, punctuation never begins or ends a line wrongly."""

import re
import unicodedata
from collections.abc import Callable, Iterator

Measure = Callable[[str], float]

# GB/T 15834-2011 5.1: what closes or separates may not begin a line, what opens may not end one.
_NEVER_FIRST = frozenset("、。，．：；？！）〕］｝〉》」』】〗’”…—～·•％‰℃°〃々" + ",.:;?!)]}%")
_NEVER_LAST = frozenset("☐☑☒（〔［｛〈《「『【〖‘“￥＄№" + "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳" + "([{$¥")

# One token is a word or number with what belongs to it (the letters of a standard too: GB 2626-2019), a stretch of
# spaces, or a single character.
_TOKENS = re.compile(
    r"(?:[A-Z]{1,6}(?:/[A-Z]{1,3})? (?=[0-9]))?[0-9A-Za-z\u00c0-\u024f\u0370-\u04ff]"
    r"(?:[0-9A-Za-z\u00c0-\u024f\u0370-\u04ff./:@&#+*=_~%-]*[0-9A-Za-z\u00c0-\u024f\u0370-\u04ff%])?"
    r"|\s+|.",
    re.DOTALL,
)


def broken(text: str, width: float, measure: Measure, first: float | None = None) -> list[str]:
    """The lines of one paragraph; joined they are *text* again, with nothing lost or added.

    The first line has *first* to fill (*width*, if not given), the others *width*. Spaces at the end of a line hang
    over its edge. What is too long for a whole line is broken anywhere.
    """
    lines: list[str] = []
    line, used = "", 0.0
    room = width if first is None else first
    for cluster in _clusters(text):
        if used + measure(cluster.rstrip()) > room and (line or room < width):
            lines.append(line)
            line, used, room = "", 0.0, width
        for piece in _split(cluster, room, measure):
            if line and used + measure(piece.rstrip()) > room:
                lines.append(line)
                line, used = "", 0.0
            line += piece
            used += measure(piece)
    return [*lines, line]


def _split(cluster: str, room: float, measure: Measure) -> Iterator[str]:
    if measure(cluster.rstrip()) <= room:
        yield cluster
        return
    start = 0
    for end in range(1, len(cluster) + 1):
        if end == len(cluster) or not unicodedata.combining(cluster[end]):
            yield cluster[start:end]
            start = end


def _clusters(text: str) -> Iterator[str]:
    """Tokens that may not be parted, joined; a line may begin with any cluster."""
    cluster = ""
    for token in _TOKENS.findall(text):
        first = token[0]
        if cluster and not (
            first in _NEVER_FIRST
            or first.isspace()
            or unicodedata.combining(first)
            or cluster[-1] in _NEVER_LAST
        ):
            yield cluster
            cluster = ""
        cluster += token
    if cluster:
        yield cluster
