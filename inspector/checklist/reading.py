"""From a located tree to a template: every column typed, every mistake noted with its place."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from inspector.checklist.sentences import PLACES, is_pattern, is_wording
from inspector.checklist.source import Branch, Leaf, Node, Series
from inspector.checklist.template import (
    MARK_SUFFIX,
    Choice,
    FactKind,
    GoodsColumn,
    Group,
    Item,
    Repeat,
    Row,
    Template,
    Text,
)
from inspector.errors import Problem
from inspector.identifiers.judgement import Kind

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
LANGUAGES = ("zh_CN", "en")
_TRUTH = {"yes": True, "true": True, "no": False, "false": False, "": False}
_REQUIRED = {"yes": "true()", "true": "true()", "no": "", "false": ""}  # what a workbook writes for a rule
_TOP = ("id", "title", "version", "languages", "choices", "survey")
_GROUP = ("group", "label", "relevant", "rows")
_REPEAT = ("repeat", "label", "relevant", "rows", "named_by")
_ITEM = (
    "item", "type", "fact", "label", "hint", "relevant", "constraint", "constraint_message", "required", "calculation",
    "codes", "basis", "photo", "finding", "identifier", "only_for", "published_code", "same_as_previous", "goods",
    "fact_clear", "fact_suspect", "fact_said",
)  # fmt: skip
_MARK = "mark"
_NOTE = "note"
_TYPES = (_MARK, _NOTE, *(k.value for k in FactKind))
_LISTED = frozenset({FactKind.SELECT_ONE, FactKind.SELECT_MULTIPLE})
_E = TypeVar("_E", bound=StrEnum)


@dataclass
class Reading:
    """A template being read. `places` has where each row, and each of its columns (`name/column`), was written."""

    problems: list[Problem]
    languages: tuple[str, ...] = LANGUAGES
    places: dict[str, str] = field(default_factory=dict)

    def template(self, root: Node) -> Template | None:
        """The template as far as it can be read; None if *root* is no checklist at all."""
        if not isinstance(root, Branch):
            self._report("checklist_shape", root.at, found=type(root).__name__.lower())
            return None
        self._columns(root, _TOP)
        self.places[""] = root.at
        self.languages = self._names(root, "languages") or LANGUAGES
        identity = self._word(root, "id", needed=True)
        if identity and not NAME.fullmatch(identity):
            self._report("checklist_name_malformed", root.members["id"].at, name=identity)
        return Template(
            id=identity,
            title=self._text(root, "title", needed=True) or Text({}),
            version=self._word(root, "version", needed=True),
            languages=self.languages,
            choices=self._choices(root),
            survey=self._rows(root, "survey", inside_repeat=False),
        )

    def _rows(self, branch: Branch, column: str, *, inside_repeat: bool) -> tuple[Row, ...]:
        node = branch.members.get(column)
        if not isinstance(node, Series) or not node.members:
            self._report("checklist_column_missing", node.at if node else branch.at, column=column)
            return ()
        rows = [self._row(row, inside_repeat=inside_repeat) for row in node.members]
        return tuple(row for row in rows if row is not None)

    def _row(self, row: Node, *, inside_repeat: bool) -> Row | None:
        kinds = [k for k in ("item", "group", "repeat") if isinstance(row, Branch) and k in row.members]
        if not isinstance(row, Branch) or len(kinds) != 1:
            self._report("checklist_row_kind", row.at)
            return None
        kind = kinds[0]
        name = self._word(row, kind, needed=True)
        if not name:
            return None
        self._place(row, name, kind)
        if kind == "item":
            return self._item(row, name)
        self._columns(row, _GROUP if kind == "group" else _REPEAT)
        if kind == "repeat" and inside_repeat:
            self._report("checklist_repeat_nested", row.at, name=name)
        label = self._text(row, "label", needed=True) or Text({})
        rows = self._rows(row, "rows", inside_repeat=inside_repeat or kind == "repeat")
        relevant = self._word(row, "relevant")
        if kind == "group":
            return Group(name, label, rows, relevant)
        return Repeat(name, label, rows, relevant, self._names(row, "named_by"))

    def _place(self, row: Branch, name: str, kind: str) -> None:
        at = row.members[kind].at
        if not NAME.fullmatch(name):
            self._report("checklist_name_malformed", at, name=name)
        elif name.endswith(MARK_SUFFIX):
            self._report("checklist_name_reserved", at, name=name, suffix=MARK_SUFFIX)
        if name in self.places:
            self._report("checklist_name_twice", at, name=name, first=self.places[name])
        self.places[name] = at
        self.places |= {f"{name}/{column}": node.at for column, node in row.members.items()}

    def _item(self, row: Branch, name: str) -> Item:
        self._columns(row, _ITEM)
        kind, list_name = self._type(row, "type", _TYPES)
        fact, marked = (None, kind == _MARK) if kind in {_MARK, _NOTE, ""} else (FactKind(kind), False)
        if "fact" in row.members:
            if not marked:
                self._report("checklist_fact_twice", row.members["fact"].at, name=name)
            written, list_name = self._type(row, "fact", tuple(k.value for k in FactKind))
            fact = FactKind(written) if written else fact
        item = Item(
            name=name,
            label=self._text(row, "label", needed=fact is not FactKind.CALCULATE) or Text({}),
            marked=marked,
            fact=fact,
            list_name=list_name,
            hint=self._text(row, "hint"),
            relevant=self._word(row, "relevant"),
            constraint=self._word(row, "constraint"),
            constraint_message=self._text(row, "constraint_message"),
            required=_REQUIRED.get(required := self._word(row, "required"), required),
            calculation=self._word(row, "calculation"),
            codes=self._names(row, "codes"),
            basis=self._names(row, "basis"),
            photo=self._text(row, "photo"),
            finding=self._text(row, "finding"),
            identifier=self._member(row, "identifier", Kind),
            only_for=self._text(row, "only_for"),
            published_code=self._word(row, "published_code"),
            same_as_previous=self._truth(row, "same_as_previous"),
            goods=self._member(row, "goods", GoodsColumn),
            fact_clear=self._pattern(row, "fact_clear"),
            fact_suspect=self._pattern(row, "fact_suspect"),
            fact_said=self._wording(row),
        )
        self._needs(item)
        return item

    def _needs(self, item: Item) -> None:
        """Columns that mean something only beside others."""
        at = self.places[item.name]
        if item.constraint and item.constraint_message is None:
            self._report("checklist_column_missing", at, column="constraint_message")
        if item.fact is FactKind.CALCULATE and not item.calculation:
            self._report("checklist_column_missing", at, column="calculation")
        for column, value in (("constraint", item.constraint), ("required", item.required),
                              ("identifier", item.identifier), ("goods", item.goods), ("fact_said", item.fact_said)):  # fmt: skip
            if value and item.fact is None:
                self._report("checklist_column_idle", self.places[f"{item.name}/{column}"], column=column)

    def _type(self, row: Branch, column: str, known: tuple[str, ...]) -> tuple[str, str]:
        """A type and, for the two kinds of choice, the name of its list, as XLSForm writes them in one cell."""
        kind, _, rest = self._word(row, column, needed=True).partition(" ")
        if not kind:
            return "", ""
        at = row.members[column].at
        if kind not in known:
            self._report("checklist_type_unknown", at, type=kind, known=", ".join(known))
            return "", ""
        if (kind in _LISTED) != bool(rest.strip()):
            self._report("checklist_type_list", at, type=f"{kind} {rest}".strip())
        return kind, rest.strip()

    def _choices(self, root: Branch) -> Mapping[str, tuple[Choice, ...]]:
        node = root.members.get("choices", Branch({}, root.at))
        if not isinstance(node, Branch):
            self._report("checklist_shape", node.at, found="choices")
            return {}
        return {name: self._list(name, members) for name, members in node.members.items()}

    def _list(self, name: str, node: Node) -> tuple[Choice, ...]:
        self.places[f"choices/{name}"] = node.at
        found: dict[str, Choice] = {}
        for member in node.members if isinstance(node, Series) else ():
            if not isinstance(member, Branch):
                self._report("checklist_shape", member.at, found=name)
                continue
            self._columns(member, ("name", "label"))
            choice = self._word(member, "name", needed=True)
            if choice in found:
                self._report("checklist_choice_twice", member.at, name=choice, list=name)
            elif not re.fullmatch(r"\S+", choice):
                self._report("checklist_name_malformed", member.at, name=choice)
            found[choice] = Choice(choice, self._text(member, "label", needed=True) or Text({}))
        if not found:
            self._report("checklist_list_empty", node.at, list=name)
        return tuple(found.values())

    def _columns(self, branch: Branch, known: tuple[str, ...]) -> None:
        for column, node in branch.members.items():
            if column not in known:
                close = get_close_matches(column, known, n=1)
                self._report(
                    "checklist_column_unknown",
                    node.at,
                    column=column,
                    known=close[0] if close else ", ".join(known),
                )

    def _word(self, branch: Branch, column: str, *, needed: bool = False) -> str:
        node = branch.members.get(column)
        if isinstance(node, Leaf) and node.text.strip():
            return node.text.strip()
        if node is not None and not isinstance(node, Leaf):
            self._report("checklist_shape", node.at, found=column)
        elif needed:
            self._report("checklist_column_missing", branch.at, column=column)
        return ""

    def _names(self, branch: Branch, column: str) -> tuple[str, ...]:
        node = branch.members.get(column)
        if node is None:
            return ()
        members = node.members if isinstance(node, Series) else (node,)
        if not all(isinstance(m, Leaf) for m in members):
            self._report("checklist_shape", node.at, found=column)
        return tuple(m.text for m in members if isinstance(m, Leaf) and m.text)

    def _text(self, branch: Branch, column: str, *, needed: bool = False) -> Text | None:
        node = branch.members.get(column)
        if node is None:
            if needed:
                self._report("checklist_column_missing", branch.at, column=column)
            return None
        if not isinstance(node, Branch):
            self._report("checklist_shape", node.at, found=column)
            return None
        found = {language: self._word(node, language) for language in node.members}
        for language in self.languages:
            if not found.get(language):
                self._report("checklist_language_missing", node.at, column=column, language=language)
        for language in found.keys() - set(self.languages):
            self._report("checklist_language_unknown", node.at, column=column, language=language)
        return Text({k: v for k, v in found.items() if v})

    def _pattern(self, branch: Branch, column: str) -> str:
        pattern = self._word(branch, column)
        if not is_pattern(pattern):
            known = ", ".join(f"{{{name}}}" for name in PLACES)
            self._report("checklist_pattern", branch.members[column].at, column=column, known=known)
        return pattern

    def _wording(self, branch: Branch) -> str:
        wording = self._word(branch, "fact_said")
        if wording and not is_wording(wording):
            at = branch.members["fact_said"].at
            self._report("checklist_pattern", at, column="fact_said", known="{fact}, ${name}")
        return wording

    def _truth(self, branch: Branch, column: str) -> bool:
        written = self._word(branch, column)
        if written not in _TRUTH:
            self._report("checklist_value_unknown", branch.members[column].at, value=written, known="yes, no")
        return _TRUTH.get(written, False)

    def _member(self, branch: Branch, column: str, kind: type[_E]) -> _E | None:
        written = self._word(branch, column)
        if written and written not in set(kind):
            known = ", ".join(kind)
            self._report("checklist_value_unknown", branch.members[column].at, value=written, known=known)
        return kind(written) if written in set(kind) else None

    def _report(self, code: str, at: str, **facts: object) -> None:
        self.problems.append(Problem(code, at, facts))
