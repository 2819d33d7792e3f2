"""The canonical form of a template: the same rows as in YAML, composed and complete, as JSON of texts only."""

from inspector import ids
from inspector.checklist.template import FactKind, Group, Item, Row, Template, Text

_TEXTS = ("hint", "constraint_message", "photo", "finding", "only_for")
_WORDS = (
    "relevant", "constraint", "required", "calculation", "identifier", "published_code", "goods",
    "fact_clear", "fact_suspect", "fact_said",
)  # fmt: skip


def to_json(template: Template) -> dict[str, ids.Json]:
    """The template as JSON, from which `from_json` reads an equal one."""
    return {
        "id": template.id,
        "title": _text(template.title),
        "version": template.version,
        "languages": list(template.languages),
        "choices": {
            name: [{"name": c.name, "label": _text(c.label)} for c in members]
            for name, members in template.choices.items()
        },
        "survey": [_row(row) for row in template.survey],
    }


def digest(template: Template) -> str:
    """SHA-256 of the canonical form, 64 hex digits: what pins a visit to the version with which it was begun."""
    return ids.sha256(ids.canonical(to_json(template)))


def _text(text: Text) -> dict[str, ids.Json]:
    return dict(text.by_language)


def _row(row: Row) -> dict[str, ids.Json]:
    if isinstance(row, Item):
        return _item(row)
    kind = "group" if isinstance(row, Group) else "repeat"
    written: dict[str, ids.Json] = {kind: row.name, "label": _text(row.label)}
    if row.relevant:
        written["relevant"] = row.relevant
    if not isinstance(row, Group) and row.named_by:
        written["named_by"] = list(row.named_by)
    return {**written, "rows": [_row(inner) for inner in row.rows]}


def _item(item: Item) -> dict[str, ids.Json]:
    written: dict[str, ids.Json] = {"item": item.name}
    fact = f"{item.fact} {item.list_name}".strip() if item.fact else ""
    written["type"] = "mark" if item.marked else fact or "note"
    if item.marked and fact:
        written["fact"] = fact
    if item.label.by_language or item.fact is not FactKind.CALCULATE:
        written["label"] = _text(item.label)
    written |= {column: _text(text) for column in _TEXTS if (text := getattr(item, column))}
    written |= {column: str(word) for column in _WORDS if (word := getattr(item, column))}
    written |= {column: list(names) for column in ("codes", "basis") if (names := getattr(item, column))}
    if item.same_as_previous:
        written["same_as_previous"] = "yes"
    return written
