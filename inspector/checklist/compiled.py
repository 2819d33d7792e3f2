"""A parsed rule turned into an lxml expression whose variables are the rows that it names."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

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

_OURS = "urn:inspector:rules"
_NOWHERE = etree.Element("nowhere")  # XPath wants a node to start from; our rules have no paths
_TODAY, _ITSELF = "today", "itself"
_ORDERED = frozenset({"<", "<=", ">", ">=", "+", "-", "*", "div", "mod"})
_QUOTED_REFERENCE = re.compile(r"\$\{\s*([A-Za-z_][\w.-]*)\s*\}")


@dataclass(frozen=True)
class Input:
    """A variable of a rule: the fact of *row*, or its mark. `gathered`: of every card, for a rule outside of its repeat."""

    variable: str
    row: str
    is_mark: bool
    on_card: bool
    gathered: bool


@dataclass(frozen=True)
class Compiled:
    """A rule ready to run.

    Other rows come in as variables, texts or, where they are gathered from cards, lists of elements. A blank text is
    false, as in ODK; XPath by itself takes any element for true.
    """

    expression: etree.XPath
    inputs: tuple[Input, ...]
    needs_itself: bool
    needs_today: bool

    def run(self, variables: dict[str, Any], itself: str, today: str) -> functions.Value:
        """The value, given every variable of `inputs`, the fact of the row itself and the ISO date of the day."""
        if self.needs_itself:
            variables[_ITSELF] = itself
        if self.needs_today:
            variables[_TODAY] = today
        return cast("functions.Value", self.expression(_NOWHERE, **variables))


def target(template: Template, name: str) -> Placed | None:
    """The item that `${name}` means, whether its fact or, with the suffix, its mark; None if there is none."""
    for candidate in (name, name.removesuffix(MARK_SUFFIX)):
        placed = template.placed.get(candidate)
        if placed is not None:
            return placed if isinstance(placed.row, Item) else None
    return None


class Compiler:
    """Compiles the rules of one template."""

    def __init__(self, template: Template) -> None:
        self._template = template

    def boolean(self, expression: Expression, at: Placed) -> Compiled:
        return self._compile(expression, at, "boolean")

    def string(self, expression: Expression, at: Placed) -> Compiled:
        return self._compile(expression, at, "string")

    def _compile(self, expression: Expression, at: Placed, as_kind: str) -> Compiled:
        writing = _Writing(self._template, at)
        text = f"{as_kind}({writing.text(expression)})"
        if writing.used:
            run = etree.XPath(text, namespaces={"r": _OURS}, extensions=writing.used, smart_strings=False)
        else:  # the same without what would slow every call
            run = etree.XPath(text, smart_strings=False)
        inside = tuple(parts(expression))
        return Compiled(
            run,
            tuple(writing.inputs.values()),
            needs_itself=any(isinstance(p, Itself) or _calls(p, "once") for p in inside),
            needs_today=any(_calls(p, "today") for p in inside),
        )


def _calls(part: Expression, function: str) -> bool:
    return isinstance(part, Call) and part.function == function


class _Writing:
    """XPath text of one rule, with the extension functions and the variables that it uses."""

    def __init__(self, template: Template, at: Placed) -> None:
        self._template = template
        self._at = at
        self.used: dict[tuple[str, str], Callable[..., functions.Value]] = {}
        self.inputs: dict[str, Input] = {}

    def text(self, expression: Expression) -> str:
        match expression:
            case Literal():
                return expression.quoted
            case Number():
                return expression.digits
            case Reference():
                return self._input(expression.name)
            case Itself():
                return f"${_ITSELF}"
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
            return f"${_TODAY}"
        if name == "jr:choice-name":
            return self._choice_name(call)
        written = [self.text(a) for a in call.arguments]
        if name == "once":
            return self._ours("once", f"${_ITSELF}", *written, run=functions.ONCE)
        if name == "selected":
            chosen, one = (f"concat(' ', normalize-space({argument}), ' ')" for argument in written)
            return f"contains({chosen}, {one})"
        if name in functions.CORE:
            return f"{name}({', '.join(written)})"
        return self._ours(name, *written)

    def _ours(self, name: str, *written: str, run: Callable[..., functions.Value] | None = None) -> str:
        self.used[_OURS, name] = run or functions.EXTENSIONS[name][0]
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
        name = f"choice-name-{len(self.used)}"

        def label(_: object, chosen: functions.Value) -> str:
            return labels.get(functions.text(chosen).strip(), "")

        return self._ours(name, self.text(value), run=label)

    def _labels(self, list_name: str) -> Mapping[str, str]:
        language = self._template.languages[0]
        return {choice.name: choice.label.of(language) for choice in self._template.choices[list_name]}

    def _input(self, name: str) -> str:
        placed = target(self._template, name)
        if placed is None:
            raise Malformed("checklist_rule_reference_unknown", name=name)
        item, here = placed.row, placed.repeat is self._at.repeat
        is_mark = isinstance(item, Item) and item.marked and (not item.fact or item.name != name)
        self.inputs[name] = Input(
            variable=f"row.{name}",
            row=item.name,
            is_mark=is_mark,
            on_card=placed.repeat is not None and here,
            gathered=placed.repeat is not None and not here,
        )
        return f"$row.{name}"
