"""Chips: one word in a colour that says how far something is."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import text, theme
from ui.theme import Tone

STAGE_TONES = {"draft": Tone.MUTED, "final": Tone.WARN, "signed": Tone.ACCENT, "locked": Tone.GOOD}
DELIVERY_TONES = {
    "here": Tone.WARN,
    "written": Tone.ACCENT,
    "verified": Tone.ACCENT,
    "received": Tone.GOOD,
    "elsewhere": Tone.MUTED,
}


class Chip(QLabel):
    """A word in a colour."""

    def __init__(self, words: str = "", tone: Tone = Tone.MUTED, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_kind(self, "chip")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.say(words, tone)

    def say(self, words: str, tone: Tone = Tone.MUTED) -> None:
        self.setText(words)
        theme.set_tone(self, tone)


class StageChip(Chip):
    """起草, 定稿待签, 签字, 锁定归档."""

    def show_stage(self, stage: str) -> None:
        """Shows the stage as `Inspection.stage` gives it."""
        self.say(text.word("Stage", stage), STAGE_TONES[stage])


class DeliveryChip(Chip):
    """How far a record or photo has come on its way to the office."""

    def show_state(self, state: str) -> None:
        """Shows `here`, `written`, `verified` or `received`."""
        self.say(text.word("Delivery", state), DELIVERY_TONES[state])
