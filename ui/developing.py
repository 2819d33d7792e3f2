"""Makes thumbnails and printing copies beside the window, each picture in a process of its own."""

from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector.errors import Code, Trouble
from inspector.progress import Report
from ui.tasks import Job, Tasks

if TYPE_CHECKING:
    from inspector.evidence.darkroom import Darkroom
    from inspector.workspace import Workspace


class Developing(QObject):
    """Takes digests and develops them in their order; the darkroom opens with the first and stays open.

    Signals:
        made: the digest whose copies are there now, or never will be.
    """

    made = Signal(str)

    def __init__(self, workspace: "Workspace", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._tasks = workspace, tasks
        self._darkroom: Darkroom | None = None
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

    def close(self) -> None:
        """Closes the darkroom; nothing is under way any more."""
        if self._darkroom is not None:
            self._darkroom.close()
            self._darkroom = None

    def _work(self, report: Report) -> None:
        from inspector.evidence.darkroom import Darkroom

        self._darkroom = self._darkroom or Darkroom()
        done = 0
        while self._waiting:
            sha256 = self._waiting.popleft()
            try:
                self._workspace.photos.develop(sha256, self._darkroom.develop)
            except Trouble as trouble:
                if trouble.code not in (Code.BLOB_MISSING, Code.BLOB_DAMAGED):  # those are told by verifying
                    raise
            done += 1
            report(done, done + len(self._waiting), sha256)

    def _progressed(self, _done: int, _total: int, sha256: str) -> None:
        self.made.emit(sha256)

    def _done(self, _: None) -> None:
        self._job = None
        self._go_on()

    def _stopped(self) -> None:
        self._job = None
