"""The tables. A workspace binds subclasses of its own to its own file: nothing is bound globally."""

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


class MetaRow(Model):
    key = TextField(primary_key=True)
    value = BlobField()

    class Meta:
        table_name = "meta"


class ChainRow(Model):
    """Where each device's commits stand. A fork freezes a chain at the last commit that both branches share."""

    device = TextField()
    epoch = IntegerField()
    seq = IntegerField()
    head = TextField()
    clock = IntegerField()
    operations = IntegerField()
    frozen = BooleanField(default=False)

    class Meta:
        table_name = "chain"
        primary_key = CompositeKey("device", "epoch")


class TailRow(Model):
    """A commit not yet in a segment; `before` is the id of the one before it, `roots` are separated by spaces."""

    device = TextField()
    epoch = IntegerField()
    seq = IntegerField()
    before = TextField()
    roots = TextField()
    body = BlobField()

    class Meta:
        table_name = "tail"
        primary_key = CompositeKey("device", "epoch", "seq")


class SegmentRow(Model):
    """A compressed run of commits, `first` to `last`; `before` and `head` are the ids around it."""

    id = AutoField()
    device = TextField()
    epoch = IntegerField()
    first = IntegerField()
    last = IntegerField()
    before = TextField()
    head = TextField()
    body = BlobField()

    class Meta:
        table_name = "segment"


class TouchRow(Model):
    """Which segments have operations on a root."""

    root = TextField()
    segment = IntegerField()

    class Meta:
        table_name = "touch"
        primary_key = CompositeKey("root", "segment")


class SignedHeadRow(Model):
    """Signatures of device keys over the heads of their chains."""

    device = TextField()
    epoch = IntegerField()
    seq = IntegerField()
    head = TextField()
    signature = TextField()

    class Meta:
        table_name = "signed_head"
        primary_key = CompositeKey("device", "epoch", "seq")


class ForkRow(Model):
    """A second branch of a chain, kept whole: `body` is the foreign segment as it came."""

    device = TextField()
    epoch = IntegerField()
    first = IntegerField()
    last = IntegerField()
    before = TextField()
    head = TextField()
    body = BlobField()

    class Meta:
        table_name = "fork"
        primary_key = CompositeKey("device", "epoch", "first", "head")


class ThingRow(Model):
    """The state of one root: compressed heads, and their digest."""

    root = TextField(primary_key=True)
    kind = TextField()
    state = BlobField()
    digest = TextField()
    conflicts = IntegerField()
    refused = IntegerField()
    sealed = BooleanField()

    class Meta:
        table_name = "thing"


class StaleRow(Model):
    """A root whose state is to be gathered anew; `roster`: first, since it says who may write what. Local."""

    root = TextField(primary_key=True)
    roster = BooleanField()

    class Meta:
        table_name = "stale"


class VisitRow(Model):
    """What the list of visits shows; `order` is its start, then its id, newest first. `record` is the digest of the
    locked record.
    """

    root = TextField(primary_key=True)
    order = TextField()
    stage = TextField()
    form = TextField()
    subject = TextField()
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

    class Meta:
        table_name = "visit"


class PartyRow(Model):
    root = TextField(primary_key=True)
    name = TextField()
    uscc = TextField()
    address = TextField()
    phone = TextField()

    class Meta:
        table_name = "party"


class StallRow(Model):
    root = TextField(primary_key=True)
    market = TextField()
    number = TextField()
    name = TextField()
    party = TextField()

    class Meta:
        table_name = "stall"


class PhotoRow(Model):
    """Every photo with the visit that it stands in."""

    entity = TextField(primary_key=True)
    root = TextField()
    sha256 = TextField()

    class Meta:
        table_name = "photo"


class ReceivedRow(Model):
    """What the office's receipts name: digests of records and of evidence."""

    name = TextField(primary_key=True)
    receipt = TextField()
    at = TextField()

    class Meta:
        table_name = "received"


class TallyRow(Model):
    """How many there are, kept as they change: lists never count."""

    name = TextField(primary_key=True)
    count = IntegerField()

    class Meta:
        table_name = "tally"


class DraftRow(Model):
    """Text being typed, not yet a fact. Local."""

    key = TextField(primary_key=True)
    text = TextField()

    class Meta:
        table_name = "draft"


class PlaceRow(Model):
    """Where the person was: the visit, item and card to come back to. Local."""

    key = TextField(primary_key=True)
    value = TextField()

    class Meta:
        table_name = "place"


class BlobRow(Model):
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

    class Meta:
        table_name = "blob"


class DeliveryRow(Model):
    """What lies on a stick, `written` or `verified`: visits by the digest of their state, photos by that of their bytes.
    Local.
    """

    name = TextField(primary_key=True)
    state = TextField()
    bundle = TextField()
    at = TextField()

    class Meta:
        table_name = "delivery"


class ParkedRow(Model):
    """A bundle that waits for another one. Local."""

    bundle = TextField(primary_key=True)
    place = TextField()
    needs = TextField()

    class Meta:
        table_name = "parked"


class OfficerKeyRow(Model):
    """An officer's signing key on this very device, under the officer's PIN. Local, never leaves, never escrowed."""

    officer = TextField(primary_key=True)
    public = TextField()
    wrapped = BlobField()

    class Meta:
        table_name = "officer_key"


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

        def bind(model: type[Model]) -> type[Model]:
            table = model._meta.table_name
            meta = type("Meta", (), {"database": database, "table_name": table})
            return type(model.__name__, (model,), {"Meta": meta, "__module__": __name__})

        rows: dict[str, type[Model]] = {
            m._meta.table_name: m for m in Model.__subclasses__() if m.__module__ == __name__
        }
        return cls(**{f.name: bind(rows[f.name]) for f in fields(cls)})  # type: ignore[arg-type]
