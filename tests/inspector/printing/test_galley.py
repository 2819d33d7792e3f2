"""The galley: nothing sticks out of the text width, nothing lies on anything else."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.inspection.record import Form
from inspector.printing import document, particulars
from inspector.printing.galley import Galley
from inspector.printing.slices import Rule, Words
from inspector.printing.template import template
from inspector.printing.typesetting import measure

HAIR = 0.5  # points
TEXTS = st.text(st.sampled_from("中国𬭎，。（）“”·☑aZ09-/. 　\n"), max_size=120)


def composed(record, pictures) -> Galley:
    galley = Galley(template(record.form))
    furniture = particulars.furniture(galley.template, record, record.version_digest)
    document(record.form).compose(galley, furniture, record, pictures(record))
    return galley


def assert_tidy(galley: Galley) -> None:
    for piece in galley.slices:
        extents = []
        for mark in piece.marks:
            if isinstance(mark, Words):
                shown = mark.text.rstrip()
                end = (
                    mark.x
                    + measure(replace(mark.style, spread_em=0))(shown)
                    + mark.spread * max(0, len(shown) - 1)
                )
                extents.append((mark.x, end))
                assert 0 < mark.baseline < piece.height
            elif isinstance(mark, Rule) and not mark.upright:
                assert mark.x >= 0
                assert mark.x + mark.length <= galley.width + HAIR
        extents.sort()
        assert all(start >= 0 and end <= galley.width + HAIR for start, end in extents)
        assert all(left[1] <= right[0] + HAIR for left, right in itertools.pairwise(extents))


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, TEXTS, TEXTS, TEXTS, st.sampled_from(Form))
def test_texts_stay_within_their_columns_when_they_are_odd(suspect, pictures, one, two, three, four, form):
    record = replace(
        suspect,
        form=form,
        bureau=one,
        number=two,
        site_facts=three,
        statement=four,
        party=replace(suspect.party, name=one, representative=two, phone=three, other_contact=four),
        officers=(replace(suspect.officers[0], name=one, certificate=two), suspect.officers[1]),
        goods=(replace(suspect.goods[0], name=one, batch=two, quantity=three, source=four), *suspect.goods),
        photos=(replace(suspect.photos[0], caption=four),),
    )
    assert_tidy(composed(record, pictures))


@pytest.mark.parametrize("form", Form)
def test_a_record_without_a_word_is_a_blank_form(suspect, pictures, print_of, form):
    empty = dict.fromkeys(
        ("number", "subject", "place", "started_at", "ended_at", "person_present", "notified"), ""
    )
    party = type(suspect.party)()
    record = replace(
        suspect, form=form, **empty, party=party, officers=(), goods=(), photos=(), items=(), site_facts=""
    )
    assert_tidy(composed(record, pictures))
    assert "当事人：主体资格证照名称：统一社会信用代码（注册号）：住所（住址）：" in print_of(record).body
