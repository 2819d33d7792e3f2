"""Which editor a fact gets."""

from datetime import date

from inspector.checklist import FactKind, Item, Template
from inspector.identifiers.judgement import Kind
from inspector.identifiers.recognition import JUDGES
from ui import text
from ui.answers.chosen import ChoiceAnswer, SeveralAnswer
from ui.answers.dated import DateAnswer
from ui.answers.editor import FactEditor
from ui.answers.numbered import IdentifierAnswer
from ui.answers.typed import NumberAnswer, TextAnswer


def editor_for(template: Template, item: Item, on: date | None = None) -> FactEditor | None:
    """A new editor for the item's fact; None when it asks for none. *on* is the day that terms are counted on."""
    name = item.label.of(text.language())
    kind = Kind(item.identifier) if item.identifier else None
    if kind is not None and kind in JUDGES:
        return IdentifierAnswer(kind, name, on)
    match item.fact:
        case None | FactKind.CALCULATE:
            return None
        case FactKind.INTEGER | FactKind.DECIMAL:
            return NumberAnswer(name, decimal=item.fact is FactKind.DECIMAL)
        case FactKind.DATE:
            return DateAnswer(name)
        case FactKind.SELECT_ONE:
            return ChoiceAnswer(name, _choices(template, item))
        case FactKind.SELECT_MULTIPLE:
            return SeveralAnswer(name, _choices(template, item))
        case _:
            return TextAnswer(name)


def _choices(template: Template, item: Item) -> list[tuple[str, str]]:
    return [(c.name, c.label.of(text.language())) for c in template.choices[item.list_name]]
