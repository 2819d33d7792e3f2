"""What a desk has told of what it holds."""

from inspector.inspection.registry import Party
from inspector.journal.commit import Chain
from inspector.sync import reach
from tests.inspector.sync.circle import Desks

DEVICE = "a" * 32
A7, A4, A99 = (Chain(DEVICE, 1, seq, f"{seq:064}") for seq in (7, 4, 99))
BRANCH = Chain(DEVICE, 1, 9, "b" * 64)


def test_older_word_changes_nothing_and_a_newer_one_stands_even_when_it_says_less(desks: Desks) -> None:
    store, peer = desks.office.store, "c" * 32
    reach.learn(store, peer, (1, 10), [A7])
    reach.learn(store, peer, (1, 9), [A99])
    assert reach.known(store, peer) == {A7.key: (A7,)}
    reach.learn(store, peer, (2, 1), [A4, BRANCH])
    assert reach.known(store, peer) == {A7.key: (A4, BRANCH)}


def test_number_counts_only_with_the_commit_that_bears_it(desks: Desks) -> None:
    desks.north.registry.add(Party(name="一"))
    chain, store = desks.north.scribe.chain, desks.north.store
    before = store.chains.commit(*chain.key, chain.seq - 1)
    assert before is not None
    ahead = Chain(*chain.key, chain.seq + 5, "d" * 64)
    other = Chain(*chain.key, chain.seq - 1, "d" * 64)
    for end, seq in ((chain, chain.seq), (before.chain, chain.seq - 1), (ahead, chain.seq), (other, 0)):
        assert reach.shared(store.chains, chain, {chain.key: (end,)}) == seq
    assert reach.shared(store.chains, chain, {chain.key: (other, before.chain)}) == chain.seq - 1
    assert reach.shared(store.chains, chain, {}) == 0
