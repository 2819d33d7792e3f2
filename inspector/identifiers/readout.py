"""A judgement in sentences that an officer can read out; the words are in resources/translations."""

from collections.abc import Mapping

from inspector import wording
from inspector.identifiers.judgement import Judgement, Kind


def kind_name(kind: Kind, language: str) -> str:
    return wording.sentence(f"kind_{kind}", language)


def headline(judgement: Judgement, language: str, *, typing: bool = False) -> str:
    """The verdict as one sentence; while the person is *typing*, an unfinished number only says how much is missing."""
    if typing and judgement.is_partial:
        return " ".join(reasons(judgement, language))
    own = f"verdict_{judgement.verdict}_{judgement.kind}"
    return wording.sentence(own if _has(own, language) else f"verdict_{judgement.verdict}", language)


def reasons(judgement: Judgement, language: str) -> list[str]:
    """One sentence for each problem, in order."""
    return [wording.sentence(p.code, language, **_words(p.context, language)) for p in judgement.problems]


def summary(judgement: Judgement, language: str) -> str:
    """The facts as one line (发明专利，2019年申请，最长期限内); empty when the number states none."""
    said = [_fact(name, value, language) for name, value in judgement.facts.items()]
    return wording.sentence("fact_separator", language).join(filter(None, said))


def _has(code: str, language: str) -> bool:
    return code in wording.catalogue(language)


def _fact(name: str, value: object, language: str) -> str:
    """The words for one fact: of this very value, or of the fact in general; empty when it is not for reading out."""
    for code in (f"fact_{name}_{value}", f"fact_{name}"):
        if _has(code, language):
            return wording.sentence(code, language, value=value)
    return ""


def _words(context: Mapping[str, object], language: str) -> dict[str, object]:
    """The context with values from closed sets (domestic, over) in words; numbers and names stay."""
    return {
        name: wording.sentence(code, language) if _has(code := f"fact_{name}_{value}", language) else value
        for name, value in context.items()
    }
