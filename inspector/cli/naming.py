"""How things are named on the line: by id, by number, or by a name that only one has."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from inspector.cli.session import Session

if TYPE_CHECKING:
    from inspector.inspection.inspection import Inspection
    from inspector.inspection.people import Officer
    from inspector.inspection.registry import Party
    from inspector.workspace import Workspace


def officer(session: Session, workspace: "Workspace", named: str) -> "Officer":
    """The officer of that id, certificate number or name.

    Raises:
        UsageError: when there is none, or several; it lists them.
    """
    found = [o for o in workspace.officers.all() if named in (o.id, o.certificate, o.name)]
    _refuse_unless_one(session, named, [f"{o.id}  {o.name}  {o.certificate}" for o in found])
    return found[0]


def party(session: Session, workspace: "Workspace", named: str) -> "Party":
    """The party of that id, credit code or name, or the only one that the search finds.

    Raises:
        UsageError: when there is none, or several; it lists them.
        Trouble: THING_UNKNOWN for an id that is of no party.
    """
    if re.fullmatch("[0-9a-f]{32}", named):
        return workspace.registry.party(named)
    hits = workspace.registry.find_parties(named)
    found = [p for p in hits if named in (p.uscc, p.name)] or list(hits)
    _refuse_unless_one(session, named, [f"{p.id}  {p.name}  {p.uscc}" for p in found])
    return found[0]


def address(inspection: "Inspection", text: str) -> str:
    """An address as `inspection show` writes it: a card stands there by its number, `2/batch`."""
    number, slash, item = text.partition("/")
    cards = inspection.answered.cards
    by_number = {str(n): card.id for n, card in enumerate(cards, 1)}
    return f"{by_number[number]}/{item}" if slash and number in by_number else text


def item(session: Session, workspace: "Workspace", inspection: "Inspection", text: str) -> str:
    """The address of an item of the visit.

    Raises:
        UsageError: when no item stands there; it lists those that do.
    """
    from inspector import checklist

    template = workspace.checklists.template(inspection.visit.checklist_digest)
    known = [
        at
        for placed in template.placed.values()
        if isinstance(placed.row, checklist.Item)
        for at in checklist.addresses(placed, inspection.on_cards)
    ]
    found = address(inspection, text)
    if found not in known:
        listed = [f"  {short(inspection, at)}" for at in known]
        raise click.UsageError("\n".join([session.tell.word("cli_named_none", named=text), *listed]))
    return found


def short(inspection: "Inspection", address: str) -> str:
    """The address with its card's number."""
    card, slash, item = address.rpartition("/")
    ids = [c.id for c in inspection.answered.cards]
    return f"{ids.index(card) + 1}/{item}" if slash and card in ids else address


def _refuse_unless_one(session: Session, named: str, found: Sequence[str]) -> None:
    if len(found) != 1:
        message = session.tell.word("cli_named_several" if found else "cli_named_none", named=named)
        raise click.UsageError("\n".join([message, *(f"  {line}" for line in found)]))
