"""What `inspection show` shows of a visit that two people have worked on apart."""

from dataclasses import replace

from inspector.checklist import Mark
from inspector.cli import showing
from inspector.cli.telling import Teller
from tests.desk import PINS, a_visit
from tests.inspector.sync.circle import Desks
from tests.inspector.sync.conftest import _keys_stretched_once, desks, template  # noqa: F401  (fixtures)

FIRST = next(iter(PINS))


def test_both_values_are_shown_with_authors_and_times_when_two_laptops_wrote_apart(desks: Desks) -> None:  # noqa: F811
    visit = a_visit(desks.north)
    desks.bring(desks.north)
    desks.share(desks.south)
    for laptop, mark, phone in ((desks.north, Mark.CLEAR, "138"), (desks.south, Mark.NOT_APPLICABLE, "139")):
        laptop.answering.answer(visit, "licence", mark=mark)
        party = laptop.registry.party(laptop.inspections.read(visit).visit.party)
        laptop.registry.amend(replace(party, phone=phone))
        desks.bring(laptop)
    given, lines = showing.shown(desks.office, visit, Teller("en", as_json=False))
    conflicts = {c["field"]: c["versions"] for c in given["conflicts"]}  # type: ignore[attr-defined]
    assert {v["value"] for v in conflicts["mark"]} == {"clear", "not_applicable"}
    assert {v["value"] for v in conflicts["phone"]} == {"138", "139"}
    for versions in conflicts.values():
        assert {v["device"] for v in versions} == {"north", "south"}
        assert {v["author"] for v in versions} == {FIRST}
        assert all(v["at"] for v in versions)
    told = "\n".join(lines)
    assert all(word in told for word in ("clear", "not_applicable", "138", "139", "north", "south", FIRST))
