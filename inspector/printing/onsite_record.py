"""现场笔录: the full record of a visit with a suspicion, form 9 of the 2021 set, and its photo pages."""

from inspector.inspection.record import Record, RecordGoods
from inspector.printing import particulars
from inspector.printing.furniture import Furniture
from inspector.printing.galley import Galley
from inspector.printing.photo_pages import Pictures, add_photos

_LONG_ROOM = 6
_REPLY_ROOM = 2
_STATEMENT_ROOM = 5


def compose(galley: Galley, furniture: Furniture, record: Record, pictures: Pictures) -> None:
    """Every field of the form in its order, then each photo on its own page."""
    particulars.heading(galley, record)
    galley.at_right("number", record.number)
    galley.gap(1)
    particulars.time_and_place(galley, record)
    particulars.officers(galley, record)
    particulars.party(galley, record)
    galley.fact("subject", record.subject)
    particulars.supplements(galley, record)
    for dialogue in record.dialogues:
        particulars.spoken(galley, dialogue, lines=_REPLY_ROOM)
    galley.passage("site_facts", record.site_facts, lines=_LONG_ROOM)
    _goods(galley, record)
    if record.photos:
        galley.note(galley.template.say("photos_attached", count=len(record.photos)))
    if record.measure_notice:
        galley.passage("measure_notice", record.measure_notice)
    galley.passage("statement", record.statement, lines=_STATEMENT_ROOM)
    particulars.attendance(galley, record)
    particulars.witness(galley, record)
    particulars.closing(galley, record, lines=_REPLY_ROOM)
    add_photos(galley, furniture, record, pictures)


def _goods(galley: Galley, record: Record) -> None:
    if not record.goods:
        return
    columns = galley.template.columns["goods"]
    galley.gap(1.5)
    galley.note(galley.template.say("goods_listed", count=len(record.goods)))
    galley.hold()
    galley.table(
        columns, [[_cell(goods, c.field, n) for c in columns] for n, goods in enumerate(record.goods, 1)]
    )
    galley.gap(2)


def _cell(goods: RecordGoods, field: str, number: int) -> str:
    if field == "line":
        return str(number)
    if field == "quantity":
        return goods.quantity + goods.unit
    value: str = getattr(goods, field)
    return value
