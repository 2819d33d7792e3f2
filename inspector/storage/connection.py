"""Connections of SQLCipher that tell what the disk did as Trouble, whichever query notices it."""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2

from inspector.errors import Code, Trouble

T = TypeVar("T")

_CODES = {
    dbapi2.SQLITE_FULL: Code.DISK_FULL,
    dbapi2.SQLITE_IOERR: Code.DISK_FAILED,
    dbapi2.SQLITE_CANTOPEN: Code.DISK_FAILED,
    dbapi2.SQLITE_READONLY: Code.DISK_FAILED,
    dbapi2.SQLITE_NOTADB: Code.WORKSPACE_DAMAGED,
    dbapi2.SQLITE_CORRUPT: Code.WORKSPACE_DAMAGED,
}
"""What SQLite tells by its number, of which the low byte is the plain one."""

_LOG_INDEX_BYTES = 32 << 10
"""The room that opening needs for the index of the log: without it nothing can even be read."""

_DAMAGED = ("vtable constructor failed", "fts5:")
"""How the full-text search tells damage: under no number of its own."""


class File(SqlCipherDatabase):  # type: ignore[misc]
    """One file, over a connection for each thread, all of which `close_all` closes."""

    def __init__(self, path: str, **options: Any) -> None:
        self._opened: list[Connection] = []
        self.deferred: bool
        super().__init__(path, factory=Connection, check_same_thread=False, **options)

    def _connect(self) -> "Connection":
        try:
            connection: Connection = _told(super()._connect)
        except Trouble as trouble:
            folder = Path(self.database).parent
            failed = trouble.code is Code.DISK_FAILED and folder.is_dir()
            if failed and shutil.disk_usage(folder).free < _LOG_INDEX_BYTES:
                raise Trouble(Code.DISK_FULL) from trouble
            raise
        self._opened.append(connection)
        return connection

    def rollback(self) -> None:
        """Takes back what SQLite has not taken back already: a full disk makes it do so itself."""
        if self.connection().in_transaction:
            super().rollback()

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
        code = _code(error)
        if code is None:
            raise
        raise Trouble(code, reason=str(error)) from error


def _code(error: dbapi2.DatabaseError) -> Code | None:
    """What the world did; None where the statement was to blame."""
    number: int = getattr(error, "sqlite_errorcode", 0)  # what Python itself refuses has none
    if any(words in str(error) for words in _DAMAGED):
        return Code.WORKSPACE_DAMAGED
    return _CODES.get(number & 0xFF)
