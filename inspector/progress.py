"""How long work talks: it calls `report(done, total, what)`, and stops when that raises `Cancelled`."""

from collections.abc import Callable

Report = Callable[[int, int, str], None]


class Cancelled(Exception):
    """The person asked to stop. Whoever raises it has left nothing half done."""


def silent(done: int, total: int, what: str) -> None:
    """A report that nobody hears."""
