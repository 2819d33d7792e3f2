"""The tick that appears when what was typed is on disk."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui import theme
from ui.theme import Tone
from ui.widgets.card import small


class SavedTick(QWidget):
    """Says in words and by an icon: being typed, being saved, saved at what time, not saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel(self)
        self.words = small("")
        self.words.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(1))
        row.addWidget(self._icon)
        row.addWidget(self.words)
        self.rest()

    def rest(self) -> None:
        """Nothing was typed yet."""
        self._icon.hide()
        self.words.setText("")

    def show_draft(self) -> None:
        """The text is kept as a draft on this computer, not yet an answer."""
        self._say("edit", "muted", Tone.MUTED, self.tr("Draft kept"))

    def show_saving(self) -> None:
        self._say("hint", "muted", Tone.MUTED, self.tr("Saving …"))

    def show_saved(self, at: datetime) -> None:
        self._say("check-circle", "good", Tone.GOOD, self.tr("Saved {time}").format(time=f"{at:%H:%M:%S}"))

    def show_unsaved(self) -> None:
        self._say("error", "bad", Tone.BAD, self.tr("Not saved"))

    def _say(self, icon: str, colour: str, tone: Tone, words: str) -> None:
        theme.dress(self._icon, icon, colour, theme.text_size(1.15))
        self._icon.show()
        theme.set_tone(self.words, tone)
        self.words.setText(words)
