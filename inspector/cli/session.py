"""What one call of the command line knows: the options for all, the secrets as they are asked for, the open workspace."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli.telling import Progress, Teller
from inspector.errors import Code, Trouble
from inspector.settings import Settings

if TYPE_CHECKING:
    from inspector.workspace import Workspace

WORKSPACE = "INSPECTOR_WORKSPACE"
PASSPHRASE = "INSPECTOR_PASSPHRASE"

_LONGEST_SECRET = 4096  # bytes; a device never ends its line


class Session:
    """The options for all, wherever on the line they stood."""

    def __init__(self) -> None:
        self.workspace: Path | None = None
        self.passphrase_file: Path | None = None
        self.language = Settings.load().language or "zh_CN"
        self.as_json = False

    @property
    def tell(self) -> Teller:
        return Teller(self.language, as_json=self.as_json)

    @contextmanager
    def opened(self) -> Iterator["Workspace"]:
        """The workspace, open for as long as the verb runs.

        Raises:
            Trouble: as `Workspace.open` does.
        """
        from inspector.workspace import Workspace

        folder, passphrase = self._folder(), self.passphrase()
        with Progress(self.tell) as report:
            workspace = Workspace.open(folder, passphrase, report=report)
        with workspace:
            yield workspace

    def passphrase(self, *, new: bool = False) -> str:
        """From --passphrase-file, the environment, or the terminal (asked twice when *new*): never from the line."""
        if self.passphrase_file is not None:
            return secret(self.passphrase_file)
        return self._said() or self.asked("cli_ask_passphrase", twice=new)

    def _said(self) -> str:
        """The passphrase of the environment; empty where there is none."""
        try:
            return text(os.environ.get(PASSPHRASE, ""))
        except UnicodeDecodeError as error:
            raise click.UsageError(self.tell.word("cli_not_text", name=PASSPHRASE)) from error

    def asked(self, code: str, *, twice: bool = False, **facts: object) -> str:
        """A secret typed on the terminal without being shown."""
        if not sys.stdin.isatty():
            raise click.UsageError(self.tell.word("cli_secret_missing", secret=self.tell.word(code, **facts)))
        again = self.tell.word("cli_ask_again") if twice else False
        answer: str = click.prompt(
            self.tell.word(code, **facts), hide_input=True, confirmation_prompt=again, err=True
        )
        return answer

    @property
    def has_workspace(self) -> bool:
        """Whether one was named, by option or environment."""
        return bool(self.workspace or os.environ.get(WORKSPACE))

    def _folder(self) -> Path:
        if not self.has_workspace:
            raise click.UsageError(self.tell.word("cli_workspace_missing"))
        return self.workspace or Path(os.environ[WORKSPACE])


def text(word: str) -> str:
    """A word of the line or of the environment; where the locale did not know its bytes they are read as UTF-8.

    Raises:
        UnicodeDecodeError: when they are not that either.
    """
    try:
        word.encode()
    except UnicodeEncodeError:
        return os.fsencode(word).decode()
    return word


def secret(file: Path) -> str:
    """The first line of a file that holds a passphrase or PIN.

    Raises:
        Trouble: FILE_UNREADABLE.
    """
    try:
        with file.open("rb") as opened:  # a pipe is as good, such as from a keeper of passwords
            return opened.readline(_LONGEST_SECRET).decode("utf-8-sig").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise Trouble(Code.FILE_UNREADABLE, path=str(file)) from error
