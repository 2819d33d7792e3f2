"""What a checklist is read from, every piece with its place: `file:line` in YAML, a path in JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from inspector.errors import Problem

MAX_CHARACTERS = 2_000_000
MAX_DEPTH = 24


@dataclass(frozen=True)
class Leaf:
    """A text. Numbers and truth values too: a cell of a workbook knows nothing else."""

    text: str
    at: str


@dataclass(frozen=True)
class Series:
    members: tuple["Node", ...]
    at: str


@dataclass(frozen=True)
class Branch:
    members: Mapping[str, "Node"]
    at: str


Node: TypeAlias = Leaf | Series | Branch


class Unreadable(Exception):
    """Nothing can be made of the text; carries the one problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def from_yaml(text: str, name: str, problems: list[Problem]) -> Node:
    """The tree of one YAML document; keys that stand twice are added to *problems*.

    Anchors and aliases are refused: they make a small file mean a huge one.

    Raises:
        Unreadable: for what is not YAML, too large or too deep.
    """
    if len(text) > MAX_CHARACTERS:
        raise Unreadable(Problem("checklist_large", name, {"limit": MAX_CHARACTERS}))
    try:
        events = yaml.parse(text, Loader=yaml.SafeLoader)
        return _Composer(events, name, problems).document()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Unreadable(
            Problem("checklist_yaml", f"{name}:{line}", {"found": error.problem or ""})
        ) from error
    except yaml.YAMLError as error:
        raise Unreadable(Problem("checklist_yaml", name, {"found": str(error)})) from error


class _Composer:
    def __init__(self, events: Iterator[yaml.Event], name: str, problems: list[Problem]) -> None:
        self._events = events
        self._name = name
        self._problems = problems

    def document(self) -> Node:
        for event in self._events:
            if isinstance(event, yaml.NodeEvent):
                return self._node(event, 0)
        return Branch({}, f"{self._name}:1")

    def _node(self, event: yaml.Event, depth: int) -> Node:
        at = f"{self._name}:{event.start_mark.line + 1 if event.start_mark else 1}"
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Unreadable(Problem("checklist_alias", at))
        if depth > MAX_DEPTH:
            raise Unreadable(Problem("checklist_deep", at, {"limit": MAX_DEPTH}))
        if isinstance(event, yaml.ScalarEvent):
            return Leaf(event.value, at)
        if isinstance(event, yaml.SequenceStartEvent):
            return Series(tuple(self._node(e, depth + 1) for e in self._until(yaml.SequenceEndEvent)), at)
        members: dict[str, Node] = {}
        for start in self._until(yaml.MappingEndEvent):
            key = self._node(start, depth + 1)
            value = self._node(next(self._events), depth + 1)
            name = key.text if isinstance(key, Leaf) else ""
            if name in members:
                self._problems.append(Problem("checklist_key_twice", key.at, {"key": name}))
            members[name] = value
        return Branch(members, at)

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        for event in self._events:
            if isinstance(event, end):
                return
            yield event


def from_json(value: object, at: str = "", depth: int = 0) -> Node:
    """The tree of a JSON value that holds nothing but objects, lists and strings.

    Raises:
        Unreadable: for other values, or too deep.
    """
    if depth > MAX_DEPTH:
        raise Unreadable(Problem("checklist_deep", at, {"limit": MAX_DEPTH}))
    if isinstance(value, str):
        return Leaf(value, at)
    if isinstance(value, list):
        return Series(tuple(from_json(v, f"{at}/{i}", depth + 1) for i, v in enumerate(value)), at)
    if isinstance(value, dict):
        return Branch({k: from_json(v, f"{at}/{k}" if at else k, depth + 1) for k, v in value.items()}, at)
    raise Unreadable(Problem("checklist_shape", at, {"found": type(value).__name__}))
