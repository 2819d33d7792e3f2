"""From an inspection to its record: every fact resolved to the value it has now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import datetime

from inspector import law
from inspector.checklist.answers import Card, addresses, card_label
from inspector.checklist.rules import Evaluated
from inspector.checklist.template import Item, Placed, Template, Text
from inspector.inspection import site_facts
from inspector.inspection.dialogues import dialogues
from inspector.inspection.inspection import Inspection
from inspector.inspection.people import Officer
from inspector.inspection.record import (
    Attendance,
    Dialogue,
    Record,
    RecordGoods,
    RecordItem,
    RecordOfficer,
    RecordParty,
    RecordPhoto,
    RecordReference,
    RecordWitness,
)
from inspector.inspection.registry import Party
from inspector.inspection.visit import Goods, Photo

LANGUAGE = site_facts.LANGUAGE


@dataclass(frozen=True)
class Letterhead:
    """Whose record it is."""

    bureau: str
    station: str
    demo: bool


def compose(
    inspection: Inspection,
    party: Party,
    officers: Mapping[str, Officer],
    letterhead: Letterhead,
    template: Template,
    evaluated: Evaluated,
) -> Record:
    """The record as of now, made of nothing but shared facts: every desk that has them composes the same one.

    Who is not known is left blank; whether that may be printed is judged by `elements`.
    """
    visit = inspection.visit
    named = tuple(officers[o] for o in dict.fromkeys(visit.officers) if o in officers)
    sentences = dialogues()
    facts = {
        "bureau": letterhead.bureau,
        "officers": "、".join(o.name for o in named),
        "certificates": "、".join(o.certificate for o in named),
        "about": sentences.about.format(subject=visit.subject) if visit.subject else "",
    }
    replies = visit.reply_certificates, visit.reply_rights, visit.reply_closing
    is_spoken = visit.attendance is not Attendance.ABSENT or any(
        replies
    )  # nothing is said to who is not there
    witness = RecordWitness(visit.witness_name, visit.witness_contact, visit.witness_unit)
    return Record(
        id=inspection.id,
        form=inspection.form,
        demo=letterhead.demo,
        bureau=letterhead.bureau,
        station=letterhead.station,
        number="",
        subject=visit.subject,
        started_at=_minute(visit.started_at),
        ended_at=_minute(visit.ended_at),
        place=visit.place,
        officers=tuple(RecordOfficer(o.id, o.name, o.certificate) for o in named),
        party=RecordParty(
            party.name,
            party.licence_kind,
            party.uscc,
            party.address,
            party.representative,
            party.id_number,
            party.phone,
            party.other_contact,
        ),
        person_present=visit.person_present,
        attendance=visit.attendance,
        attendance_note=visit.attendance_note,
        video=visit.video,
        notified=visit.notified,
        dialogues=(
            Dialogue(sentences.certificates.format(**facts) if is_spoken else "", visit.reply_certificates),
            Dialogue(sentences.rights.format(**facts) if is_spoken else "", visit.reply_rights),
        ),
        site_facts=visit.site_facts or site_facts.compose(template, inspection, evaluated),
        measure_notice=visit.measure_notice,
        statement=visit.statement,
        closing=Dialogue(sentences.closing if is_spoken else "", visit.reply_closing),
        witness=witness if witness.name else None,
        suspended=visit.suspended,
        checklist_id=template.id,
        checklist_title=template.title.of(LANGUAGE),
        checklist_version=template.version,
        items=tuple(_items(inspection, template, evaluated)),
        goods=tuple(_goods(g) for g in inspection.goods if g.name or g.mark or g.registration_number),
        photos=tuple(_photo(inspection, template, p) for p in inspection.photos),
        supplements=visit.supplements,
        supplemented=_reference(visit.supplemented),
    )


def item_words(template: Template, inspection: Inspection, address: str) -> Text:
    """The item at *address* as a person names it, behind the card that it stands on."""
    card_of, _, name = address.rpartition("/")
    placed = template.placed.get(name)
    card = next((c for c in inspection.answered.cards if c.id == card_of), None)
    said = {}
    for language in template.languages:
        label = placed.row.label.of(language) if placed else name
        on = card_label(template, inspection.answered, card, language) if card else ""
        said[language] = f"{on}{'：' if language == LANGUAGE else ': '}{label}" if on else label
    return Text(said)


def _items(inspection: Inspection, template: Template, evaluated: Evaluated) -> Iterator[RecordItem]:
    day = inspection.visit.started_at
    cards: dict[str, Card] = {c.id: c for c in inspection.answered.cards}
    for placed in template.placed.values():
        if not isinstance(placed.row, Item) or not (placed.row.marked or placed.row.fact):
            continue
        for at in addresses(placed, inspection.answered.cards):
            if at not in evaluated.relevant:
                continue
            answer = inspection.answered.at(at)
            card = cards.get(at.partition("/")[0]) if "/" in at else None
            fact = evaluated.calculated.get(at, answer.fact)
            bases = [law.on(key, day.date()) for key in placed.row.basis] if day else []
            yield RecordItem(
                id=at,
                section=_section(placed),
                text=placed.row.label.of(LANGUAGE),
                mark=answer.mark if placed.row.marked else None,
                value=template.shown(placed.row, fact, LANGUAGE),
                note=answer.note,
                card=card_label(template, inspection.answered, card, LANGUAGE) if card else "",
                basis=tuple(b.cited(LANGUAGE) for b in bases if b is not None),
            )


def _section(placed: Placed) -> str:
    return placed.inside[0].label.of(LANGUAGE) if placed.inside else ""


def _goods(goods: Goods) -> RecordGoods:
    return RecordGoods(
        name=goods.name,
        mark=goods.mark,
        registration_number=goods.registration_number,
        batch=goods.batch,
        quantity=format(goods.quantity, "f") if goods.quantity is not None else "",
        unit=goods.unit,
        unit_price=format(goods.unit_price, "f") if goods.unit_price is not None else "",
        source=goods.source,
    )


def _photo(inspection: Inspection, template: Template, photo: Photo) -> RecordPhoto:
    claims = photo.facts.get("claims", {})
    claimed = str(claims.get("taken_at") or claims.get("taken_at_local") or "")
    item = item_words(template, inspection, photo.item).of(LANGUAGE) if photo.item else ""
    return RecordPhoto(
        sha256=photo.sha256,
        sm3=photo.sm3,
        caption=photo.caption or item,
        taken_at=claimed or str(photo.facts.get("arrived_at", "")),
        taken_claim="exif" if claimed else "intake",
        item=item,
        original_name=str(photo.facts.get("original_name", "")),
        size_bytes=photo.size_bytes,
        media=str(photo.facts.get("media", "")),
    )


def _reference(said: Mapping[str, object]) -> RecordReference | None:
    if not said:
        return None
    return RecordReference(**{f.name: str(said.get(f.name, "")) for f in fields(RecordReference)})


def _minute(at: datetime | None) -> str:
    return at.isoformat(timespec="minutes") if at else ""
