"""现场检查: answers, cards, suspicions and goods lines. Each call is one commit, and one step for undo."""

from inspector import checklist, ids
from inspector.changes import Changes
from inspector.checklist import Mark
from inspector.clock import Clock
from inspector.errors import Code, Trouble
from inspector.inspection import composing
from inspector.inspection.inspection import Inspection, answer_entity, card_id
from inspector.inspection.visit import Answer, Card, Goods, Suspicion
from inspector.journal.operation import GONE
from inspector.workspace.checklists import Checklists
from inspector.workspace.inspections import Inspections
from inspector.workspace.scribe import Edit, Scribe


class Answering:
    """What is written at the stall, while the visit is a draft."""

    def __init__(
        self, scribe: Scribe, clock: Clock, checklists: Checklists, inspections: Inspections
    ) -> None:
        self._scribe = scribe
        self._clock = clock
        self._checklists = checklists
        self._inspections = inspections

    def answer(
        self,
        visit: str,
        address: str,
        *,
        mark: Mark | None = None,
        fact: str | None = None,
        note: str | None = None,
    ) -> Changes:
        """Answers one item; what is not given stays. A mark of `suspect` opens its suspicion.

        Another mark takes a suspicion back that holds nothing yet; `remove_suspicion` is for one that does.

        Raises:
            Trouble: THING_UNKNOWN when no item of the checklist stands at *address*; RECORD_LOCKED; MOVE_FORBIDDEN.
        """
        inspection = self._inspections.draft(visit)
        self._checklists.require(inspection, address)
        entity = answer_entity(visit, address)
        said = {"mark": mark, "fact": fact, "note": note}
        edits = [Edit(Answer.kind, entity, f, v) for f, v in said.items() if v is not None]
        suspicion = inspection.suspicion_on(address)
        if mark is Mark.SUSPECT:
            if suspicion is None:
                edits.append(Edit(Suspicion.kind, self._below(visit, "suspicion"), "item", address))
        elif mark is not None and suspicion is not None and _is_blank(inspection, suspicion):
            edits += self._gone_suspicion(inspection, suspicion)
        return self._scribe.write(edits, undo=visit)

    def add_card(self, visit: str, repeat: str) -> tuple[str, Changes]:
        """Adds a card; returns its id as it stands in addresses."""
        inspection = self._inspections.draft(visit)
        order = 1 + max((c.order for c in inspection.cards), default=0)
        entity = self._below(visit, "card")
        edits = [Edit(Card.kind, entity, "repeat", repeat), Edit(Card.kind, entity, "order", order)]
        return card_id(entity), self._scribe.write(edits, undo=visit)

    def same_as_previous(self, visit: str, card: str) -> Changes:
        """同上: fills the blank facts of a card from the card before it; marks are never copied."""
        inspection = self._inspections.draft(visit)
        answers = inspection.answered
        template = self._checklists.template(inspection.visit.checklist_digest)
        mine = next((c for c in answers.cards if c.id == card), None)
        if mine is None:
            raise Trouble(Code.THING_UNKNOWN, kind=Card.kind, entity=card)
        copied = checklist.same_as_previous(template, answers, mine)
        edits = [Edit(Answer.kind, answer_entity(visit, at), "fact", a.fact) for at, a in copied.items()]
        return self._scribe.write(edits, undo=visit)

    def remove_card(self, visit: str, card: str) -> Changes:
        """Takes a card away, with the suspicions and goods on it."""
        inspection = self._inspections.draft(visit)
        entity = f"{visit}/card/{card}"
        doomed = [s for s in inspection.suspicions if s.item.partition("/")[0] == card]
        edits = [Edit(Card.kind, entity, GONE, True)]
        for suspicion in doomed:
            edits += self._gone_suspicion(inspection, suspicion)
        return self._scribe.write(edits, undo=visit)

    def write_suspicion(self, visit: str, suspicion: str, **said: object) -> Changes:
        """Sets facts of a suspicion, such as its `facts` in words."""
        self._inspections.draft(visit)
        return self._scribe.write(
            (Edit(Suspicion.kind, suspicion, f, v) for f, v in said.items()), undo=visit
        )

    def remove_suspicion(self, visit: str, suspicion: str, mark: Mark = Mark.UNCHECKED) -> Changes:
        """Takes a suspicion away with its facts and goods, and gives its item another mark; photos stay on the item."""
        inspection = self._inspections.draft(visit)
        edits: list[Edit] = []
        for found in (s for s in inspection.suspicions if s.id == suspicion):
            edits.append(Edit(Answer.kind, answer_entity(visit, found.item), "mark", mark))
            edits += self._gone_suspicion(inspection, found)
        return self._scribe.write(edits, undo=visit)

    def add_goods(self, visit: str, suspicion: str, **said: object) -> tuple[str, Changes]:
        """Adds a goods line (涉案物品) to a suspicion; what the product card knows already is filled in."""
        inspection = self._inspections.draft(visit)
        owner = next((s for s in inspection.suspicions if s.id == suspicion), None)
        if owner is None:
            raise Trouble(Code.THING_UNKNOWN, kind=Suspicion.kind, entity=suspicion)
        entity = self._below(visit, "goods")
        order = 1 + max((g.order for g in inspection.goods), default=0)
        known = self._known_of_goods(inspection, owner)
        values = {"suspicion": suspicion, "order": order, **known, **said}
        return entity, self._scribe.write(
            (Edit(Goods.kind, entity, f, v) for f, v in values.items()), undo=visit
        )

    def write_goods(self, visit: str, goods: str, **said: object) -> Changes:
        self._inspections.draft(visit)
        return self._scribe.write((Edit(Goods.kind, goods, f, v) for f, v in said.items()), undo=visit)

    def remove_goods(self, visit: str, goods: str) -> Changes:
        self._inspections.draft(visit)
        return self._scribe.write([Edit(Goods.kind, goods, GONE, True)], undo=visit)

    def _known_of_goods(self, inspection: Inspection, suspicion: Suspicion) -> dict[str, object]:
        """What the facts of the product card say of the goods already: typed once."""
        card, _, _ = suspicion.item.rpartition("/")
        if not card:
            return {}
        template = self._checklists.template(inspection.visit.checklist_digest)
        found: dict[str, object] = {}
        for item in template.items:
            fact = inspection.answered.at(f"{card}/{item.name}").fact
            if item.goods is not None and fact:
                found[item.goods.value] = template.shown(item, fact, composing.LANGUAGE)
        return found

    @staticmethod
    def _gone_suspicion(inspection: Inspection, suspicion: Suspicion) -> list[Edit]:
        lines = inspection.goods_of(suspicion.id)
        return [
            Edit(Suspicion.kind, suspicion.id, GONE, True),
            *(Edit(Goods.kind, g.id, GONE, True) for g in lines),
        ]

    def _below(self, visit: str, kind: str) -> str:
        return f"{visit}/{kind}/{ids.new_id(self._clock.now())}"


def _is_blank(inspection: Inspection, suspicion: Suspicion) -> bool:
    """Whether it holds nothing yet: no facts, no goods, no photos of its item."""
    holds = (suspicion.facts.strip(), inspection.goods_of(suspicion.id), inspection.photos_on(suspicion.item))
    return not any(holds)
