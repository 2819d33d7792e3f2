"""The front door: what run.py decides, without a network, an apt or a real environment."""

import errno
import importlib.util
import json
import os
import re
import socket
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from ui import display

TREE = Path(__file__).resolve().parent.parent


@pytest.fixture
def front_door(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """run.py for a tree of its own, in a folder with a space and Chinese characters, speaking English."""
    spec = importlib.util.spec_from_file_location("front_door", TREE / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    root = tmp_path / "巡查 程序"
    module.ROOT, module.LOCK, module.VENV = root, root / "requirements.lock", root / ".venv"
    module.STAMP = module.VENV / module.STAMP.name
    module.PYTHON = module.VENV / module.PYTHON.relative_to(TREE / ".venv")
    module.PYTHON.parent.mkdir(parents=True)
    module.LOCK.write_text("peewee==4.5.3\n")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return module


@pytest.fixture
def commands(front_door: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that would have been run; all succeed, and making the environment leaves its Python."""
    seen: list[list[str]] = []

    def run(command: list[str], environment: dict[str, str] | None = None) -> int:
        seen.append(command)
        if "venv" in command:
            front_door.PYTHON.touch()
        return 0

    monkeypatch.setattr(front_door, "run", run)
    monkeypatch.setattr(front_door, "missing_packages", list)
    monkeypatch.setattr(front_door, "link_tree", lambda: None)
    return seen


def test_nothing_is_set_up_again_when_lock_and_python_are_the_same(
    front_door: ModuleType, commands: list[list[str]]
) -> None:
    assert not front_door.is_set_up()
    front_door.set_up()
    assert front_door.is_set_up()


def test_environment_is_remade_when_the_lock_changes(
    front_door: ModuleType, commands: list[list[str]]
) -> None:
    front_door.set_up()
    front_door.LOCK.write_text("peewee==4.6\n")
    assert not front_door.is_set_up()


def test_environment_is_remade_when_its_python_is_gone(
    front_door: ModuleType, commands: list[list[str]]
) -> None:
    front_door.set_up()
    front_door.PYTHON.unlink()
    assert not front_door.is_set_up()


def test_environment_is_made_from_nothing_and_only_from_hashes(
    front_door: ModuleType, commands: list[list[str]]
) -> None:
    front_door.set_up()
    make, fill = commands
    assert "--clear" in make
    assert {"--require-hashes", "--only-binary", str(front_door.LOCK)} <= set(fill)


def test_next_run_repairs_when_a_set_up_was_cut_short(
    front_door: ModuleType, commands: list[list[str]]
) -> None:
    front_door.set_up()

    def cut_short(command: list[str]) -> int:
        if "pip" in command:
            raise KeyboardInterrupt
        return 0

    front_door.run = cut_short
    with pytest.raises(KeyboardInterrupt):
        front_door.set_up()
    assert not front_door.is_set_up()


def test_start_stops_when_dependencies_cannot_be_fetched(
    front_door: ModuleType, commands: list[list[str]]
) -> None:
    front_door.run = lambda command: int("pip" in command)
    with pytest.raises(SystemExit, match="3"):
        front_door.set_up()
    assert not front_door.is_set_up()


def test_packages_are_named_when_libraries_and_venv_are_missing(
    front_door: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(front_door, "can_load", lambda library: library != "libxcb-cursor.so.0")
    monkeypatch.setattr(front_door.importlib.util, "find_spec", lambda name: None)
    assert front_door.missing_packages() == ["libxcb-cursor0", "python{}.{}-venv".format(*sys.version_info)]


def test_libraries_are_not_looked_for_when_not_on_linux(
    front_door: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(front_door, "can_load", lambda library: False)
    assert front_door.missing_packages() == []


def test_absent_library_is_noticed(front_door: ModuleType) -> None:
    assert not front_door.can_load("libno-such-thing.so.0")


def test_one_line_is_printed_when_apt_needs_an_administrator(
    front_door: ModuleType,
    commands: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(front_door.shutil, "which", lambda program: f"/usr/bin/{program}")
    monkeypatch.setattr(front_door, "root_rights", lambda: None)
    with pytest.raises(SystemExit, match="3"):
        front_door.install_packages(["libegl1"])
    assert commands == []
    assert capsys.readouterr().err.splitlines()[-1] == (
        "sudo apt-get update && sudo apt-get install -y -q --no-install-recommends libegl1"
    )


def test_packages_are_installed_when_sudo_asks_no_password(
    front_door: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(front_door.shutil, "which", lambda program: f"/usr/bin/{program}")
    monkeypatch.setattr(front_door, "root_rights", lambda: ["sudo", "-n"])
    front_door.install_packages(["libegl1"])
    assert [command[:4] for command in commands] == [
        ["sudo", "-n", "apt-get", "update"],
        ["sudo", "-n", "apt-get", "install"],
    ]


def test_packages_are_named_when_there_is_no_apt(
    front_door: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(front_door.shutil, "which", lambda program: None)
    with pytest.raises(SystemExit, match="3"):
        front_door.install_packages(["libegl1"])
    assert "libegl1" in capsys.readouterr().err


@pytest.fixture
def programs_of_tests(front_door: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front_door.shutil, "which", lambda program: f"/usr/bin/{program}")


@pytest.mark.usefixtures("programs_of_tests")
def test_every_check_runs_and_tests_come_last_when_the_first_fails(
    front_door: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[list[str]] = []

    def run(command: list[str], environment: dict[str, str]) -> int:
        ran.append(command)
        return int("check" in command)

    front_door.run = run
    assert front_door.run_checks(["-k", "seal"]) == 1
    assert len(ran) == len(front_door.CHECKS) == 5
    assert ran[-1][1:] == ["-m", "pytest", "-n", "auto", "-k", "seal"]
    assert capsys.readouterr().out.splitlines()[-1] == "Failed: ruff check"


@pytest.mark.usefixtures("programs_of_tests")
def test_checks_succeed_and_need_no_display_when_all_pass(
    front_door: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    platforms = set()

    def run(command: list[str], environment: dict[str, str]) -> int:
        platforms.add(environment["QT_QPA_PLATFORM"])
        return 0

    front_door.run = run
    assert front_door.run_checks([]) == 0
    assert platforms == {"offscreen"}


def test_demonstration_runs_when_there_is_no_display(
    front_door: ModuleType,
    commands: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    places = {key: f"/检查/{key}" for key in ("workspace", "office", "record_pdf", "bundle", "receipt")}
    asked = []

    def inspector(*words: str) -> list[str]:
        asked.append(words)
        return [sys.executable, "-c", f"print({json.dumps(places)!r})"]

    monkeypatch.setattr(front_door, "inspector", inspector)
    monkeypatch.setattr(front_door, "has_display", lambda: False)
    monkeypatch.setattr(front_door.tempfile, "mkdtemp", lambda prefix: str(tmp_path))
    assert front_door.main([]) == 0
    assert asked == [("demo", str(tmp_path / "demo"), "--headless")]
    said = capsys.readouterr().out
    assert "No display" in said
    assert all(place in said for place in places.values())


def test_exit_code_of_the_demonstration_is_passed_on_when_it_fails(
    front_door: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(front_door, "inspector", lambda *words: [sys.executable, "-c", "raise SystemExit(7)"])
    monkeypatch.setattr(front_door.tempfile, "mkdtemp", lambda prefix: str(tmp_path))
    assert front_door.demonstrate() == 7


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_display_counts_while_it_answers(
    front_door: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    assert not front_door.has_display()
    monkeypatch.setattr(display, "_X_SOCKETS", "x")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)  # the name of a socket is short
    Path("x").mkdir()
    place, told = {"DISPLAY": ("x/X99", ":99.0"), "WAYLAND_DISPLAY": ("w", str(tmp_path / "w"))}[name]
    monkeypatch.setenv(name, told)
    assert not front_door.has_display()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(place)
        server.listen()
        assert front_door.has_display()
    assert not front_door.has_display()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert front_door.has_display()


@pytest.mark.parametrize(
    "told", ["", "99", ":", "127.0.0.1:23456", "[::1", ":x", "unix:98765", "127.0.0.1:99999"]
)
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
def test_no_display_that_is_named_wrongly_is_there(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    for variable in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("DISPLAY", told)
    assert not display.is_reachable()


def test_tree_that_cannot_be_written_is_told_in_a_sentence(
    front_door: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def set_up() -> None:
        raise OSError(errno.EROFS, "Read-only file system", "/opt/inspector/.venv")

    monkeypatch.setattr(front_door, "set_up", set_up)
    with pytest.raises(SystemExit) as stopped:
        front_door.main([])
    assert stopped.value.code == 3
    told = capsys.readouterr().err
    assert "/opt/inspector/.venv cannot be written" in told


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_tree_and_command_are_found_when_the_folder_has_chinese_characters(front_door: ModuleType) -> None:
    packages = front_door.VENV / "lib" / "python{}.{}".format(*sys.version_info) / "site-packages"
    packages.mkdir(parents=True)
    front_door.PYTHON.write_text('#!/bin/sh\nprintf "%s|" "$@"\n')
    front_door.PYTHON.chmod(0o755)
    front_door.link_tree()
    line = (packages / "inspector.pth").read_text(encoding="ascii").strip()
    assert Path(os.path.normpath(packages / line)) == front_door.ROOT
    command = [str(front_door.PYTHON.with_name("inspector")), "identify", "a b"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said == "-P|-m|ui|identify|a b|"


@pytest.mark.parametrize(("language", "said"), [("zh_CN.UTF-8", "是\n"), ("en_GB.UTF-8", "yes\n")])
def test_lines_follow_the_language_of_the_system(
    front_door: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    language: str,
    said: str,
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    front_door.say("是", "yes")
    assert capsys.readouterr().out == said


def test_nothing_is_set_up_when_only_asked_for_help(
    front_door: ModuleType, commands: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert front_door.main(["--help"]) == 0
    assert commands == []
    assert "run.py test" in capsys.readouterr().out


def test_lock_holds_every_declared_dependency_in_an_allowed_version() -> None:
    declared = tomllib.loads((TREE / "pyproject.toml").read_text(encoding="utf-8"))
    project = declared["project"]
    wanted = [
        *project["dependencies"],
        *project["optional-dependencies"]["qtpdf"],
        *declared["dependency-groups"]["dev"],
    ]
    locked = dict(re.findall(r"^([a-z0-9-]+)==([^ ;]+)", lock(), re.MULTILINE))
    for requirement in map(Requirement, wanted):
        assert requirement.specifier.contains(locked[canonicalize_name(requirement.name)]), requirement


def test_lock_has_hashes_for_everything_and_no_addresses() -> None:
    entries = re.findall(r"^\S+==(?:.*\\\n)+.*$", lock(), re.MULTILINE)
    assert len(entries) == len(re.findall(r"^\w", lock(), re.MULTILINE))
    assert all("--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"://|^-|^ *--(?!hash)| @ ", lock(), re.MULTILINE)


def lock() -> str:
    return (TREE / "requirements.lock").read_text(encoding="utf-8")
