"""What a template must keep beyond its columns: names that exist, rules that run, bases that the law knows."""

import re
from collections.abc import Mapping

from inspector import law
from inspector.checklist import functions
from inspector.checklist.compiled import Compiler, target
from inspector.checklist.expression import Call, Expression, Literal, Malformed, Reference, parse, parts
from inspector.checklist.graph import graph, rules_of
from inspector.checklist.sentences import others
from inspector.checklist.template import Item, Placed, Repeat, Template
from inspector.errors import Problem


def check(template: Template, places: Mapping[str, str], problems: list[Problem]) -> None:
    """Adds every problem of *template*; *places* say where each row and column was written."""
    _Check(template, places, problems).all()


class _Check:
    def __init__(self, template: Template, places: Mapping[str, str], problems: list[Problem]) -> None:
        self._template = template
        self._places = places
        self._problems = problems

    def all(self) -> None:
        for placed in self._template.placed.values():
            if isinstance(placed.row, Item):
                self._item(placed.row)
            if isinstance(placed.row, Repeat):
                self._names(placed.row)
        self._rules()

    def _item(self, item: Item) -> None:
        if item.list_name and item.list_name not in self._template.choices:
            column = "fact" if item.marked else "type"
            self._report("checklist_list_unknown", item.name, column, list=item.list_name)
        for name in others(item.fact_said):
            placed = self._template.placed.get(name)
            at_hand = placed and placed.repeat in (None, self._template.placed[item.name].repeat)
            if placed is None or not at_hand or not isinstance(placed.row, Item) or placed.row.fact is None:
                self._report("checklist_fact_said", item.name, "fact_said", name=name)
        for key in item.basis:
            if not law.known(key):
                self._report("checklist_basis_unknown", item.name, "basis", basis=key)

    def _names(self, repeat: Repeat) -> None:
        for name in repeat.named_by:
            placed = self._template.placed.get(name)
            if placed is None or placed.repeat != repeat or not isinstance(placed.row, Item):
                self._report("checklist_named_by", repeat.name, "named_by", name=name)

    def _rules(self) -> None:
        compiler = Compiler(self._template)
        read: dict[tuple[str, str], Expression] = {}
        for name, placed in self._template.placed.items():
            for column, rule in rules_of(placed.row).items():
                try:
                    expression = parse(rule)
                except Malformed as fault:
                    self._rule_problem(fault, name, column, rule)
                    continue
                faults = [found for part in parts(expression) if (found := self._fault(part, placed))]
                for found in faults:
                    self._rule_problem(found, name, column, rule)
                if not faults:
                    self._compile(compiler, expression, placed, column, rule)
                    read[name, column] = expression
        for loop in graph(self._template, read).loops:
            self._report("checklist_rule_loop", loop[0], "", loop=" → ".join(loop))

    def _fault(self, part: Expression, placed: Placed) -> Malformed | None:
        if isinstance(part, Reference) and target(self._template, part.name) is None:
            return Malformed("checklist_rule_reference_unknown", name=part.name)
        if not isinstance(part, Call):
            return None
        least_most = functions.ARGUMENTS.get(part.function)
        if least_most is None:
            return Malformed("checklist_rule_function_unknown", function=part.function)
        if not least_most[0] <= len(part.arguments) <= least_most[1]:
            return Malformed("checklist_rule_arguments", function=part.function, count=len(part.arguments))
        if part.function == "regex":
            return self._pattern_fault(part.arguments[1])
        if part.function == "count" and not isinstance(part.arguments[0], Reference):
            return Malformed("checklist_rule_count")
        if part.function == "once" and not isinstance(placed.row, Item):
            return Malformed("checklist_rule_function_unknown", function=part.function)
        return None

    def _pattern_fault(self, pattern: Expression) -> Malformed | None:
        if not isinstance(pattern, Literal):
            return Malformed("checklist_rule_regex", pattern="", found="")
        try:
            re.compile(pattern.text)
        except re.error as error:
            return Malformed("checklist_rule_regex", pattern=pattern.text, found=str(error))
        return None

    def _compile(
        self, compiler: Compiler, expression: Expression, placed: Placed, column: str, rule: str
    ) -> None:
        try:
            compiler.boolean(expression, placed)
        except Malformed as fault:
            self._rule_problem(fault, placed.row.name, column, rule)

    def _rule_problem(self, fault: Malformed, name: str, column: str, rule: str) -> None:
        self._problems.append(fault.problem(self._places[f"{name}/{column}"], rule))

    def _report(self, code: str, row: str, column: str, **facts: object) -> None:
        at = self._places.get(f"{row}/{column}") or self._places[row]
        self._problems.append(Problem(code, at, facts))
