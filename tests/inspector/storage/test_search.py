from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from inspector.storage import search as searching
from inspector.storage.search import Search
from inspector.storage.store import Store

PARTIES = {
    "kangning": ("石柱县康宁大药房", "重庆市石柱县南宾街道新开路12号", "13800004321", "91500240MA5U000119"),
    "rare": ("谭𬭎口罩批发部", "南宾镇䶮溪村", "02373331234", ""),
    "mixed": ("3M防护用品（石柱）店", "Hualian Market 12-7", "", ""),
    "private": ("\ue5e5氏药行", "", "", ""),
    "new": ("王\U0002ebf5五金店", "", "", ""),
    "empty": ("", "", "", ""),
}


@pytest.fixture
def search(store: Store) -> Search:
    put(store, {root: ("party", texts) for root, texts in PARTIES.items()})
    return store.search


def put(store: Store, things: dict[str, tuple[str, Iterable[str]]]) -> None:
    with store.database.writing():
        for root, (kind, texts) in things.items():
            store.search.put(root, kind, texts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("康宁", {"kangning"}),
        ("药房", {"kangning"}),
        ("康", {"kangning"}),
        ("房", {"kangning"}),
        ("石柱县康宁大药房", {"kangning"}),
        ("szxkn", {"kangning"}),
        ("KNDYF", {"kangning"}),
        ("nbjd", {"kangning"}),
        ("4321", {"kangning"}),
        ("000119", {"kangning"}),
        ("ma5u", {"kangning"}),
        ("ＭＡ５Ｕ", {"kangning"}),
        ("康宁 4321", {"kangning"}),
        ("康宁 口罩", set()),
        ("𬭎", {"rare"}),
        ("谭𬭎", {"rare"}),
        ("𬭎口", {"rare"}),
        ("䶮溪", {"rare"}),
        ("䶮", {"rare"}),
        ("\ue5e5氏", {"private"}),
        ("\ue5e5", {"private"}),
        ("\ue5e6氏", set()),
        ("\U0002ebf5", {"new"}),
        ("石柱", {"kangning", "mixed"}),
        ("防护", {"mixed"}),
        ("3m", {"mixed"}),
        ("hualian", {"mixed"}),
        ("market 12-7", {"mixed"}),
        ("宁康", set()),
        ("南县", set()),
        ("房重", set()),
        ("4321915", set()),
        ("不存在", set()),
        ("", set()),
        ("   ", set()),
        ("（）", set()),
    ],
)
def test_thing_is_found_by_what_people_type(search: Search, text: str, expected: set[str]) -> None:
    assert set(search.roots("party", text)) == expected


def test_thing_of_another_kind_is_not_found(search: Search) -> None:
    assert search.roots("stall", "康宁") == ()


def test_new_words_are_found_and_old_ones_forgotten_when_a_thing_changes(
    store: Store, search: Search
) -> None:
    put(store, {"kangning": ("party", ["石柱县福康药店"])})
    assert search.roots("party", "福康") == ("kangning",)
    assert search.roots("party", "fkyd") == ("kangning",)
    for old in ("康宁", "kndyf", "4321", "000119", "新开路"):
        assert search.roots("party", old) == ()


def test_nothing_is_found_of_a_write_that_was_taken_back(store: Store, search: Search) -> None:
    def taken_back() -> None:
        with store.database.writing():
            store.search.put("kangning", "party", ["福康"])
            store.search.put("new", "party", ["福康"])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        taken_back()
    assert search.roots("party", "福康") == ()
    assert search.roots("party", "康宁") == ("kangning",)


def test_better_match_comes_first(store: Store, search: Search) -> None:
    put(
        store,
        {"long": ("party", ["康宁路上的一家名字很长很长的百货商店和它的仓库"]), "short": ("party", ["康宁"])},
    )
    assert search.roots("party", "康宁", 2)[0] == "short"


def test_newest_come_first_when_there_are_too_many_to_rank(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "RANKED_HITS", 3)
    put(store, {f"p{n}": ("party", ["康宁" * (9 - n)]) for n in range(8)})
    assert store.search.roots("party", "康宁", 3) == ("p7", "p6", "p5")


def test_most_hits_are_as_many_as_asked_for(store: Store) -> None:
    put(store, {f"p{n}": ("party", ["康宁"]) for n in range(8)})
    assert len(store.search.roots("party", "康宁", 5)) == 5


def test_essay_is_looked_for_by_its_first_words() -> None:
    query = searching.phrase(" ".join(f"字{n}" for n in range(100_000)))  # all of them take a minute
    assert query.count(" AND ") == searching.MOST_WORDS - 1


@example('"')
@example("'; DROP TABLE words; --")
@example("a* OR b")
@example("NEAR(a b)")
@example("kind : x")
@example("^a + b - c")
@example("\x00康\x00宁")
@example("\ud800")
@example("康 " * 5000)
@example("康宁" * 5000)
@example("a b c d e f g h i j k l m n o p q r s t u v w x y z " * 20)
@settings(max_examples=5000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | st.text(st.sampled_from("\"'*^+-:(){}[]ANDORNOT 康宁𬭎\\\x00_%"), max_size=30))
def test_any_text_can_be_looked_for(search: Search, text: str) -> None:
    assert set(search.roots("party", text)) <= set(PARTIES)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=12))
def test_whatever_was_put_is_found_by_any_part_of_it(store: Store, text: str) -> None:
    put(store, {"only": ("party", [text])})
    for word in searching._words(text):
        for start in range(len(word)):
            for end in (start + 1, start + 2, len(word)):
                assert store.search.roots("party", word[start:end]) == ("only",)
