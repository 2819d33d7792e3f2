import pytest

from inspector.journal.state import State
from inspector.storage import packing
from inspector.storage.packing import SHARE, Packed, joined, packed, unpacked
from tests.builders import VISIT, Device


def a_visit(answers: int) -> Device:
    laptop = Device("laptop")
    for number in range(answers):
        answer(laptop, number, "clear")
    return laptop


def answer(laptop: Device, number: int, mark: str) -> State:
    commit = laptop.write(mark, kind="answer", entity=f"{VISIT}/answer/item_{number}", field="mark")
    assert commit.roots == {VISIT}
    return laptop.state()


def read_back(shares: tuple[Packed, ...]) -> State:
    return unpacked(VISIT, joined(shares))


@pytest.mark.parametrize("fields", [0, 1, SHARE, SHARE + 1, 2 * SHARE + 40])
def test_a_state_comes_back_as_it_was_when_it_has_few_fields_or_many(fields: int) -> None:
    state = a_visit(fields).state()
    shares = packed(state)
    assert read_back(shares) == state
    assert len(shares) == max(1, -(-fields // SHARE))


def test_one_share_is_packed_anew_when_one_answer_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    laptop = a_visit(2 * SHARE + 40)
    before = laptop.state()
    shares = packed(before)
    compressed = []
    monkeypatch.setattr(packing, "_compressed", lambda share: compressed.append(share) or b"anew")
    commit = laptop.write("suspect", kind="answer", entity=f"{VISIT}/answer/item_7", field="mark")
    after = packed(before.after(commit), shares)
    assert len(compressed) == 1
    assert [a is b for a, b in zip(after, shares, strict=True)].count(False) == 1


def test_the_last_share_grows_when_something_is_said_for_the_first_time() -> None:
    laptop = a_visit(SHARE + 3)
    before = read_back(packed(laptop.state()))
    shares = packed(before)
    commit = laptop.write("clear", kind="answer", entity=f"{VISIT}/answer/a_new_item", field="mark")
    state = before.after(commit)
    after = packed(state, shares)
    assert after[0] is shares[0]
    assert read_back(after) == state == laptop.state()


@pytest.mark.parametrize("cut", [1, 5, 33])
def test_no_state_is_read_when_the_end_of_a_row_is_missing(cut: int) -> None:
    stored = joined(packed(a_visit(SHARE + 40).state()))
    with pytest.raises(packing.UNREADABLE):
        unpacked(VISIT, stored[:-cut])
