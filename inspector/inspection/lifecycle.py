"""From draft to lock: which moves there are, as a table."""

from enum import StrEnum

from inspector.errors import Code, Trouble
from inspector.inspection.inspection import Inspection
from inspector.inspection.visit import Stage


class Move(StrEnum):
    """定稿 · 退回起草 · 记录签字 · 锁定归档."""

    FINALISE = "finalise"
    REOPEN = "reopen"
    SIGN = "sign"
    LOCK = "lock"


ALLOWED: dict[tuple[Stage, Move], Stage] = {
    (Stage.DRAFT, Move.FINALISE): Stage.FINAL,
    (Stage.FINAL, Move.REOPEN): Stage.DRAFT,
    (Stage.FINAL, Move.SIGN): Stage.SIGNED,
    (Stage.SIGNED, Move.SIGN): Stage.SIGNED,
    (Stage.SIGNED, Move.LOCK): Stage.SIGNED,
}
"""Reopening is free until somebody has signed; after that a correction is a record of its own."""


def after(inspection: Inspection, move: Move) -> Stage:
    """The stage after *move*.

    Raises:
        Trouble: RECORD_LOCKED, or MOVE_FORBIDDEN with the stage and the move.
    """
    if inspection.locked:
        raise Trouble(Code.RECORD_LOCKED, root=inspection.id)
    stage = inspection.visit.stage
    if (stage, move) not in ALLOWED:
        raise Trouble(Code.MOVE_FORBIDDEN, stage=stage.value, move=move.value)
    return ALLOWED[(stage, move)]
