"""The tables. A workspace binds subclasses of its own to its own file: nothing is bound globally."""

import re
from dataclasses import dataclass, fields

from peewee import (
    AutoField,
    BlobField,
    BooleanField,
    CompositeKey,
    IntegerField,
    Model,
    SqliteDatabase,
    TextField,
)


def _named(row: type[Model]) -> str:
    """`SignedHeadRow` is a row of `signed_head`."""
    return re.sub("(?<!^)(?=[A-Z])", "_", row.__name__.removesuffix("Row")).lower()


class Row(Model):
    class Meta:
        table_function = _named


class MetaRow(Row):
    key = TextField(primary_key=True)
    value = BlobField()


class ChainRow(Row):
    """Where each device's commits stand. A chain is frozen by a fork: what comes of it from then on is a branch."""

    device = TextField()
    epoch = IntegerField()
    seq = IntegerField()
    head = TextField()
    clock = IntegerField()
    operations = IntegerField()
    frozen = BooleanField(default=False)

    class Meta:
        primary_key = CompositeKey("device", "epoch")


class TailRow(Row):
    """A commit not yet in a segment; `before` is the id of the one before it, `roots` are separated by spaces."""

    device = TextField()
    epoch = IntegerField()
    seq = IntegerField()
    before = TextField()
    roots = TextField()
    body = BlobField()

    class Meta:
        primary_key = CompositeKey("device", "epoch", "seq")


class SegmentRow(Row):
    """A compressed run of commits, `first` to `last`; `before` and `head` are the ids around it."""

    id = AutoField()
    device = TextField()
    epoch = IntegerField()
    first = IntegerField()
    last = IntegerField()
    before = TextField()
    head = TextField()
    body = BlobField()


class TouchRow(Row):
    """Which segments have operations on a root."""

    root = TextField()
    segment = IntegerField()

    class Meta:
        primary_key = CompositeKey("root", "segment")


class SignedHeadRow(Row):
    """Signatures of device keys over the heads of their chains."""

    device = TextField()
    epoch = IntegerField()
    seq = IntegerField()
    head = TextField()
    signature = TextField()

    class Meta:
        primary_key = CompositeKey("device", "epoch", "seq")


class ForkRow(Row):
    """A branch of a chain, whole from where it parts from it; `roots` are separated by spaces, `signature` is over `head`."""

    device = TextField()
    epoch = IntegerField()
    first = IntegerField()
    last = IntegerField()
    before = TextField()
    head = TextField()
    signature = TextField()
    roots = TextField()
    body = BlobField()

    class Meta:
        primary_key = CompositeKey("device", "epoch", "head")


class ThingRow(Row):
    """The state of one root: compressed heads, and their digest."""

    root = TextField(primary_key=True)
    kind = TextField()
    state = BlobField()
    digest = TextField()
    conflicts = IntegerField()
    refused = IntegerField()
    sealed = BooleanField()


class StaleRow(Row):
    """A root whose state is to be gathered anew; `roster`: first, since it says who may write what. Local."""

    root = TextField(primary_key=True)
    roster = BooleanField()


class VisitRow(Row):
    """What the list of visits shows; `order` is its start, then its id, newest first. `record` is the digest of the
    locked record.
    """

    root = TextField(primary_key=True)
    order = TextField()
    stage = TextField()
    form = TextField()
    supplements = TextField()
    party = TextField()
    party_name = TextField()
    place = TextField()
    officers = TextField()
    started_at = TextField()
    suspicions = IntegerField()
    photos = IntegerField()
    answered = IntegerField()
    checklist = TextField()
    record = TextField()


class PartyRow(Row):
    root = TextField(primary_key=True)
    name = TextField()
    uscc = TextField()
    address = TextField()
    phone = TextField()


class StallRow(Row):
    root = TextField(primary_key=True)
    market = TextField()
    number = TextField()
    name = TextField()
    party = TextField()


class PhotoRow(Row):
    """Every photo with the visit that it stands in."""

    entity = TextField(primary_key=True)
    root = TextField()
    sha256 = TextField()


class ReceivedRow(Row):
    """What the office's receipts name: digests of records and of evidence."""

    name = TextField(primary_key=True)
    receipt = TextField()
    at = TextField()


class TallyRow(Row):
    """How many there are, kept as they change: lists never count."""

    name = TextField(primary_key=True)
    count = IntegerField()


class DraftRow(Row):
    """Text being typed, not yet a fact. Local."""

    key = TextField(primary_key=True)
    text = TextField()


class PlaceRow(Row):
    """Where the person was: the visit, item and card to come back to. Local."""

    key = TextField(primary_key=True)
    value = TextField()


class BlobRow(Row):
    """Which ciphertext in the vault holds the bytes of a digest, and what was derived from them. Local."""

    sha256 = TextField(primary_key=True)
    cipher = TextField()
    size_bytes = IntegerField()
    recipients = TextField()
    print_cipher = TextField(default="")
    thumbnail = BlobField(null=True)
    width = IntegerField(default=0)
    height = IntegerField(default=0)
    trouble = TextField(default="")
    received = BooleanField(default=False)


class DeliveryRow(Row):
    """What lies on a stick, `written` or `verified`: visits by the digest of their state, photos by that of their bytes.
    Local.
    """

    name = TextField(primary_key=True)
    state = TextField()
    bundle = TextField()
    at = TextField()


class ParkedRow(Row):
    """A bundle that waits for another one. Local."""

    bundle = TextField(primary_key=True)
    place = TextField()
    needs = TextField()


class OfficerKeyRow(Row):
    """An officer's signing key on this very device, under the officer's PIN. Local, never leaves, never escrowed."""

    officer = TextField(primary_key=True)
    public = TextField()
    wrapped = BlobField()


LOCAL = (StaleRow, DraftRow, PlaceRow, BlobRow, DeliveryRow, ParkedRow, OfficerKeyRow)
"""Tables that are no facts: not rebuilt from the journal, not sent."""


@dataclass(frozen=True)
class Tables:
    """The tables of one database file."""

    meta: type[MetaRow]
    chain: type[ChainRow]
    tail: type[TailRow]
    segment: type[SegmentRow]
    touch: type[TouchRow]
    signed_head: type[SignedHeadRow]
    fork: type[ForkRow]
    thing: type[ThingRow]
    stale: type[StaleRow]
    visit: type[VisitRow]
    party: type[PartyRow]
    stall: type[StallRow]
    photo: type[PhotoRow]
    received: type[ReceivedRow]
    tally: type[TallyRow]
    draft: type[DraftRow]
    place: type[PlaceRow]
    blob: type[BlobRow]
    delivery: type[DeliveryRow]
    parked: type[ParkedRow]
    officer_key: type[OfficerKeyRow]

    @classmethod
    def bound(cls, database: SqliteDatabase) -> "Tables":
        """Subclasses of the tables above that belong to *database* alone."""

        def bind(row: type[Row]) -> type[Row]:
            meta = type("Meta", (), {"database": database})
            return type(row.__name__, (row,), {"Meta": meta, "__module__": __name__})

        rows = {row._meta.table_name: row for row in Row.__subclasses__()}
        return cls(**{f.name: bind(rows[f.name]) for f in fields(cls)})  # type: ignore[arg-type]
