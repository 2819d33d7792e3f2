"""The galley: a document as one long column, built entry by entry from a template's wording and styles."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from inspector.printing import typesetting
from inspector.printing.legibility import is_blank
from inspector.printing.slices import Mark, Photo, Rule, Slice, beside, height
from inspector.printing.template import TableColumn, Template, points

_BETWEEN_CELLS = points(4)
_ABOVE_PASSAGE_MM = 0.8
_RIGHT_SHARE = 0.42
_CELL_SIDE = points(1)
_CELL_EDGE = points(0.6)


@dataclass
class Galley:
    """Slices so far. Wording is named by its key in the template; text is the record's."""

    template: Template
    slices: list[Slice] = field(default_factory=list)

    @property
    def width(self) -> float:
        return self.template.paper.text_width

    def centred(self, text: str, style: str) -> None:
        self.slices += typesetting.aligned(text, self.template.style(style), self.width, 0.5)

    def gap(self, millimetres: float) -> None:
        """Free room, which moves to the next page with what follows."""
        self.slices.append(Slice(points(millimetres), gap=True, keep=True))

    def hold(self) -> None:
        """Keeps what was set last on one page with what comes next."""
        self.slices[-1] = replace(self.slices[-1], keep=True)

    def fact(self, key: str, text: str) -> None:
        """A short fact behind its label, underlined; an empty rule where there is none."""
        self.slices += self._fact(key, text, self.width)

    def rows(self, name: str, source: object) -> None:
        """The facts of *source* in the template's rows called *name*, several on a line where it says so."""
        for row in self.template.rows[name]:
            free = self.width - _BETWEEN_CELLS * (len(row) - 1)
            columns, x = [], 0.0
            for part, share in row.items():
                columns.append((x, self._fact(f"{name}_{part}", getattr(source, part), free * share)))
                x += free * share + _BETWEEN_CELLS
            self.slices += beside(columns)

    def passage(self, key: str, text: str, *, lines: int = 1, style: str = "body") -> None:
        """A long text behind its label, not underlined; ruled room of so many *lines* where there is none."""
        lead, body = self.template.style("lead"), self.template.style(style)
        self.gap(_ABOVE_PASSAGE_MM)
        if is_blank(text):
            room = self.template.style("room")
            self.slices += typesetting.room(self.template.say(key), lines, room, self.width)
        else:
            label = self.template.say(key)
            self.slices += typesetting.entry(label, text, lead, body, self.width, ruled=False, hanging=False)

    def note(self, text: str) -> None:
        """A line or two without a label, in the style of the body."""
        body = self.template.style("body")
        self.slices += typesetting.entry("", text, body, body, self.width, ruled=False, hanging=False)

    def table(self, columns: Sequence[TableColumn], rows: Sequence[Sequence[str]]) -> None:
        """A ruled table; its heading is repeated on each page, and no row is parted unless it is longer than a page."""
        whole = sum(column.share for column in columns)
        widths = [self.width * column.share / whole for column in columns]
        centred = [True] * len(columns)
        heading = tuple(
            replace(s, keep=True)
            for s in self._table_row([c.heading for c in columns], widths, centred, "table_heading", top=True)
        )
        self.slices += heading
        for row in rows:
            line = self._table_row(row, widths, [c.centred for c in columns], "table", top=False)
            self.slices += [replace(s, head=heading) for s in line]

    def photo(self, jpeg: Callable[[], bytes | None], highest: float, instead: Sequence[str]) -> None:
        """A new page with a picture on it, *highest* points high at the most, or with the lines *instead* in a frame."""
        widths = self.template.photo_widths
        airy = "\n".join(["", *instead, "", ""])  # an empty line above and one below
        frame = self._table_row([airy], [self.width], [True], "body", top=True)
        mark = Photo(0, self.width, widths["landscape"], widths["portrait"], highest, jpeg, tuple(frame))
        self.slices.append(Slice(highest, (mark,), keep=True, new_page=True))

    def at_right(self, key: str, text: str) -> None:
        """A short fact in the right-hand part of the line."""
        left = self.width * (1 - _RIGHT_SHARE)
        self.slices += beside([(left, self._fact(key, text, self.width * _RIGHT_SHARE))])

    def _fact(self, key: str, text: str, width: float) -> list[Slice]:
        label, body = self.template.style("label"), self.template.style("body")
        if is_blank(text):
            return typesetting.room(self.template.say(key), 1, label, width)
        return typesetting.entry(self.template.say(key), text, label, body, width, ruled=True, hanging=True)

    def _table_row(
        self, texts: Sequence[str], widths: Sequence[float], centred: Sequence[bool], style: str, *, top: bool
    ) -> list[Slice]:
        set_in = self.template.style(style)
        columns, x = [], 0.0
        for text, width, in_middle in zip(texts, widths, centred, strict=True):
            inner = width - 2 * _CELL_SIDE
            cell = (
                typesetting.aligned(text, set_in, inner, 0.5)
                if in_middle
                else typesetting.entry("", text, set_in, set_in, inner, ruled=False, hanging=False)
            )
            columns.append((x + _CELL_SIDE, cell))
            x += width
        edge = Slice(_CELL_EDGE)
        lines = [edge, *beside(columns), edge]
        edges = [sum(widths[:n]) for n in range(len(widths) + 1)]
        framed = []
        for index, line in enumerate(lines):
            frame: list[Mark] = [Rule(x, 0, line.height, upright=True) for x in edges]
            if top and index == 0:
                frame.append(Rule(0, 0, self.width))
            if index == len(lines) - 1:
                frame.append(Rule(0, line.height, self.width))
            framed.append(replace(line, marks=(*line.marks, *frame), keep=index < len(lines) - 1))
        return framed

    def height(self) -> float:
        return height(self.slices)
