# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Connections: what they promise, what stands on the disk, and what is said when the place fails."""

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlcipher3 import dbapi2

from bip_desktop.domain.cpr import Cpr
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.questionnaire import Step
from bip_desktop.services import ports
from bip_desktop.storage import engine
from bip_desktop.storage.engine import connect, known_errors, reading_engine, writing_engine
from bip_desktop.storage.keyring import DataKey
from bip_desktop.storage.store import DatabaseStore
from tests.storage.conftest import Jobcentre
from tests.storage.invented import BO, INSTALLATION, KAREN, citizen, meeting

CANARY = replace(citizen(7), name="Kanarie Fuglsang", cpr=Cpr("6502801234"), case_number="KANARIE-SAG")


@pytest.fixture(params=[writing_engine, reading_engine])
def pooled(request: pytest.FixtureRequest, jobcentre: Jobcentre) -> Iterator[Engine]:
    made: Engine = request.param(jobcentre.database, jobcentre.key)
    yield made
    made.dispose()


def test_every_pooled_connection_keeps_its_promises(pooled: Engine) -> None:
    for _ in range(2):  # the second time from the pool
        with pooled.connect() as connection:
            said = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in (
                    "journal_mode",
                    "synchronous",
                    "foreign_keys",
                    "secure_delete",
                    "temp_store",
                    "busy_timeout",
                    "trusted_schema",
                    "cipher_log_level",
                    "cipher_use_hmac",
                )
            }
        assert said == {
            "journal_mode": "wal",
            "synchronous": 2,  # FULL
            "foreign_keys": 1,
            "secure_delete": 1,
            "temp_store": 2,  # MEMORY
            "busy_timeout": 5000,
            "trusted_schema": 0,
            "cipher_log_level": "NONE",
            "cipher_use_hmac": "1",
        }


def test_nothing_readable_ever_stands_on_the_disk(jobcentre: Jobcentre, store: DatabaseStore) -> None:
    with store.writing() as work:
        work.citizens.add(CANARY)
    words = (
        CANARY.name,
        "Fuglsang",
        CANARY.cpr.digits,
        CANARY.cpr.written,
        CANARY.case_number,
        CANARY.citizen_id,
        KAREN.name,
        BO.name,
        INSTALLATION.site_name,
        "SQLite format 3",
        "CREATE TABLE",
    )

    def hits() -> list[tuple[str, str]]:
        return [
            (path.name, word)
            for path in sorted(jobcentre.folder.iterdir())
            for word in words
            if word.encode() in path.read_bytes() or word.encode("utf-16-le") in path.read_bytes()
        ]

    names = {path.name for path in jobcentre.folder.iterdir()}
    assert names == {"bip.db", "bip.db-wal", "bip.db-shm", "bip.key"}
    assert (jobcentre.folder / "bip.db-wal").stat().st_size > 0
    assert hits() == []
    store.close()
    assert {path.name for path in jobcentre.folder.iterdir()} == {"bip.db", "bip.key"}
    assert hits() == []


def test_a_library_that_does_not_encrypt_is_refused_before_it_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dbapi2, "connect", sqlite3.connect)
    (tmp_path / "bip.db").touch()
    with pytest.raises(RuntimeError, match="does not encrypt"):
        connect(tmp_path / "bip.db", DataKey.random())
    assert (tmp_path / "bip.db").read_bytes() == b""


@pytest.mark.skipif(os.name != "posix", reason="file modes")
def test_the_files_beside_the_database_are_private_too(jobcentre: Jobcentre, store: DatabaseStore) -> None:
    with store.writing() as work:
        work.citizens.add(CANARY)
    assert {oct(path.stat().st_mode & 0o777) for path in jobcentre.folder.iterdir()} == {"0o600"}


def test_an_exception_leaves_nothing_behind(store: DatabaseStore) -> None:
    def begun(work: ports.UnitOfWork) -> None:
        work.citizens.add(CANARY)
        work.meetings.add(meeting(CANARY))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), store.writing() as work:
        begun(work)
    with store.reading() as work:
        assert not work.citizens.has_cpr(CANARY.cpr)
        assert work.outbox.head() == 0


def test_a_transaction_inside_another_is_refused_and_the_outer_one_goes_on(store: DatabaseStore) -> None:
    with store.writing() as work:
        work.citizens.add(CANARY)
        for inner in (store.reading, store.writing):
            with pytest.raises(RuntimeError, match="inside another"), inner():
                pass
    with store.reading() as work:
        assert work.citizens.get(CANARY.citizen_id) == CANARY


def test_reading_cannot_write(store: DatabaseStore) -> None:
    with pytest.raises(BipError) as caught, store.reading() as work:
        work.citizens.add(CANARY)
    assert caught.value.code is Code.DATABASE_WRITE


def test_a_reader_sees_one_state_while_another_thread_writes(store: DatabaseStore) -> None:
    def write() -> None:
        with store.writing() as work:
            work.citizens.add(CANARY)

    with store.reading() as work:
        assert work.outbox.head() == 0
        thread = threading.Thread(target=write)
        thread.start()
        thread.join()
        assert work.outbox.head() == 0
    with store.reading() as work:
        assert work.outbox.head() == 1


def test_threads_that_write_at_once_wait_for_each_other(store: DatabaseStore) -> None:
    with store.writing() as work:
        work.citizens.add(CANARY)
        work.meetings.add(meeting(CANARY))

    def answer(item: str) -> None:
        for step in range(1, 6):
            with store.writing() as work:
                work.meetings.answer(meeting(CANARY).meeting_id, item, Step(step), after_reveal=False)

    threads = [threading.Thread(target=answer, args=(f"B{number}",)) for number in range(1, 6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as work:
        stored = work.meetings.stored_answers(meeting(CANARY).meeting_id)
    assert sorted((a.item, a.revision, a.value) for a in stored) == [(f"B{n}", 5, Step(5)) for n in range(1, 6)]


def _add(work: ports.UnitOfWork, numbers: Iterable[int]) -> None:
    for number in numbers:
        work.citizens.add(citizen(number))


def _code_of_writing(store: ports.Store) -> Code:
    with pytest.raises(BipError) as caught, store.writing() as work:
        work.citizens.add(CANARY)
    return caught.value.code


def test_another_program_that_holds_the_database_makes_it_busy(
    jobcentre: Jobcentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    store = DatabaseStore(jobcentre.database, jobcentre.key)
    other = connect(jobcentre.database, jobcentre.key)
    other.execute("BEGIN IMMEDIATE")
    assert _code_of_writing(store) is Code.DATABASE_BUSY
    other.close()
    with store.writing() as work:
        work.citizens.add(CANARY)
    store.close()


def test_another_thread_that_writes_for_long_makes_it_busy(
    jobcentre: Jobcentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    store = DatabaseStore(jobcentre.database, jobcentre.key)
    said: list[Code] = []
    with store.writing():
        thread = threading.Thread(target=lambda: said.append(_code_of_writing(store)))
        thread.start()
        thread.join()
    assert said == [Code.DATABASE_BUSY]
    store.close()


def test_a_full_disk_is_said_and_nothing_is_half_written(store: DatabaseStore) -> None:
    with store.writing() as work:
        work.citizens.add(CANARY)
    with store._writer.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1")
    with pytest.raises(BipError) as caught, store.writing() as work:
        _add(work, range(100, 2_000))
    assert caught.value.code is Code.DISK_FULL
    with store.reading() as work:
        assert [each.citizen_id for each in work.outbox.citizens()] == [CANARY.citizen_id]


def test_damage_met_in_the_middle_is_said(jobcentre: Jobcentre) -> None:
    content = bytearray(jobcentre.database.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 + 50] ^= 1
    jobcentre.database.write_bytes(content)
    store = DatabaseStore(jobcentre.database, jobcentre.key)
    with pytest.raises(BipError) as caught, store.reading() as work:
        work.people.caseworkers()
    store.close()
    assert caught.value.code is Code.DATABASE_DAMAGED


def test_a_file_that_has_gone_is_not_made_anew(jobcentre: Jobcentre) -> None:
    jobcentre.database.unlink()
    store = DatabaseStore(jobcentre.database, jobcentre.key)
    assert _code_of_writing(store) is Code.DATABASE_WRITE
    store.close()
    assert not jobcentre.database.exists()


def test_an_error_of_the_program_passes_and_names_no_value(store: DatabaseStore) -> None:
    with store.writing() as work:
        work.citizens.add(CANARY)
    with pytest.raises(IntegrityError) as caught, store.writing() as work:
        work.citizens.add(replace(CANARY, citizen_id=citizen(8).citizen_id, cpr=Cpr("6602801234")))
    assert "research_id" in str(caught.value)
    for word in (CANARY.name, "6602801234", "Fuglsang"):
        assert word not in str(caught.value) + repr(caught.value.__dict__.get("orig"))


def test_a_mistake_in_a_statement_is_not_taken_for_a_fault_of_the_place(pooled: Engine) -> None:
    with pytest.raises(OperationalError), known_errors(), pooled.connect() as connection:
        connection.exec_driver_sql("SELECT * FROM nowhere")


def test_a_path_with_odd_letters_is_a_path(tmp_path: Path, jobcentre: Jobcentre) -> None:
    odd = tmp_path / "Bo's 100% #1 mappe? æøå"
    odd.mkdir()
    path = jobcentre.database.rename(odd / "bip.db")
    store = DatabaseStore(path, jobcentre.key)
    with store.reading() as work:
        assert work.people.caseworkers()
    store.close()
