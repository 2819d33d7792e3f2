"""A program killed at the n-th system call of a kind, by strace; needs no root."""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

CALLS = ("pwrite64", "write", "fsync", "fdatasync", "rename", "renameat", "renameat2", "unlink", "ftruncate")
TESTS = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Point:
    """Before the *number*-th call of *call* takes effect."""

    call: str
    number: int

    def __str__(self) -> str:
        return f"{self.call}-{self.number}"


def available() -> bool:
    """Whether programs can be traced here."""
    if shutil.which("strace") is None:
        return False
    return (
        subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False).returncode == 0
    )


def run(work: list[str], home: Path, *strace: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "INSPECTOR_HOME": str(home),
        "PYTHONPATH": str(TESTS.parent),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [*strace, sys.executable, str(TESTS / "faults" / "work.py"), *work]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=120)


def points(work: list[str], home: Path, folder: Path) -> list[Point]:
    """Every point at which the work touches its files, from a run that is not disturbed."""
    trace = folder / "trace.txt"
    done = run(
        work, home, "strace", "-f", "--seccomp-bpf", "-y", "-o", str(trace), "-e", "trace=" + ",".join(CALLS)
    )
    assert done.returncode == 0, done.stderr
    counted: Counter[tuple[str, str]] = Counter()  # each process by itself, as strace counts what it injects
    found = []
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        call = re.match(r"(\d+)\s+(\w+)\(", line)
        if call is None:
            continue
        counted[call[1], call[2]] += 1
        if str(folder) in line:
            found.append(Point(call[2], counted[call[1], call[2]]))
    return found


def killed_at(point: Point, work: list[str], home: Path) -> list[list[str]]:
    """Runs the work until the point; returns what had been acknowledged by then, word by word."""
    # Not with --seccomp-bpf: strace 6.1 then lets the call pass without the signal.
    inject = f"inject={point.call}:signal=KILL:when={point.number}"
    done = run(work, home, "strace", "-f", "-o", os.devnull, "-e", f"trace={point.call}", "-e", inject)
    assert done.returncode == -signal.SIGKILL, (
        f"{point}: not killed, ended with {done.returncode} {done.stderr}"
    )
    return [line.split()[1:] for line in done.stdout.splitlines() if line.startswith("ack ")]


def sample(found: list[Point], how_many: int, seed: int) -> list[Point]:
    """The last points and a seeded choice of the others, so that the end of the work is always among them."""
    if len(found) <= how_many:
        return found
    chosen = random.Random(seed).sample(found[:-2], how_many - 2)
    return sorted(chosen, key=found.index) + found[-2:]
