"""Checklists from files and from their canonical form: read completely, or refused with every mistake."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

from inspector import paths
from inspector.checklist.checking import check
from inspector.checklist.composition import composed
from inspector.checklist.reading import Reading
from inspector.checklist.source import Branch, Node, Unreadable, from_yaml
from inspector.checklist.source import from_json as node_from_json
from inspector.checklist.template import FactKind, Template
from inspector.errors import Code, Problem, Trouble
from inspector.evidence import regular


@dataclass(frozen=True)
class Shipped:
    """A checklist that the program brings, as a list shows it."""

    id: str
    title: dict[str, str]
    version: str
    items: int  # what is looked at or written down

    @classmethod
    def of(cls, template: Template) -> Self:
        shown = [item for item in template.items if item.fact is not FactKind.CALCULATE]
        return cls(template.id, dict(template.title.by_language), template.version, len(shown))


def read(file: Path) -> Template:
    """Reads a YAML checklist; its parts are looked for beside it, then among those that we ship.

    Raises:
        Trouble: FILE_UNREADABLE; CHECKLIST_INVALID with every problem and its `file:line`.
    """
    folders = (file.parent, paths.resource("checklists"))

    def part(name: str, problems: list[Problem]) -> Branch | None:
        found = next((f for folder in folders if (f := folder / f"{name}.yaml").is_file()), None)
        tree = _tree(found, problems) if found else None
        return tree if isinstance(tree, Branch) else None

    def compose(problems: list[Problem]) -> Node:
        root = _tree(file, problems)
        return (
            composed(root, lambda name: part(name, problems), problems) if isinstance(root, Branch) else root
        )

    return _template(compose, file.name)


def from_json(value: object) -> Template:
    """Reads a template back from what `to_json` gave.

    Raises:
        Trouble: CHECKLIST_INVALID with every problem and its place.
    """
    return _template(lambda _: node_from_json(value), "")


def _tree(file: Path, problems: list[Problem]) -> Node:
    try:
        text = regular.content(file).decode()
    except (OSError, UnicodeDecodeError) as error:
        raise Trouble(Code.FILE_UNREADABLE, path=file.name) from error
    return from_yaml(text, file.name, problems)


def _template(tree: Callable[[list[Problem]], Node], name: str) -> Template:
    problems: list[Problem] = []
    try:
        reading = Reading(problems)
        template = reading.template(tree(problems))
    except Unreadable as fault:
        raise Trouble(Code.CHECKLIST_INVALID, problems=(*problems, fault.problem), name=name) from fault
    if template is not None:
        check(template, reading.places, problems)
    if template is None or problems:
        raise Trouble(Code.CHECKLIST_INVALID, problems=tuple(problems), name=name)
    return template


@cache
def load(checklist_id: str) -> Template:
    """The shipped checklist of that id.

    Raises:
        Trouble: CHECKLIST_UNKNOWN.
    """
    for file in _files():
        if file.stem == checklist_id:
            return read(file)
    raise Trouble(Code.CHECKLIST_UNKNOWN, id=checklist_id)


def shipped() -> tuple[Shipped, ...]:
    """The checklists that the program brings."""
    return tuple(Shipped.of(load(file.stem)) for file in _files())


def _files() -> list[Path]:
    return sorted(paths.resource("checklists").glob("*.yaml"))
