"""现场检查: one keystroke on a checklist of a thousand items with rules."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from inspector.checklist import Answer, Mark, Rules, Sheet
from inspector.checklist.answers import Answers
from inspector.checklist.template import FactKind, Group, Item, Template, Text
from tests.benchmarks.measure import Figure, each

ITEMS = 1000
DAY = date(2026, 3, 13)


def figures(folder: Path) -> Iterator[Figure]:
    """Every second item stands under a rule on the one before it; every tenth group under one on the group before."""
    rules = Rules(_checklist())
    sheet = Sheet(rules, Answers(), DAY)

    def answer(number: int) -> None:
        mark = Mark.SUSPECT if number % 3 else Mark.CLEAR
        sheet.answer(f"item_{number}", Answer(mark, str(number)))

    ours = each(lambda number=number: answer(number) for number in range(ITEMS))
    theirs = each(lambda: Sheet(rules, sheet.answers, DAY) for _ in range(5))
    yield Figure(
        "one answer among 1,000 items with rules", ours, "all rules anew", theirs, "≤ 16 ms to repaint"
    )


def _checklist() -> Template:
    groups = tuple(_group(number) for number in range(ITEMS // 10))
    return Template("thousand", _text("千项"), "1", ("zh_CN",), {}, groups)


def _group(number: int) -> Group:
    relevant = f"${{item_{number * 10 - 1}_mark}} = 'suspect'" if number % 10 == 5 else ""
    items = tuple(_item(number * 10 + place) for place in range(10))
    return Group(f"group_{number}", _text(f"第{number}组"), items, relevant)


def _item(number: int) -> Item:
    relevant = f"${{item_{number - 1}_mark}} = 'suspect' or ${{item_{number - 1}}} > 3" if number % 2 else ""
    return Item(
        f"item_{number}",
        _text(f"第{number}项"),
        marked=True,
        fact=FactKind.INTEGER,
        relevant=relevant,
        constraint=". >= 0",
    )


def _text(text: str) -> Text:
    return Text({"zh_CN": text})
