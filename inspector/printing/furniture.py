"""What every page carries: signature lines, 第x页 共y页, the version digest, a running head, and 演示 where it is one."""

from collections.abc import Sequence
from dataclasses import dataclass

from inspector.printing.pen import Pen
from inspector.printing.template import Template, points
from inspector.printing.typesetting import measure

DIGEST_DIGITS = 16
_GUTTER = points(6)
_SIGNATURE_ROW = points(11)
_ABOVE_SIGNATURES = points(4)
_PAGE_LINE = points(8)
_RUNNING_HEAD_RAISED = points(6)  # above the text


@dataclass(frozen=True)
class Furniture:
    """The signers by the keys of their labels, in rows from left to right, and what identifies the print.

    `head` is the running head of every page of a document that has no heading of its own.
    """

    template: Template
    signers: Sequence[Sequence[str]]
    version_digest: str
    demo: bool
    head: str = ""

    @property
    def height(self) -> float:
        """What the foot of a page takes from its text, in points."""
        return _ABOVE_SIGNATURES + _SIGNATURE_ROW * len(self.signers) + _PAGE_LINE

    def draw(self, pen: Pen, number: int, total: int) -> None:
        """Everything on page *number* of *total* but its text; goes first, so that the watermark lies below it."""
        if self.demo:
            pen.watermark(self.template.say("watermark"), self.template.style("watermark"))
        if self.head:
            self._running_head(pen, self.head)
        elif number > 1:
            self._running_head(pen, self.template.say("continued", title=self.template.title))
        paper = self.template.paper
        y = paper.height - paper.bottom - self.height
        pen.rule(paper.left, y + _ABOVE_SIGNATURES / 2, paper.text_width)
        y += _ABOVE_SIGNATURES
        for row in self.signers:
            for index, key in enumerate(row):
                self._signature(pen, key, paper.left + index * (self._signature_width + _GUTTER), y)
            y += _SIGNATURE_ROW
        self._page_line(pen, paper.height - paper.bottom, number, total)

    @property
    def _signature_width(self) -> float:
        return (self.template.paper.text_width - _GUTTER) / 2

    def _signature(self, pen: Pen, key: str, x: float, y: float) -> None:
        style = self.template.style("signature")
        label, date = self.template.say(key), self.template.say("signature_date")
        start = x + measure(style)(label)
        end = x + self._signature_width - measure(style)(date)
        baseline = y + _SIGNATURE_ROW - points(2.2)
        pen.text(x, baseline, label, style)
        pen.rule(start, baseline + points(1), end - start)
        pen.text(end, baseline, date, style)

    def _page_line(self, pen: Pen, baseline: float, number: int, total: int) -> None:
        paper, small, style = (
            self.template.paper,
            self.template.style("small"),
            self.template.style("page_number"),
        )
        pages = self.template.say("page", number=number, total=total)
        pen.text(paper.left + (paper.text_width - measure(style)(pages)) / 2, baseline, pages, style)
        digest = self.template.say("version", digest=self.version_digest[:DIGEST_DIGITS])
        pen.text(paper.left, baseline, digest, small)
        if self.demo:
            notice = self.template.say("demo_notice")
            pen.text(paper.left + paper.text_width - measure(small)(notice), baseline, notice, small)

    def _running_head(self, pen: Pen, text: str) -> None:
        style, paper = self.template.style("small"), self.template.paper
        baseline = paper.top - _RUNNING_HEAD_RAISED
        pen.text(paper.left + paper.text_width - measure(style)(text), baseline, text, style)
        pen.rule(paper.left, baseline + points(1.5), paper.text_width)
