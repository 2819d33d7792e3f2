"""Checklists: what is looked at on a visit, in XLSForm's model and with its rules.

Vocabulary: *template* 检查清单（模板） · *group* 分组 · *repeat* 循环组, whose instances are *cards* 卡片 (a product, a stall) ·
*item* 检查项 · *mark* 结果: 未发现问题, 发现疑点, 不适用, 未检查 · *fact* 事实, what is written down · *hint* 看什么 ·
*finding* 疑点 that the mark `suspect` opens · *rules* 规则: relevance 显示条件, constraint 校验条件, calculation 计算 ·
*part* 共用部分 · *composition* 组合 · *sheet* 答卷 · *address* of an answer: `item`, or `card_id/item` on a card.
Promise: a checklist is read completely or refused with every mistake and its place; one mark means the same everywhere;
nothing has to be ticked; and the same answers always give the same state, whatever the order in which they came.
"""

from inspector.checklist.answers import (
    Answer,
    Answers,
    Card,
    address,
    addresses,
    card_label,
    same_as_previous,
)
from inspector.checklist.library import Shipped, from_json, load, read, shipped
from inspector.checklist.rules import Evaluated, Rules
from inspector.checklist.sentences import fill
from inspector.checklist.sheet import Sheet, evaluate
from inspector.checklist.template import (
    Choice,
    FactKind,
    GoodsColumn,
    Group,
    Item,
    Mark,
    Placed,
    Repeat,
    Row,
    Template,
    Text,
)
from inspector.checklist.visible import Line, Section, VisibleCard, problems, visible
from inspector.checklist.writing import digest, to_json

__all__ = [
    "Answer",
    "Answers",
    "Card",
    "Choice",
    "Evaluated",
    "FactKind",
    "GoodsColumn",
    "Group",
    "Item",
    "Line",
    "Mark",
    "Placed",
    "Repeat",
    "Row",
    "Rules",
    "Section",
    "Sheet",
    "Shipped",
    "Template",
    "Text",
    "VisibleCard",
    "address",
    "addresses",
    "card_label",
    "digest",
    "evaluate",
    "fill",
    "from_json",
    "load",
    "problems",
    "read",
    "same_as_previous",
    "shipped",
    "to_json",
    "visible",
]
