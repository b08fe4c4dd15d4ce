# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Whether a database is whole: every page, its structure, and where its rows point."""

from pathlib import Path
from typing import Any

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.storage.engine import connect, known_errors
from bip_desktop.storage.keyring import DataKey


def damage_of(path: Path, key: DataKey) -> tuple[str, ...]:
    """What is wrong with the database at `path`, read in full (seconds for a large one); empty where all is well.

    Nothing is written. Raises `BipError` DATABASE_DAMAGED where it cannot even be read.
    """
    logged = path.with_name(path.name + "-wal").exists()
    with known_errors():
        connection = connect(path, key, query="mode=ro" if logged else "mode=ro&immutable=1")
        try:
            return damage_seen(lambda pragma: connection.execute(f"PRAGMA {pragma}").fetchall())
        finally:
            connection.close()


def damage_seen(ask: Any) -> tuple[str, ...]:
    """What an open connection finds; `ask` gives the rows of a pragma."""
    pages = ask("cipher_integrity_check")
    if pages:  # nothing can be asked of pages that are not the ones that were written
        return tuple(str(row[0]) for row in pages)
    return (
        *(str(row[0]) for row in ask("quick_check") if row[0] != "ok"),
        *sorted({f"foreign key of {row[0]}" for row in ask("foreign_key_check")}),
    )


def refuse_damage(path: Path, key: DataKey) -> None:
    """Raises `BipError` DATABASE_DAMAGED where the database at `path` is not whole."""
    found = damage_of(path, key)
    if found:
        raise BipError(Code.DATABASE_DAMAGED, faults=len(found))
