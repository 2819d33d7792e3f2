"""The rows of the library: editions of standards, and the bases of checklist items, as of one day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from inspector import checklist, law
from inspector.law.basis import Basis
from inspector.law.standards import Standard, Status, standards


@dataclass(frozen=True)
class StandardEntry:
    """One edition on one day."""

    standard: Standard
    status: Status
    language: str
    told: str = ""

    @property
    def id(self) -> str:
        return self.standard.number

    @property
    def words(self) -> str:
        """What is searched."""
        return f"{self.standard.number}{self.standard.number.replace(' ', '')} {self.standard.title} {self.objects}"

    @property
    def objects(self) -> str:
        """What it is for."""
        return self.standard.objects[self.language]


@dataclass(frozen=True)
class BasisEntry:
    """A subject of a law that items of the checklists rest on; `basis` is None where nothing was in force that day."""

    key: str
    basis: Basis | None
    law_title: str
    items: tuple[str, ...]
    language: str
    told: str = ""

    @property
    def id(self) -> str:
        return self.key

    @property
    def cited(self) -> str:
        return self.basis.cited(self.language) if self.basis else ""

    @property
    def gist(self) -> str:
        return self.basis.gist[self.language] if self.basis else ""

    @property
    def words(self) -> str:
        """What is searched."""
        return " ".join((self.key, self.law_title, self.cited, self.gist, *self.items))


def standard_entries(day: date, language: str) -> list[StandardEntry]:
    """Every edition, the ones that count on *day* first."""
    order = list(Status)
    found = (StandardEntry(s, s.status(day), language) for s in standards())
    return sorted(found, key=lambda e: (order.index(e.status), e.standard.number))


def basis_entries(day: date, language: str, templates: Iterable[checklist.Template]) -> list[BasisEntry]:
    """Every subject that an item rests on, by law, with the items."""
    items: dict[str, dict[str, None]] = {}
    for template in templates:
        for item in template.items:
            for key in item.basis:
                items.setdefault(key, {})[item.label.of(language)] = None
    book = law.book()
    found = (
        BasisEntry(
            key,
            law.on(key, day),
            book.keys[key].title[language],
            tuple(labels),
            language,
        )
        for key, labels in items.items()
    )
    return sorted(found, key=lambda e: (e.law_title, e.key))
