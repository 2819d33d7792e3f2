"""Sets up what is missing, then starts Inspector (知识产权巡查).

    python3 run.py               the window; on a machine without a display the demonstration, headless
    python3 run.py test [...]    every check and every test; further words go to pytest
    python3 run.py VERB [...]    a verb of the command line

On Windows `py run.py`. Standard library only, since it runs before anything is installed.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import json
import locale
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
STAMP = VENV / "set-up.sha256"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
TROUBLE = 3

# What the Qt wheels expect of a Linux system (the xcb, wayland and offscreen platforms, fonts, printing), and Debian's
# package for it. ldd over the wheels names them; what these packages depend on comes with them.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}

# Programs that tests hold our results against or make faults with, and Debian's package for each.
TEST_PROGRAMS = {"ssh-keygen": "openssh-client", "strace": "strace"}

# The tests come last so that their closing line stays in sight.
CHECKS = {
    "ruff check": ["-m", "ruff", "check", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "mypy": ["-m", "mypy"],
    "import contracts": [
        "-c",
        "from importlinter.cli import lint_imports_command as lint; lint()",
        "--no-logo",
    ],
    "pytest": ["-m", "pytest", "-n", "auto"],
}


def main(words: list[str]) -> int:
    """Does what the words ask for and gives the exit code."""
    if words[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    if sys.version_info < (3, 11):  # noqa: UP036 - says so instead of failing later
        stop("需要 Python 3.11 或更高版本。", "Python 3.11 or newer is needed.")
    if not is_set_up():
        try:
            set_up()
        except OSError as error:
            stop(
                f"无法写入 {error.filename or ROOT}，运行环境没有建成。请把本文件夹放到可以写入、有空间的地方再运行。",
                f"{error.filename or ROOT} cannot be written, so nothing was set up. Put this folder where there is room and "
                "where you may write, and run again.",
            )
    if words[:1] == ["test"]:
        return run_checks(words[1:])
    if not words and not has_display():
        return demonstrate()
    return start(words)


def is_set_up() -> bool:
    """Whether the environment was completed for this lock and this Python. Touches no network."""
    return PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="ascii") == expected_stamp()


def expected_stamp() -> str:
    version = "python {}.{}\n".format(*sys.version_info)
    return hashlib.sha256(version.encode() + LOCK.read_bytes()).hexdigest()


def set_up() -> None:
    """Makes the environment anew: what an interruption left behind is never built upon."""
    say(
        "首次启动：准备运行环境，需要联网，约几分钟。",
        "First start: setting up. This needs the network and takes a few minutes.",
    )
    packages = missing_packages()
    if packages:
        say(f"[1/3] 安装系统软件包：{' '.join(packages)}", f"[1/3] System packages: {' '.join(packages)}")
        install_packages(packages)
    say("[2/3] 建立虚拟环境 .venv", "[2/3] Virtual environment .venv")
    STAMP.unlink(missing_ok=True)
    base = getattr(sys, "_base_executable", sys.executable)  # the environment may not remake itself
    if run([base, "-m", "venv", "--clear", str(VENV)]) != 0:
        stop("无法建立虚拟环境。", "The virtual environment could not be made.")
    say(
        "[3/3] 安装依赖（按 requirements.lock 校验）",
        "[3/3] Dependencies, each checked against requirements.lock",
    )
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    if run([*pip, "--require-hashes", "--only-binary", ":all:", "--no-deps", "-r", str(LOCK)]) != 0:
        stop(
            "依赖安装失败。请检查网络后重新运行。",
            "Dependencies could not be installed. Check the network and run again.",
        )
    link_tree()
    STAMP.write_text(expected_stamp(), encoding="ascii")


def missing_packages() -> list[str]:
    """The Debian packages that stand for what this system lacks."""
    packages = set()
    if importlib.util.find_spec("ensurepip") is None:
        packages.add("python{}.{}-venv".format(*sys.version_info))
    if sys.platform == "linux":
        packages |= {package for library, package in LIBRARIES.items() if not can_load(library)}
    return sorted(packages)


def can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: list[str]) -> None:
    """Installs by apt when allowed to; otherwise prints the one line to run and stops."""
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        stop(
            f"缺少系统组件。请安装与下列 Debian 软件包相当的软件：{' '.join(packages)}",
            f"Parts of the system are missing. Please install what these Debian packages hold: {' '.join(packages)}",
        )
    rights = root_rights()
    if rights is None:
        line = f"sudo apt-get update && sudo {' '.join(install)}"
        stop(f"需要管理员权限。请先运行：\n{line}", f"This needs an administrator. Please run first:\n{line}")
    run([*rights, "apt-get", "update", "-q"])  # where it fails, the lists at hand may still do
    if run([*rights, *install]) != 0:
        stop("系统软件包安装失败。", "The system packages could not be installed.")


def root_rights() -> list[str] | None:
    """What to put before a command so that it runs as root; None where that would ask for a password."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if (
        shutil.which("sudo")
        and subprocess.run([*sudo, "true"], capture_output=True, check=False).returncode == 0
    ):
        return sudo
    return None


def link_tree() -> None:
    """Puts the tree itself on the environment's path, and the command `inspector` beside its Python.

    Both are relative, so that a name with Chinese characters above the tree and a moved tree do no harm.
    """
    prefix = {"base": str(VENV), "platbase": str(VENV)}
    packages = Path(sysconfig.get_path("purelib", "venv", prefix))
    (packages / "inspector.pth").write_text(os.path.relpath(ROOT, packages) + "\n", encoding="ascii")
    command = PYTHON.with_name("inspector.cmd" if WINDOWS else "inspector")
    if WINDOWS:
        command.write_text('@"%~dp0python.exe" -P -m ui %*\n', encoding="ascii")
    else:
        beside = '"$(dirname "$(readlink -f "$0")")/python"'
        command.write_text(f'#!/bin/sh\nexec {beside} -P -m ui "$@"\n', encoding="ascii")
        command.chmod(0o755)


def has_display() -> bool:
    """Whether a display answers, not only whether one is named."""
    from ui.display import is_reachable

    return is_reachable()


def start(words: list[str]) -> int:
    """Becomes the program: the window, or the command line when there are words."""
    command = inspector(*words)
    if not WINDOWS:
        sys.stdout.flush()
        os.execv(command[0], command)  # noqa: S606 - nothing here passes through a shell
    return subprocess.run(command, check=False).returncode  # there exec would not keep the console waiting


def inspector(*words: str) -> list[str]:
    return [str(PYTHON), "-P", "-m", "ui", *words]


def demonstrate() -> int:
    """Runs the demonstration's main job without a window and says where its results lie."""
    folder = Path(tempfile.mkdtemp(prefix="inspector-")) / "demo"
    say(
        "本机没有图形界面，改为无窗口演示：检查、锁定归档、导出、局里签收……",
        "No display here. Running the demonstration without a window: inspect, lock, export, receipt ...",
    )
    done = subprocess.run(inspector("demo", str(folder), "--headless"), stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        return done.returncode
    places = json.loads(done.stdout)
    names = {
        "workspace": "工作区",
        "office": "局里",
        "record_pdf": "现场笔录",
        "bundle": "数据包",
        "receipt": "回执",
    }
    for key, chinese in names.items():
        say(f"{chinese}：{places[key]}", f"{key:10} {places[key]}")
    return 0


def run_checks(words: list[str]) -> int:
    """Runs every check, whatever the others say; 1 when one failed."""
    packages = [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)]
    if packages and sys.platform == "linux":
        install_packages(packages)
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    failed = []
    for name, arguments in CHECKS.items():
        further = words if name == "pytest" else []
        say(f"── {name}", f"── {name}")
        if run([str(PYTHON), *arguments, *further], environment) != 0:
            failed.append(name)
    if failed:
        say(f"未通过：{'、'.join(failed)}", f"Failed: {', '.join(failed)}")
    return 1 if failed else 0


def run(command: list[str], environment: dict[str, str] | None = None) -> int:
    """Runs a command in the tree, its output going straight to the terminal, and gives its exit code."""
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def say(chinese: str, english: str) -> None:
    print(chinese if speaks_chinese() else english, flush=True)


def stop(chinese: str, english: str) -> NoReturn:
    print(chinese if speaks_chinese() else english, file=sys.stderr)
    raise SystemExit(TROUBLE)


def speaks_chinese() -> bool:
    chosen = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    return (chosen or locale.getlocale()[0] or "").lower().startswith(("zh", "chinese"))


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a console without Chinese still gets its lines
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
