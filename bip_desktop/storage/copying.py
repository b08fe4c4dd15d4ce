# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A copy of a database that is in use: one moment of it, encrypted with the same key, read in full before it counts."""

from pathlib import Path
from typing import Any

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.storage.durable_files import flush, make_private_file
from bip_desktop.storage.engine import connect, known_errors
from bip_desktop.storage.keyring import DataKey
from bip_desktop.storage.verifying import refuse_damage


def copy_database(path: Path, key: DataKey, copy: Path) -> None:
    """Writes the database at `path`, as it is at this moment, to the new private file `copy`, and verifies it there.

    The counting and the copying see one state: both lie in one transaction, which hinders nobody else's. Raises
    `BipError` DATABASE_DAMAGED where either is not whole, and as `known_errors` does; `OSError`.
    """
    make_private_file(copy)
    with known_errors():
        source = connect(path, key)
        try:
            source.execute("PRAGMA query_only=ON")
            source.execute("BEGIN")
            counted = row_counts(source)
            target = connect(copy, key)
            try:
                source.backup(target)
            finally:
                target.close()
            source.execute("ROLLBACK")
        finally:
            source.close()
    flush(copy)
    refuse_damage(copy, key)
    if counts_of(copy, key) != counted:
        raise BipError(Code.DATABASE_DAMAGED, faults=1)


def counts_of(path: Path, key: DataKey) -> dict[str, int]:
    """Rows by table of a closed database, which is not touched."""
    with known_errors():
        connection = connect(path, key, query="mode=ro&immutable=1")
        try:
            return row_counts(connection)
        finally:
            connection.close()


def row_counts(connection: Any) -> dict[str, int]:
    """Rows by table."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    # The names come from the schema itself.
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables}  # noqa: S608
