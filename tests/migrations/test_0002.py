# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""From 0001 to 0002: every standing is kept, and says for how long nothing has moved, as the domain counts it."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import insert

from bip_desktop.domain.caseload import Standing
from bip_desktop.domain.intervention import Kind
from bip_desktop.domain.meeting import State
from bip_desktop.domain.progression import progression
from bip_desktop.domain.questionnaire import Missing, Step
from bip_desktop.exchange.instrument_file import InstrumentFolder
from bip_desktop.services.following import read_history
from bip_desktop.storage.durable_files import make_private_file, make_private_folder
from bip_desktop.storage.engine import migrating_engine, writing_engine
from bip_desktop.storage.keyring import DataKey, Keyring, Slot
from bip_desktop.storage.migrations import migrate
from bip_desktop.storage.people_store import PeopleStore
from bip_desktop.storage.store import DatabaseStore
from bip_desktop.storage.tables import CaseworkerRow
from bip_desktop.storage.vault import FolderVault
from tests.migrations.kept_databases import SCRIPTS
from tests.storage.invented import INSTALLATION, KAREN, PASSPHRASE, TODAY, citizen, meeting

INSTRUMENTS = InstrumentFolder(SCRIPTS.parent / "resources" / "instruments")
INSTRUMENT = INSTRUMENTS.current()
HISTORIES: list[tuple[Sequence[str], int]] = [
    (["443244344"], 0),
    (["443244344", "443244344"], 1),
    (["443244344", "443244345", "443244345", "443244345"], 2),
    (["443244344", "443244344", "143244344"], 0),
    (["44324434-", "443244344", "44324434-"], 2),
    (["443244344", "---------", "443244344"], 0),
]
"""B1 to B9 as a digit each, a dash where the citizen did not answer; and for how long nothing has moved."""


@pytest.fixture
def old(tmp_path: Path) -> tuple[Path, Path]:
    """A jobcentre of the schema 0001, and the folder with its migration alone."""
    scripts = tmp_path / "db"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__", "0002_*", "0003_*", "0004_*"))
    key, folder = DataKey.random(), tmp_path / "BIP"
    make_private_folder(folder)
    make_private_file(folder / "bip.db")
    Keyring((Slot.sealing(key, PASSPHRASE, KAREN.caseworker_id),)).write(folder / "bip.key")
    migrate(folder / "bip.db", key, scripts)
    engine = writing_engine(folder / "bip.db", key)
    with engine.begin() as connection:
        PeopleStore(connection).set_installation(INSTALLATION)
        connection.execute(
            insert(CaseworkerRow).values(caseworker_id=KAREN.caseworker_id, name=KAREN.name, phone="", pin_hash="")
        )
    engine.dispose()
    return folder, scripts


def _write(folder: Path) -> None:
    """Each history for a citizen of its own, with the standing as 0001 kept it."""
    key = Keyring.read(folder / "bip.key").opened(PASSPHRASE)[1]
    store = DatabaseStore(folder / "bip.db", key)
    with store.writing() as work:
        for number, (steps, _) in enumerate(HISTORIES, start=1):
            whose = citizen(number)
            work.citizens.add(whose)
            for place, line in enumerate(steps, start=1):
                held = replace(meeting(whose, place, State.REVEALED), instrument_version=INSTRUMENT.version)
                work.meetings.add(held)
                for item, step in enumerate(line, start=1):
                    value = Missing.DECLINED if step == "-" else Step(int(step))
                    # What was first said does not count where it was changed after the reveal.
                    if item == 3 and step != "-":
                        work.meetings.answer(held.meeting_id, "B3", Step(1 + place % 5), after_reveal=False)
                        work.meetings.answer(held.meeting_id, "B3", value, after_reveal=True)
                    else:
                        work.meetings.answer(held.meeting_id, f"B{item}", value, after_reveal=False)
                work.meetings.save(replace(held, state=State.CLOSED))
    store.close()
    engine = migrating_engine(folder / "bip.db", key)
    with engine.begin() as connection:
        for number, (steps, _) in enumerate(HISTORIES, start=1):
            connection.exec_driver_sql(
                "INSERT INTO standing VALUES (?, ?, ?, 1, 7, 1, 1, 0, 0, 1, 'Ringer til bageren')",
                (citizen(number).citizen_id, len(steps), TODAY.isoformat()),
            )
    engine.dispose()


def test_a_standing_is_kept_and_says_for_how_long_nothing_has_moved(old: tuple[Path, Path]) -> None:
    folder, _ = old
    _write(folder)
    store, _ = FolderVault(folder, SCRIPTS).open(PASSPHRASE)
    with store.reading() as work:
        rows = {row.citizen.citizen_id: row.standing for row in work.citizens.caseload(KAREN.caseworker_id)}
        for number, (steps, still_for) in enumerate(HISTORIES, start=1):
            whose = citizen(number).citizen_id
            kinds = frozenset({Kind.JOB, Kind.HEALTH})
            assert rows[whose] == Standing(
                whose, len(steps), TODAY, 1, 7, 1, kinds, "Ringer til bageren", still_for=still_for
            )
            moved = progression(read_history(work, INSTRUMENTS, whose), INSTRUMENT)
            assert moved.still_for == still_for
    assert store.damage() == ()
    store.close()


def test_an_empty_jobcentre_is_brought_up_to_date_too(old: tuple[Path, Path]) -> None:
    folder, _ = old
    migrate(folder / "bip.db", Keyring.read(folder / "bip.key").opened(PASSPHRASE)[1], SCRIPTS)
    store, _ = FolderVault(folder, SCRIPTS).open(PASSPHRASE)
    with store.writing() as work:
        assert work.people.setting("opdigtet") is None
        work.people.set_setting("opdigtet", "42")
        work.people.set_setting("opdigtet", "43")
        assert work.people.setting("opdigtet") == "43"
    store.close()
