"""分歧: fields that were set to different values apart, and operations that are kept and do not count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from inspector.changes import Changes
from inspector.checklist import Item, Text
from inspector.errors import Code, Trouble
from inspector.ids import Json
from inspector.inspection.inspection import address_of
from inspector.inspection.kinds import KINDS
from inspector.inspection.people import Desk, Device, Officer
from inspector.inspection.registry import Market, Party, Stall
from inspector.inspection.visit import Answer, Visit
from inspector.journal.operation import GONE
from inspector.journal.roster import Standing
from inspector.journal.state import Head, Slot, State
from inspector.storage.store import ROSTER_KINDS, Store
from inspector.workspace.checklists import Checklists
from inspector.workspace.scribe import Edit, Scribe
from inspector.workspace.signed_page import SignedPage

_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Version:
    """One of the values. `field` is that of the conflict, except beside a removal (`gone`): there the versions are the
    removal (True) and the edits that it did not see.

    `value` is as the field has it, None where it was taken back or destroyed; `named` says what an id stands for.
    `author` is a name, empty where nobody was signed in; `at` is that computer's wall clock: a claim.
    """

    field: str
    value: object
    named: str
    author: str
    device: str
    at: datetime


@dataclass(frozen=True)
class Conflict:
    """A field with several values, the provisional one first. `title` names the thing as people know it; `item` is the
    label of the checklist item where there is one.

    `is_locked`: a lock covers it as it stands, so nobody can write there any more. `signed`: somebody has signed the page;
    then the version with that number, which stands on the paper, is the only one to choose.
    """

    root: str
    root_kind: str
    kind: str
    entity: str
    field: str
    title: str
    item: Text | None
    versions: tuple[Version, ...]
    is_locked: bool
    signed: int | None = None

    @property
    def takes_text(self) -> bool:
        """Whether a new value can be typed."""
        texts = (type(v.value) is str and not v.named for v in self.versions if v.value is not None)
        return self.field != GONE and self.signed is None and all(texts)

    def can_stand(self, number: int) -> bool:
        """Whether the version of that number can be chosen."""
        return not self.is_locked and self.signed in (None, number)


@dataclass(frozen=True)
class Unaccepted:
    """An operation that is kept and shown and does not count: it came after a lock, or its device had no right to it."""

    root: str
    root_kind: str
    kind: str
    entity: str
    title: str
    item: Text | None
    standing: Standing
    version: Version

    @property
    def field(self) -> str:
        return self.version.field


class Conflicts:
    """Lists what needs a person's decision, and writes the decision down."""

    def __init__(self, store: Store, scribe: Scribe, checklists: Checklists) -> None:
        self._store = store
        self._scribe = scribe
        self._checklists = checklists

    def list(self) -> tuple[Conflict, ...]:
        """Every open conflict, in the order of the things that they are about."""
        return tuple(
            self._conflict(state, slot, heads)
            for state in self._store.things.troubled()
            for slot, heads in state.conflicts().items()
        )

    def count(self) -> int:
        """How many there are."""
        return sum(len(state.conflicts()) for state in self._store.things.troubled())

    def unaccepted(self) -> tuple[Unaccepted, ...]:
        """What is kept and does not count; what a laptop said of itself before the office said it is left out."""
        return tuple(self._unaccepted())

    def resolve(self, entity: str, field: str, value: object) -> Changes:
        """Sets the field to *value* (one of the versions, or a new one), having seen every value that it has now.

        For a removal (`gone`) True removes the thing after all, None keeps it. On a visit whose page somebody has signed
        the paper prevails: nothing but what stands there can be chosen, so that the record can be locked as it was signed.

        Raises:
            Trouble: THING_UNKNOWN where there is no conflict (any more); RECORD_LOCKED, PAPER_PREVAILS, VALUE_INVALID.
        """
        with self._store.database.writing():  # nobody adds a value between looking and writing
            state = self._store.things.state(entity.partition("/")[0])
            heads = state.conflicts().get((entity, field))
            if heads is None:
                raise Trouble(Code.THING_UNKNOWN, kind="conflict", entity=f"{entity}/{field}")
            kind = heads[0].kind
            page = SignedPage.signed(self._store, state)
            if page is not None and page.binds(kind, field):
                stored = None if field == GONE else KINDS[kind].encode(field, value)
                if not page.stands((entity, field), value, stored):
                    raise Trouble(Code.PAPER_PREVAILS, at=f"{page.at:%Y-%m-%d %H:%M}")
            return self._scribe.write([Edit(kind, entity, field, value)])

    def _conflict(self, state: State, slot: Slot, heads: tuple[Head, ...]) -> Conflict:
        entity, field = slot
        versions = tuple(self._version(_field_of(state, entity, h, field), h) for h in heads)
        page = SignedPage.signed(self._store, state)
        signed = None
        if page is not None and page.binds(heads[0].kind, field):
            chosen = [v.field == GONE if field == GONE else v.value for v in versions]
            pairs = enumerate(zip(chosen, heads, strict=True))
            signed = next((n for n, (c, h) in pairs if page.stands(slot, c, h.value)), len(versions))
            if signed == len(versions):
                versions = (*versions, self._printed(page, slot))
        return Conflict(
            root=state.root,
            root_kind=state.kind,
            kind=heads[0].kind,
            entity=entity,
            field=field,
            title=self._title(state),
            item=self._item(state, entity, heads[0].kind),
            versions=versions,
            is_locked=state.locked is not None,
            signed=signed,
        )

    def _unaccepted(self) -> Iterator[Unaccepted]:
        for state in self._store.things.troubled():
            if state.kind in ROSTER_KINDS:
                continue
            for r in state.refused:
                yield Unaccepted(
                    root=state.root,
                    root_kind=state.kind or r.head.kind,
                    kind=r.head.kind,
                    entity=r.entity,
                    title=self._title(state),
                    item=self._item(state, r.entity, r.head.kind),
                    standing=r.standing,
                    version=self._version(r.field, r.head),
                )

    def _printed(self, page: SignedPage, slot: Slot) -> Version:
        """What stands on the signed page, where everything that is at hand was written later."""
        head = page.head(slot)
        if head is None:
            return Version(slot[1], None, "", "", "", page.at)
        return self._version(slot[1], head)

    def _version(self, field: str, head: Head) -> Version:
        value = isinstance(head.value, list) if field == GONE else _value(head, field)
        return Version(
            field,
            value,
            self._named(value),
            self._own_words(head.actor, Officer.kind).get("name", ""),
            self._device(head.device),
            datetime.fromisoformat(head.wall),
        )

    def _named(self, value: object) -> str:
        """The names of what *value* refers to; empty unless it is an id, or several."""
        ids = value if isinstance(value, tuple) else (value,)
        if not all(isinstance(i, str) and _ID.fullmatch(i) for i in ids):
            return ""
        return "、".join(self._title(self._store.things.state(i)) for i in ids)

    def _title(self, state: State) -> str:
        """What people call the thing; for a visit its party."""
        said = state.values(state.root)
        if state.kind == Visit.kind:
            return self._own_words(str(said.get("party", "")), Party.kind).get("name", "")
        if state.kind == Stall.kind:
            market = self._own_words(str(said.get("market", "")), Market.kind).get("name", "")
            return f"{market}{said.get('number', '')}"
        return str(said.get("name", ""))

    def _own_words(self, root: str, kind: str) -> dict[str, str]:
        state = self._store.things.state(root) if root else None
        if state is None or state.kind != kind:
            return {}
        return {field: str(value) for field, value in state.values(root).items()}

    def _device(self, device: str) -> str:
        state = self._store.things.state(device)
        own, desk = state.values(device), state.values(f"{device}/{Desk.kind}")
        return str(own.get("name") or desk.get("name") or f"{Device.kind} {device[:8]}")

    def _item(self, state: State, entity: str, kind: str) -> Text | None:
        """The item that an answer, suspicion or photo of a visit stands on."""
        address = address_of(entity) if kind == Answer.kind else str(state.values(entity).get("item", ""))
        digest = state.values(state.root).get("checklist_digest")
        if state.kind != Visit.kind or not address or not digest:
            return None
        placed = self._checklists.template(str(digest)).placed.get(address.rpartition("/")[2])
        return placed.row.label if placed and isinstance(placed.row, Item) else None


def _field_of(state: State, entity: str, head: Head, field: str) -> str:
    """The field that *head* stands in: beside a removal other ones too."""
    if field != GONE:
        return field
    return next(f for (e, f), heads in state.heads.items() if e == entity and head in heads)


def _value(head: Head, field: str) -> object:
    """The value as the field has it; what this version cannot read stays as it is stored."""
    if head.value is None:
        return None
    kind = KINDS.get(head.kind)
    if kind is None or field not in kind.fields:
        return cast("Json", head.value)
    try:
        return cast("object", kind.fields[field].read(head.value))
    except (TypeError, ValueError):
        return head.value
