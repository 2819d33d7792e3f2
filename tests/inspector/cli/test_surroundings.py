"""A call in odd surroundings: closed and full streams, other locales, pipes, devices and links. Never a traceback."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from inspector.paths import resources
from tests.inspector.cli.conftest import PASSPHRASE

ENTRY = [sys.executable, "-P", "-m", "ui"]

posix = pytest.mark.skipif(os.name != "posix", reason="pipes, devices and descriptors of POSIX")


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A line of a shell in which `inspector` is this program."""
    said = {
        **os.environ,
        "PYTHONPATH": str(resources().parent),
        "INSPECTOR_PASSPHRASE": PASSPHRASE,
        **environment,
    }
    entry = f"inspector() {{ '{sys.executable}' -P -m ui \"$@\"; }}; "
    return subprocess.run(["/bin/sh", "-c", entry + line], capture_output=True, env=said, check=False)


@posix
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("inspector identify 91110000600037341L --json >&-", 0),
        ("inspector identify 91110000600037341L >/dev/full", 3),
        ("inspector identify 91110000600037341L --json >/dev/full", 3),
        ("inspector --help >/dev/full", 3),
        ("inspector nothing 2>/dev/full", 2),
        ("INSPECTOR_PASSPHRASE= inspector check --workspace nowhere <&-", 2),
        ("inspector check --workspace nowhere 2>&-", 3),
        ("inspector demo /etc/passwd", 3),
        (r"inspector inspection show --workspace nowhere $(printf '\377')", 2),
        (r"INSPECTOR_PASSPHRASE=$(printf '\377') inspector check --workspace nowhere", 2),
    ],
)
def test_streams_and_words_that_are_no_good_end_in_a_code(line: str, code: int) -> None:
    done = shell(line)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr


@posix
def test_passphrase_is_read_as_utf_8_when_the_locale_knows_ascii_only(laptop: Path) -> None:
    opened = shell(f"inspector check --workspace '{laptop}' --json", LC_ALL="C", PYTHONUTF8="0")
    assert b"Traceback" not in opened.stderr
    assert (
        json.loads(opened.stderr)["error"]["code"] == "passphrase_wrong"
    )  # stretched otherwise than in `run`


def test_call_that_is_interrupted_while_it_begins_ends_without_a_trace() -> None:
    interrupted = """
import sys

class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "inspector.cli":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Finder())
sys.argv[1:] = ["identify", "1"]
from ui.__main__ import main
sys.exit(main())
"""
    environment = {**os.environ, "PYTHONPATH": str(resources().parent)}
    done = subprocess.run(
        [sys.executable, "-c", interrupted], capture_output=True, env=environment, check=False
    )
    assert (done.returncode, done.stderr) == (130, b"")


@posix
def test_demonstration_that_is_ended_leaves_nothing(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(resources().parent),
        "INSPECTOR_HOME": str(tmp_path / "home"),
    }
    folder = tmp_path / "demo"
    with subprocess.Popen([*ENTRY, "demo", str(folder)], stderr=subprocess.PIPE, env=environment) as call:
        while not list(folder.glob("office/workspace.db")) and call.poll() is None:
            time.sleep(0.02)
        call.terminate()
        _, told = call.communicate()
    assert call.returncode == 128 + signal.SIGTERM
    assert b"Traceback" not in told
    assert list(folder.iterdir()) == []


@posix
def test_only_regular_files_are_read(run, visit, tmp_path, monkeypatch):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for file in (pipe, Path("/dev/zero"), tmp_path):
        assert run("evidence", "add", visit, file, "--json").error["code"] == "file_unreadable"
        assert run("checklist", "check", file, "--json").error["code"] == "file_unreadable"
        assert run("bundle", "inspect", file, "--json").error["code"] == "bundle_missing"
        assert run("enrol", "approve", file, tmp_path, "--json").error["code"] == "enrolment_damaged"
    assert run("check", "--passphrase-file", "/dev/zero", "--json").error["code"] == "passphrase_wrong"


def test_evidence_is_read_past_a_link(run, visit, tmp_path):
    (tmp_path / "IMG_1.jpg").write_bytes(b"photo")
    (tmp_path / "link.jpg").symlink_to(tmp_path / "IMG_1.jpg")
    assert run("evidence", "add", visit, tmp_path / "link.jpg").code == 0


def test_document_goes_through_a_link_and_replaces_no_device_or_folder(run, visit, tmp_path):
    kept, link, pipe = tmp_path / "kept.pdf", tmp_path / "link.pdf", tmp_path / "pipe"
    kept.write_bytes(b"before")
    link.symlink_to(kept)
    words = ("document", "print", visit, "--preview", "--out")
    assert run(*words, link).code == 0
    assert link.is_symlink()
    assert kept.read_bytes().startswith(b"%PDF")
    os.mkfifo(pipe)
    for out in (pipe, tmp_path):
        assert run(*words, out).code == 2
    assert pipe.is_fifo()


def test_nobody_joins_unseen_when_there_is_no_terminal(run, laptop, tmp_path):
    asked = run("enrol", "request", tmp_path, "--json").json["request"]
    office = tmp_path / "office"
    run("init", office, "--role", "office", "--name", "知识产权科")
    assert run("enrol", "approve", asked, "--workspace", office).code == 2
    assert list(tmp_path.glob("*.bundle")) == []
