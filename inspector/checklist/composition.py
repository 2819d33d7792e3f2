"""A checklist put together from shared parts, so that an item that several lists ask for stands once.

A checklist names its parts with `include` and puts their rows in place with `use: NAME`. Columns beside `use` replace
those of the part; `merges` names rows of other parts that the same look answers: their codes and bases are credited to
the row in use. What is left out on purpose stands under `drop`; a row that is forgotten is a mistake.
"""

import re
from collections.abc import Callable, Iterator

from inspector.checklist.source import Branch, Leaf, Node, Series
from inspector.errors import Problem

Part = Callable[[str], Branch | None]  # the tree of a part by its name; None if there is none
ROW_KEYS = ("item", "group", "repeat", "use")
_COMPOSING = frozenset({"include", "drop"})
_PLACING = frozenset({"use", "merges"})
_PART_NAME = re.compile(r"[a-z0-9_]+(/[a-z0-9_]+)*")
_PART_KEYS = frozenset({"part", "choices", "rows"})


def composed(root: Branch, part: Part, problems: list[Problem]) -> Branch:
    """The checklist with every `use` replaced by the row that it names, and the choices of its parts added."""
    if not _COMPOSING & set(root.members):
        return root
    return _Composition(root, part, problems).whole()


class _Composition:
    def __init__(self, root: Branch, part: Part, problems: list[Problem]) -> None:
        self._root = root
        self._problems = problems
        self._rows: dict[str, Branch] = {}
        self._choices: dict[str, Node] = {}
        self._taken: dict[str, str] = {}
        for leaf in self._leaves(root, "include"):
            found = part(leaf.text) if _PART_NAME.fullmatch(leaf.text) else None
            if found is None:
                self._report("checklist_part_unknown", leaf.at, part=leaf.text)
            else:
                self._collect(found)

    def whole(self) -> Branch:
        members = {k: v for k, v in self._root.members.items() if k not in _COMPOSING}
        if isinstance(survey := members.get("survey"), Series):
            members["survey"] = self._series(survey)
        own = members.get("choices")
        if isinstance(own, Branch):
            for name in set(own.members) & set(self._choices):
                self._report("checklist_list_twice", own.members[name].at, list=name)
        members["choices"] = Branch(
            {**self._choices, **(own.members if isinstance(own, Branch) else {})}, self._root.at
        )
        for leaf in self._leaves(self._root, "drop"):
            self._take(leaf)
        for name in self._rows.keys() - self._taken.keys():
            self._report("checklist_row_unplaced", self._rows[name].at, name=name)
        return Branch(members, self._root.at)

    def _collect(self, part: Branch) -> None:
        for key, value in part.members.items():
            if key not in _PART_KEYS:
                self._report(
                    "checklist_column_unknown", value.at, column=key, known=", ".join(sorted(_PART_KEYS))
                )
        rows = part.members.get("rows")
        for row in rows.members if isinstance(rows, Series) else ():
            name = row.members.get("item") if isinstance(row, Branch) else None
            if not isinstance(row, Branch) or not isinstance(name, Leaf):
                self._report("checklist_part_row", row.at)
            elif name.text in self._rows:
                self._report("checklist_name_twice", name.at, name=name.text, first=self._rows[name.text].at)
            else:
                self._rows[name.text] = row
        choices = part.members.get("choices")
        for listed, choice in choices.members.items() if isinstance(choices, Branch) else ():
            if listed in self._choices:
                self._report("checklist_list_twice", choice.at, list=listed)
            self._choices[listed] = choice

    def _series(self, series: Series) -> Series:
        return Series(tuple(self._row(row) for row in series.members), series.at)

    def _row(self, row: Node) -> Node:
        if not isinstance(row, Branch):
            return row
        if isinstance(use := row.members.get("use"), Leaf):
            return self._used(row, use)
        if isinstance(rows := row.members.get("rows"), Series):
            return Branch({**row.members, "rows": self._series(rows)}, row.at)
        return row

    def _used(self, row: Branch, use: Leaf) -> Branch:
        base = self._take(use)
        own = {k: v for k, v in row.members.items() if k not in _PLACING}
        if base is None:
            return Branch({"item": use, **own}, row.at)
        merged = [found for leaf in self._leaves(row, "merges") if (found := self._take(leaf))]
        credited = {column: _union([base, *merged], column) for column in ("codes", "basis")}
        return Branch({**base.members, **{k: v for k, v in credited.items() if v.members}, **own}, base.at)

    def _take(self, name: Leaf) -> Branch | None:
        if name.text not in self._rows:
            self._report("checklist_row_unknown", name.at, name=name.text)
            return None
        if name.text in self._taken:
            self._report("checklist_row_twice", name.at, name=name.text, first=self._taken[name.text])
        self._taken[name.text] = name.at
        return self._rows[name.text]

    def _leaves(self, branch: Branch, column: str) -> Iterator[Leaf]:
        node = branch.members.get(column)
        if node is None:
            return
        members = node.members if isinstance(node, Series) else (node,)
        for member in members:
            if isinstance(member, Leaf):
                yield member
            else:
                self._report("checklist_shape", node.at, found=column)

    def _report(self, code: str, at: str, **facts: object) -> None:
        self._problems.append(Problem(code, at, facts))


def _union(rows: list[Branch], column: str) -> Series:
    found: dict[str, Node] = {}
    for row in rows:
        node = row.members.get(column)
        for member in node.members if isinstance(node, Series) else ():
            if isinstance(member, Leaf):
                found.setdefault(member.text, member)
    return Series(tuple(found.values()), rows[0].at)
