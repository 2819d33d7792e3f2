"""Cutting a galley into pages."""

from hypothesis import given
from hypothesis import strategies as st

from inspector.printing.pages import cut
from inspector.printing.slices import Rule, Slice, height, kept

ROOM = 100.0
HEAD = (Slice(10, keep=True),)


def strip(tall: float = 20, **how) -> Slice:
    return Slice(tall, (Rule(0, 0, 1),), **how)


@given(
    st.lists(
        st.builds(
            strip,
            st.floats(1, 150),
            keep=st.booleans(),
            head=st.sampled_from([(), HEAD]),
            new_page=st.booleans(),
        ),
        min_size=1,
        max_size=40,
    )
)
def test_no_slice_is_lost_and_no_page_is_too_full_when_slices_are_odd(slices):
    pages = cut(slices, ROOM)
    assert [piece for page in pages for piece in page if piece not in HEAD] == slices
    assert all(pages)
    for page in pages:
        assert height(page) <= ROOM + 0.1 or len([p for p in page if p not in HEAD]) == 1


def test_what_is_kept_together_moves_on_when_the_page_is_nearly_full():
    together = kept([strip(20), strip(20)])
    pages = cut([strip(70), *together], ROOM)
    assert pages == [[strip(70)], together]


def test_what_is_kept_together_is_parted_when_no_page_can_hold_it():
    pages = cut([strip(30), *kept([strip(50)] * 3)], ROOM)
    assert [len(page) for page in pages] == [2, 2]


def test_a_table_heading_is_repeated_when_the_table_goes_on():
    rows = [strip(30, head=HEAD) for _ in range(6)]
    pages = cut([*HEAD, *rows], ROOM)
    assert [len(page) for page in pages] == [4, 4]
    assert all(page[0] == HEAD[0] for page in pages)


def test_a_gap_vanishes_when_it_would_begin_or_end_a_page():
    gap = Slice(20, gap=True)
    assert cut([gap, strip(90), gap, strip(90)], ROOM) == [[strip(90)], [strip(90)]]


def test_a_page_is_turned_when_a_slice_asks_for_a_new_one():
    assert len(cut([strip(), strip(new_page=True)], ROOM)) == 2
    assert len(cut([strip(new_page=True)], ROOM)) == 1
