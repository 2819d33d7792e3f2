"""Which kind of number is this, and which numbers stand in this text: over all kinds, best first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Protocol

from inspector.errors import Problem
from inspector.identifiers import device_registration, patent, uscc
from inspector.identifiers.judgement import Judgement, Kind, Verdict
from inspector.identifiers.region import region_name
from inspector.identifiers.scheme import scheme
from inspector.identifiers.spelling import compact, fold


class Judge(Protocol):
    """A checker of one kind of number: fast, for every text, never raising."""

    def __call__(self, text: str, on: date | None = None) -> Judgement: ...


JUDGES: MappingProxyType[Kind, Judge] = MappingProxyType(
    {
        Kind.USCC: uscc.judge,
        Kind.PATENT: patent.judge,
        Kind.DEVICE_REGISTRATION: device_registration.judge,
    }
)

# how far before a number its label word may stand, in characters
_WORD_REACH = 16

# of a text that nothing tells: missing characters up to which it is an unfinished number of a kind, and characters in a
# row from which on it is a wrong one; a bar code, a trademark's number or a batch is neither
_NEARLY = 1
_ALIKE = 14


@dataclass(frozen=True)
class Found:
    """A number in a text: `text[start:end]` as it stands there, and what the check says of it."""

    start: int
    end: int
    text: str
    judgement: Judgement


def load() -> None:
    """Reads all schemes and the table of regions now (about 0.2 s), so that the first keystroke need not wait for them."""
    for kind in JUDGES:
        scheme(kind)
    uscc.check_character("0" * 17)
    region_name("000000")


def judge(kind: Kind, text: str, on: date | None = None) -> Judgement:
    """Judges *text* as a number of *kind*, which is one of `JUDGES`: for a field, at every keystroke."""
    return JUDGES[kind](text, on)


def identify(text: str, kind: Kind | None = None, on: date | None = None) -> tuple[Judgement, ...]:
    """What *text* may be, best first: as one number, else the numbers found in it, else what it resembles most.

    Never empty: a text like no kind gives one judgement of kind `UNKNOWN`, verdict `unknown_scheme`.
    """
    kinds = tuple(JUDGES) if kind is None else (kind,)
    judged = [judge(each, text, on) for each in kinds]
    told = [j for j in judged if scheme(j.kind).tells(text)]
    complete = [j for j in judged if j.verdict is not Verdict.BAD_FORMAT]
    begun = [j for j in judged if j.is_partial and compact(text)]
    nearly = [j for j in begun if _missing(j) <= _NEARLY]
    for group in (complete, [j for j in begun if j in told]):
        if group:
            return _best_first(group)
    if found := tuple(f.judgement for f in recognise(text, on) if f.judgement.kind in kinds):
        return found
    alike = [j for j in judged if not j.is_partial and scheme(j.kind).fitted(text) >= _ALIKE]
    resembling = [j for j in alike if 2 * scheme(j.kind).fitted(text) >= len(compact(text))]
    for group in (told, nearly, resembling):
        if group:
            return _best_first(group)
    if kind is not None:
        return tuple(judged)
    problem = Problem("identifier_unknown")
    return (Judgement(Kind.UNKNOWN, Verdict.UNKNOWN_SCHEME, compact(text), (problem,)),)


def recognise(text: str, on: date | None = None) -> tuple[Found, ...]:
    """Every number in a free text with its place, best first, each place taken once.

    A number counts when something tells its kind (a prefix, the dot, a label word before it), or when its structure is
    one that is `alone` enough and its check is right: bar codes, telephone numbers and batch numbers are left out.
    """
    folded = fold(text)
    taken: list[Found] = []
    candidates = sorted(_candidates(text, folded, on), key=_preference)
    for found in candidates:
        if all(found.end <= other.start or found.start >= other.end for other in taken):
            taken.append(found)
    return tuple(taken)


def _candidates(text: str, folded: str, on: date | None) -> Iterator[Found]:
    for kind in JUDGES:
        rules = scheme(kind)
        for layout in rules.layouts:
            for start, end in layout.search(folded):
                judgement = judge(kind, text[start:end], on)
                line = folded[max(0, start - _WORD_REACH) : start].rpartition("\n")[2]
                told = rules.tells(folded[start:end]) or any(word in compact(line) for word in rules.words)
                if told or (layout.alone and judgement.verdict is Verdict.VALID):
                    yield Found(start, end, text[start:end], judgement)


def _preference(found: Found) -> tuple[int, int, int]:
    return found.judgement.verdict.rank, found.start - found.end, found.start


def _best_first(judgements: list[Judgement]) -> tuple[Judgement, ...]:
    """By verdict; among numbers still being typed the one with least to come."""
    return tuple(sorted(judgements, key=lambda j: (j.verdict.rank, _missing(j))))


def _missing(judgement: Judgement) -> int:
    return min((m for p in judgement.problems if isinstance(m := p.context.get("missing"), int)), default=0)
