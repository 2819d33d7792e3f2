"""What holds for every document: furniture, page numbers, reprints, the same bytes each time."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.errors import Code, Trouble
from inspector.inspection.record import Form, RecordGoods, RecordOfficer
from inspector.printing import DOCUMENTS, document, document_of
from inspector.printing.legibility import unprintable

SIGNATURE = "年月日"


def furniture(number: int, total: int, title: str, *labels: str) -> str:
    head = f"{title}（续页）" if number > 1 else ""
    signatures = "".join(f"{label}：{SIGNATURE}" for label in labels)
    return f"{head}{signatures}第{number}页共{total}页版本"


def test_every_page_has_its_number_and_a_line_for_each_signer(suspect, print_of):
    found = print_of(suspect).furniture
    assert len(found) > 6
    assert found == [
        furniture(n, len(found), "现场笔录", "当事人", "检查人员", "检查人员")
        for n in range(1, len(found) + 1)
    ]


def test_every_page_has_a_line_for_the_witness_when_there_is_one(suspect, clean, witness, print_of):
    for record in (suspect, clean):
        title = document_of(record).title
        found = print_of(replace(record, witness=witness)).furniture
        assert found == [
            furniture(n, len(found), title, "当事人", "见证人", "检查人员", "检查人员")
            for n in range(1, len(found) + 1)
        ]


def test_every_officer_has_a_line_when_there_are_more_than_two(clean, print_of):
    third = RecordOfficer("o3", "陈𫖯", "50024000130")
    printed = print_of(replace(clean, officers=(*clean.officers, third)))
    assert printed.furniture[0].count("检查人员：" + SIGNATURE) == 3
    assert "检查人员：陈𫖯执法证号：50024000130" in printed.body


def test_two_officers_have_a_line_when_the_record_names_none(clean, print_of):
    printed = print_of(replace(clean, officers=()))
    assert printed.furniture[0].count("检查人员：" + SIGNATURE) == 2
    assert printed.body.count("执法证号：") == 2


def test_the_watermark_is_on_every_page_when_it_is_a_demonstration(suspect, print_of):
    assert all("演示" not in page for page in print_of(suspect).pages)
    demo = print_of(replace(suspect, demo=True))
    assert all(page.startswith("演示" * 3) for page in demo.pages)
    assert demo.body.count("演示数据，不作执法文书") == len(demo.pages)


def test_the_same_record_gives_the_same_bytes_whatever_was_printed_before(suspect, clean, print_of):
    first = print_of(suspect).content
    print_of(replace(clean, site_facts="𠀀𰀀"))
    assert print_of(suspect).content == first
    assert print_of(replace(suspect, place="别处")).content != first


def test_the_file_tells_nothing_of_the_machine(clean, print_of):
    printed = print_of(clean)
    assert dict(printed.reader.metadata) == {
        "/Title": "检查记录",
        "/Author": clean.bureau,
        "/Creator": "Inspector",
        "/Producer": "Inspector",
    }
    assert b"/CreationDate" not in printed.content
    assert b".ttf" not in printed.content


def test_one_page_is_the_same_when_it_is_printed_alone(suspect, print_of):
    whole = print_of(suspect)
    for number in (1, 2, len(whole.pages)):
        assert print_of(suspect, pages=(number,)).pages == [whole.pages[number - 1]]


def test_a_page_is_refused_when_there_is_no_such_page(suspect, print_of):
    total = len(print_of(suspect).pages)
    for page in (0, total + 1):
        with pytest.raises(Trouble) as trouble:
            print_of(suspect, pages=(1, page))
        assert trouble.value.code is Code.PAGE_UNKNOWN
        assert trouble.value.context == {"page": page, "total": total, "document": "现场笔录"}


def test_each_form_has_its_document_and_an_unknown_one_is_refused(clean, suspect):
    assert set(Form) < set(DOCUMENTS)
    assert [document_of(record).title for record in (clean, suspect)] == ["检查记录", "现场笔录"]
    with pytest.raises(Trouble) as trouble:
        document("nonsense")
    assert trouble.value.code is Code.DOCUMENT_UNKNOWN


ODD = st.text(
    st.sampled_from("中国𬭎䶮𠀀，。（）“”《》…—·☑☐aZ09-/.%@ 　\t\n\u200bé")
    | st.characters(max_codepoint=0x24F),
    max_size=300,
)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ODD, ODD, ODD, ODD, st.sampled_from(Form))
def test_no_character_is_lost_when_texts_are_odd(suspect, print_of, name, place, facts, source, form):
    record = replace(
        suspect,
        form=form,
        photos=(),
        place=place,
        site_facts=facts,
        party=replace(suspect.party, name=name),
        goods=(RecordGoods("", source=source),),
    )
    bad = {str(problem.context["character"]) for problem in unprintable(record)}
    table = {ord(character): None for character in bad}
    record = replace(
        record,
        place=place.translate(table),
        site_facts=facts.translate(table),
        party=replace(record.party, name=name.translate(table)),
        goods=(RecordGoods("", source=source.translate(table)),),
    )
    drawn = {ord(c): None for c in "☐☑☒\u200b\u00ad"}
    found = print_of(record).body
    for label, text in (
        ("地点：", record.place),
        ("当事人：", record.party.name),
        ("现场情况：", record.site_facts),
    ):
        assert label + "".join(text.translate(drawn).split()) in found
    if form is Form.ONSITE_RECORD:
        assert "".join(record.goods[0].source.translate(drawn).split()) in found
