"""From draft to lock: which moves there are, as a table."""

from enum import StrEnum

from inspector.errors import Code, Trouble
from inspector.inspection.inspection import Inspection
from inspector.inspection.visit import Stage
from inspector.wording import Term


class Move(StrEnum):
    """填写 · 定稿 · 退回起草 · 记明拒签 · 记录签名 · 撤回记录 · 撤回最后一处签名 · 登记待回传 · 锁定归档 · 补充."""

    EDIT = "edit"
    FINALISE = "finalise"
    REOPEN = "reopen"
    REFUSE = "refuse"
    SIGN = "sign"
    WITHDRAW = "withdraw"
    UNSIGN = "unsign"
    EXPECT_SCAN = "expect_scan"
    LOCK = "lock"
    SUPPLEMENT = "supplement"


ALLOWED: dict[tuple[Stage, Move], Stage] = {
    (Stage.DRAFT, Move.EDIT): Stage.DRAFT,
    (Stage.DRAFT, Move.FINALISE): Stage.FINAL,
    (Stage.FINAL, Move.REOPEN): Stage.DRAFT,
    (Stage.FINAL, Move.REFUSE): Stage.FINAL,
    (Stage.SIGNED, Move.REFUSE): Stage.SIGNED,
    (Stage.FINAL, Move.SIGN): Stage.SIGNED,
    (Stage.SIGNED, Move.SIGN): Stage.SIGNED,
    (Stage.FINAL, Move.WITHDRAW): Stage.FINAL,
    (Stage.SIGNED, Move.WITHDRAW): Stage.SIGNED,
    (Stage.SIGNED, Move.UNSIGN): Stage.FINAL,
    (Stage.FINAL, Move.EXPECT_SCAN): Stage.FINAL,
    (Stage.SIGNED, Move.EXPECT_SCAN): Stage.SIGNED,
    (Stage.SIGNED, Move.LOCK): Stage.SIGNED,
}
"""Reopening is free until somebody has signed: who refuses has not, so the page can still be made to say it."""


def after(inspection: Inspection, move: Move) -> Stage:
    """The stage after *move*.

    Raises:
        Trouble: RECORD_LOCKED, or MOVE_FORBIDDEN with the stage and the move.
    """
    if inspection.locked:
        raise Trouble(Code.RECORD_LOCKED, root=inspection.id)
    stage = inspection.visit.stage
    if (stage, move) not in ALLOWED:
        raise forbidden(stage, move)
    return ALLOWED[(stage, move)]


def forbidden(stage: Stage, move: Move) -> Trouble:
    """MOVE_FORBIDDEN in words: where the record stands, what cannot be done there, and what can."""
    return Trouble(
        Code.MOVE_FORBIDDEN,
        stage=Term(f"stage_{stage}"),
        move=Term(f"move_{move}"),
        instead=Term(f"instead_{stage}"),
    )
