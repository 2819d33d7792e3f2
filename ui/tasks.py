"""The only home of threads: one writer, a few readers, and long work that can be watched and cancelled."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from inspector.errors import Trouble
from inspector.progress import Cancelled, Report
from ui.sweeping import Sweeping

T = TypeVar("T")
Work = Callable[[], T]
Then = Callable[[T], object]
Failed = Callable[[Trouble], object]
Stopped = Callable[[], object]

SWITCH_S = 0.0005
"""How long a thread beside the window may hold the interpreter while the window waits for it. Each call into Qt lets go
of it, so that with Python's own 5 ms a key would wait several times for what reads and writes behind it.
"""

READERS = 2
LONG = 2


class Job(QObject):
    """Long work as the window sees it.

    Signals:
        progressed: how many of how many are done, and what is being done.
        ended: it is over, well or not; comes before the callbacks.
    """

    progressed = Signal(object, object, str)  # integers of any size: photos are counted in bytes
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_cancelled = False

    def cancel(self) -> None:
        """Asks the work to stop where it reports next."""
        self.is_cancelled = True


class Tasks(QObject):
    """Runs work beside the window and brings what comes of it home.

    Callbacks run on the window's thread, in the order in which the work ended; pass bound methods, since those of widgets
    that are gone by then are left out. Trouble goes to `failed`, or to the signal where nobody takes it. Anything else
    that is raised is our defect and is raised again on the window's thread, where `sys.excepthook` shows it.

    Signals:
        troubled: a Trouble that no callback took.
        writing: how many writes are under way.
        written: a write succeeded and is on disk.
        unwritten: a write failed; nothing of it was kept.
        recovered: what was in trouble last has gone well now.
    """

    troubled = Signal(object)
    writing = Signal(int)
    written = Signal()
    unwritten = Signal()
    recovered = Signal()
    _home = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._away = 0
        self._writes = 0
        self._attempts = 0
        self._jobs: set[Job] = set()
        self._in_trouble: object = None
        self._home.connect(self._arrive, Qt.ConnectionType.QueuedConnection)
        self._sweeping = Sweeping(self)
        sys.setswitchinterval(SWITCH_S)
        self._start()

    def write(self, work: Work[T], then: Then[T] | None = None, failed: Failed | None = None) -> None:
        """Does *work* on the one writer, after all that was asked of it before."""
        self._count_write(1)
        self._submit(
            self._writer,
            work,
            partial(self._wrote, then),
            partial(self._wrote_not, failed),
            self._wrote_never,
        )

    def attempt(self, work: Work[T], then: Then[T], failed: Failed) -> None:
        """Like `write`, for what may be refused, such as a PIN: nothing waits to be saved then, so only success is told."""
        self._attempts += 1
        self._submit(
            self._writer,
            work,
            partial(self._succeeded, then),
            partial(self._refused, failed),
            self._end_attempt,
        )

    def run(self, work: Work[T], then: Then[T] | None = None, failed: Failed | None = None) -> None:
        """Does short *work* that writes nothing: reading, judging, rendering."""
        self._submit(self._readers, work, partial(deliver, then), partial(self._complain, failed), _nothing)

    def follow(
        self,
        work: Callable[[Report], T],
        then: Then[T] | None = None,
        failed: Failed | None = None,
        cancelled: Stopped = lambda: None,
    ) -> Job:
        """Does long *work* that reports and can be cancelled; it writes in small transactions by itself."""
        job = Job(self)
        self._jobs.add(job)

        def report(done: int, total: int, what: str) -> None:
            if job.is_cancelled:
                raise Cancelled
            self._home.emit(partial(job.progressed.emit, done, total, what))

        def ended(callback: Callable[..., object], *given: object) -> None:
            self._end(job)
            callback(*given)

        self._submit(
            self._long,
            partial(work, report),
            partial(ended, partial(deliver, then)),
            partial(ended, partial(self._complain, failed)),
            partial(ended, cancelled),
        )
        return job

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way or not yet home."""
        return self._away > 0

    def rest(self) -> None:
        """Closes and starts afresh: before a workspace is closed, so that its threads let go of the database."""
        self.close()
        self._start()

    def close(self) -> None:
        """Cancels long work, finishes every write, joins all threads, and brings everything home.

        What comes home may ask for further writes, which are finished too; nobody is left to look at anything else.
        """
        self._is_closing = True
        for job in self._jobs:
            job.cancel()
        self._long.shutdown(cancel_futures=True)
        self._readers.shutdown(cancel_futures=True)
        QCoreApplication.sendPostedEvents(self)
        while self._writes or self._attempts:
            self._writer.submit(_nothing).result()  # comes after all that was asked before
            QCoreApplication.sendPostedEvents(self)
        self._writer.shutdown()
        for job in tuple(self._jobs):  # those that had not begun
            self._end(job)
        self._away = 0

    def _start(self) -> None:
        self._is_closing = False
        self._writer = ThreadPoolExecutor(1, "writer")
        self._readers = ThreadPoolExecutor(READERS, "reader")
        self._long = ThreadPoolExecutor(LONG, "long")

    def _submit(
        self, pool: ThreadPoolExecutor, work: Work[T], then: Then[T], failed: Failed, stopped: Stopped
    ) -> None:
        def attempt() -> None:
            try:
                outcome: Callable[[], object] = partial(self._went_well, work, partial(then, work()))
            except Trouble as trouble:
                outcome = partial(self._went_wrong, work, partial(failed, trouble))
            except Cancelled:
                outcome = stopped
            except BaseException as error:  # noqa: BLE001 - a defect, carried home and raised there
                outcome = partial(_raise, stopped, error)
            self._home.emit(partial(self._land, outcome))

        if self._is_closing and pool is not self._writer:
            return
        self._away += 1
        pool.submit(attempt)

    def _went_well(self, work: Work[T], outcome: Callable[[], object]) -> None:
        if self._in_trouble == _action(work):
            self._in_trouble = None
            self.recovered.emit()
        outcome()

    def _went_wrong(self, work: Work[T], outcome: Callable[[], object]) -> None:
        self._in_trouble = _action(work)
        outcome()

    def _arrive(self, closure: Callable[[], object]) -> None:
        closure()

    def _land(self, outcome: Callable[[], object]) -> None:
        self._away -= 1
        outcome()

    def _complain(self, failed: Failed | None, trouble: Trouble) -> None:
        if failed is None:
            self.troubled.emit(trouble)
        else:
            deliver(failed, trouble)

    def _wrote(self, then: Then[T] | None, value: T) -> None:
        self._count_write(-1)
        self.written.emit()
        deliver(then, value)

    def _wrote_not(self, failed: Failed | None, trouble: Trouble) -> None:
        self._wrote_never()
        self._complain(failed, trouble)

    def _succeeded(self, then: Then[T], value: T) -> None:
        self._end_attempt()
        self.written.emit()
        deliver(then, value)

    def _refused(self, failed: Failed, trouble: Trouble) -> None:
        self._end_attempt()
        self._complain(failed, trouble)

    def _end_attempt(self) -> None:
        self._attempts -= 1

    def _wrote_never(self) -> None:
        self._count_write(-1)
        self.unwritten.emit()

    def _count_write(self, by: int) -> None:
        self._writes += by
        self.writing.emit(self._writes)

    def _end(self, job: Job) -> None:
        self._jobs.discard(job)
        job.ended.emit()
        job.deleteLater()


def deliver(callback: Callable[..., object] | None, *values: object) -> None:
    """Calls back, unless there is nothing to call or the widget whose method it is has gone."""
    if callback is None:
        return
    bound = callback.func if isinstance(callback, partial) else callback
    receiver = getattr(bound, "__self__", None)
    if isinstance(receiver, QObject) and not shiboken6.isValid(receiver):
        return
    callback(*values)


def _action(work: Callable[..., object]) -> object:
    """What *work* does, whatever it is done to: its code."""
    while isinstance(work, partial):
        work = work.func
    function = getattr(work, "__func__", work)
    return getattr(function, "__code__", function)


def _raise(stopped: Stopped, error: BaseException) -> None:
    stopped()
    raise error


def _nothing() -> None:
    """What is done about short work that was stopped."""
