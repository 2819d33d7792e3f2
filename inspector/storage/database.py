"""One encrypted file: how it is opened, who may write, and how it is brought up to this version."""

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playhouse.migrations import Runner

from inspector.errors import Code, Problem, Trouble
from inspector.evidence import durable
from inspector.storage.connection import File
from inspector.storage.tables import Tables

MIGRATIONS = Path(__file__).parent / "migrations"
PAGE_BYTES = 8192
"""A page holds the states of three visits, or of two locked ones; the usual 4096 bytes hold one and a gap."""


_PAGE = re.compile(r"page (\d+)")


class Database:
    """A SQLCipher file in WAL mode with a raw key; every thread reads over a connection of its own.

    Connections refuse writes (`query_only`) except between the first and the last line of `writing`, which one thread
    at a time can enter. `is_new`: there was no such file, or nothing in it.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self.is_new = not path.exists() or not path.stat().st_size
        self._turn = threading.RLock()
        self._counting = threading.Lock()
        self._waiting = 0
        self._writer = 0
        self._depth = 0
        self.peewee = File(
            str(path),
            passphrase=f"x'{key.hex()}'",
            pragmas={
                "cipher_page_size": PAGE_BYTES,
                "cipher_log_level": "none",  # what goes wrong is told as Trouble, not on standard error
                "journal_mode": "wal",
                "synchronous": "full",
                "busy_timeout": 10_000,
                "temp_store": "memory",
                "secure_delete": 1,  # a destroyed value is gone from the file
                "cache_size": -32_000,
                "query_only": 1,
            },
            autoconnect=True,
        )
        self.tables = Tables.bound(self.peewee)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction, on disk when it ends; joined by the ones opened inside it.

        Raises:
            Trouble: DISK_FULL or DISK_FAILED; then nothing of it was kept.
        """
        with self._counting:
            self._waiting += 1
        self._turn.acquire()
        with self._counting:
            self._waiting -= 1
        try:
            if self._depth:
                self._depth += 1
                try:
                    yield
                finally:
                    self._depth -= 1
                return
            self.peewee.execute_sql("PRAGMA query_only=0")
            self._depth, self._writer = 1, threading.get_ident()
            try:
                with self._transaction():
                    yield
            finally:
                self._depth, self._writer = 0, 0
                self.peewee.execute_sql("PRAGMA query_only=1")
        finally:
            self._turn.release()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Not peewee's own, which keeps more count than these three statements need."""
        connection = self.peewee.connection()
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")

    def give_way(self) -> None:
        """Lets every waiting writer in; long work calls this between its transactions, and inside one it does nothing."""
        while self._waiting and self._writer != threading.get_ident():
            time.sleep(0.001)

    def query(self, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        """The rows of a query that has no model, such as a search."""
        return list(self.peewee.execute_sql(sql, parameters))

    def put(self, table: str, **row: object) -> None:
        """Writes one row, in the place of the one that has its key.

        For what every answer writes: peewee makes up the text of a statement anew each time, for several times of what
        SQLite needs to carry it out.
        """
        columns = ", ".join(f'"{column}"' for column in row)
        marks = ", ".join("?" for _ in row)
        renewed = ", ".join(f'"{column}" = excluded."{column}"' for column in row)
        sql = f'INSERT INTO "{table}" ({columns}) VALUES ({marks}) ON CONFLICT DO UPDATE SET {renewed}'  # noqa: S608  (names of ours)
        self.query(sql, *row.values())

    def size_bytes(self) -> int:
        return self.path.stat().st_size

    def read_through(self) -> None:
        """Reads every page of the file, also those that nobody asks for: free ones, and those of idle tables.

        Raises:
            Trouble: WORKSPACE_DAMAGED with every page whose bytes are not those that were written, or, where all of
                them are, with what does not fit together.
        """
        self.query(
            "PRAGMA wal_checkpoint(TRUNCATE)"
        )  # only the file itself is read here, not the log beside it
        pages = [int(_PAGE.findall(text)[0]) for (text,) in self.query("PRAGMA cipher_integrity_check")]
        problems = [Problem("page_damaged", f"page {page}", {"page": page}) for page in pages]
        if not pages:
            found = [text for (text,) in self.query("PRAGMA quick_check") if text != "ok"]
            problems = [Problem("structure_damaged", "", {"found": text}) for text in found]
        if problems:
            raise Trouble(
                Code.WORKSPACE_DAMAGED, problems=tuple(problems), reason=f"{self.path.name}: {len(problems)}"
            )

    def close(self) -> None:
        self.peewee.close_all()


def bring_up_to_date(database: Database, copies: Path) -> None:
    """Applies the missing migrations; the file is copied aside before the first one.

    Raises:
        Trouble: WORKSPACE_NEWER, before anything is touched, when a newer version of the program wrote the file;
            WORKSPACE_DAMAGED when a file that was there holds nothing of ours: it is never begun anew.
    """
    runner = Runner(database.peewee, str(MIGRATIONS))
    known = {m.name for m in runner.migrations()}
    applied = set(runner.applied())
    newer = sorted(applied - known)
    if newer:
        raise Trouble(Code.WORKSPACE_NEWER, steps=", ".join(newer))
    if not applied and not database.is_new:
        raise Trouble(Code.WORKSPACE_DAMAGED, reason=database.path.name)
    pending = sorted(known - applied)
    if not pending:
        return
    if applied:
        _keep_copy(database, copies / f"before-{pending[0]}.db")
    database.peewee.execute_sql("PRAGMA query_only=0")
    try:
        runner.up()
    finally:
        database.peewee.execute_sql("PRAGMA query_only=1")


def _keep_copy(database: Database, target: Path) -> None:
    """Copies the file as it lies, under the same key."""
    database.peewee.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    with database.path.open("rb") as file:
        durable.write(target, iter(lambda: file.read(1 << 20), b""))
