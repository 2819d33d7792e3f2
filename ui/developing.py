"""Tells the window of thumbnails and printing copies as they are made beside it."""

from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector.errors import Code, Trouble
from inspector.progress import Report
from ui.tasks import Job, Tasks

if TYPE_CHECKING:
    from inspector.workspace import Workspace


class Developing(QObject):
    """Takes digests, has them developed, and tells of them in their order.

    Signals:
        made: the digest whose copies are there now, or never will be.
    """

    made = Signal(str)

    def __init__(self, workspace: "Workspace", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._tasks = workspace, tasks
        self._waiting: deque[str] = deque()
        self._known: set[str] = set()
        self._job: Job | None = None

    def want(self, digests: Iterable[str]) -> None:
        """Adds *digests* that were not asked for before."""
        new = [sha256 for sha256 in digests if sha256 not in self._known]
        self._known.update(new)
        self._waiting.extend(new)
        self._go_on()

    def _go_on(self) -> None:
        if self._job is None and self._waiting:
            self._job = self._tasks.follow(self._work, self._done, cancelled=self._stopped)
            self._job.progressed.connect(self._progressed)

    def _work(self, report: Report) -> None:
        copies = self._workspace.photos.copies
        begun: deque[str] = deque()
        done = 0
        while self._waiting or begun:
            while self._waiting:
                begun.append(self._waiting.popleft())
                copies.begin(begun[-1])
            sha256 = begun.popleft()
            try:
                copies.develop(sha256)
            except Trouble as trouble:
                if trouble.code not in (Code.BLOB_MISSING, Code.BLOB_DAMAGED):  # those are told by verifying
                    raise
            done += 1
            report(done, done + len(begun), sha256)

    def _progressed(self, _done: int, _total: int, sha256: str) -> None:
        self.made.emit(sha256)

    def _done(self, _: None) -> None:
        self._job = None
        self._go_on()

    def _stopped(self) -> None:
        self._job = None
