"""Cutting a galley into pages."""

from collections.abc import Iterable, Iterator, Sequence

from inspector.printing.slices import Slice, height

_ROUNDING = 0.01


def cut(slices: Iterable[Slice], room: float) -> list[list[Slice]]:
    """The slices of each page, none higher in all than *room*; what is kept together stays so if one page can hold it."""
    pages: list[list[Slice]] = [[]]
    for chain in _chains(slices):
        page = pages[-1]
        whole = height(chain)
        fits = height(page) + whole <= room + _ROUNDING
        if page and (chain[0].new_page or (not fits and whole + height(chain[0].head) <= room + _ROUNDING)):
            pages.append(list(chain[0].head))
        for piece in chain:
            page = pages[-1]
            full = height(page) + piece.height > room + _ROUNDING
            if piece.gap and (full or not page):
                continue
            if full and page and list(piece.head) != page:
                pages.append(list(piece.head))
            pages[-1].append(piece)
    return pages


def _chains(slices: Iterable[Slice]) -> Iterator[Sequence[Slice]]:
    chain: list[Slice] = []
    for piece in slices:
        chain.append(piece)
        if not piece.keep:
            yield chain
            chain = []
    if chain:
        yield chain
