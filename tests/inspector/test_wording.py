"""Every code has a sentence in both languages, which names no fact that is not given."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
import yaml

from inspector import paths, wording
from inspector.errors import Code, Problem, Trouble

SOURCES = sorted((Path(__file__).parents[2] / "inspector").rglob("*.py"))


def facts(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def raised() -> Iterator[tuple[str, str, set[str]]]:
    """Each place that makes a Trouble or a Problem of a fixed code: where, the code, and the facts given with it."""
    for file in SOURCES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name("Trouble"), args=[ast.Attribute(ast.Name("Code"), code), *_]):
                    if all(k.arg for k in node.keywords):
                        given = {str(k.arg) for k in node.keywords} - {"problems"}
                        yield f"{file.name}:{node.lineno}", Code[code].value, given
                case ast.Call(func=ast.Name("Problem"), args=[ast.Constant(str(code)), *rest]):
                    contexts = [*rest[1:], *(k.value for k in node.keywords if k.arg == "context")]
                    if all(isinstance(c, ast.Dict) and None not in c.keys for c in contexts):
                        keys = [k for c in contexts if isinstance(c, ast.Dict) for k in c.keys]
                        yield (
                            f"{file.name}:{node.lineno}",
                            code,
                            {str(k.value) for k in keys if isinstance(k, ast.Constant)},
                        )


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_code_has_a_sentence(language: str) -> None:
    wanted = {c.value for c in Code} | {code for _, code, _ in raised()}
    assert wanted - set(wording.catalogue(language)) == set()


def test_both_languages_have_the_same_codes_with_the_same_facts() -> None:
    ours, theirs = (wording.catalogue(language) for language in ("zh_CN", "en"))
    assert set(ours) == set(theirs)
    assert {c: (facts(ours[c]), facts(theirs[c])) for c in ours if facts(ours[c]) != facts(theirs[c])} == {}


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_no_code_stands_twice(language: str) -> None:
    every = Counter[str]()
    for file in paths.resource("translations", "sentences").glob(f"*.{language}.yaml"):
        root = yaml.compose(file.read_text(encoding="utf-8"))
        every.update(str(key.value) for key, _ in root.value)
    assert [code for code, times in every.items() if times > 1] == []
    assert set(every) == set(wording.catalogue(language))


def test_every_fact_of_a_sentence_is_given_wherever_it_is_told() -> None:
    sentences = wording.catalogue("en")
    missing = {
        f"{where} {code}": facts(sentences[code]) - given
        for where, code, given in raised()
        if facts(sentences[code]) - given
    }
    assert missing == {}


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_sentence_is_complete(language: str) -> None:
    for code in Code:
        assert wording.catalogue(language)[code].strip()[-1] in "。.：:", code


def test_trouble_is_told_with_its_problems_below_it() -> None:
    problems = (Problem("value_missing", "record/place"), Problem("value_malformed"))
    lines = wording.told(Trouble(Code.VALUE_INVALID, problems=problems, what="x"), "zh_CN").splitlines()
    assert len(lines) == 3
    assert lines[1].startswith("· record/place: ")


def test_fact_that_is_not_given_and_code_that_is_not_known_break_nothing() -> None:
    assert "…" in wording.sentence(Code.PIN_WAIT, "en")
    assert wording.sentence("of_a_newer_version", "en") == "of_a_newer_version"
