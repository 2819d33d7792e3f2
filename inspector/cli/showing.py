"""What `inspection show` shows: the visit, the addresses that can be answered, and what is missing for the next step."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from inspector.cli import naming
from inspector.cli.telling import Teller, columns, instant, padded
from inspector.errors import Problem

if TYPE_CHECKING:
    from inspector.checklist import Line
    from inspector.inspection.inspection import Inspection
    from inspector.inspection.record import RecordReference
    from inspector.workspace import Workspace
    from inspector.workspace.conflicts import Conflict

_SIGNS = {"clear": "1", "suspect": "2", "not_applicable": "3", "unchecked": "·", "": " "}
"""The four answers by their keys; what is not to be marked has none."""


def shown(workspace: "Workspace", visit: str, tell: Teller) -> tuple[dict[str, object], list[str]]:
    """The visit as JSON and as lines."""
    inspection = workspace.inspections.read(visit)
    record = workspace.records.record(visit)
    missing = workspace.records.missing(visit)
    about = {visit, inspection.visit.party, inspection.visit.market, inspection.visit.stall}
    conflicts = [c for c in workspace.conflicts.list() if c.root in about]
    answers = inspection.answered
    template = workspace.checklists.template(inspection.visit.checklist_digest)
    items = [
        {
            "address": line.address,
            "short": naming.short(inspection, line.address),
            "section": section,
            "label": line.item.label.of(tell.language),
            "mark": answers.at(line.address).mark.value if line.item.marked else "",
            "fact": answers.at(line.address).fact,
            "shown": template.shown(line.item, answers.at(line.address).fact, tell.language),
            "note": answers.at(line.address).note,
            "photos": len(inspection.photos_on(line.address)),
        }
        for section, line in _lines(workspace, inspection, tell.language)
    ]
    given: dict[str, object] = {
        "id": visit,
        "stage": inspection.stage,
        "version_digest": workspace.records.version(visit),
        "items": items,
        "suspicions": [
            {"id": s.id, "address": s.item, "facts": s.facts, "goods": len(inspection.goods_of(s.id))}
            for s in inspection.suspicions
        ],
        "conflicts": [_conflict_json(c) for c in conflicts],
        "missing": tell.problems(missing),
        "record": record.to_json(),
    }
    lines = tell.facts(
        [
            ("cli_id", visit),
            ("cli_stage", tell.word(f"cli_stage_{inspection.stage}")),
            ("cli_form", tell.word(f"cli_form_{record.form}")),
            ("cli_checklist", f"{record.checklist_title} {record.checklist_version}"),
            ("cli_supplements", _named(record.supplemented)),
            ("cli_party", record.party.name),
            ("cli_place", record.place),
            ("cli_officers", "、".join(o.name for o in record.officers)),
            ("cli_started_at", instant(record.started_at)),
            ("cli_ended_at", instant(record.ended_at)),
            ("cli_suspended", record.suspended),
            ("cli_photos", len(record.photos)),
            ("cli_version_digest", workspace.records.version(visit)[:16]),
        ]
    )
    wide = max((columns(str(i["short"])) for i in items), default=0)
    section = ""
    for item in items:
        if item["section"] != section:
            section = str(item["section"])
            lines += ["", section]
        sign = _SIGNS[str(item["mark"])]
        said = tell.word("cli_joint").join(str(item[k]) for k in ("shown", "note") if item[k])
        lines.append(
            f" {sign} {padded(str(item['short']), wide)}  {item['label']}{said and tell.word('cli_said', said=said)}"
        )
    for conflict in conflicts:
        lines += ["", *_conflict_lines(conflict, tell)]
    if missing:
        lines += ["", tell.word("cli_missing_elements"), *tell.listed(missing)]
    return given, lines


def _conflict_json(conflict: "Conflict") -> dict[str, object]:
    return {
        "entity": conflict.entity,
        "field": conflict.field,
        "title": conflict.title,
        "locked": conflict.is_locked,
        "versions": [
            {
                "field": v.field,
                "value": _plain(v.value),
                "named": v.named,
                "author": v.author,
                "device": v.device,
                "at": v.at.isoformat(),
            }
            for v in conflict.versions
        ],
    }


def _conflict_lines(conflict: "Conflict", tell: Teller) -> list[str]:
    """What there are several values of, and each value with who wrote it, where and when; the one shown first stands first."""
    item = conflict.item.of(tell.language) if conflict.item else ""
    what = tell.word("cli_joint").join(w for w in (conflict.title, item, conflict.field) if w)
    versions = [
        (
            v.named or str(_plain(v.value) if v.field == conflict.field else f"{v.field}={_plain(v.value)}"),
            v.author,
            v.device,
            instant(v.at.isoformat()),
        )
        for v in conflict.versions
    ]
    table = tell.table(["cli_value", "cli_author", "cli_device", "cli_written_at"], versions)
    return [tell.word("cli_conflict", what=what), *(f"  {line}" for line in table)]


def _plain(value: object) -> object:
    """The value as JSON has it."""
    if isinstance(value, (tuple, list)):
        return [_plain(v) for v in value]
    return value if value is None or isinstance(value, (bool, int, str)) else str(value)


def problems_at(workspace: "Workspace", visit: str, address: str, language: str) -> tuple[Problem, ...]:
    """What is wrong with the fact at *address*."""
    from inspector import checklist

    inspection = workspace.inspections.read(visit)
    template = workspace.checklists.template(inspection.visit.checklist_digest)
    found = checklist.problems(template, workspace.checklists.sheet(inspection).evaluated, language)
    # `missing` is told when the visit is made final, not at each answer
    return tuple(p for p in found if p.where == address and p.code != "fact_missing")


def _lines(workspace: "Workspace", inspection: "Inspection", language: str) -> "Iterator[tuple[str, Line]]":
    """Every item that counts, with the heading that it stands under."""
    from inspector import checklist

    template = workspace.checklists.template(inspection.visit.checklist_digest)
    answers = inspection.answered
    evaluated = workspace.checklists.sheet(inspection).evaluated
    for section in checklist.visible(template, answers, evaluated):
        for line in section.lines:
            yield section.label.of(language), line
        for card in section.cards:
            heading = checklist.card_label(template, answers, card.card, language)
            for line in card.lines:
                yield heading, line


def _named(earlier: "RecordReference | None") -> str:
    """The record that a supplementary one corrects."""
    if earlier is None:
        return ""
    return " ".join(
        filter(None, (earlier.title, earlier.number, instant(earlier.started_at), earlier.digest[:16]))
    )
