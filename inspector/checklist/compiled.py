"""A parsed rule turned into an lxml expression over the tree of answers."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from lxml import etree

from inspector.checklist import functions
from inspector.checklist.expression import (
    Binary,
    Call,
    Expression,
    Itself,
    Literal,
    Malformed,
    Negative,
    Number,
    Reference,
    parts,
)
from inspector.checklist.template import MARK_SUFFIX, FactKind, Item, Placed, Template

ROOT = "visit"
_OURS = "urn:inspector:rules"
_ORDERED = frozenset({"<", "<=", ">", ">=", "+", "-", "*", "div", "mod"})
_QUOTED_REFERENCE = re.compile(r"\$\{\s*([A-Za-z_][\w.-]*)\s*\}")


@dataclass(frozen=True)
class Compiled:
    """A rule ready to run at the element of its row."""

    run: etree.XPath
    needs_today: bool

    def at(self, element: etree._Element, today: date) -> functions.Value:
        value = self.run(element, today=today.isoformat()) if self.needs_today else self.run(element)
        return cast("functions.Value", value)


def target(template: Template, name: str) -> Placed | None:
    """The item that `${name}` means, whether its fact or, with the suffix, its mark; None if there is none."""
    for candidate in (name, name.removesuffix(MARK_SUFFIX)):
        placed = template.placed.get(candidate)
        if placed is not None:
            return placed if isinstance(placed.row, Item) else None
    return None


def path(placed: Placed) -> tuple[str, ...]:
    """The element names from the root down to the row."""
    return (*(outer.name for outer in placed.inside), placed.row.name)


class Compiler:
    """Compiles the rules of one template."""

    def __init__(self, template: Template) -> None:
        self._template = template

    def boolean(self, expression: Expression, at: Placed) -> Compiled:
        return self._compile(expression, at, "boolean")

    def string(self, expression: Expression, at: Placed) -> Compiled:
        return self._compile(expression, at, "string")

    def _compile(self, expression: Expression, at: Placed, as_kind: str) -> Compiled:
        used: dict[tuple[str, str], Callable[..., functions.Value]] = {}
        writing = _Writing(self._template, at, used)
        text = f"{as_kind}({writing.text(expression)})"
        run = etree.XPath(text, namespaces={"r": _OURS}, extensions=used, smart_strings=False)
        needs_today = any(isinstance(p, Call) and p.function == "today" for p in parts(expression))
        return Compiled(run, needs_today)


class _Writing:
    """XPath text of one rule, collecting the extension functions that it uses."""

    def __init__(
        self, template: Template, at: Placed, used: dict[tuple[str, str], Callable[..., functions.Value]]
    ) -> None:
        self._template = template
        self._at = at
        self._used = used

    def text(self, expression: Expression) -> str:
        match expression:
            case Literal():
                return expression.quoted
            case Number():
                return expression.digits
            case Reference():
                return self._path_to(expression.name)
            case Itself():
                return "."
            case Negative():
                return f"(-{self.text(expression.operand)})"
            case Binary():
                write = self._as_number if expression.operator in _ORDERED else self.text
                return f"({write(expression.left)} {expression.operator} {write(expression.right)})"
            case Call():
                return self._call(expression)

    def _as_number(self, operand: Expression) -> str:
        """XPath orders numbers only, so a date that is compared or counted with becomes its day number."""
        return (
            self._ours("decimal-date-time", self.text(operand))
            if self._is_date(operand)
            else self.text(operand)
        )

    def _is_date(self, expression: Expression) -> bool:
        if isinstance(expression, Call):
            if expression.function in {"if", "coalesce", "once"}:
                return any(self._is_date(a) for a in expression.arguments)
            return expression.function in functions.DATES
        if isinstance(expression, Itself):
            return isinstance(self._at.row, Item) and self._at.row.fact is FactKind.DATE
        if isinstance(expression, Reference):
            row = (
                self._template.placed[expression.name].row
                if expression.name in self._template.placed
                else None
            )
            return isinstance(row, Item) and row.fact is FactKind.DATE
        return False

    def _call(self, call: Call) -> str:
        name = call.function
        if name == "today":
            return "$today"
        if name == "jr:choice-name":
            return self._choice_name(call)
        written = [self.text(a) for a in call.arguments]
        if name == "once":
            return self._ours("once", "string(.)", *written, run=functions.ONCE)
        if name in functions.CORE:
            return f"{name}({', '.join(written)})"
        return self._ours(name, *written)

    def _ours(self, name: str, *written: str, run: Callable[..., functions.Value] | None = None) -> str:
        self._used[_OURS, name] = run or functions.EXTENSIONS[name][0]
        return f"r:{name}({', '.join(written)})"

    def _choice_name(self, call: Call) -> str:
        """`jr:choice-name(value, '${row}')`: the label of a choice of that row's list, in the checklist's first language."""
        value, quoted = call.arguments
        found = _QUOTED_REFERENCE.fullmatch(quoted.text.strip()) if isinstance(quoted, Literal) else None
        placed = target(self._template, found[1]) if found else None
        item = placed.row if placed else None
        if not isinstance(item, Item) or item.list_name not in self._template.choices:
            raise Malformed("checklist_rule_choice_name")
        labels = self._labels(item.list_name)
        name = f"choice-name-{len(self._used)}"

        def label(_: object, chosen: functions.Value) -> str:
            return labels.get(functions.text(chosen).strip(), "")

        return self._ours(name, self.text(value), run=label)

    def _labels(self, list_name: str) -> Mapping[str, str]:
        language = self._template.languages[0]
        return {choice.name: choice.label.of(language) for choice in self._template.choices[list_name]}

    def _path_to(self, name: str) -> str:
        placed = target(self._template, name)
        if placed is None:
            raise Malformed("checklist_rule_reference_unknown", name=name)
        steps = (*path(placed)[:-1], name)
        if placed.repeat is None or placed.repeat is not self._at.repeat:
            return "/" + "/".join((ROOT, *steps))
        here = path(self._at)
        card = here.index(placed.repeat.name) + 1
        return "/".join((*[".."] * (len(here) - card), *steps[card:]))
