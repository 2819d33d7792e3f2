"""The sentences for codes, read from resources/translations and used by window and command line alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Protocol, runtime_checkable

import yaml

from inspector import paths
from inspector.errors import Problem, Trouble

LANGUAGES = ("zh_CN", "en")


@runtime_checkable
class Spoken(Protocol):
    """A fact that has words of its own in each language."""

    def of(self, language: str, /) -> str: ...


@dataclass(frozen=True)
class Term:
    """A fact that is a term of the trade, by the code of its sentence."""

    code: str

    def of(self, language: str, /) -> str:
        return sentence(self.code, language)


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"


@cache
def catalogue(language: str) -> dict[str, str]:
    """All sentences of one language by code, from every `sentences/*.LANGUAGE.yaml`; a code may stand only once."""
    found: dict[str, str] = {}
    for file in sorted(paths.resource("translations", "sentences").glob(f"*.{language}.yaml")):
        for code, text in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            if code in found:
                raise ValueError(f"{file.name}: {code} has a sentence already")
            found[code] = text
    return found


def sentence(code: str, language: str, /, **context: object) -> str:
    """The sentence for *code*, its `{facts}` filled in; English stands in for what a language lacks.

    A fact that is `Spoken` is said in the language of the sentence.
    """
    text = catalogue(language).get(code) or catalogue("en").get(code)
    if text is None:
        return code
    said = {name: fact.of(language) if isinstance(fact, Spoken) else fact for name, fact in context.items()}
    return Formatter().vformat(text, (), _Facts(said))


def told(trouble: Trouble, language: str) -> str:
    """What happened, what was kept and what to do, as one paragraph, its problems listed below it."""
    lines = [sentence(trouble.code, language, **trouble.context)]
    lines += [f"· {line}" for line in listed(trouble.problems, language)]
    return "\n".join(lines)


def listed(problems: Iterable[Problem], language: str) -> list[str]:
    """One line for each problem: its place, if it has one, and its sentence."""
    return [
        f"{p.where}: {sentence(p.code, language, **p.context)}"
        if p.where
        else sentence(p.code, language, **p.context)
        for p in problems
    ]
