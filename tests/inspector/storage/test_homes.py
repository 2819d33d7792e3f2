"""Each table is written in one module only: there is no second path for facts."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import inspector

PACKAGE = Path(inspector.__file__).parent
HOMES = {
    "chains": {"chain", "tail", "segment", "touch", "signed_head"},
    "branches": {"fork"},
    "things": {"thing"},
    "projections": {"visit", "party", "stall", "photo", "received", "tally", "blob"},
    "search": {"found", "words"},
    "store": {"stale"},
    "local": {"meta", "draft", "place", "blob", "delivery", "parked", "officer_key"},
}
SQL = re.compile(
    r"\b(?:INSERT(?: OR \w+)? INTO|REPLACE INTO|UPDATE(?! SET)|DELETE FROM)\s+\"?(\w+)", re.IGNORECASE
)
WRITES = {"insert", "insert_many", "update", "delete", "replace", "create", "save", "put"}


def written(file: Path) -> Iterator[tuple[str, int]]:
    """The tables that a module writes, with the line: by SQL, by `database.put`, or by a method of a model."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        match node:
            case ast.Constant(str(text)):
                yield from ((table.lower(), node.lineno) for table in SQL.findall(text))
            case ast.Call(func=ast.Attribute(attr="put"), args=[ast.Constant(str(table)), *_]):
                yield table, node.lineno
            case ast.Call(func=ast.Attribute(ast.Attribute(_, table), method)) if method in WRITES:
                yield table, node.lineno
            case ast.FunctionDef():
                yield from _written_by_name(node)


def _written_by_name(function: ast.FunctionDef) -> Iterator[tuple[str, int]]:
    """As in `table = self._t.blob`, `table.update(...)`."""
    nodes = list(ast.walk(function))
    tables = {
        target.id: value.attr
        for node in nodes
        if isinstance(node, ast.Assign)
        for target, value in _pairs(node)
        if isinstance(target, ast.Name) and isinstance(value, ast.Attribute)
    }
    for node in nodes:
        match node:
            case ast.Call(func=ast.Attribute(ast.Name(name), method)) if method in WRITES and name in tables:
                yield tables[name], node.lineno


def _pairs(node: ast.Assign) -> Iterator[tuple[ast.expr, ast.expr]]:
    for target in node.targets:
        if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
            yield from zip(target.elts, node.value.elts, strict=True)
        else:
            yield target, node.value


def test_tables_are_written_only_in_their_homes() -> None:
    known = set().union(*HOMES.values())
    strays = []
    for file in PACKAGE.rglob("*.py"):
        if "migrations" in file.parts:
            continue
        home = HOMES.get(file.stem, set()) if file.parent.name == "storage" else set()
        strays += [
            f"{file.relative_to(PACKAGE)}:{line} writes {table}"
            for table, line in written(file)
            if table in known and table not in home
        ]
    assert strays == []


def test_each_home_writes_what_it_is_said_to_write() -> None:
    found = {name: {table for table, _ in written(PACKAGE / "storage" / f"{name}.py")} for name in HOMES}
    assert {name: tables - found[name] - {"thing"} for name, tables in HOMES.items()} == {
        n: set() for n in HOMES
    }


def test_peewee_is_imported_nowhere_else() -> None:
    imports = re.compile(r"^\s*(?:from|import) (?:peewee|playhouse|sqlcipher3)", re.MULTILINE)
    files = [f for f in PACKAGE.rglob("*.py") if imports.search(f.read_text(encoding="utf-8"))]
    assert {f.parent.name for f in files} == {"storage"}
