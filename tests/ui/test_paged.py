"""A table that grows page by page."""

import threading
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from ui.models.paged import PAGE, Cell, Column, PagedModel


@dataclass(frozen=True)
class Number:
    id: str


class Shelf:
    """Numbers in order, handed out by page, with a note of what was asked for."""

    def __init__(self, count):
        self.ids = [f"{n:05}" for n in range(count)]
        self.asked = []

    def fetch(self, after, most):
        self.asked.append((after.id if after else "", most))
        start = next((n for n, i in enumerate(self.ids) if after is None or i > after.id), len(self.ids))
        return [Number(i) for i in self.ids[start : start + most]]


@pytest.fixture
def model(tasks):
    return PagedModel(tasks, [Column("No.", 0, lambda n: Cell(n.id))])


@pytest.fixture
def settled(tasks, qtbot):
    return lambda: qtbot.waitUntil(lambda: not tasks.is_busy)


def _shown(model):
    return [row.id for row in model.rows]


def test_the_page_ahead_is_there_when_it_is_scrolled_to(model, settled):
    shelf = Shelf(3 * PAGE)
    model.ask(shelf.fetch)
    settled()
    assert len(model.rows) == PAGE
    model.fetchMore(QModelIndex())
    assert len(model.rows) == 2 * PAGE  # at once: nothing was waited for


@pytest.mark.parametrize("count", [0, 1, PAGE - 1, PAGE, PAGE + 1, 3 * PAGE, 3 * PAGE + 7])
def test_no_row_is_left_out_or_doubled(model, settled, count):
    shelf = Shelf(count)
    model.ask(shelf.fetch)
    settled()
    for _ in range(10):
        if model.canFetchMore(QModelIndex()):
            model.fetchMore(QModelIndex())
            settled()
    assert _shown(model) == shelf.ids
    assert not model.canFetchMore(QModelIndex())


def test_a_page_that_is_wanted_before_it_has_come_is_shown_when_it_comes(model, settled, qtbot):
    shelf, gate = Shelf(2 * PAGE), threading.Event()

    def slow(after, most):
        if after is not None:
            gate.wait(5)
        return shelf.fetch(after, most)

    model.ask(slow)
    qtbot.waitUntil(lambda: len(model.rows) == PAGE)
    model.fetchMore(QModelIndex())
    assert len(model.rows) == PAGE
    gate.set()
    settled()
    assert _shown(model) == shelf.ids


def test_the_answer_to_an_older_question_is_left_out(model, settled, qtbot):
    gate = threading.Event()

    def slow(after, most):
        gate.wait(5)
        return [Number("old")]

    model.ask(slow)
    model.ask(Shelf(3).fetch)
    qtbot.waitUntil(lambda: len(model.rows) == 3)
    gate.set()
    settled()
    assert _shown(model) == ["00000", "00001", "00002"]


def test_it_behaves_as_views_expect(model, settled, qtmodeltester):
    qtmodeltester.check(model)  # goes on watching, and scrolls by itself
    shelf = Shelf(2 * PAGE + 3)
    model.ask(shelf.fetch)
    settled()
    shelf.ids = shelf.ids[1:]
    model.refresh()
    settled()
    assert _shown(model) == shelf.ids[: len(model.rows)]


def test_a_refresh_keeps_what_is_pointed_at(model, settled):
    shelf = Shelf(5)
    model.ask(shelf.fetch)
    settled()
    third, last = (QPersistentModelIndex(model.index(n, 0)) for n in (2, 4))
    shelf.ids = ["00000a", *shelf.ids[:4]]
    shelf.ids.sort()
    model.refresh()
    settled()
    assert third.data() == "00002"
    assert not last.isValid()


def test_a_refresh_reads_as_many_rows_as_are_shown(model, settled):
    shelf = Shelf(3 * PAGE)
    model.ask(shelf.fetch)
    settled()
    model.fetchMore(QModelIndex())
    settled()
    model.refresh()
    settled()
    assert _shown(model) == shelf.ids[: 2 * PAGE]
    model.fetchMore(QModelIndex())
    settled()
    assert _shown(model) == shelf.ids
