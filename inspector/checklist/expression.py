"""The rule language: XLSForm's expressions, parsed into a tree before anything is evaluated.

It is XPath 1.0 without location paths: other rows are named by `${name}` and the row itself by `.`, so what a rule
depends on is known when the checklist is read.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from inspector.errors import Problem

MAX_CHARACTERS = 4_000
MAX_DEPTH = 60

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<reference>\$\{\s*(?P<name>[A-Za-z_][\w.-]*)\s*\})
    | (?P<literal>'[^']*'|"[^"]*")
    | (?P<number>\d+(?:\.\d*)?|\.\d+)
    | (?P<path>\.\.|//?|@|::|\$)
    | (?P<operator><=|>=|!=|[=<>+*|(),-])
    | (?P<self>\.)
    | (?P<word>[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)
    | (?P<end>$)
    )""",
    re.VERBOSE | re.ASCII,
)
_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LEVELS = (("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"))


@dataclass(frozen=True)
class Literal:
    quoted: str  # with its quotes, as it was written

    @property
    def text(self) -> str:
        return self.quoted[1:-1]


@dataclass(frozen=True)
class Number:
    digits: str


@dataclass(frozen=True)
class Reference:
    name: str


@dataclass(frozen=True)
class Itself:
    """The `.` of a rule: the fact of the row that the rule belongs to."""


@dataclass(frozen=True)
class Call:
    function: str
    arguments: tuple["Expression", ...]


@dataclass(frozen=True)
class Binary:
    operator: str
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True)
class Negative:
    operand: "Expression"


Expression: TypeAlias = Literal | Number | Reference | Itself | Call | Binary | Negative


class Malformed(Exception):
    """A rule that cannot be read: the code of the problem and its facts."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def problem(self, where: str, rule: str) -> Problem:
        return Problem(self.code, where, {**self.facts, "rule": rule})


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    at: int  # 1-based column in the rule


def parse(rule: str) -> Expression:
    """The tree of *rule*.

    Raises:
        Malformed: with the column, for anything but the language described above.
    """
    if len(rule) > MAX_CHARACTERS:
        raise Malformed("checklist_rule_long", limit=MAX_CHARACTERS)
    return _Parser(list(_tokens(rule))).whole()


def _tokens(rule: str) -> Iterator[_Token]:
    unprintable = _UNPRINTABLE.search(rule)
    if unprintable:
        raise Malformed("checklist_rule_syntax", at=unprintable.start() + 1, found=ascii(unprintable[0]))
    position = 0
    while True:
        match = _TOKEN.match(rule, position)
        if match is None:
            at = position + len(rule[position:]) - len(rule[position:].lstrip())
            raise Malformed("checklist_rule_syntax", at=at + 1, found=rule[at : at + 12])
        kind = match.lastgroup or "end"
        if match["reference"]:
            yield _Token("reference", match["name"], match.start("reference") + 1)
        else:
            yield _Token(kind, match[kind], match.start(kind) + 1)
        if kind == "end":
            return
        position = match.end()


class _Parser:
    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._next = 0
        self._depth = 0

    def whole(self) -> Expression:
        found = self._level(0)
        if self._token.kind != "end":
            raise self._unexpected()
        return found

    @property
    def _token(self) -> _Token:
        return self._tokens[self._next]

    def _take(self) -> _Token:
        token = self._token
        self._next += 1
        return token

    def _unexpected(self) -> Malformed:
        token = self._token
        if token.kind == "path":
            return Malformed("checklist_rule_path", at=token.at, found=token.text)
        return Malformed("checklist_rule_syntax", at=token.at, found=token.text or "…")

    def _level(self, level: int) -> Expression:
        if level == len(_LEVELS):
            return self._unary()
        left = self._level(level + 1)
        chained = 0
        while self._token.kind in {"operator", "word"} and self._token.text in _LEVELS[level]:
            chained += 1
            if chained > MAX_DEPTH:
                raise Malformed("checklist_rule_deep", limit=MAX_DEPTH)
            left = Binary(self._take().text, left, self._level(level + 1))
        return left

    def _unary(self) -> Expression:
        if self._token.text == "-" and self._token.kind == "operator":
            self._take()
            return Negative(self._nested(self._unary))
        return self._primary()

    def _primary(self) -> Expression:
        token = self._token
        if token.kind == "word" and self._tokens[self._next + 1].text == "(":
            self._take()
            return Call(token.text, self._arguments())
        if token.text == "(" and token.kind == "operator":
            self._take()
            inner = self._nested(lambda: self._level(0))
            self._expect(")")
            return inner
        if token.kind not in {"literal", "number", "reference", "self"}:
            if token.kind == "word":
                raise Malformed("checklist_rule_path", at=token.at, found=token.text)
            raise self._unexpected()
        self._take()
        if token.kind == "literal":
            return Literal(token.text)
        if token.kind == "number":
            return Number(token.text)
        return Reference(token.text) if token.kind == "reference" else Itself()

    def _arguments(self) -> tuple[Expression, ...]:
        self._expect("(")
        found: list[Expression] = []
        while self._token.text != ")" or self._token.kind != "operator":
            if found:
                self._expect(",")
            found.append(self._nested(lambda: self._level(0)))
        self._expect(")")
        return tuple(found)

    def _expect(self, text: str) -> None:
        if self._token.text != text or self._token.kind != "operator":
            raise self._unexpected()
        self._take()

    def _nested(self, inner: Callable[[], Expression]) -> Expression:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise Malformed("checklist_rule_deep", limit=MAX_DEPTH)
        found = inner()
        self._depth -= 1
        return found


def parts(expression: Expression) -> Iterator[Expression]:
    """The expression and everything inside it."""
    yield expression
    inner: tuple[Expression, ...] = ()
    if isinstance(expression, Binary):
        inner = (expression.left, expression.right)
    elif isinstance(expression, Negative):
        inner = (expression.operand,)
    elif isinstance(expression, Call):
        inner = expression.arguments
    for part in inner:
        yield from parts(part)


def references(expression: Expression) -> frozenset[str]:
    """The names of the rows that the value of *expression* depends on."""
    return frozenset(p.name for p in parts(expression) if isinstance(p, Reference))
