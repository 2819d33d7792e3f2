"""Habits of input methods and printers undone, for identifier input only: never for free text."""

_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SIGNS = {
    "。": ".",
    "｡": ".",
    "〔": "(",
    "〕": ")",
    "【": "(",
    "】": ")",
    "×": "X",
    "Ⅹ": "X",
    "ⅹ": "X",
    "：": ":",
}
_DASHES = dict.fromkeys("‐‑‒–—―−─ー﹣", "-")
_DOTS = dict.fromkeys("•‧・∙⋅", "·")
_BLANKS = dict.fromkeys("\u00a0\u2002\u2003\u2009\u3000\u200b\u200c\u200d\u2060\ufeff\t", " ")
_LOWER = {chr(code): chr(code - 32) for code in range(ord("a"), ord("z") + 1)}
_LOWER_FULL_WIDTH = {chr(code + 0xFEE0): chr(code - 32) for code in range(ord("a"), ord("z") + 1)}

_FOLD = str.maketrans(_FULL_WIDTH | _SIGNS | _DASHES | _DOTS | _BLANKS | _LOWER | _LOWER_FULL_WIDTH)

SEPARATORS = " .-·"
_DROP = str.maketrans("", "", SEPARATORS + "\r\n\v\f")


def fold(text: str) -> str:
    """Half-width, upper-case spelling with plain dots and dashes, one character for each of *text*, so places stay.

    Not NFKC, which turns ㊟ into 注 and ① into 1.
    """
    return text.translate(_FOLD)


def compact(text: str) -> str:
    """The folded text without the separators that people put between groups: spaces, dots, dashes."""
    return fold(text).translate(_DROP)
