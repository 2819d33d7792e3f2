"""A legal basis as of one day, and how it is cited."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from inspector import wording

_ARTICLE = re.compile(r"(?P<article>\d+)(?:\.(?P<paragraph>\d+))?(?:\((?P<item>\d+)\))?")
_DIGITS = "〇一二三四五六七八九"


@dataclass(frozen=True)
class Basis:
    """The article of *version* that treats the subject *key*, in force from `valid_from` to `valid_to` (both inclusive)."""

    key: str
    law: str
    title: Mapping[str, str]
    version: str
    article: str  # `article.paragraph(item)`; empty where the whole text is meant, as with a product standard
    gist: Mapping[str, str]
    valid_from: date
    valid_to: date | None
    verified: bool  # the article was read in the text of that version
    dates_verified: bool

    def cited(self, language: str) -> str:
        """The citation as it is printed: 《商标法》第五十七条第（一）项, with 未核实 behind what nobody has checked."""
        code = "law_cited" if self.article else "law_cited_whole"
        text = wording.sentence(
            code,
            language,
            title=self.title[language],
            version=self.version,
            article=article_text(self.article, language),
        )
        return text if self.verified else wording.sentence("law_unverified", language, text=text)


def article_text(article: str, language: str) -> str:
    """`60.2` as 第六十条第二款 or art. 60(2)."""
    parts = _ARTICLE.fullmatch(article)
    if parts is None:
        return article
    if language == "zh_CN":
        text = f"第{numeral(int(parts['article']))}条"
        text += f"第{numeral(int(parts['paragraph']))}款" if parts["paragraph"] else ""
        return text + (f"第（{numeral(int(parts['item']))}）项" if parts["item"] else "")
    text = f"art. {parts['article']}"
    text += f" para. {parts['paragraph']}" if parts["paragraph"] else ""
    return text + (f" item {parts['item']}" if parts["item"] else "")


def numeral(number: int) -> str:
    """A number from 1 to 999 as laws write it: 十, 二十一, 一百〇二 as 一百零二."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")
