"""The program's entry: a verb is for the command line, anything else opens the window."""

import sys


def main() -> int:
    """Runs what the command line asks for; Qt is imported only for the window."""
    try:
        return _done(sys.argv[1:])
    except KeyboardInterrupt:  # before there was anything to interrupt
        return 130


def _done(arguments: list[str]) -> int:
    import multiprocessing

    multiprocessing.freeze_support()  # the darkroom's workers are this program again
    if not _opens_window(arguments):
        import signal

        from inspector.cli import main as command_line

        signal.signal(signal.SIGTERM, _leave)
        return command_line(arguments)
    from ui import display

    if not display.is_reachable():
        return _no_display(arguments)
    from ui.app import run

    return run(arguments)


def _no_display(arguments: list[str]) -> int:
    from inspector.cli.telling import Exit, Teller
    from inspector.settings import Settings

    language = dict(zip(arguments[::2], arguments[1::2], strict=False)).get("--lang", "")
    Teller(language or Settings.load().language or "zh_CN", as_json=False).note("display_missing")
    return Exit.TROUBLE


def _leave(number: int, _: object) -> None:
    """Ends as a shell expects it, and as Ctrl-C does: what is half done is undone on the way out."""
    raise SystemExit(128 + number)


def _opens_window(arguments: list[str]) -> bool:
    """Whether there are only options of the window; each is followed by its value."""
    rest = arguments
    while rest and rest[0] in ("--lang", "--workspace"):
        rest = rest[2:]
    return not rest


if __name__ == "__main__":
    sys.exit(main())
