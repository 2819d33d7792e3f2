from datetime import date, timedelta

import pytest

from inspector import law
from inspector.errors import Code, Trouble
from inspector.law.basis import article_text, numeral
from inspector.law.book import bound, of_standard
from inspector.law.standards import Standard

CAMPAIGN, TODAY, NEXT = date(2020, 6, 1), date(2026, 11, 22), date(2027, 2, 1)


def cited(key: str, day: date) -> str:
    basis = law.on(key, day)
    assert basis is not None
    return basis.cited("zh_CN")


@pytest.mark.parametrize(
    ("key", "campaign", "today", "later"),
    [
        ("TM/57(1)", "《商标法》第五十七条第（一）项", "《商标法》第五十七条第（一）项", "《商标法》第七十二条第（一）项"),
        ("TM/60.2", "《商标法》第六十条第二款", "《商标法》第六十条第二款", "《商标法》第七十四条第二款"),
        ("TM/52", "《商标法》第五十二条", "《商标法》第五十二条", "《商标法》第六十二条"),
        ("AUCL/6", "《反不正当竞争法》第六条", "《反不正当竞争法》第七条", "《反不正当竞争法》第七条"),
        ("AUCL/8", "《反不正当竞争法》第八条", "《反不正当竞争法》第九条", "《反不正当竞争法》第九条"),
        ("PLR/84", "《专利法实施细则》第八十四条", "《专利法实施细则》第一百零一条", "《专利法实施细则》第一百零一条"),
        ("PL/63", "《专利法》第六十三条", "《专利法》第六十八条", "《专利法》第六十八条"),
        ("MDR/39", "《医疗器械监督管理条例》第二十七条", "《医疗器械监督管理条例》第三十九条",
         "《医疗器械监督管理条例》第三十九条"),
        ("GB 2626", "GB 2626-2006《呼吸防护用品 自吸过滤式防颗粒物呼吸器》", "GB 2626-2019《呼吸防护 自吸过滤式防颗粒物呼吸器》",
         "GB 2626-2019《呼吸防护 自吸过滤式防颗粒物呼吸器》"),
    ],
)  # fmt: skip
def test_the_article_of_the_day_is_cited(key: str, campaign: str, today: str, later: str) -> None:
    assert [cited(key, day) for day in (CAMPAIGN, TODAY, NEXT)] == [campaign, today, later]


def test_the_version_changes_on_its_first_day() -> None:
    first = date(2027, 1, 1)
    before, after = law.on("TM/57", first - timedelta(days=1)), law.on("TM/57", first)
    assert before is not None
    assert after is not None
    assert (before.version, before.valid_to, after.version, after.valid_from) == (
        "2019",
        date(2026, 12, 31),
        "2026",
        first,
    )


def test_what_nobody_checked_says_so() -> None:
    assert cited("APL/55", CAMPAIGN).endswith("（未核实）")
    assert not cited("TMR/78", TODAY).endswith("（未核实）")
    assert cited("TMR/78", NEXT).endswith("（未核实）")
    basis = law.on("TMR/78", NEXT)
    assert basis is not None
    assert basis.cited("en").endswith("(not verified)")


def test_no_basis_is_given_when_no_version_treats_the_subject() -> None:
    assert law.on("RMER/36", CAMPAIGN) is None
    assert law.on("MDR/38", CAMPAIGN) is None
    assert law.on("TM/57", date(2001, 1, 1)) is None


def test_an_unknown_key_is_a_trouble() -> None:
    with pytest.raises(Trouble) as caught:
        law.on("TM/999", TODAY)
    assert caught.value.code is Code.BASIS_UNKNOWN
    assert not law.known("TM/999")
    assert law.known("TM/57(1)")


def test_every_basis_has_both_languages_and_a_source() -> None:
    for found in law.book().laws.values():
        assert found.sources, found.code
        assert set(found.title) >= {"zh_CN", "en"}, found.code
        for subject in found.subjects.values():
            for article in subject.articles.values():
                assert set(article.gist) >= {"zh_CN", "en"}, subject.key


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "一百"), (101, "一百零一"), (110, "一百一十"),
     (116, "一百一十六"), (999, "九百九十九")],
)  # fmt: skip
def test_numerals_are_written_as_in_laws(number: int, text: str) -> None:
    assert numeral(number) == text


def test_articles_are_written_in_both_languages() -> None:
    assert article_text("81.1(1)", "zh_CN") == "第八十一条第一款第（一）项"
    assert article_text("81.1(1)", "en") == "art. 81 para. 1 item 1"
    assert article_text("附件", "zh_CN") == "附件"


def test_the_newer_edition_is_cited_when_two_are_in_force() -> None:
    editions = tuple(
        Standard(
            f"GB 1-{year}", "名称", {"zh_CN": "物", "en": "thing"}, "x", "V", valid_from=date(year, 1, 1)
        )
        for year in (2010, 2020)
    )
    basis = bound((of_standard("GB 1", editions),)).on("GB 1", TODAY)
    assert basis is not None
    assert basis.version == "GB 1-2020"
