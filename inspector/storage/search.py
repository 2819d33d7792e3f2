"""Search by two Chinese characters, pinyin initials, or the end of a number: all as runs of neighbouring pairs.

A trigram index finds nothing for two characters, so texts are stored as pairs of neighbouring characters, once as they
stand and once as the initials of their pinyin; a query becomes the same pairs as a phrase.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from inspector.storage.database import Database

RANKED_HITS = 5_000
"""Up to so many hits are ranked; beyond that the newest come first."""

MOST_WORDS = 16
"""Words of a query that are looked for; a search box takes no essays."""

_RARE = "\ue000-\uf8ff\U00020000-\U0003ffff"
"""Private use and the planes of rare characters: letters, whatever this Python's version of Unicode knows of them."""

_BREAK = re.compile(f"(?:[^\\w{_RARE}]|_)+")


class Search:
    """What can be found: roots by the texts that name them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, root: str, kind: str, texts: Iterable[str]) -> None:
        """Makes *root* findable by *texts* alone; whatever it was found by before is forgotten."""
        found = self._database.query("SELECT id FROM found WHERE root = ?", root)
        grams = " ".join(g for t in texts if t for g in (pairs(t), pairs(initials(t))) if g)
        if found:
            self._database.query("DELETE FROM words WHERE rowid = ?", found[0][0])
            number = found[0][0]
        else:
            cursor = self._database.peewee.execute_sql(
                "INSERT INTO found (root, kind) VALUES (?, ?)", (root, kind)
            )
            number = cursor.lastrowid
        self._database.query("INSERT INTO words (rowid, grams) VALUES (?, ?)", number, grams)

    def drop(self, root: str) -> None:
        """Makes *root* found by nothing."""
        for (number,) in self._database.query("SELECT id FROM found WHERE root = ?", root):
            self._database.query("DELETE FROM words WHERE rowid = ?", number)
            self._database.query("DELETE FROM found WHERE id = ?", number)

    def empty(self) -> None:
        """Forgets all words."""
        self._database.query("DELETE FROM found")
        self._database.query("INSERT INTO words (words) VALUES ('delete-all')")

    def roots(self, kind: str, text: str, most: int = 50) -> tuple[str, ...]:
        """The roots of *kind* that match all words of *text*, best (or, of very many, newest) first."""
        query = phrase(text)
        if not query:
            return ()
        sql = (
            "SELECT f.root FROM words w JOIN found f ON f.id = w.rowid "
            "WHERE words MATCH ? AND f.kind = ? ORDER BY {} LIMIT ?"
        )
        many = self._database.query(
            "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)", query, RANKED_HITS + 1
        )[0][0]
        order = "w.rowid DESC" if many > RANKED_HITS else "w.rank"
        return tuple(row[0] for row in self._database.query(sql.format(order), query, kind, most))


def pairs(text: str) -> str:
    """The pairs of neighbouring characters of each word, in order, so that a phrase of pairs finds a substring."""
    return " ".join(" ".join(_pairs(word)) for word in _words(text))


def phrase(text: str) -> str:
    """The full-text query for *text*: every word as a phrase of its pairs; empty when there is nothing to find."""
    wanted = []
    for word in _words(text)[:MOST_WORDS]:
        if len(word) == 1:
            wanted.append(f'"{word}"*')
        else:
            wanted.append('"' + " ".join(_pairs(word)[:-1]) + '"')
    return " AND ".join(wanted)


@lru_cache(maxsize=4096)
def initials(text: str) -> str:
    """The first letters of the pinyin of the Chinese characters, words kept apart: 石柱黄连 gives szhl."""
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(text, style=Style.FIRST_LETTER, errors=lambda other: " ")).strip()


def _pairs(word: str) -> list[str]:
    return [word[i : i + 2] for i in range(len(word) - 1)] + [word[-1]]


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text).lower()
    return [w for w in _BREAK.split(plain) if w]
