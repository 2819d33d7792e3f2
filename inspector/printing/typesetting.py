"""Setting text into slices: labelled entries, ruled room for handwriting, centred headings."""

from collections.abc import Callable
from dataclasses import replace

from inspector.printing.legibility import paragraphs
from inspector.printing.lines import broken
from inspector.printing.slices import Rule, Slice, Words, kept
from inspector.printing.template import TextStyle
from inspector.printing.typefaces import typeface

_INDENT_EM = 2.0  # a new paragraph begins two characters in
_BASELINE = 0.68  # of the distance of lines
_RULE = 0.90
_NARROWEST = 0.4  # a label that leaves less of the line than this has its text hang from the margin instead
_MOST_SPREAD_EM = 0.05  # more than this between characters would look, and extract, as spaces


def measure(style: TextStyle) -> Callable[[str], float]:
    """How long a text is on one line, in points."""
    face, spread = typeface(style.face), style.spread_em * style.size
    return lambda text: face.width(text, style.size) + spread * len(text)


def words(x: float, text: str, style: TextStyle) -> Words:
    """*text* where a line of *style* has its baseline."""
    return Words(x, style.leading * _BASELINE, text, style, style.spread_em * style.size)


def rule(x: float, length: float, style: TextStyle) -> Rule:
    """A rule to write on, where a line of *style* has its lower edge."""
    return Rule(x, style.leading * _RULE, length)


def aligned(text: str, style: TextStyle, width: float, share: float) -> list[Slice]:
    """*text* with the given share of the free room on its left: 0.5 centres it, 1 sets it to the right."""
    length = measure(style)
    trailing = style.spread_em * style.size
    return kept(
        [
            Slice(style.leading, (words((width - length(line.rstrip()) + trailing) * share, line, style),))
            for paragraph in paragraphs(text)
            for line in broken(paragraph, width, length)
        ]
    )


def room(label: str, lines: int, style: TextStyle, width: float) -> list[Slice]:
    """*label* and so many empty ruled lines to write on by hand."""
    start = measure(style)(label)
    first = Slice(style.leading, (words(0, label, style), rule(start, width - start, style)))
    return kept([first, *[Slice(style.leading, (rule(0, width, style),))] * (lines - 1)])


def entry(
    label: str,
    text: str,
    label_style: TextStyle,
    style: TextStyle,
    width: float,
    *,
    ruled: bool,
    hanging: bool,
) -> list[Slice]:
    """*label* and *text* after it on the same line; *hanging* text stays right of its label, *ruled* text is underlined."""
    length, start = measure(style), measure(label_style)(label)
    hang = start if hanging and start <= width * (1 - _NARROWEST) else 0.0
    slices: list[Slice] = []
    for paragraph in paragraphs(text):
        x = start if not slices else hang or (0.0 if paragraph[:1].isspace() else _INDENT_EM * style.size)
        lines = broken(paragraph, width - hang, length, first=width - x)
        together = []
        for index, line in enumerate(lines):
            spread = 0.0 if index == len(lines) - 1 else _spread(line, width - x, length, style)
            underline = (rule(x, width - x, style),) if ruled else ()
            together.append(Slice(style.leading, (replace(words(x, line, style), spread=spread), *underline)))
            x = hang
        slices += _without_orphans(together)
    if label:
        beside = replace(words(0, label, label_style), baseline=style.leading * _BASELINE)
        slices[0] = replace(slices[0], marks=(beside, *slices[0].marks))
    return slices


def _spread(line: str, width: float, length: Callable[[str], float], style: TextStyle) -> float:
    """What each character of a full line gets so that the right edge is straight; 0 where that would look spaced out."""
    shown = line.rstrip()
    free = (width - length(shown)) / max(1, len(shown) - 1)
    return free if 0 < free <= _MOST_SPREAD_EM * style.size else 0.0


def _without_orphans(slices: list[Slice]) -> list[Slice]:
    """Never one line of a paragraph alone at the foot or the head of a page."""
    if len(slices) <= 3:
        return kept(slices)
    return [replace(s, keep=True) if i == 0 or i == len(slices) - 2 else s for i, s in enumerate(slices)]
