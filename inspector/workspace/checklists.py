"""Checklists as this workspace has them: the ones shipped and published, and the versions that visits were begun with."""

from datetime import date
from functools import lru_cache
from typing import cast

from inspector import checklist
from inspector.changes import Changes
from inspector.checklist import Placed, Rules, Sheet, Shipped, Template
from inspector.errors import Code, Trouble
from inspector.inspection.inspection import Inspection
from inspector.inspection.kinds import KINDS, PinnedTemplate, Publication
from inspector.inspection.visit import Answer
from inspector.storage.store import Store
from inspector.workspace.scribe import Edit, Scribe


class Checklists:
    """Finds templates by digest and lays them down with the first visit that uses them."""

    def __init__(self, store: Store, scribe: Scribe) -> None:
        self._store = store
        self._scribe = scribe
        self.rules = lru_cache(maxsize=16)(self._rules)

    def require(self, inspection: Inspection, address: str) -> Placed:
        """The row that stands at *address* of a visit.

        Raises:
            Trouble: THING_UNKNOWN when none does.
        """
        placed = self.template(inspection.visit.checklist_digest).placed.get(address.rpartition("/")[2])
        if placed is None or address not in checklist.addresses(placed, inspection.on_cards):
            raise Trouble(Code.THING_UNKNOWN, kind=Answer.kind, entity=address)
        return placed

    def current(self) -> tuple[Shipped, ...]:
        """What a new visit can begin with: the shipped checklists, the office's publication of one standing for it."""
        found = {s.id: s for s in checklist.shipped()}
        for publication in self._publications():
            template = self.template(publication.template)
            found[template.id] = Shipped.of(template)
        return tuple(found[i] for i in sorted(found))

    def newest(self, checklist_id: str) -> Template:
        """The template that a new visit of that checklist begins with.

        Raises:
            Trouble: CHECKLIST_UNKNOWN.
        """
        for publication in self._publications():
            if publication.checklist == checklist_id:
                return self.template(publication.template)
        return checklist.load(checklist_id)

    def template(self, digest: str) -> Template:
        """The template of that digest, as it was laid down.

        Raises:
            Trouble: CHECKLIST_UNKNOWN.
        """
        return self.rules(digest).template

    def sheet(self, inspection: Inspection) -> Sheet:
        """The answers of a visit under the rules of its own version."""
        visit = inspection.visit
        day = visit.started_at.date() if visit.started_at else date.min
        return Sheet(self.rules(visit.checklist_digest), inspection.answered, day)

    def pin(self, template: Template) -> tuple[str, list[Edit]]:
        """The template's digest, and what has to be written so that it is there for good."""
        digest = checklist.digest(template)
        if self._store.things.state(digest).kind:
            return digest, []
        said = {"checklist": template.id, "version": template.version, "content": checklist.to_json(template)}
        return digest, [Edit(PinnedTemplate.kind, digest, f, v) for f, v in said.items()]

    def publish(self, template: Template) -> Changes:
        """In the office: makes *template* the one that laptops begin new visits with."""
        digest, edits = self.pin(template)
        entity = f"publication-{template.id}"
        said = {"checklist": template.id, "template": digest, "withdrawn": None}
        return self._scribe.write([*edits, *(Edit(Publication.kind, entity, f, v) for f, v in said.items())])

    def _publications(self) -> tuple[Publication, ...]:
        kind = KINDS[Publication.kind]
        found = (
            cast("Publication", kind.assemble(s.root, s.values(s.root)))
            for s in self._store.things.all(kind.name)
        )
        return tuple(p for p in found if p.template and not p.withdrawn)

    def _rules(self, digest: str) -> Rules:
        content = self._store.things.state(digest).values(digest).get("content")
        if content is None:
            raise Trouble(Code.CHECKLIST_UNKNOWN, id=digest[:16])
        return Rules(checklist.from_json(content))
