"""检查记录: one page for a visit that found nothing."""

from collections.abc import Sequence

from inspector.checklist.template import Mark
from inspector.inspection.record import Record, RecordItem
from inspector.printing import particulars
from inspector.printing.furniture import Furniture
from inspector.printing.galley import Galley
from inspector.printing.photo_pages import Pictures
from inspector.printing.template import Template

_COUNTED = (Mark.CLEAR, Mark.SUSPECT, Mark.NOT_APPLICABLE, Mark.UNCHECKED)
_NAMED = (Mark.SUSPECT, Mark.NOT_APPLICABLE, Mark.UNCHECKED)  # what is clear is told by 现场情况
_FEW = 6
_REPLY_ROOM = 1
_STATEMENT_ROOM = 1


def compose(galley: Galley, furniture: Furniture, record: Record, pictures: Pictures) -> None:
    """Who, where and when, what was checked, and room for the party; the photos stay in the file, told by their digests."""
    particulars.heading(galley, record)
    galley.rows("top", record)
    particulars.time_and_place(galley, record)
    particulars.officers(galley, record)
    particulars.party(galley, record)
    particulars.supplements(galley, record)
    for dialogue in record.dialogues:
        particulars.spoken(galley, dialogue, lines=_REPLY_ROOM)
    _items(galley, record)
    galley.passage("site_facts", record.site_facts, style="fixed")
    if record.photos:
        starts = "、".join(photo.sha256[:8] for photo in record.photos)
        galley.passage(
            "photos_kept",
            galley.template.say("photos_kept_text", count=len(record.photos), starts=starts),
            style="fixed",
        )
    galley.passage("statement", record.statement, lines=_STATEMENT_ROOM)
    particulars.attendance(galley, record)
    particulars.witness(galley, record)
    particulars.closing(galley, record, lines=_REPLY_ROOM)


def _items(galley: Galley, record: Record) -> None:
    """How many items have each mark, and which of them were not found clear, if they are few.

    Their numbers are their places among all that is marked. What is only written down (a batch, a quantity) has no mark.
    """
    say = galley.template.say
    marked: dict[Mark, list[tuple[int, RecordItem]]] = {mark: [] for mark in _COUNTED}
    checked = [(item.mark, item) for item in record.items if item.mark is not None]
    for number, (mark, item) in enumerate(checked, 1):
        marked[mark].append((number, item))
    counts = [say(f"counted_{mark}", count=len(items)) for mark, items in marked.items() if items]
    title = say("checklist_text", title=record.checklist_title, version=record.checklist_version)
    counted = say("counted", total=len(checked), counts="，".join(counts)) if checked else ""
    named = [
        say(f"mark_{mark}") + _listed(galley.template, marked[mark])
        for mark in _NAMED
        if 0 < len(marked[mark]) <= _FEW
    ]
    galley.passage("checklist", "".join([title, counted, *named]), style="fixed")


def _listed(template: Template, items: Sequence[tuple[int, RecordItem]]) -> str:
    """The items in one sentence, each up to its colon; those of one product or stall together, notes behind them."""
    parts, card = [], ""
    cards = list(dict.fromkeys(item.card for _, item in items))
    for number, item in sorted(items, key=lambda numbered: cards.index(numbered[1].card)):
        said = "，".join(part for part in (item.value, item.note) if part)
        key = "item_with_facts" if said else "item"
        text = template.say(key, number=number, text=item.text.partition("：")[0], said=said)
        parts.append(template.say("card", card=item.card) + text if item.card and item.card != card else text)
        card = item.card
    return "；".join(parts) + "。"
