"""Dated legal bases: which article applied on the day of the conduct.

Vocabulary: a *law* (法律、法规、规章或标准) has *versions* (版本), each in force from a day on. A *subject* (事项) is what an
article is about; its *key* such as `TM/57(1)` names it by law and by its place during the 2020 campaign, or by its
first place if it is younger, and never changes. A *basis* (依据) is the article in which the version of a given day
treats the subject. Articles are written `article.paragraph(item)`: `60.2` is 第六十条第二款, `57(1)` 第五十七条第（一）项.

Promise: the same key and day always give the same basis, and what nobody has checked against the text says so (未核实).
The data are `resources/law/bases/*.yaml`, with gists in our own words, and the product standards of `standards`.
"""

from inspector.law.basis import Basis
from inspector.law.book import Book, book, known, on

__all__ = ["Basis", "Book", "book", "known", "on"]
