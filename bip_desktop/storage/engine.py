# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Connections to the encrypted database, and the one place where its errors become the project's own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy import exc as sqlalchemy_errors
from sqlcipher3 import dbapi2 as sqlcipher

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.storage.keyring import DataKey

BUSY_SECONDS = 5.0
"""How long to wait for another process, or another thread's transaction."""

_PRAGMAS = (
    # In WAL mode anything less may lose the last answers when the power goes.
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
)
_CODES = {
    sqlcipher.SQLITE_BUSY: Code.DATABASE_BUSY,
    sqlcipher.SQLITE_LOCKED: Code.DATABASE_BUSY,
    sqlcipher.SQLITE_FULL: Code.DISK_FULL,
    sqlcipher.SQLITE_CORRUPT: Code.DATABASE_DAMAGED,
    sqlcipher.SQLITE_NOTADB: Code.DATABASE_DAMAGED,
    sqlcipher.SQLITE_IOERR: Code.DATABASE_WRITE,
    sqlcipher.SQLITE_READONLY: Code.DATABASE_WRITE,
    sqlcipher.SQLITE_CANTOPEN: Code.DATABASE_WRITE,
    sqlcipher.SQLITE_PERM: Code.DATABASE_WRITE,
}


@contextmanager
def known_errors() -> Iterator[None]:
    """Raises `BipError` for what the place does to the database: DATABASE_BUSY, DATABASE_DAMAGED, DATABASE_WRITE,
    DISK_FULL. Everything else, a broken constraint say, is a bug and passes as it is."""
    try:
        yield
    except sqlalchemy_errors.TimeoutError as error:
        raise BipError(Code.DATABASE_BUSY) from error
    except sqlalchemy_errors.DBAPIError as error:
        _raise_known(error.orig, error)
        raise
    except sqlcipher.Error as error:
        _raise_known(error, error)
        raise


def _raise_known(failure: BaseException | None, cause: Exception) -> None:
    if str(failure) == Code.CITIZEN_AWAY.value:  # a trigger of the database's own says so
        raise BipError(Code.CITIZEN_AWAY) from cause
    extended = getattr(failure, "sqlite_errorcode", None)
    if extended is None:
        return
    code = _CODES.get(extended & 0xFF)
    if code is not None:
        raise BipError(code, sqlite=extended) from cause


def connect(path: Path, key: DataKey, *, query: str = "mode=rw") -> Any:
    """A DB-API connection with `key`; by default it opens an existing file and never makes one.

    Transactions are begun in so many words, because the driver's own would leave a half-made schema behind. The key
    goes straight to the driver: SQLAlchemy, its URLs and its log never see it.
    """
    connection = sqlcipher.connect(
        f"{path.resolve().as_uri()}?{query}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,  # a pool hands it from thread to thread, never to two at a time
    )
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{key.raw.hex()}'\"")
        if connection.execute("PRAGMA cipher_version").fetchone() is None:  # plain SQLite ignores the key in silence
            raise RuntimeError("the database library does not encrypt")
    except BaseException:
        connection.close()
        raise
    return connection


def writing_engine(path: Path, key: DataKey) -> Engine:
    """One connection for all that write: they wait for each other here rather than in the database."""
    engine = _engine(path, key, (), pool_size=1, max_overflow=0)
    _begin_with(engine, "BEGIN IMMEDIATE")
    return engine


def reading_engine(path: Path, key: DataKey) -> Engine:
    """Connections that cannot write, one for each thread that reads; two are kept."""
    engine = _engine(path, key, ("query_only=ON",), pool_size=2, max_overflow=8)
    _begin_with(engine, "BEGIN")
    return engine


def migrating_engine(path: Path, key: DataKey) -> Engine:
    """One connection with foreign keys off, which no transaction could do: a table that is rebuilt would drag along
    the rows that point to it. Also turns the write-ahead log on, which stays with the file."""
    engine = _engine(path, key, ("foreign_keys=OFF", "journal_mode=WAL"), pool_size=1, max_overflow=0)
    _begin_with(engine, "BEGIN IMMEDIATE")
    return engine


def _engine(path: Path, key: DataKey, pragmas: tuple[str, ...], *, pool_size: int, max_overflow: int) -> Engine:
    def opened() -> Any:
        connection = connect(path, key)
        try:
            for pragma in (*_PRAGMAS, *pragmas):
                connection.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()
            raise
        return connection

    return create_engine(
        # Not the dialect's own name for SQLCipher: that one sends a passphrase of its own before ours.
        "sqlite+pysqlite://",
        module=sqlcipher,
        creator=opened,
        poolclass=QueuePool,
        pool_size=pool_size,
        max_overflow=max_overflow,
        pool_timeout=BUSY_SECONDS,
        pool_use_lifo=True,
        hide_parameters=True,  # names and CPR numbers must not stand in an error's text
    )


def _begin_with(engine: Engine, statement: str) -> None:
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)
