"""Long work as it goes on: what is being done, how far it is, and the button that stops it."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from ui import text, theme
from ui.tasks import Job
from ui.widgets.button import Button

LENGTH = 1000
"""Steps of the bar: what is counted may be bytes, of which there are more than a bar has numbers for."""


class ProgressCard(QWidget):
    """Follows a job from `follow` to its end; hidden before and after."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._heading = ""
        self.words = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = Button(self.tr("Cancel"))
        self.stop.clicked.connect(self._cancel)
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addLayout(row)
        column.addWidget(self.bar)
        self.hide()

    def follow(self, job: Job, words: str) -> None:
        """Shows *job* under the heading *words*."""
        self._job, self._heading = job, words
        self.words.setText(words)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(words)
        self.stop.setEnabled(True)
        job.progressed.connect(self._progress)
        job.ended.connect(self._end)
        self.show()

    def _progress(self, done: int, total: int, what: str) -> None:
        self.bar.setRange(0, LENGTH if total else 0)
        self.bar.setValue(LENGTH * done // total if total else 0)
        self.words.setText(f"{self._heading} · {text.sentence(what)}" if what else self._heading)

    def _end(self) -> None:
        self._job = None
        self.hide()

    def _cancel(self) -> None:
        self.stop.setEnabled(False)
        self.words.setText(self.tr("Stopping …"))
        if self._job is not None:
            self._job.cancel()
