"""Connections of SQLCipher that tell what the disk did as Trouble, whichever query notices it."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2

from inspector.errors import Code, Trouble

T = TypeVar("T")

_FULL = ("database or disk is full",)
_FAILED = ("disk I/O error", "readonly database", "unable to open")
_DAMAGED = ("not a database", "malformed")


class File(SqlCipherDatabase):  # type: ignore[misc]
    """One file, over a connection for each thread, all of which `close_all` closes."""

    def __init__(self, path: str, **options: Any) -> None:
        self._opened: list[Connection] = []
        self.deferred: bool
        super().__init__(path, factory=Connection, check_same_thread=False, **options)

    def _connect(self) -> "Connection":
        connection: Connection = _told(super()._connect)
        self._opened.append(connection)
        return connection

    def close_all(self) -> None:
        """Closes the connections of other threads too, and opens none again: what is closed is held by nobody."""
        if not self.deferred:
            self.close()
        self.deferred = True
        while self._opened:
            self._opened.pop().close()


class Cursor(dbapi2.Cursor):  # type: ignore[misc]
    """A cursor of ours."""

    def execute(self, sql: str, *parameters: Any) -> Any:
        return _told(super().execute, sql, *parameters)

    def executemany(self, sql: str, rows: Iterable[Any]) -> Any:
        return _told(super().executemany, sql, rows)

    def fetchone(self) -> Any:
        return _told(super().fetchone)

    def fetchall(self) -> Any:
        return _told(super().fetchall)

    def __next__(self) -> Any:
        return _told(super().__next__)


class Connection(dbapi2.Connection):  # type: ignore[misc]
    """A connection that gives out such cursors."""

    def cursor(self) -> Cursor:
        return super().cursor(Cursor)  # type: ignore[no-any-return]


def _told(call: Callable[..., T], *arguments: Any) -> T:
    try:
        return call(*arguments)
    except dbapi2.DatabaseError as error:
        text = str(error)
        if any(words in text for words in _FULL):
            raise Trouble(Code.DISK_FULL) from error
        if any(words in text for words in _FAILED):
            raise Trouble(Code.DISK_FAILED, reason=text) from error
        if any(words in text for words in _DAMAGED):
            raise Trouble(Code.WORKSPACE_DAMAGED, reason=text) from error
        raise
