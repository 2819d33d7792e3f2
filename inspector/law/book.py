"""The laws that we ship, read once from resources/law/bases, and the choice of a version by the day of the conduct."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from inspector import paths
from inspector.errors import Code, Trouble
from inspector.law.basis import Basis
from inspector.law.standards import Standard, standards

CHECKED = "V"  # tag of what was read in the text itself; K is general knowledge, U uncertain


@dataclass(frozen=True)
class Version:
    """One text of a law. `doubtful_from`: from that day on it is not certain that this text still applies."""

    name: str
    title: Mapping[str, str]
    valid_from: date
    valid_to: date | None
    tag: str
    doubtful_from: date | None


@dataclass(frozen=True)
class Article:
    """Where one version treats a subject."""

    article: str
    gist: Mapping[str, str]
    tag: str


@dataclass(frozen=True)
class Subject:
    """What an article is about, by version; a version that does not treat it has no entry."""

    key: str
    articles: Mapping[str, Article]


@dataclass(frozen=True)
class Law:
    """A law with its versions, oldest first. `sources` say where the articles were read."""

    code: str
    title: Mapping[str, str]
    sources: tuple[str, ...]
    versions: tuple[Version, ...]
    subjects: Mapping[str, Subject]


@dataclass(frozen=True)
class Book:
    """Laws by code, subjects by key."""

    laws: Mapping[str, Law]
    keys: Mapping[str, Law]

    def on(self, key: str, day: date) -> Basis | None:
        """The basis for conduct of *day*; None if no version in force on that day treats the subject.

        Raises:
            Trouble: BASIS_UNKNOWN for a key that no law of this program has.
        """
        law = self.keys.get(key)
        if law is None:
            raise Trouble(Code.BASIS_UNKNOWN, key=key)
        in_force = [
            v for v in law.versions if v.valid_from <= day and (v.valid_to is None or day <= v.valid_to)
        ]
        if not in_force:
            return None
        version = in_force[-1]
        found = law.subjects[key].articles.get(version.name)
        if found is None:
            return None
        doubtful = version.doubtful_from is not None and day >= version.doubtful_from
        return Basis(
            key=key,
            law=law.code,
            title=version.title,
            version=version.name,
            article=found.article,
            gist=found.gist,
            valid_from=version.valid_from,
            valid_to=version.valid_to,
            verified=found.tag == CHECKED and not doubtful,
            dates_verified=version.tag == CHECKED,
        )


def bound(laws: tuple[Law, ...]) -> Book:
    """A book of *laws*; a code that stands twice is a defect of ours and raises plainly."""
    if len({law.code for law in laws}) < len(laws):
        raise ValueError("a law stands twice")
    return Book({law.code: law for law in laws}, {key: law for law in laws for key in law.subjects})


def read(file: Path) -> tuple[Law, ...]:
    """The laws of one YAML file."""
    return tuple(_law(entry) for entry in yaml.safe_load(file.read_text(encoding="utf-8")))


def of_standard(series: str, editions: tuple[Standard, ...]) -> Law:
    """A product standard as a law whose key is its number without the year and whose only subject is the whole text."""
    dated = [(s, s.valid_from) for s in editions if s.valid_from is not None]
    versions = tuple(Version(s.number, _titled(s), day, s.valid_to, s.tag, None) for s, day in dated)
    articles = {s.number: Article("", s.objects, CHECKED) for s, _ in dated}
    sources = tuple(s.source for s in editions)
    return Law(series, _titled(editions[-1]), sources, versions, {series: Subject(series, articles)})


def _titled(standard: Standard) -> Mapping[str, str]:
    return {"zh_CN": standard.title, "en": standard.objects["en"]}


def _law(entry: Mapping[str, Any]) -> Law:
    code: str = entry["code"]
    starts = [v["from"] for v in entry["versions"].values()]
    if starts != sorted(starts):
        raise ValueError(f"{code}: versions stand oldest first")
    ends = [start - timedelta(days=1) for start in starts[1:]] + [None]
    versions = tuple(
        Version(
            name,
            v.get("title", entry["title"]),
            v["from"],
            v.get("to", end),
            v["tag"],
            v.get("doubtful_from"),
        )
        for (name, v), end in zip(entry["versions"].items(), ends, strict=True)
    )
    subjects = [_subject(code, place, value, versions) for place, value in entry["subjects"].items()]
    return Law(code, entry["title"], tuple(entry["sources"]), versions, {s.key: s for s in subjects})


def _subject(code: str, place: str, value: Mapping[str, Any], versions: tuple[Version, ...]) -> Subject:
    places: Mapping[str, Any] = value.get("articles", {v.name: place for v in versions})
    unknown = set(places) - {v.name for v in versions}
    if unknown:
        raise ValueError(f"{code}/{place}: unknown versions {sorted(unknown)}")
    articles = {
        name: Article(at, value["gist"], CHECKED)
        if isinstance(at, str)
        else Article(at["article"], at.get("gist", value["gist"]), at.get("tag", CHECKED))
        for name, at in places.items()
    }
    return Subject(f"{code}/{place}" if place else code, articles)


@cache
def book() -> Book:
    """The book that the program ships."""
    files = sorted(paths.resource("law", "bases").glob("*.yaml"))
    series = groupby(sorted(standards(), key=lambda s: s.series), key=lambda s: s.series)
    laws = [law for file in files for law in read(file)]
    return bound((*laws, *(of_standard(number, tuple(editions)) for number, editions in series)))


def on(key: str, day: date) -> Basis | None:
    """`Book.on` of the shipped book."""
    return book().on(key, day)


def known(key: str) -> bool:
    """Whether the shipped book has the subject *key*."""
    return key in book().keys
