"""Which rows depend on which: the order of evaluation, and the loops that have none."""

from collections.abc import Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from inspector.checklist.compiled import target
from inspector.checklist.expression import Expression, references
from inspector.checklist.template import Item, Row, Template

STATE_COLUMNS = ("relevant", "calculation")  # rules that decide whether a row counts and what it holds
CHECK_COLUMNS = ("constraint", "required")  # rules that only judge it
Expressions = Mapping[tuple[str, str], Expression]  # by row name and column


def rules_of(row: Row) -> Mapping[str, str]:
    """The rules that are written on a row, by column."""
    columns = (*STATE_COLUMNS, *CHECK_COLUMNS) if isinstance(row, Item) else ("relevant",)
    return {column: rule for column in columns if (rule := getattr(row, column))}


@dataclass(frozen=True)
class Graph:
    """Names of rows in an order in which each comes after what it depends on, and who depends on whom."""

    order: tuple[str, ...]
    dependants: Mapping[str, frozenset[str]]  # whose state must be found again when the row changes
    watchers: Mapping[str, frozenset[str]]  # whose checks must be made again
    loops: tuple[tuple[str, ...], ...]


def graph(template: Template, expressions: Expressions) -> Graph:
    """The graph of *template*; rows in a loop are named in `loops`, one dependency of each loop left out of the order."""
    needs: dict[str, set[str]] = {name: set() for name in template.placed}
    watchers: dict[str, set[str]] = {name: set() for name in template.placed}
    for name, placed in template.placed.items():
        needs[name] |= {outer.name for outer in placed.inside[-1:]}
    for (name, column), expression in expressions.items():
        found = (target(template, reference) for reference in references(expression))
        named = {placed.row.name for placed in found if placed}
        if column in STATE_COLUMNS:
            needs[name] |= named
        else:
            for other in named:
                watchers[other].add(name)
    order, loops = _sorted(needs)
    dependants: dict[str, set[str]] = {name: set() for name in needs}
    for name, needed in needs.items():
        for other in needed:
            dependants[other].add(name)
    return Graph(
        order,
        {name: frozenset(found) for name, found in dependants.items()},
        {name: frozenset(found) for name, found in watchers.items()},
        loops,
    )


def _sorted(needs: Mapping[str, set[str]]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The order and the loops, each from the row that stands first in the survey back to itself."""
    place = {name: i for i, name in enumerate(needs)}
    ordered = {name: sorted(needed, key=place.__getitem__) for name, needed in needs.items()}
    loops: list[tuple[str, ...]] = []
    while True:
        try:
            return tuple(TopologicalSorter(ordered).static_order()), tuple(loops)
        except CycleError as error:
            ring: list[str] = error.args[1][:-1]
            first = ring.index(min(ring, key=place.__getitem__))
            loop = (*ring[first:], *ring[:first], ring[first])
            loops.append(loop)
            ordered[loop[1]].remove(loop[0])
