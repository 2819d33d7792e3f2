"""检查记录: one page for a visit that found nothing."""

from collections.abc import Sequence

from inspector.inspection.record import Record, RecordItem
from inspector.printing import particulars
from inspector.printing.furniture import Furniture
from inspector.printing.galley import Galley
from inspector.printing.photo_pages import Pictures
from inspector.printing.template import Template

_MARKS = ("suspect", "clear", "not_applicable", "unchecked")  # what matters most comes first
_REPLY_ROOM = 1
_STATEMENT_ROOM = 1


def compose(galley: Galley, furniture: Furniture, record: Record, pictures: Pictures) -> None:
    """Who, where and when, what was checked, and room for the party; the photos stay in the file, told by their digests."""
    particulars.heading(galley, record)
    galley.fact("subject", record.subject)
    particulars.time_and_place(galley, record)
    particulars.officers(galley, record)
    particulars.party(galley, record)
    if record.supplements:
        galley.fact("supplements", record.supplements)
    for dialogue in record.dialogues:
        particulars.spoken(galley, dialogue, lines=_REPLY_ROOM)
    _items(galley, record)
    galley.passage("site_facts", record.site_facts)
    if record.photos:
        starts = "、".join(photo.sha256[:8] for photo in record.photos)
        galley.passage(
            "photos_kept", galley.template.say("photos_kept_text", count=len(record.photos), starts=starts)
        )
    galley.passage("statement", record.statement, lines=_STATEMENT_ROOM)
    particulars.attendance(galley, record)
    particulars.witness(galley, record)
    particulars.closing(galley, record, lines=_REPLY_ROOM)


def _items(galley: Galley, record: Record) -> None:
    """How many items have each mark, and which: their numbers are their places among all that is marked.

    What is only written down (a batch, a quantity) has no mark; it stands in 现场情况 or in the name of its card.
    """
    say = galley.template.say
    checked = [item for item in record.items if item.mark]
    marked: dict[str, list[tuple[int, RecordItem]]] = {mark: [] for mark in _MARKS}
    for number, item in enumerate(checked, 1):
        marked[item.mark].append((number, item))
    title = say("checklist_text", title=record.checklist_title, version=record.checklist_version)
    counts = {mark: len(items) for mark, items in marked.items()}
    galley.passage("checklist", title + say("counted", total=len(checked), **counts), style="fixed")
    for mark, items in marked.items():
        if items:
            galley.passage(f"mark_{mark}", _listed(galley.template, items), style="fixed")


def _listed(template: Template, items: Sequence[tuple[int, RecordItem]]) -> str:
    """The items in one sentence; the product or stall that they stand on is named where it changes."""
    parts, card = [], ""
    for number, item in items:
        said = "，".join(part for part in (item.value, item.note) if part)
        text = template.say("item_with_facts" if said else "item", number=number, text=item.text, said=said)
        parts.append(template.say("card", card=item.card) + text if item.card and item.card != card else text)
        card = item.card
    return "；".join(parts) + "。"
