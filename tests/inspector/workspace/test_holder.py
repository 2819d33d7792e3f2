import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from inspector.errors import Code, Trouble
from inspector.workspace.holder import Holder

HOLD = """
import sys
from pathlib import Path
from inspector.workspace.holder import Holder
holder = Holder(Path(sys.argv[1]))
holder.take()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "in-use.lock"


def other_program(file: Path) -> subprocess.Popen[str]:
    """A program that holds the lock until its input is closed or it dies."""
    program = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "held\n"
    return program


def refused(file: Path) -> Trouble:
    with pytest.raises(Trouble) as trouble:
        Holder(file).take()
    assert trouble.value.code is Code.WORKSPACE_HELD
    return trouble.value


def test_second_one_is_refused_and_told_who_holds_it(file: Path) -> None:
    holder = Holder(file)
    holder.take()
    assert refused(file).context["process"] == os.getpid()
    assert holder.holds
    holder.release()
    assert not holder.holds


def test_lock_is_free_after_release(file: Path) -> None:
    for _ in range(3):
        holder = Holder(file)
        holder.take()
        holder.release()
        holder.release()


def test_other_program_is_named_and_its_lock_is_free_when_it_ends(file: Path) -> None:
    with other_program(file) as program:
        assert refused(file).context["process"] == program.pid
        assert program.stdin is not None
        program.stdin.close()
        program.wait()
    holder = Holder(file)
    holder.take()
    holder.release()


def test_lock_is_free_when_the_program_that_held_it_was_killed(file: Path) -> None:
    with other_program(file) as program:
        refused(file)
        program.send_signal(signal.SIGKILL)
        program.wait()
    holder = Holder(file)
    holder.take()
    assert holder.who()["process"] == os.getpid()
    holder.release()


@pytest.mark.parametrize("left", [b"", b"garbage", b"[1]", b'{"process": null}', b"\xff"])
def test_file_left_behind_holds_nothing(file: Path, left: bytes) -> None:
    file.write_bytes(left)
    holder = Holder(file)
    assert "process" in holder.who()
    holder.take()
    holder.release()


def test_place_that_cannot_be_written_is_trouble(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as trouble:
        Holder(tmp_path / "missing" / "in-use.lock").take()
    assert trouble.value.code is Code.DISK_FAILED


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
def test_workspace_is_held_when_there_is_no_room_to_say_by_whom(tmp_path: Path) -> None:
    (tmp_path / "in-use.lock").symlink_to("/dev/full")
    holder = Holder(tmp_path / "in-use.lock")
    holder.take()
    assert holder.holds
    holder.release()


def test_folder_that_may_not_be_written_is_told_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, mode: str) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(Trouble) as trouble:
        Holder(tmp_path / "in-use.lock").take()
    assert trouble.value.code is Code.ACCESS_REFUSED
    assert trouble.value.context["path"] == str(tmp_path / "in-use.lock")
