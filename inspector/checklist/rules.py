"""The rules of a template, compiled once."""

from collections.abc import Mapping
from dataclasses import dataclass

from inspector.checklist.compiled import Compiled, Compiler
from inspector.checklist.expression import parse
from inspector.checklist.graph import graph, rules_of
from inspector.checklist.template import Repeat, Row, Template


@dataclass(frozen=True)
class Evaluated:
    """The state of all rows, by address (a row of a repeat has one on each card)."""

    relevant: frozenset[str]  # rows that count: items, groups and repeats
    calculated: Mapping[str, str]
    refused: frozenset[str]  # facts that break their constraint
    malformed: frozenset[str]  # facts that are not of their kind
    missing: frozenset[str]  # required facts that are blank


@dataclass(frozen=True)
class Ruled:
    """A row with all that decides its state. `rank`: rows of a lower one are found first."""

    row: Row
    rank: int
    repeat: Repeat | None
    outer: str  # the group or repeat that it stands in; empty at the first level
    outer_on_card: bool
    relevant: Compiled | None
    calculation: Compiled | None
    constraint: Compiled | None
    required: Compiled | None
    dependants: frozenset[str]  # whose state must be found again when this row changes
    watchers: frozenset[str]  # whose checks must be made again


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
        compiler = Compiler(template)
        compiled: dict[tuple[str, str], Compiled] = {}
        for (name, column), expression in expressions.items():
            write = compiler.string if column == "calculation" else compiler.boolean
            compiled[name, column] = write(expression, template.placed[name])
        self.template = template
        self.rows: dict[str, Ruled] = {}
        for rank, name in enumerate(found.order):
            placed = template.placed[name]
            outer = placed.inside[-1].name if placed.inside else ""
            self.rows[name] = Ruled(
                row=placed.row,
                rank=rank,
                repeat=placed.repeat,
                outer=outer,
                outer_on_card=bool(outer) and template.placed[outer].repeat is not None,
                relevant=compiled.get((name, "relevant")),
                calculation=compiled.get((name, "calculation")),
                constraint=compiled.get((name, "constraint")),
                required=compiled.get((name, "required")),
                dependants=found.dependants[name],
                watchers=found.watchers[name],
            )
