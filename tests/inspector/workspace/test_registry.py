from dataclasses import replace

import pytest

from inspector.changes import Changes
from inspector.errors import Code, Trouble
from inspector.inspection.registry import Market, Party, Stall
from inspector.workspace import Workspace

PHARMACY = Party(
    name="石柱县康宁大药房", uscc="91500240MA5U000119", address="南宾街道新开路12号", phone="13800004321"
)


@pytest.fixture
def party(laptop: Workspace) -> str:
    return laptop.registry.add(PHARMACY)[0]


@pytest.fixture
def market(laptop: Workspace) -> str:
    return laptop.registry.add(Market(name="华联市场", address="南宾街道"))[0]


def test_party_is_what_was_typed_and_is_counted(laptop: Workspace, party: str) -> None:
    assert laptop.registry.party(party) == replace(PHARMACY, id=party)
    assert laptop.registry.count("party") == 1


@pytest.mark.parametrize("text", ["康宁", "kndyf", "4321", "000119", "新开路"])
def test_party_is_found(laptop: Workspace, party: str, text: str) -> None:
    assert [p.id for p in laptop.registry.find_parties(text)] == [party]


def test_party_is_found_by_its_whole_code_alone(laptop: Workspace, party: str) -> None:
    found = laptop.registry.party_of_code(PHARMACY.uscc)
    assert found is not None
    assert found.id == party
    assert laptop.registry.party_of_code("") is None
    assert laptop.registry.party_of_code("91500240MA5U00011") is None


def test_only_what_differs_is_written_when_a_thing_is_amended(laptop: Workspace, party: str) -> None:
    stored = laptop.registry.party(party)
    before = laptop.scribe.chain
    assert not laptop.registry.amend(stored)
    assert laptop.scribe.chain == before
    assert laptop.registry.amend(replace(stored, phone="13900001234")) == Changes.of(("party", party))
    commit = laptop.store.chains.commit(*before.key, before.seq + 1)
    assert commit is not None
    assert [o.field for o in commit.operations] == ["phone"]
    assert laptop.registry.find_parties("4321") == ()


def test_new_name_of_a_party_reaches_its_stalls_and_visits(
    laptop: Workspace, party: str, market: str
) -> None:
    stall, _ = laptop.registry.add(Stall(market=market, number="A-12", party=party))
    visit, _ = laptop.inspections.new("mask_shop", party=party)
    laptop.registry.amend(replace(laptop.registry.party(party), name="石柱县福康药店"))
    assert [c.stall.id for c in laptop.registry.find_stalls("福康")] == [stall]
    assert laptop.registry.find_stalls("康宁") == ()
    assert [v.id for v in laptop.inspections.find("福康")] == [visit]
    assert laptop.inspections.page()[0].party_name == "石柱县福康药店"
    assert laptop.check(full=True).ok


def test_stall_is_shown_with_market_and_party(laptop: Workspace, party: str, market: str) -> None:
    stall, _ = laptop.registry.add(Stall(market=market, number="A-12", name="口罩批发", party=party))
    (card,) = laptop.registry.stalls(market)
    assert (card.stall.id, card.market.name, card.party and card.party.name) == (
        stall,
        "华联市场",
        PHARMACY.name,
    )


def test_stall_is_shown_while_its_market_and_party_are_not_known_here(laptop: Workspace) -> None:
    laptop.registry.add(
        Stall(market="market-of-another-device", number="A-12", party="party-of-another-device")
    )
    (card,) = laptop.registry.find_stalls("A-12")
    assert (card.market, card.party) == (Market(id="market-of-another-device"), None)


def test_pages_go_on_where_the_last_one_ended(laptop: Workspace) -> None:
    names = [f"店{n // 2}" for n in range(9)]  # names stand twice
    for name in names:
        laptop.registry.add(Party(name=name))
    pages, after = [], ("", "")
    while page := laptop.registry.parties(after, 4):
        pages.append([p.name for p in page])
        after = (page[-1].name, page[-1].id)
    assert pages == [names[:4], names[4:8], names[8:]]


@pytest.mark.parametrize("what", ["party", "market", "stall"])
def test_unknown_thing_is_told(laptop: Workspace, party: str, what: str) -> None:
    for entity in ("nothing", laptop.device, *([party] if what != "party" else [])):
        with pytest.raises(Trouble) as trouble:
            getattr(laptop.registry, what)(entity)
        assert trouble.value.code is Code.THING_UNKNOWN


# An addition that was taken back is not there: in no list, in no count, under no search, and no visit begins with it.


def seen(laptop: Workspace, text: str) -> tuple[object, ...]:
    registry = laptop.registry
    listed = (
        registry.parties(),
        registry.markets(),
        registry.find_parties(text),
        registry.find_markets(text),
    )
    return (*listed, registry.find_stalls(text), registry.count("party"), registry.count("stall"))


@pytest.mark.parametrize("thing", [PHARMACY, Market(name="康宁市场"), Stall(number="康宁07")])
def test_what_was_added_is_gone_when_it_is_undone_and_back_when_it_is_redone(
    laptop: Workspace, thing: Party | Market | Stall
) -> None:
    before = seen(laptop, "康宁")
    entity, _ = laptop.registry.add(thing)
    added = seen(laptop, "康宁")
    assert added != before
    laptop.registry.undo(entity)
    assert laptop.registry.is_gone(entity)
    assert seen(laptop, "康宁") == before
    laptop.scribe.redo(entity)
    assert seen(laptop, "康宁") == added
    laptop.registry.undo(entity)
    assert seen(laptop, "康宁") == before
    assert laptop.check(full=True).ok


def test_no_visit_begins_at_what_is_gone(laptop: Workspace, party: str) -> None:
    laptop.registry.undo(party)
    with pytest.raises(Trouble) as found:
        laptop.inspections.new("mask_shop", party=party)
    assert found.value.code is Code.THING_UNKNOWN


def test_an_addition_is_not_taken_back_once_a_visit_stands_on_it(laptop: Workspace, party: str) -> None:
    laptop.registry.amend(replace(PHARMACY, id=party, phone="13900000000"))
    laptop.inspections.new("mask_shop", party=party)
    laptop.registry.undo(party)
    assert laptop.registry.party(party).phone == PHARMACY.phone, "a correction still is"
    with pytest.raises(Trouble) as found:
        laptop.registry.undo(party)
    assert found.value.code is Code.NOT_LAST


def test_an_addition_is_not_taken_back_once_a_stall_stands_on_it(
    laptop: Workspace, party: str, market: str
) -> None:
    stall, _ = laptop.registry.add(Stall(market=market, number="A01", party=party))
    assert [laptop.registry.can_undo(e) for e in (party, market, stall)] == [False, False, True]
