"""The one place for what the command line says: text or JSON, tables, progress, and how a verb ends."""

import errno
import json
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import suppress
from enum import IntEnum
from typing import TextIO

from inspector import wording
from inspector.errors import Code, Problem, Trouble

_BAR_CELLS = 24


class Exit(IntEnum):
    """The exit codes that scripts rely on; the last two are those of a shell for Ctrl-C and for a reader that left."""

    DONE = 0
    PROBLEMS = 1
    WRONG_USE = 2
    TROUBLE = 3
    INTERRUPTED = 130
    PIPE_BROKEN = 141


class Teller:
    """Says things to a person or, with `as_json`, to a program: results on stdout, all else on stderr."""

    def __init__(self, language: str, *, as_json: bool) -> None:
        self.language = language
        self.as_json = as_json

    def word(self, code: str, /, **facts: object) -> str:
        """The sentence or word for *code*."""
        return wording.sentence(code, self.language, **facts)

    def give(self, value: object, lines: Iterable[str]) -> None:
        """The result of a verb: *value* as JSON, or *lines* for a person."""
        if self.as_json:
            self.give_json(value)
            return
        say("\n".join([*lines, ""]))

    def give_json(self, value: object) -> None:
        say(_json(value, sys.stdout) + "\n")

    def note(self, code: str, /, **facts: object) -> None:
        """A word beside the result, for a person only."""
        if not self.as_json:
            _say_aside(self.word(code, **facts))

    def refuse(self, code: str, message: str, problems: Iterable[Problem] = ()) -> None:
        """Why nothing was done, on stderr."""
        if self.as_json:
            error = {"code": code, "message": message, "problems": self.problems(problems)}
            _say_aside(_json({"error": error}, sys.stderr))
        else:
            _say_aside(message)

    def trouble(self, trouble: Trouble) -> None:
        """What the world did, in the words that the window uses as well."""
        message = (
            self.word(trouble.code, **trouble.context)
            if self.as_json
            else wording.told(trouble, self.language)
        )
        self.refuse(trouble.code.value, message, trouble.problems)

    def problems(self, problems: Iterable[Problem]) -> list[dict[str, str]]:
        """Problems as JSON has them."""
        return [
            {"code": p.code, "where": p.where, "message": self.word(p.code, **p.context)} for p in problems
        ]

    def listed(self, problems: Iterable[Problem]) -> list[str]:
        """Problems as lines for a person."""
        return wording.listed(problems, self.language)

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
        """Lines of aligned columns; the headings are codes."""
        texts = [[self.word(h) for h in headings], *([str(cell) for cell in row] for row in rows)]
        if len(texts) == 1:
            return [self.word("cli_nothing")]
        wide = [max(map(columns, column)) for column in zip(*texts, strict=True)]
        return ["  ".join(padded(c, w) for c, w in zip(t, wide, strict=True)).rstrip() for t in texts]

    def facts(self, pairs: Iterable[tuple[str, object]]) -> list[str]:
        """One line for each fact that there is, its name (a code) before it."""
        said = [(self.word(code), str(value)) for code, value in pairs if value not in ("", None)]
        wide = max((columns(name) for name, _ in said), default=0)
        return [f"{padded(name, wide)}  {value}" for name, value in said]


def say(text: str) -> None:
    """Writes a result, lines with their ends, out at once.

    Raises:
        Trouble: OUTPUT_FAILED. BrokenPipeError: when the reader has left.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Trouble(Code.OUTPUT_FAILED, reason=errno.errorcode.get(error.errno or 0, "")) from error


def _say_aside(text: str) -> None:
    with suppress(OSError):  # where nobody can be told, the exit code tells
        print(text, file=sys.stderr, flush=True)


class Progress:
    """A bar on stderr while it is a terminal, silence otherwise. Use as a `Report`; leaving it clears the line."""

    def __init__(self, tell: Teller) -> None:
        self._tell = tell
        self._shown = sys.stderr.isatty()

    def __call__(self, done: int, total: int, what: str) -> None:
        if not self._shown:
            return
        cells = _BAR_CELLS * done // total if total else 0
        bar = "█" * cells + "░" * (_BAR_CELLS - cells)
        sys.stderr.write(f"\r\x1b[K{bar} {done}/{total} {self._tell.word(what)}")
        sys.stderr.flush()

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def columns(text: str) -> int:
    """How many columns *text* takes on a terminal: a full-width character takes two, a combining one none."""
    return sum(0 if unicodedata.combining(c) else 2 if _is_wide(c) else 1 for c in text)


def padded(text: str, wide: int) -> str:
    return text + " " * (wide - columns(text))


def instant(stored: str) -> str:
    """An instant as a table shows it, to the minute and without its offset."""
    return stored[:16].replace("T", " ")


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F")


def _json(value: object, stream: TextIO) -> str:
    """Readable where the stream can carry every character; escaped elsewhere, so that a name never becomes `?`."""
    everything = (stream.encoding or "").lower().replace("-", "") == "utf8"
    return json.dumps(value, ensure_ascii=not everything, indent=1)
