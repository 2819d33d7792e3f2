"""The rules of a template, compiled once, and what they make of a set of answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from inspector.checklist.compiled import Compiled, Compiler
from inspector.checklist.expression import parse
from inspector.checklist.graph import graph, rules_of
from inspector.checklist.template import Template


@dataclass(frozen=True)
class Evaluated:
    """The state of all rows, by address (a row of a repeat has one on each card)."""

    relevant: frozenset[str]  # rows that count: items, groups and repeats
    calculated: Mapping[str, str]
    refused: frozenset[str]  # facts that break their constraint
    malformed: frozenset[str]  # facts that are not of their kind
    missing: frozenset[str]  # required facts that are blank


class Rules:
    """Compiled rules; one object serves any number of sheets.

    Raises:
        ValueError: for rules in a loop, which reading a checklist never lets through.
    """

    def __init__(self, template: Template) -> None:
        expressions = {
            (name, column): parse(rule)
            for name, placed in template.placed.items()
            for column, rule in rules_of(placed.row).items()
        }
        found = graph(template, expressions)
        if found.loops:
            raise ValueError(f"rules in a loop: {found.loops}")
        self.template = template
        self.rank = {name: rank for rank, name in enumerate(found.order)}
        self.dependants = found.dependants
        self.watchers = found.watchers
        compiler = Compiler(template)
        self.compiled: dict[tuple[str, str], Compiled] = {}
        for (name, column), expression in expressions.items():
            write = compiler.string if column == "calculation" else compiler.boolean
            self.compiled[name, column] = write(expression, template.placed[name])
