"""Numbers as people type them into goods lines."""

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from inspector.errors import Problem

DECIMALS = frozenset({"quantity", "unit_price"})
"""The fields of a goods line that are numbers."""

_PLAIN = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_COUNTED = re.compile(r"\s*([0-9.,]+)\s*([\u4e00-\u9fff]{1,4})\s*")


def decimal(typed: str) -> Decimal | None:
    """The number as typed, with full-width digits and thousands marks as people write them; None if it is none."""
    plain = typed.translate(_PLAIN).replace(",", "")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def counted(typed: str) -> tuple[Decimal, str] | None:
    """A number with the measure word behind it, such as 120盒; None where there is anything else."""
    found = _COUNTED.fullmatch(typed.translate(_PLAIN))
    number = decimal(found[1]) if found else None
    return (number, found[2]) if found and number is not None else None


def unread(drafts: Mapping[tuple[str, str], str]) -> tuple[Problem, ...]:
    """What was typed for a number and is none, with its cell: it stands there as a draft until it is mended."""
    return tuple(
        Problem(f"goods_{field}_unread", f"goods/{entity}#{field}", {"text": typed})
        for (entity, field), typed in sorted(drafts.items())
        if "/goods/" in entity and field in DECIMALS and typed.strip() and decimal(typed.strip()) is None
    )
