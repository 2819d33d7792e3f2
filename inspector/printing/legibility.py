"""What can be read on paper: characters without a glyph, reported with their place before anything is printed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from inspector.errors import Problem
from inspector.inspection.record import Record
from inspector.printing.typefaces import Typeface, typeface

_INVISIBLE = frozenset(
    map(chr, [0x00AD, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)])
)
_MENDED = frozenset(
    {"original_name"}
)  # nobody can retype the name that a phone gave: `spelled_out` prints it


def paragraphs(text: str) -> list[str]:
    """The paragraphs of *text* as they are set: tabs as spaces, without characters that have no shape at all."""
    shaped = "".join(" " if c == "\t" else c for c in text if c not in _INVISIBLE)
    return shaped.splitlines() or [""]


def is_blank(text: str) -> bool:
    """Whether *text* would leave no ink."""
    return not any(paragraph.strip() for paragraph in paragraphs(text))


def unprintable(record: Record) -> tuple[Problem, ...]:
    """Every character of *record* that no bundled font has, once for each field that it stands in."""
    text = typeface("text")
    return tuple(
        Problem(
            "glyph_missing",
            where,
            {"character": character, "codepoint": f"U+{ord(character):04X}", "count": n},
        )
        for where, value in _texts(record, "")
        for character, n in _missing(value, text).items()
    )


def spelled_out(text: str) -> str:
    """*text* with each character that no font has written as 〔U+1F600〕: for names that nobody may change."""
    face = typeface("text")
    return "".join(
        c if face.has(c) else f"〔U+{ord(c):04X}〕" for paragraph in paragraphs(text) for c in paragraph
    )


def _missing(text: str, face: Typeface) -> Counter[str]:
    return Counter(c for paragraph in paragraphs(text) for c in paragraph if not face.has(c))


def _texts(value: object, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, f"{where}/{index}")
    elif is_dataclass(value):
        for part in fields(value):
            if part.name not in _MENDED:
                yield from _texts(getattr(value, part.name), f"{where}/{part.name}".lstrip("/"))
