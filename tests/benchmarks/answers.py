"""Forty plausible answers of one visit to a mask shop: seven on the shop and its stock, the others on two product cards."""

from collections.abc import Iterator
from datetime import date, timedelta

from inspector.checklist import Mark
from tests.benchmarks.names import Names

ANSWERS = 40

Said = tuple[str, Mark | None, str | None]


def on_shop(names: Names) -> Iterator[Said]:
    yield "licence", Mark.CLEAR, None
    yield "person_in_charge", Mark.CLEAR, f"{names.person()}，{names.one('relations')}"
    yield "device_dealing", Mark.CLEAR, None
    yield "purchase_check", Mark.CLEAR, f"供货方{names.one('makers')}，有随货同行单"
    yield "bare", Mark.NOT_APPLICABLE, "0"
    yield "stock", Mark.CLEAR, None
    yield "source", Mark.CLEAR, names.one("makers")


def on_surgical_masks(names: Names, day: date) -> Iterator[Said]:
    yield from _named(names, "surgical", "医用外科口罩")
    yield "registration", Mark.CLEAR, f"豫械注准2020214{names.digits(4)}"
    yield "standard", Mark.CLEAR, "YY0469-2011"
    yield from _dated(names, day)
    yield "sterile", Mark.CLEAR, "sterile"
    yield "udi", Mark.NOT_APPLICABLE, None
    yield from _compared(names)
    yield "purchase_price", None, f"{names.number(5, 30)}.5"


def on_daily_masks(names: Names, day: date) -> Iterator[Said]:
    yield from _named(names, "daily", "日常防护口罩")
    yield "standard", Mark.CLEAR, "GB/T32610-2016"
    yield from _dated(names, day)
    yield "medical_words", Mark.CLEAR, None
    yield from _compared(names)


def _named(names: Names, kind: str, title: str) -> Iterator[Said]:
    yield "kind", None, kind
    yield "product_name", None, title
    yield "brand", None, names.one("brands")


def _dated(names: Names, day: date) -> Iterator[Said]:
    made = day - timedelta(days=names.number(30, 500))
    yield "batch", Mark.CLEAR, f"{made:%Y%m%d}{names.digits(2)}"
    yield "production_date", None, made.isoformat()
    yield "expiry_date", None, (made + timedelta(days=730)).isoformat()


def _compared(names: Names) -> Iterator[Said]:
    yield "papers_agree", Mark.CLEAR, None
    yield "patent", Mark.NOT_APPLICABLE, None
    yield "imitation", Mark.CLEAR, None
    yield "vouchers", Mark.CLEAR, None
    yield "quantity", None, str(names.number(1, 200))
    yield "unit", None, "盒"
    yield "unit_price", None, f"{names.number(8, 60)}.00"
