"""The program's entry: a verb is for the command line, anything else opens the window."""

import multiprocessing
import sys


def main() -> int:
    """Runs what the command line asks for; Qt is imported only for the window."""
    multiprocessing.freeze_support()  # the darkroom's workers are this program again
    arguments = sys.argv[1:]
    if not _opens_window(arguments):
        from inspector.cli import main as command_line

        return command_line(arguments)
    from ui.app import run

    return run(arguments)


def _opens_window(arguments: list[str]) -> bool:
    """Whether there are only options of the window; each is followed by its value."""
    rest = arguments
    while rest and rest[0] in ("--lang", "--workspace"):
        rest = rest[2:]
    return not rest


if __name__ == "__main__":
    sys.exit(main())
