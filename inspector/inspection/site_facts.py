"""现场情况 composed from the answers: objective sentences, in the order of the checklist, for the officer to edit."""

from collections.abc import Iterator

from inspector.checklist.answers import Answer, Card, address, card_label
from inspector.checklist.rules import Evaluated
from inspector.checklist.sentences import fill
from inspector.checklist.template import Item, Mark, Placed, Template
from inspector.inspection.inspection import Inspection

LANGUAGE = "zh_CN"
"""Records are written in Chinese, whatever the window speaks."""


def compose(template: Template, inspection: Inspection, evaluated: Evaluated) -> str:
    """One paragraph for the visit, one for each card, one for each suspicion's own facts. Unchecked items say nothing."""
    answers = inspection.answered
    paragraphs = ["".join(_sentences(template, inspection, evaluated, None))]
    for card in answers.cards:
        said = "".join(_sentences(template, inspection, evaluated, card))
        if said:
            paragraphs.append(f"{card_label(template, answers, card, LANGUAGE)}：{said}")
    paragraphs += [s.facts.strip() for s in inspection.suspicions if s.facts.strip()]
    return "\n".join(p for p in paragraphs if p)


def _sentences(
    template: Template, inspection: Inspection, evaluated: Evaluated, card: Card | None
) -> Iterator[str]:
    for placed in template.placed.values():
        if not isinstance(placed.row, Item) or not _on(placed, card):
            continue
        at = address(placed.row.name, card)
        if at in evaluated.relevant:
            sentence = _sentence(template, placed.row, inspection.answered.at(at))
            if sentence:
                yield sentence


def _on(placed: Placed, card: Card | None) -> bool:
    if card is None:
        return placed.repeat is None
    return placed.repeat is not None and placed.repeat.name == card.repeat


def _sentence(template: Template, item: Item, answer: Answer) -> str:
    pattern = item.fact_suspect if answer.mark is Mark.SUSPECT else item.fact_clear
    if item.marked and answer.mark not in (Mark.CLEAR, Mark.SUSPECT):
        return ""
    said = fill(pattern, fact=template.shown(item, answer.fact, LANGUAGE), note=answer.note)
    return said if not said or said.endswith(("。", "；", "！", "？")) else f"{said}。"
