# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The centre's store: SQLAlchemy Core on embedded SQLite, or on PostgreSQL by its URL."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, Insert, Table, create_engine, event, insert, inspect, select, tuple_
from sqlalchemy import exc as sqlalchemy_errors
from sqlalchemy.dialects import postgresql, sqlite

from bip_desktop.centre import store_tables as t
from bip_desktop.centre.faults import CentreError, Problem

BUSY_SECONDS = 60
"""How long one command waits for another's transaction."""
Cells = tuple[Any, ...]


class Store:
    """One database. What it refuses is `CentreError` STORE_FAILED."""

    def __init__(self, url: str) -> None:
        self._engine = _engine(url)

    def create(self) -> None:
        """Makes the tables where there are none. Raises `CentreError` STORE_OTHER where others' tables are there."""
        with _known_errors(), self._engine.begin() as connection:
            found = set(inspect(connection).get_table_names())
            if found and t.schema_version.name not in found:
                raise CentreError(Problem.STORE_OTHER)
            if not found:
                t.metadata.create_all(connection)
                connection.execute(insert(t.schema_version).values(version=t.SCHEMA_VERSION))

    def check(self) -> None:
        """Raises `CentreError` STORE_NEWER or STORE_OTHER where this program does not know the tables."""
        with _known_errors(), self._engine.connect() as connection:
            if not inspect(connection).has_table(t.schema_version.name):
                raise CentreError(Problem.STORE_OTHER)
            version = connection.execute(select(t.schema_version.c.version)).scalar_one()
            if version != t.SCHEMA_VERSION:
                raise CentreError(Problem.STORE_NEWER, found=version, known=t.SCHEMA_VERSION)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it, or nothing where the block raises."""
        with _known_errors(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view; large results come a piece at a time."""
        with _known_errors(), self._engine.connect() as connection:
            yield connection.execution_options(stream_results=True, yield_per=2_000)

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()


@contextmanager
def _known_errors() -> Iterator[None]:
    try:
        yield
    except sqlalchemy_errors.OperationalError as error:
        # The driver's own sentence says which file or server; it holds no row.
        raise CentreError(Problem.STORE_FAILED, reason=str(error.orig)) from error
    except (sqlalchemy_errors.ArgumentError, sqlalchemy_errors.NoSuchModuleError, ModuleNotFoundError) as error:
        raise CentreError(Problem.STORE_FAILED, reason=str(error)) from error


def _engine(url: str) -> Engine:
    with _known_errors():
        engine = create_engine(url, hide_parameters=True)
    if engine.dialect.name == "sqlite":

        @event.listens_for(engine, "connect")
        def connected(connection: Any, _record: object) -> None:
            connection.isolation_level = None  # transactions are begun in so many words, below
            for pragma in (f"busy_timeout={BUSY_SECONDS * 1000}", "journal_mode=WAL", "synchronous=FULL",
                           "foreign_keys=ON", "secure_delete=ON", "cache_size=-32768"):  # fmt: skip
                connection.execute(f"PRAGMA {pragma}")

        @event.listens_for(engine, "begin")
        def begun(connection: Connection) -> None:
            # A reader sees one moment and waits for nobody; a writer takes its turn before it has read anything.
            reads = connection.get_execution_options().get("stream_results", False)
            connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine


@cache
def upsert(dialect: Dialect, table: Table, key: tuple[str, ...], greater: tuple[str, ...]) -> Insert:
    """An insert on `key` that replaces what is there only by something greater in the columns `greater`.

    With the revision first and all other cells after it, two rows of one revision end the same in any order.
    """
    # The two spell this alike, and SQLAlchemy gives it to each dialect's own insert.
    statement = sqlite.insert(table) if dialect.name == "sqlite" else postgresql.insert(table)
    return statement.on_conflict_do_update(
        index_elements=list(key),
        set_={name: statement.excluded[name] for name in greater},
        where=tuple_(*(statement.excluded[name] for name in greater)) > tuple_(*(table.c[name] for name in greater)),
    )


def run_many(connection: Connection, statement: Insert, columns: tuple[str, ...], rows: Sequence[Cells]) -> None:
    """Runs `statement` for each of `rows`, whose cells stand in the order of `columns`."""
    if not rows:
        return
    if connection.dialect.positional:
        # Straight to the driver: naming each cell of each row would cost more than storing it.
        connection.exec_driver_sql(_text(statement, connection.dialect, columns), list(rows))
    else:
        connection.execute(statement, [dict(zip(columns, row, strict=True)) for row in rows])


@cache
def _text(statement: Insert, dialect: Dialect, columns: tuple[str, ...]) -> str:
    compiled = statement.compile(dialect=dialect, column_keys=list(columns))
    if getattr(compiled, "positiontup", None) != list(columns):
        raise ValueError("columns that do not stand in the table's order")
    return str(compiled)
