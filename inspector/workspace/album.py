"""证据目录: the photos and scans of all visits in pages, with all that is on record of each."""

from collections.abc import Iterator
from dataclasses import dataclass

from inspector.checklist import Item, Text
from inspector.errors import Trouble
from inspector.evidence.intake import EvidenceFacts
from inspector.inspection.inspection import things
from inspector.inspection.visit import Photo, Scan
from inspector.storage.store import Store
from inspector.workspace.checklists import Checklists
from inspector.workspace.inspections import Inspections, Listed


@dataclass(frozen=True)
class Leaf:
    """One photo, or the scan of a signed page. `facts` is None where a newer version wrote them.

    `corrections` is what was corrected by hand on a scanned page. `is_here`: its bytes are on this device; `obstacle`
    says (a code) why there is no preview of it.
    """

    entity: str
    visit: Listed
    sha256: str
    sm3: str
    size_bytes: int
    facts: EvidenceFacts | None
    item: Text | None
    caption: str
    corrections: str
    is_scan: bool
    is_here: bool
    obstacle: str


class Album:
    """Turns pages of evidence; the newest visit first."""

    def __init__(self, store: Store, inspections: Inspections, checklists: Checklists) -> None:
        self._store = store
        self._inspections = inspections
        self._checklists = checklists

    def page(self, before: str = "", most: int = 60) -> tuple[Leaf, ...]:
        """A page over all visits; *before* is the entity of the last leaf on the page above."""
        sql = "SELECT entity, root FROM photo WHERE entity < ? ORDER BY entity DESC LIMIT ?"
        return tuple(self._leaves(self._store.database.query(sql, before or "g", most)))

    def of(self, visit: str) -> tuple[Leaf, ...]:
        """All leaves of one visit, in the order in which they came."""
        sql = "SELECT entity, root FROM photo WHERE root = ? ORDER BY entity"
        return tuple(self._leaves(self._store.database.query(sql, visit)))

    def _leaves(self, rows: list[tuple[str, str]]) -> Iterator[Leaf]:
        visits = {root: self._inspections.listed(root) for root in {root for _, root in rows}}
        for entity, root in rows:
            photo, visit = self._photo(entity), visits[root]
            if photo is not None and visit is not None:
                yield self._leaf(photo, visit)

    def _photo(self, entity: str) -> Photo | Scan | None:
        state = self._store.things.state(entity.partition("/")[0])
        found: tuple[Photo | Scan, ...] = things(state, Photo) if "/" in entity else things(state, Scan)
        return next((photo for photo in found if photo.id == entity), None)

    def _leaf(self, photo: Photo | Scan, visit: Listed) -> Leaf:
        blob = self._store.local.blob(photo.sha256)
        return Leaf(
            entity=photo.id,
            visit=visit,
            sha256=photo.sha256,
            sm3=photo.sm3,
            size_bytes=photo.size_bytes,
            facts=_facts(photo),
            item=self._item(photo, visit.id) if isinstance(photo, Photo) else None,
            caption=photo.caption if isinstance(photo, Photo) else "",
            corrections=photo.corrections if isinstance(photo, Scan) else "",
            is_scan=isinstance(photo, Scan),
            is_here=blob is not None,
            obstacle=blob.trouble if blob else "",
        )

    def _item(self, photo: Photo, visit: str) -> Text | None:
        """The label of the item that it stands on."""
        digest = self._store.things.state(visit).values(visit).get("checklist_digest")
        if not photo.item or not digest:
            return None
        placed = self._checklists.template(str(digest)).placed.get(photo.item.rpartition("/")[2])
        return placed.row.label if placed and isinstance(placed.row, Item) else None


def _facts(photo: Photo | Scan) -> EvidenceFacts | None:
    own = {"sha256": photo.sha256, "sm3": photo.sm3, "size_bytes": photo.size_bytes}
    try:
        return EvidenceFacts.from_json({**photo.facts, **own})
    except Trouble:
        return None
