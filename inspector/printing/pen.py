"""The pen: draws text, rules, tick boxes and pictures on a page, measured from the top left corner in points."""

import io
import struct
from typing import Any

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc, pdfutils
from reportlab.pdfgen.canvas import Canvas

from inspector.printing.template import Paper, TextStyle
from inspector.printing.typefaces import font, typeface

PRODUCER = "Inspector"
_HAIRLINE = 0.4
_WATERMARK_GREY = 0.91

rl_config.useA85 = 0  # reportlab would write pictures and pages as ASCII, a quarter longer; only a module switch turns it off


class Jpeg(ImageReader):  # type: ignore[misc]  # reportlab ships no types
    """A JPEG that goes into the file byte for byte.

    WORKAROUND(reportlab 5.1): an ImageReader decodes every picture just to name it by its pixels, 60 ms each.

    Raises:
        ValueError: when *content* is no JPEG.
    """

    _dataA = None  # noqa: N815  # reportlab asks for the transparency under this name

    def __init__(self, content: bytes) -> None:
        self.content = content
        try:
            self.width, self.height, *_ = pdfutils.readJPEGInfo(io.BytesIO(content))
        except (pdfdoc.PDFError, struct.error) as error:
            raise ValueError("not a JPEG") from error

    def jpeg_fh(self) -> io.BytesIO:
        return io.BytesIO(self.content)

    def getRGBData(self) -> bytes:  # noqa: N802  # reportlab's name; used as a fingerprint only
        return self.content


class _UndatedInfo(pdfdoc.PDFInfo):  # type: ignore[misc]  # reportlab ships no types
    """Document information without dates: the date of printing would differ each time, an invented one would lie."""

    def format(self, document: Any) -> Any:
        entries = {"Title": self.title, "Author": self.author, "Creator": PRODUCER, "Producer": PRODUCER}
        return pdfdoc.PDFDictionary({k: pdfdoc.PDFString(v) for k, v in entries.items()}).format(document)


class Pen:
    """Writes one PDF, page after page."""

    def __init__(self, paper: Paper, title: str, author: str) -> None:
        self.paper = paper
        self._canvas = Canvas(
            io.BytesIO(),
            pagesize=(paper.width, paper.height),
            pageCompression=1,
            invariant=1,
            lang="zh-CN",
            initialFontName=font(
                typeface("text").files[0]
            ).fontName,  # or every page asks for Helvetica, not embedded
        )
        self._canvas._doc.info = _UndatedInfo()
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)

    def text(self, x: float, baseline: float, text: str, style: TextStyle, spread: float = 0.0) -> None:
        """Sets *text* on its *baseline*, with *spread* points of extra room after each character."""
        face = typeface(style.face)
        for run in face.runs(text):
            if run.font:
                font(run.font)
                line = self._canvas.beginText(x, self.paper.height - baseline)
                line.setFont(run.font, style.size)
                if spread:
                    line.setCharSpace(spread)
                line.textOut(run.text)
                if spread:
                    line.setCharSpace(0)
                self._canvas.drawText(line)
            else:
                for index, box in enumerate(run.text):
                    self._tick_box(x + index * (style.size + spread), baseline, style.size, box)
            x += face.width(run.text, style.size) + spread * len(run.text)

    def rule(self, x: float, y: float, length: float) -> None:
        self._line(x, y, x + length, y)

    def upright_rule(self, x: float, y: float, length: float) -> None:
        self._line(x, y, x, y + length)

    def photo(self, jpeg: Jpeg, x: float, y: float, width: float, height: float) -> None:
        """Draws a JPEG whole."""
        self._canvas.drawImage(jpeg, x, self.paper.height - y - height, width, height)

    def watermark(self, text: str, style: TextStyle) -> None:
        """Sets *text* slanting three times down the page, pale, below whatever comes after it."""
        self._canvas.saveState()
        self._canvas.setFillGray(_WATERMARK_GREY)
        for sixth in (1, 3, 5):
            self._canvas.saveState()
            self._canvas.translate(self.paper.width / 2, self.paper.height * sixth / 6)
            self._canvas.rotate(30)
            self._canvas.translate(0, -self.paper.height)
            width = typeface(style.face).width(text, style.size)
            self.text(-width / 2, style.size * 0.36, text, style)
            self._canvas.restoreState()
        self._canvas.restoreState()

    def turn_page(self) -> None:
        self._canvas.showPage()

    def finished(self) -> bytes:
        content: bytes = self._canvas.getpdfdata()
        return content

    def _line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        self._canvas.setLineWidth(_HAIRLINE)
        self._canvas.line(x1, self.paper.height - y1, x2, self.paper.height - y2)

    def _tick_box(self, x: float, baseline: float, size: float, box: str) -> None:
        side = size * 0.74
        left, bottom = x + (size - side) / 2, self.paper.height - baseline - size * 0.08
        self._canvas.setLineWidth(size * 0.06)
        self._canvas.rect(left, bottom, side, side)
        self._canvas.setLineWidth(size * 0.1)
        if box == "☑":
            middle = left + side * 0.42, bottom + side * 0.2
            self._canvas.line(left + side * 0.18, bottom + side * 0.5, *middle)
            self._canvas.line(*middle, left + side * 0.84, bottom + side * 0.82)
        elif box == "☒":
            self._canvas.line(left + side * 0.2, bottom + side * 0.2, left + side * 0.8, bottom + side * 0.8)
            self._canvas.line(left + side * 0.2, bottom + side * 0.8, left + side * 0.8, bottom + side * 0.2)
