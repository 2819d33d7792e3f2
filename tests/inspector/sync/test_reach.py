"""What a desk has told of what it holds."""

from inspector.sync import reach
from tests.inspector.sync.circle import Desks

A, B = ("a" * 32, 1), ("b" * 32, 1)


def test_lowest_is_what_every_one_of_them_holds() -> None:
    assert reach.lowest([{A: 5, B: 2}, {A: 3}, {A: 9, B: 1}]) == {A: 3, B: 0}
    assert reach.lowest([{A: 5}]) == {A: 5}


def test_older_word_changes_nothing_and_a_newer_one_stands_even_when_it_says_less(desks: Desks) -> None:
    store, peer = desks.office.store, "c" * 32
    reach.learn(store, peer, (1, 10), {A: 7})
    reach.learn(store, peer, (1, 9), {A: 99})
    assert reach.known(store, peer) == {A: 7}
    reach.learn(store, peer, (2, 1), {A: 4})
    assert reach.known(store, peer) == {A: 4}
