"""The command line as a script uses it: one call, its exit code, what it said and where."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from inspector.cli import main
from inspector.crypto import wrapping
from inspector.workspace import Workspace

PASSPHRASE = "云栖镇 晚樱 2026"
PINS = {"谭𬭎": "135790", "马晓棠": "246801"}


@dataclass(frozen=True)
class Call:
    """What one call came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def error(self) -> Any:
        return json.loads(self.err)["error"]


Run = Callable[..., Call]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Calls the command line; keys are derived at no cost, which has tests of its own."""
    monkeypatch.setenv("INSPECTOR_PASSPHRASE", PASSPHRASE)
    monkeypatch.delenv("INSPECTOR_WORKSPACE", raising=False)
    monkeypatch.setattr(wrapping, "_stretched", lambda words, salt, _: sha256(words.encode() + salt).digest())

    def called(*words: object) -> Call:
        capsys.readouterr()
        code = main([str(w) for w in words])
        said = capsys.readouterr()
        return Call(code, said.out, said.err)

    return called


@pytest.fixture
def pins(tmp_path: Path) -> dict[str, Path]:
    """The PIN files of the officers."""
    files = {}
    for number, (name, pin) in enumerate(PINS.items()):
        files[name] = tmp_path / f"pin-{number}"
        files[name].write_text(f"{pin}\n", encoding="utf-8")
    return files


@pytest.fixture
def laptop(run: Run, tmp_path: Path, pins: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A laptop with two officers and a party, named by the environment."""
    folder = tmp_path / "laptop"
    words = ("--role", "laptop", "--name", "云栖所一号机", "--bureau", "演示县市场监督管理局")
    assert run("init", folder, *words).code == 0
    monkeypatch.setenv("INSPECTOR_WORKSPACE", str(folder))
    for number, (name, file) in enumerate(pins.items()):
        added = run("officer", "add", name, "--certificate", f"5002400{number}", "--pin-file", file)
        assert added.code == 0, added.err
    assert (
        run("party", "add", "知微药房", "--uscc", "91500240MA5U000119", "--address", "听雨街12号").code == 0
    )
    return folder


@pytest.fixture
def visit(run: Run, laptop: Path, pins: dict[str, Path]) -> str:
    """A draft with one product card, begun by the first officer."""
    first, second = PINS
    acting = ("--as", first, "--pin-file", pins[first])
    words = ("--checklist", "mask_shop", "--party", "zwyf", "--officer", first, "--officer", second)
    begun = run("inspection", "new", *words, *acting, "--json")
    assert begun.code == 0, begun.err
    assert run("inspection", "card", begun.json["id"]).code == 0
    found: str = begun.json["id"]
    return found


@pytest.fixture
def opened(run: Run, laptop: Path) -> Iterator[Workspace]:
    """The laptop held open by another."""
    with Workspace.open(laptop, PASSPHRASE) as workspace:
        yield workspace
