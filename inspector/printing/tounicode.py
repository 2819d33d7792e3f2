"""A TrueType font whose text can be copied out of the PDF again, beyond the Basic Multilingual Plane too."""

from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

_MAPPINGS_PER_BLOCK = (
    100  # the most that one beginbfchar may announce, PDF 32000-1 9.10.3 by way of Adobe TN 5014
)


class ExtractableFont(TTFont):  # type: ignore[misc]  # reportlab ships no types
    """A TTFont with a ToUnicode map that readers understand.

    WORKAROUND(reportlab 5.1): its ToUnicode map writes each character as one hexadecimal number, so U+2CB4E becomes
    `<2CB4E>`, which readers take for U+02CB followed by rubbish; PDF 32000-1 9.10.3 wants UTF-16BE. It also announces
    up to 256 mappings in one block, where readers need accept only 100.
    """

    def addObjects(self, doc: Any) -> None:  # noqa: N802  # reportlab's name
        """Adds the subsets as usual, then rewrites the map of each before the file is written."""
        subsets = self.state[doc].subsets
        names = [self.getSubsetInternalName(n, doc)[1:] for n in range(len(subsets))]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for name, subset in zip(names, subsets, strict=True):
            font = fonts[name]
            doc.idToObject[font.ToUnicode.name].content = to_unicode(font.BaseFont, subset)


def to_unicode(font_name: str, subset: list[int]) -> str:
    """The CMap program from one-byte codes to text; *subset* holds the code point of each code, 0 where there is none."""
    pairs = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>"
        for code, point in enumerate(subset)
        if point
    ]
    blocks = [
        pairs[start : start + _MAPPINGS_PER_BLOCK] for start in range(0, len(pairs), _MAPPINGS_PER_BLOCK)
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{font_name}-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
