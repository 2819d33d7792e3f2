"""The status line: whether what was typed is saved, and where the facts are."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from inspector.clock import Clock
from ui import theme
from ui.tasks import Tasks
from ui.widgets.card import small
from ui.widgets.saved_tick import SavedTick

PATIENCE_MS = 200


class StatusLine(QFrame):
    """Follows the writes of *tasks* by itself; `show_whereabouts` says where the facts are."""

    def __init__(self, tasks: Tasks, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        theme.set_kind(self, "status")
        self.tick = SavedTick()
        self.whereabouts = small("")
        self.whereabouts.setWordWrap(False)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.tick.show_saving)
        tasks.writing.connect(self._count)
        tasks.written.connect(self._written)
        tasks.unwritten.connect(self.tick.show_unsaved)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(7), theme.space(1), theme.space(7), theme.space(1))
        row.addWidget(self.whereabouts)
        row.addStretch(1)
        row.addWidget(self.tick)
        self.setFixedHeight(theme.space(8))

    def show_whereabouts(self, words: str) -> None:
        self.whereabouts.setText(words)

    def _count(self, writes: int) -> None:
        if not writes:
            self._patience.stop()
        elif not self._patience.isActive():
            self._patience.start()

    def _written(self) -> None:
        self.tick.show_saved(self._clock.now())
