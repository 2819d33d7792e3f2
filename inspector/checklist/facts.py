"""Whether a fact is of its kind: facts are kept as text, in one form for each kind."""

import re
from datetime import date

from inspector.checklist.template import FactKind, Item, Template

_INTEGER = re.compile(r"-?\d{1,15}", re.ASCII)
_DECIMAL = re.compile(r"-?\d{1,15}(\.\d{1,10})?", re.ASCII)


def is_well_formed(template: Template, item: Item, fact: str) -> bool:
    """Whether *fact*, which is not blank, is written as its kind asks: ISO date, plain digits, names from the list."""
    match item.fact:
        case FactKind.INTEGER:
            return _INTEGER.fullmatch(fact) is not None
        case FactKind.DECIMAL:
            return _DECIMAL.fullmatch(fact) is not None
        case FactKind.DATE:
            return _is_date(fact)
        case FactKind.SELECT_ONE | FactKind.SELECT_MULTIPLE:
            names = fact.split()
            known = {choice.name for choice in template.choices[item.list_name]}
            return known.issuperset(names) and (len(names) == 1 or item.fact is FactKind.SELECT_MULTIPLE)
        case _:
            return item.fact is not None


def _is_date(fact: str) -> bool:
    try:
        return date.fromisoformat(fact).isoformat() == fact
    except ValueError:
        return False
