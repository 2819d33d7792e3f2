"""Typefaces: chains of bundled fonts, loaded once per process and only when a character needs them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import yaml
from reportlab.pdfbase import pdfmetrics

from inspector import paths
from inspector.errors import Defect
from inspector.printing.tounicode import ExtractableFont

DRAWN = frozenset("☐☑☒")  # no bundled font has these: the page draws them, one em wide
_NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True)
class Run:
    """Characters in a row that one font has; `font` is empty for drawn tick boxes."""

    font: str
    text: str


@dataclass(frozen=True)
class _Glyph:
    font: str
    advance_em: float


@dataclass
class Typeface:
    """A chain of font files: each character is set in the first that has it."""

    files: tuple[str, ...]
    _glyphs: dict[str, _Glyph | None] = field(default_factory=dict)

    def has(self, character: str) -> bool:
        return self._glyph(character) is not None

    def width(self, text: str, size: float) -> float:
        """The length of *text* on one line, in the unit of *size*."""
        return size * sum(self._set(character).advance_em for character in text)

    def runs(self, text: str) -> Iterator[Run]:
        """*text* in pieces of one font each, in order."""
        start = 0
        fonts = [self._set(character).font for character in text]
        for end in range(1, len(text) + 1):
            if end == len(text) or fonts[end] != fonts[start]:
                yield Run(fonts[start], text[start:end])
                start = end

    def _set(self, character: str) -> _Glyph:
        glyph = self._glyph(character)
        if glyph is None:
            raise Defect(f"U+{ord(character):04X} has no glyph: unprintable() was not asked first")
        return glyph

    def _glyph(self, character: str) -> _Glyph | None:
        if character not in self._glyphs:
            self._glyphs[character] = self._found(character)
        return self._glyphs[character]

    def _found(self, character: str) -> _Glyph | None:
        if character in DRAWN:
            return _Glyph("", 1.0)
        point = ord(" " if character == _NO_BREAK_SPACE else character)
        for file in self.files:
            face = font(file).face
            if face.charToGlyph.get(point):
                return _Glyph(file, face.charWidths[point] / 1000)
        return None


@cache
def font(file: str) -> ExtractableFont:
    """The font in resources/fonts/*file*, registered with reportlab under the name of its file."""
    loaded = ExtractableFont(file, str(paths.resource("fonts", file)))
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def typeface(name: str) -> Typeface:
    """The typeface called *name* in resources/forms/typefaces.yaml."""
    chains = yaml.safe_load(paths.resource("forms", "typefaces.yaml").read_text(encoding="utf-8"))
    return Typeface(tuple(chains[name]))
