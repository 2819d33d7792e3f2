"""Fonts: the chain of fallbacks, what is embedded, and the text that comes out again."""

from dataclasses import replace

import pytest

from inspector.errors import Defect
from inspector.printing.documents import DOCUMENTS
from inspector.printing.template import template
from inspector.printing.tounicode import to_unicode
from inspector.printing.typefaces import typeface

RARE = "镕喆堃犇翀玥珺璟昇䶮㛃·鿍𬭎𫖯𬍛㊟®"
RARER = "𠀀𪜀𫝀𫠠𬺰𰀀\U00031350\U0002ebf0"  # Extensions B to I, one of each


def test_every_name_extracts_as_itself_when_it_has_rare_characters(clean, print_of, witness):
    party = replace(clean.party, name=f"石柱县{RARE}商行", representative=RARER)
    record = replace(clean, bureau=f"{RARE}局", party=party, witness=witness)
    found = print_of(record).body
    assert f"当事人：石柱县{RARE}商行" in found
    assert f"经营者）：{RARER}" in found
    assert found.startswith(f"{RARE}局检查记录")
    assert "检查人员：谭晓𬭎" in found
    assert "见证人：秦𬍛" in found


def test_each_character_is_set_in_the_first_font_that_has_it():
    runs = list(typeface("text").runs("中A𠀀\U0002ebf0☑文"))
    assert [(run.text, run.font) for run in runs] == [
        ("中A", "NotoSerifSC-Regular.ttf"),
        ("𠀀", "HanaMinB.ttf"),
        ("\U0002ebf0", "InspectorHanSupplement.ttf"),
        ("☑", ""),
        ("文", "NotoSerifSC-Regular.ttf"),
    ]


def test_a_character_without_a_glyph_is_a_defect_when_it_is_set():
    with pytest.raises(Defect):
        typeface("text").width("ཀ", 12)


def test_fonts_are_embedded_and_reduced(suspect, print_of):
    printed = print_of(suspect)
    fonts = {
        name: font for page in printed.reader.pages for name, font in page["/Resources"]["/Font"].items()
    }
    files = [font.get_object()["/FontDescriptor"]["/FontFile2"].get_data() for font in fonts.values()]
    assert files
    assert max(map(len, files)) < 400_000


def test_the_map_to_text_is_utf16_in_blocks_of_at_most_a_hundred():
    program = to_unicode("F", [0, 0x2CB4E, *range(0x4E00, 0x4E00 + 150)])
    assert "<01> <D872DF4E>" in program
    assert "<02> <4E00>" in program
    assert "<00> <" not in program.replace("<00> <FF>", "")
    assert "100 beginbfchar" in program
    assert "51 beginbfchar" in program


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_every_fixed_wording_can_be_printed(document_id):
    fixed = template(document_id)
    wording = [
        fixed.title,
        *fixed.wording.values(),
        *(c.heading for cs in fixed.columns.values() for c in cs),
    ]
    for name in ("text", "bold"):
        assert [c for text in wording for c in text if not typeface(name).has(c)] == []
