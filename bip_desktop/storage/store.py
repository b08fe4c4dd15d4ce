# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The jobcentre's own database, opened: transactions in, the domain's values out."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine

from bip_desktop.domain.errors import BipError
from bip_desktop.services.exchange_ports import Handovers
from bip_desktop.services.ports import Citizens, Meetings, Outbox, People
from bip_desktop.services.trust_ports import AuditTrail, Rights
from bip_desktop.storage.audit_store import AuditStore
from bip_desktop.storage.citizen_store import CitizenStore
from bip_desktop.storage.copying import copy_database
from bip_desktop.storage.durable_files import known_file_errors
from bip_desktop.storage.engine import connect, known_errors, reading_engine, writing_engine
from bip_desktop.storage.handover_store import HandoverStore
from bip_desktop.storage.keyring import DataKey
from bip_desktop.storage.meeting_store import MeetingStore
from bip_desktop.storage.outbox_store import OutboxStore
from bip_desktop.storage.people_store import PeopleStore
from bip_desktop.storage.rights_store import RightsStore
from bip_desktop.storage.verifying import damage_seen


class DatabaseWork:
    """Fulfils `ports.UnitOfWork`: all stores on the connection of one transaction."""

    people: People
    citizens: Citizens
    meetings: Meetings
    outbox: Outbox
    audit: AuditTrail
    rights: Rights
    handovers: Handovers

    def __init__(self, connection: Connection) -> None:
        self.people = PeopleStore(connection)
        self.citizens = CitizenStore(connection)
        self.meetings = MeetingStore(connection)
        self.outbox = OutboxStore(connection)
        self.audit = AuditStore(connection)
        self.rights = RightsStore(connection)
        self.handovers = HandoverStore(connection)


class DatabaseStore:
    """Fulfils `ports.Store` with an encrypted database; any thread may use it, each for one transaction at a time.

    Transactions raise `BipError`: DATABASE_BUSY, DATABASE_DAMAGED, DATABASE_WRITE, DISK_FULL.
    """

    def __init__(self, path: Path, key: DataKey) -> None:
        self._path, self._key = path, key
        self._reader = reading_engine(path, key)
        self._writer = writing_engine(path, key)
        self._thread = threading.local()

    @contextmanager
    def reading(self) -> Iterator[DatabaseWork]:
        """A transaction that sees one state of the database, and cannot change it."""
        with self._transaction(self._reader) as work:
            yield work

    @contextmanager
    def writing(self) -> Iterator[DatabaseWork]:
        """A transaction that is on the disk when it is left, and leaves nothing behind after an exception."""
        with self._transaction(self._writer) as work:
            yield work

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[DatabaseWork]:
        if getattr(self._thread, "busy", False):
            raise RuntimeError("a transaction inside another one of the same thread")
        self._thread.busy = True
        try:
            with known_errors(), engine.begin() as connection:
                yield DatabaseWork(connection)
        finally:
            self._thread.busy = False

    def damage(self) -> tuple[str, ...]:
        """What is wrong with the file, read in full (seconds for a large one); empty where all is well.

        Where the power went while the log was being folded into the file, pages of the file are half written and the
        log holds them whole: so it is folded in, as at every close, before anything is called damaged. Raises
        `BipError` DATABASE_DAMAGED where the file cannot even be read.
        """
        found = self._damage()
        if not found:
            return ()
        with suppress(BipError), known_errors():
            connection = connect(self._path, self._key)
            try:
                connection.execute("PRAGMA wal_checkpoint(FULL)")
            finally:
                connection.close()
        return self._damage()

    def _damage(self) -> tuple[str, ...]:
        with known_errors(), self._reader.connect() as connection:
            return damage_seen(lambda pragma: connection.exec_driver_sql(f"PRAGMA {pragma}").fetchall())

    def copy_to(self, copy: Path) -> None:
        """Writes all that is committed to the new file `copy`, under the same key, and reads it in full there.

        Raises `BipError` DATABASE_DAMAGED, DATABASE_WRITE, DISK_FULL.
        """
        with known_file_errors():
            copy_database(self._path, self._key, copy)

    def compact(self) -> None:
        """Writes the file anew, without the pages on which something deleted has stood, and empties the log beside it.
        Raises `BipError`: DATABASE_BUSY, DATABASE_WRITE, DISK_FULL."""
        with known_errors():
            connection = connect(self._path, self._key)
            try:
                connection.execute("PRAGMA temp_store=MEMORY")
                connection.execute("VACUUM")
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                connection.close()

    def close(self) -> None:
        """Closes every connection; the last one folds the write-ahead log into the file."""
        self._reader.dispose()
        self._writer.dispose()
