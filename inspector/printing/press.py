"""The press: a galley cut into pages, each with its furniture, as the bytes of a PDF."""

from collections.abc import Collection, Sequence

from inspector.errors import Code, Trouble
from inspector.printing.furniture import Furniture
from inspector.printing.galley import Galley
from inspector.printing.pages import cut
from inspector.printing.pen import Jpeg, Pen
from inspector.printing.slices import Photo, Rule, Slice, Words


def printed(galley: Galley, furniture: Furniture, author: str, pages: Collection[int] = ()) -> bytes:
    """The PDF of all pages, or of those numbered *pages*, which still say which page of how many they are.

    Raises:
        Trouble: PAGE_UNKNOWN when there is no such page.
    """
    template = galley.template
    paper = template.paper
    sheets = cut(galley.slices, text_height(furniture))
    absent = sorted(n for n in pages if not 1 <= n <= len(sheets))
    if absent:
        raise Trouble(Code.PAGE_UNKNOWN, page=absent[0], total=len(sheets), document=template.title)
    pen = Pen(paper, template.title, author)
    for number, sheet in enumerate(sheets, 1):
        if pages and number not in pages:
            continue
        furniture.draw(pen, number, len(sheets))
        _draw_all(pen, sheet, paper.left, paper.top)
        pen.turn_page()
    return pen.finished()


def text_height(furniture: Furniture) -> float:
    """What a page has for its text between the top margin and the furniture, in points."""
    paper = furniture.template.paper
    return paper.height - paper.top - paper.bottom - furniture.height


def _draw_all(pen: Pen, pieces: Sequence[Slice], left: float, top: float) -> float:
    """Draws slices below one another; returns how high they came out."""
    drawn = 0.0
    for piece in pieces:
        drawn += _draw(pen, piece, left, top + drawn)
    return drawn


def _draw(pen: Pen, piece: Slice, left: float, top: float) -> float:
    height = piece.height
    for mark in piece.marks:
        match mark:
            case Words():
                pen.text(left + mark.x, top + mark.baseline, mark.text, mark.style, mark.spread)
            case Rule():
                draw = pen.upright_rule if mark.upright else pen.rule
                draw(left + mark.x, top + mark.y, mark.length)
            case Photo():
                height = _photo(pen, mark, left, top)
    return height


def _photo(pen: Pen, mark: Photo, left: float, top: float) -> float:
    content = mark.jpeg()
    if content is None:
        return _draw_all(pen, mark.instead, left + mark.x, top)
    jpeg = Jpeg(content)
    width, height = mark.fitted(jpeg.width, jpeg.height)
    pen.photo(jpeg, left + mark.x + (mark.room - width) / 2, top, width, height)
    return height
