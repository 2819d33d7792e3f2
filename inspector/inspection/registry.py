"""The registry (监管对象): parties, markets and their stalls."""

from dataclasses import dataclass
from typing import ClassVar

from inspector.journal.kinds import Thing


@dataclass(frozen=True)
class Party(Thing):
    """当事人: the party block of the forms, typed once."""

    kind: ClassVar[str] = "party"
    name: str = ""
    licence_kind: str = ""
    uscc: str = ""
    address: str = ""
    representative: str = ""
    id_number: str = ""
    phone: str = ""
    other_contact: str = ""


@dataclass(frozen=True)
class Market(Thing):
    """A market (市场) with stalls; `operator` is the party that runs it (开办者)."""

    kind: ClassVar[str] = "market"
    name: str = ""
    address: str = ""
    operator: str = ""


@dataclass(frozen=True)
class Stall(Thing):
    """摊位: a numbered place in a market, and the party that trades there."""

    kind: ClassVar[str] = "stall"
    market: str = ""
    number: str = ""
    name: str = ""
    party: str = ""
