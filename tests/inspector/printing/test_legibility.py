"""Characters without a glyph are reported before printing."""

from dataclasses import replace

import pytest

from inspector import wording
from inspector.errors import Code, Problem, Trouble
from inspector.printing import document_of, unprintable
from inspector.printing.legibility import paragraphs, spelled_out


def missing(where: str, character: str, count: int = 1) -> Problem:
    return Problem(
        "glyph_missing",
        where,
        {"character": character, "codepoint": f"U+{ord(character):04X}", "count": count},
    )


@pytest.fixture
def illegible(suspect):
    return replace(
        suspect,
        site_facts="现场😀有😀\u0007",
        party=replace(suspect.party, name="བོད商行"),
        goods=(suspect.goods[0], replace(suspect.goods[1], source="来源✅")),
        photos=(replace(suspect.photos[0], caption="说明\u0e01", original_name="😀.jpg"),),
    )


def test_every_character_is_reported_with_its_place_when_no_font_has_it(illegible):
    assert unprintable(illegible) == (
        missing("party/name", "བ"),
        missing("party/name", "ོ"),
        missing("party/name", "ད"),
        missing("site_facts", "😀", 2),
        missing("site_facts", "\u0007"),
        missing("goods/1/source", "✅"),
        missing("photos/0/caption", "\u0e01"),
    )


def test_nothing_is_printed_when_a_character_has_no_glyph(illegible):
    with pytest.raises(Trouble) as trouble:
        document_of(illegible).printed(illegible, illegible.version_digest, lambda _: b"")
    assert trouble.value.code is Code.CHARACTER_UNPRINTABLE
    assert trouble.value.problems == unprintable(illegible)
    for language in wording.LANGUAGES:
        told = wording.told(trouble.value, language)
        assert "party/name" in told
        assert "U+1F600" in told
        assert "…" not in told


def test_nothing_is_reported_when_every_character_has_a_glyph(clean, suspect):
    odd = "𬭎䶮㛃·鿍☐☑☒\t\r\n\u200b\ufeff〔〕￥"
    assert unprintable(replace(clean, site_facts=odd)) == ()
    assert unprintable(suspect) == ()


def test_a_file_name_is_spelled_out_when_it_has_characters_without_a_glyph(suspect, print_of):
    photo = replace(suspect.photos[0], original_name="摊位😀.jpg")
    assert spelled_out("摊位😀\n.jpg") == "摊位〔U+1F600〕.jpg"
    assert "摊位〔U+1F600〕.jpg" in print_of(replace(suspect, photos=(photo,))).body


def test_paragraphs_are_parted_at_every_kind_of_line_end():
    assert paragraphs("一\r\n二\n\n三\u2028四\u200b\t五") == ["一", "二", "", "三", "四 五"]
    assert paragraphs("") == [""]
