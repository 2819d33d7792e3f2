"""Breaking Chinese text into lines."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.printing.lines import broken


def ems(text: str) -> float:
    return sum(0.5 if character < "\u0250" else 1.0 for character in text)


def test_lines_join_to_the_text_again_and_fit_when_text_is_odd():
    @given(
        st.text(
            st.sampled_from("中𬭎国，。（）“”·…—aB9-./ 　é\u0301☑%")
            | st.characters(exclude_categories=("Cs",)),
            max_size=80,
        ),
        st.floats(2, 12),
        st.floats(0, 12),
    )
    def check(text: str, width: float, first: float) -> None:
        lines = broken(text, width, ems, first=min(first, width))
        assert "".join(lines) == text
        for index, line in enumerate(lines):
            room = width if index else min(first, width)
            letters = [c for c in line.rstrip() if not unicodedata.combining(c)]
            assert (
                ems(line.rstrip()) <= room + ems("".join(c for c in line if unicodedata.combining(c)))
                or len(letters) <= 1
            )

    check()


@pytest.mark.parametrize("width", range(4, 15))
def test_punctuation_stays_with_its_word_when_a_line_ends_there(width):
    text = "当事人（现场）称：“此物，系本人购入。”另有《发票》、收据；是否属实？价￥5。"
    for line in broken(text, width, ems):
        assert line[0] not in "，。、；：？）”》"
        assert line[-1] not in "（“《￥"


@pytest.mark.parametrize("width", range(9, 20))
def test_numbers_and_words_stay_whole_when_a_line_ends_there(width):
    whole = ("20260912-03", "GB/T38880", "2026.11.22", "KN95", "12.50%")
    text = "批号" + "的口罩标准".join(whole) + "等"
    lines = broken(text, width, ems)
    assert all(any(token in line for line in lines) for token in whole)


def test_a_number_is_broken_anywhere_when_it_is_longer_than_a_line():
    assert broken("9" * 25, 5, ems) == ["9" * 10, "9" * 10, "9" * 5]


def test_text_begins_below_its_label_when_there_is_no_room_beside_it():
    assert broken("20260912-03", 8, ems, first=2) == ["", "20260912-03"]


@pytest.mark.parametrize("width", range(10, 20))
def test_a_standard_and_the_number_of_its_product_stay_together(width: int) -> None:
    lines = broken("包装标注执行标准①YY 0469-2011、②GB/T 32610-2016，相符。", width, ems)
    assert sum("①YY 0469-2011" in line for line in lines) == 1
    assert sum("②GB/T 32610-2016" in line for line in lines) == 1
