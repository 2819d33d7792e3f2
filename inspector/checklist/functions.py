"""The functions of XLSForm that XPath 1.0 lacks, for lxml, and how many arguments each function takes."""

import math
import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

from lxml import etree

Value: TypeAlias = "list[etree._Element] | str | float | bool"
ANY = 99
_EXACT = 1e15  # from here on a float does not hold every digit
_DIGITS = re.compile(r"-?(\d+(\.\d*)?|\.\d+)", re.ASCII)

CORE = {  # XPath's own
    "boolean": (1, 1), "ceiling": (1, 1), "concat": (1, ANY), "contains": (2, 2), "count": (1, 1), "false": (0, 0),
    "floor": (1, 1), "normalize-space": (1, 1), "not": (1, 1), "number": (1, 1), "starts-with": (2, 2),
    "string": (1, 1), "string-length": (1, 1), "substring": (2, 3), "substring-after": (2, 2),
    "substring-before": (2, 2), "translate": (3, 3), "true": (0, 0),
}  # fmt: skip
REWRITTEN = {
    "today": (0, 0),
    "once": (1, 1),
    "selected": (2, 2),
    "jr:choice-name": (2, 2),
}  # made of others when a rule is compiled
DATES = frozenset({"today", "date"})  # functions whose value is a date


def text(value: Value) -> str:
    """A value as XPath's string() gives it, except that whole numbers never show an exponent."""
    if isinstance(value, list):
        return (value[0].text or "") if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.15g}" if abs(value) < _EXACT and not math.isnan(value) else str(value)
    return value


def _texts(value: Value) -> list[str]:
    return [found.text or "" for found in value] if isinstance(value, list) else [text(value)]


def _number(value: Value) -> float:
    """A value as XPath's number() gives it: NaN for what is not plain digits, so no `inf`, no exponent."""
    if isinstance(value, float | bool):
        return float(value)
    written = text(value).strip()
    return float(written) if _DIGITS.fullmatch(written) else math.nan


def _truth(value: Value) -> bool:
    if isinstance(value, float):
        return bool(value) and not math.isnan(value)
    return bool(value)


def _numbers(values: tuple[Value, ...]) -> list[float]:
    """The numbers of all values; what is left blank does not count."""
    return [_number(found) for value in values for found in _texts(value) if found.strip()]


def _if(_: object, condition: Value, then: Value, otherwise: Value) -> Value:
    return then if _truth(condition) else otherwise


def _coalesce(_: object, *values: Value) -> str:
    return next((found for found in map(text, values) if found), "")


def _once(_: object, present: Value, otherwise: Value) -> str:
    return text(present) or text(otherwise)


def _selected_at(_: object, chosen: Value, index: Value) -> str:
    names = text(chosen).split()
    place = _number(index)
    return names[int(place)] if 0 <= place < len(names) else ""


def _count_selected(_: object, chosen: Value) -> float:
    return float(len(text(chosen).split()))


def _count_filled(_: object, values: Value) -> float:
    return float(sum(1 for found in _texts(values) if found.strip()))


def _regex(_: object, value: Value, pattern: Value) -> bool:
    return re.fullmatch(text(pattern), text(value)) is not None


def _ends_with(_: object, value: Value, end: Value) -> bool:
    return text(value).endswith(text(end))


def _int(_: object, value: Value) -> float:
    number = _number(value)
    return float(math.trunc(number)) if math.isfinite(number) else number


def _round(_: object, value: Value, places: Value = 0.0) -> float:
    """Rounded as people do with money: 2.345 to 2.35, halves away from zero; at most twelve *places*."""
    number, wanted = _number(value), _number(places)
    if not abs(number) < _EXACT or not math.isfinite(wanted):
        return number
    unit = Decimal(1).scaleb(-max(-12, min(12, int(wanted))))
    return float(
        Decimal(text(number)).quantize(unit, ROUND_HALF_UP)
    )  # text: libxml2 reads 2.345 as 2.3449999999999998


def _sum(_: object, values: Value) -> float:
    return sum(_numbers((values,)), 0.0)


def _min(_: object, *values: Value) -> float:
    return min(_numbers(values), default=math.nan)


def _max(_: object, *values: Value) -> float:
    return max(_numbers(values), default=math.nan)


def _join(_: object, separator: Value, *values: Value) -> str:
    return text(separator).join(found for value in values for found in _texts(value) if found)


def _days(_: object, value: Value) -> float:
    """A date as days since 1970-01-01, so that dates can be compared and counted with; NaN for anything else."""
    if isinstance(value, float):
        return value
    try:
        return float((date.fromisoformat(text(value)[:10]) - date(1970, 1, 1)).days)
    except ValueError:
        return math.nan


def _date(_: object, value: Value) -> str:
    if not isinstance(value, float):
        return text(value)
    try:
        return date.fromordinal(date(1970, 1, 1).toordinal() + int(value)).isoformat()
    except (ValueError, OverflowError):
        return ""


EXTENSIONS: Mapping[str, tuple[Callable[..., Value], tuple[int, int]]] = {
    "if": (_if, (3, 3)),
    "coalesce": (_coalesce, (1, ANY)),
    "selected-at": (_selected_at, (2, 2)),
    "count-selected": (_count_selected, (1, 1)),
    "count-non-empty": (_count_filled, (1, 1)),
    "regex": (_regex, (2, 2)),
    "ends-with": (_ends_with, (2, 2)),
    "int": (_int, (1, 1)),
    "round": (_round, (1, 2)),
    "sum": (_sum, (1, 1)),
    "min": (_min, (1, ANY)),
    "max": (_max, (1, ANY)),
    "join": (_join, (2, ANY)),
    "decimal-date-time": (_days, (1, 1)),
    "date": (_date, (1, 1)),
}
ONCE = _once

ARGUMENTS: Mapping[str, tuple[int, int]] = {
    **CORE,
    **REWRITTEN,
    **{name: count for name, (_, count) in EXTENSIONS.items()},
}
