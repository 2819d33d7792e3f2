"""Names of administrative regions by their six digits (GB/T 2260), from the table that python-stdnum maintains."""

import re
from functools import cache

_YEARS = re.compile(r"\[\d*-\d*\]")
_ENDED = re.compile(r"\[\d*-\d+\]")


@cache
def region_name(code: str) -> str:
    """Province and county of *code*, the latest name where it changed; empty when the table does not know it."""
    from stdnum import numdb  # 80 ms to import and read: paid on the first use

    properties: dict[str, str] = {}
    for _, found in numdb.get("cn/loc").info(code):
        properties |= found
    if "county" not in properties:
        return ""
    names = properties["county"].split(",")
    current = [name for name in names if not _ENDED.match(name)] or names
    county = _YEARS.sub("", current[-1])
    province = properties["province"]
    return province if county == province else province + county
