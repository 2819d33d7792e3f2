"""Develops pictures in processes of their own, with limits on memory and time, since pictures come from strangers.

Workers are spawned, so the program's entry must call `multiprocessing.freeze_support()`. They speak in plain bytes:
nothing that a worker sends is ever executed.
"""

import json
import multiprocessing
import os
import queue
import signal
import sys
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

from inspector.evidence.developing import Developed, Obstacle, develop

TIME_S = 30.0
MEMORY_BYTES = 2 << 30
"""Address space of a worker, where the system can limit it; 250 megapixels take half of it."""

WORKERS = min(os.cpu_count() or 1, 8)
"""As many as there are cores, so that a card full of photos is developed while it is read."""

_LONGEST_REPLY = 16 << 20
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3  # of glibc's malloc.h
_HELD_BYTES, _BLOCK_BYTES = 128 << 20, 32 << 20  # the second is the most that glibc takes
_PIECE_BYTES = 1 << 17
"""A picture goes through the pipe in pieces: a receiver gets room for all that is still to come with every read."""


class Darkroom:
    """A few workers, started when first needed; `develop` may be called from any thread and waits for a free one.

    A worker that dies or takes too long costs the picture in its hands the preview; the next picture gets a new worker.
    """

    def __init__(self, workers: int = WORKERS, *, time_s: float = TIME_S) -> None:
        self._time_s = time_s
        self._workers = workers
        self._free: queue.LifoQueue[_Worker | None] = queue.LifoQueue()
        for _ in range(workers):
            self._free.put(None)

    def develop(self, content: bytes) -> Developed:
        """The derived copies, or the obstacle, within the time limit (the start of a worker counts)."""
        worker = self._free.get()
        sound = False
        try:
            if worker is not None and not worker.is_alive:  # it died between two pictures, and of neither
                worker.stop()
                worker = None
            worker = worker or _Worker()
            developed = worker.develop(content, self._time_s)
            sound = developed.obstacle is None or not developed.obstacle.may_pass
            return developed
        finally:  # a worker whose answer was not heard out would give it to the next picture
            if worker is not None and not sound:
                worker.stop()
            self._free.put(worker if sound else None)

    def close(self) -> None:
        """Waits for the pictures under way and ends the workers; a later picture starts them again."""
        for worker in [self._free.get() for _ in range(self._workers)]:
            if worker is not None:
                worker.stop()
            self._free.put(None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Worker:
    """One process at the other end of a pipe."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    @property
    def is_alive(self) -> bool:
        return self._process.is_alive()

    def develop(self, content: bytes, time_s: float) -> Developed:
        try:
            _send(self._pipe, content)
            if not self._pipe.poll(time_s):
                return Developed(Obstacle.TOO_SLOW)
            facts = json.loads(self._pipe.recv_bytes(_LONGEST_REPLY))
            copies = [self._pipe.recv_bytes(_LONGEST_REPLY) for _ in range(2)]
            obstacle = Obstacle(facts["obstacle"]) if facts["obstacle"] else None
            return Developed(obstacle, facts["width"], facts["height"], *copies)
        except (EOFError, OSError, ValueError, LookupError, TypeError):  # it died, or it talks nonsense
            return Developed(Obstacle.CRASHED)

    def stop(self) -> None:
        self._pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()


def _serve(pipe: Connection) -> None:
    """What a worker does until the other end closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    _hold_memory()
    while True:
        try:
            content = _received(pipe)
        except EOFError:
            return
        developed = develop(content)
        facts = {"obstacle": developed.obstacle, "width": developed.width, "height": developed.height}
        pipe.send_bytes(json.dumps(facts).encode())
        pipe.send_bytes(developed.thumbnail)
        pipe.send_bytes(developed.print_copy)


def _hold_memory() -> None:
    """Has the C library keep what one picture took for the next: to hand it back and fault it in anew takes a quarter of
    the time of a picture. Where there is no such switch, it does as it likes.
    """
    if sys.platform == "linux":
        import ctypes

        adjust = getattr(ctypes.CDLL(None), "mallopt", None)
        if adjust is not None:
            adjust(_M_TRIM_THRESHOLD, _HELD_BYTES)
            adjust(_M_MMAP_THRESHOLD, _BLOCK_BYTES)


def _send(pipe: Connection, content: bytes) -> None:
    """All pieces, and an empty one behind the last."""
    for start in range(0, len(content), _PIECE_BYTES):
        pipe.send_bytes(content, start, min(_PIECE_BYTES, len(content) - start))
    pipe.send_bytes(b"")


def _received(pipe: Connection) -> bytes:
    return b"".join(iter(pipe.recv_bytes, b""))
