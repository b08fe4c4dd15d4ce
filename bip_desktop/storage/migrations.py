# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Brings the schema of a database to the newest revision, in one transaction; refuses a newer one unread.

`scripts` is the folder `db/`: the caller knows where it lies (source tree, wheel or frozen program). Its revisions
are numbered 0001, 0002, … in the names of their files, so that looking whether there is anything to do needs no
Alembic, whose import takes longer than opening the database.
"""

import re
from pathlib import Path

from sqlalchemy import Connection, insert, select
from sqlcipher3 import dbapi2 as sqlcipher

import bip_desktop
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.storage.engine import connect, known_errors, migrating_engine
from bip_desktop.storage.keyring import DataKey
from bip_desktop.storage.tables import SchemaStepRow

_REVISION_FILE = re.compile(r"(\d{4})_\w+\.py")


class BrokenForeignKeysError(Exception):
    """A migration left rows that point nowhere: a bug in it. Nothing was changed."""


def newest_revision(scripts: Path) -> str:
    """The newest revision this program knows. Raises `FileNotFoundError` where `scripts` holds none."""
    found = [match[1] for path in (scripts / "versions").iterdir() if (match := _REVISION_FILE.fullmatch(path.name))]
    if not found:
        raise FileNotFoundError(scripts / "versions")
    return max(found)


def stored_revision(path: Path, key: DataKey) -> tuple[str, str]:
    """The revision of the database's schema, and the version of the program that brought it there.

    Neither the file nor its write-ahead log is changed by looking. Raises `BipError` as `known_errors` does;
    DATABASE_DAMAGED also where the file is empty or holds no schema.
    """
    # With no log beside it the file alone is the database, and may be read without making the log's files.
    logged = path.with_name(path.name + "-wal").exists()
    with known_errors():
        connection = connect(path, key, query="mode=ro" if logged else "mode=ro&immutable=1")
        try:
            rows = connection.execute(
                "SELECT version_num, (SELECT app_version FROM schema_step WHERE revision = version_num)"
                " FROM alembic_version"
            ).fetchall()
        except sqlcipher.OperationalError as error:
            if error.sqlite_errorcode == sqlcipher.SQLITE_ERROR:  # no such table
                raise BipError(Code.DATABASE_DAMAGED) from error
            raise
        finally:
            connection.close()
    if len(rows) != 1:
        raise BipError(Code.DATABASE_DAMAGED)
    return str(rows[0][0]), str(rows[0][1] or "")


def needs_migration(path: Path, key: DataKey, scripts: Path) -> bool:
    """Whether the schema is older than this program's.

    Raises `BipError` DATABASE_NEWER with the schema's revision and the version of the program that it needs.
    """
    stored, app_version = stored_revision(path, key)
    newest = newest_revision(scripts)
    if stored > newest:
        raise BipError(Code.DATABASE_NEWER, schema=stored, version=app_version)
    return stored < newest


def migrate(path: Path, key: DataKey, scripts: Path) -> None:
    """Brings the database at `path` (an empty file at first) to the newest revision, or leaves it as it was.

    Raises `BipError` as `known_errors` does, and `BrokenForeignKeysError`.
    """
    engine = migrating_engine(path, key)
    try:
        with known_errors(), engine.begin() as connection:
            _upgrade(connection, scripts)
            _sign(connection, newest_revision(scripts))
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise BrokenForeignKeysError(sorted({str(row[0]) for row in broken}))
    finally:
        engine.dispose()


def _sign(connection: Connection, revision: str) -> None:
    """Says which program brought the schema to `revision`, unless another one was quicker."""
    if connection.scalar(select(SchemaStepRow.revision).where(SchemaStepRow.revision == revision)) is None:
        connection.execute(insert(SchemaStepRow).values(revision=revision, app_version=bip_desktop.__version__))


def _upgrade(connection: Connection, scripts: Path) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
