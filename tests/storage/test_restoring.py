# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Restore drills: by every route, from every place, and killed on the way."""

import random
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bip_desktop.bootstrap import local_now
from bip_desktop.domain.audit import Happened
from bip_desktop.domain.backup import Backup, Reason
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.handover import HandoverState
from bip_desktop.domain.ids import CitizenId
from bip_desktop.domain.meeting import State
from bip_desktop.domain.questionnaire import Step
from bip_desktop.domain.recovery_key import RecoveryKey
from bip_desktop.domain.rights import Role
from bip_desktop.services import safekeeping_ports
from bip_desktop.services.restoring import Restoring
from bip_desktop.services.unlocking import Patience
from bip_desktop.storage.backup_share import FolderShare
from bip_desktop.storage.backups import SPARE, FolderBackups, backups_in
from bip_desktop.storage.engine import connect
from bip_desktop.storage.erasing import FolderErasures, erase
from bip_desktop.storage.key_custody import FolderKeyCustody
from bip_desktop.storage.restoring import BEYOND, FolderRestoring
from bip_desktop.storage.store import DatabaseStore
from bip_desktop.storage.tables import Table
from bip_desktop.storage.vault import FolderVault
from tests.faults.sizes import Rounds
from tests.migrations.kept_databases import AWAY, fill
from tests.migrations.kept_databases import FOLDER as KEPT
from tests.migrations.kept_databases import PASSPHRASE as KEPT_PASSPHRASE
from tests.storage.conftest import Jobcentre
from tests.storage.invented import BO, INSTALLATION, KAREN, PASSPHRASE, citizen, meeting
from tests.storage.test_key_custody import content

OF_BO = "otte store elefanter"
RECOVERY = RecoveryKey.random()


def backed_up(jobcentre: Jobcentre, now: datetime | None = None) -> Backup:
    """A backup of the closed jobcentre."""
    store = DatabaseStore(jobcentre.database, jobcentre.key)
    moment = now or local_now()
    made = FolderBackups(jobcentre.folder, store.copy_to, lambda: moment, "0002").make(Reason.EXIT)
    store.close()
    return made


def add(jobcentre: Jobcentre, number: int, answers: int = 0) -> None:
    """A citizen more, with a meeting where there are answers."""
    store = DatabaseStore(jobcentre.database, jobcentre.key)
    with store.writing() as work:
        work.citizens.add(citizen(number))
        if answers:
            work.meetings.add(meeting(citizen(number)))
        for place in range(answers):
            work.meetings.answer(meeting(citizen(number)).meeting_id, f"B{place + 1}", Step(3), after_reveal=False)
    store.close()


def names(folder: Path, scripts: Path, secret: str = PASSPHRASE) -> list[str]:
    """The citizens there, by way of the front door."""
    store, _ = FolderVault(folder, scripts).open(secret)
    with store.reading() as work:
        found = sorted(each.name for each in work.outbox.citizens())
    store.close()
    return found


def named(*numbers: int) -> list[str]:
    return sorted(citizen(number).name for number in numbers)


def _code(work: Callable[[], object]) -> Code:
    with pytest.raises(BipError) as caught:
        work()
    return caught.value.code


@pytest.fixture
def restorer(jobcentre: Jobcentre, scripts: Path) -> FolderRestoring:
    return FolderRestoring(jobcentre.folder, scripts)


def test_what_would_be_lost_is_said_first_and_then_it_is_as_it_was(
    jobcentre: Jobcentre, restorer: FolderRestoring, scripts: Path
) -> None:
    """Fails where the counts of the two are taken the wrong way round, or the old database is overwritten."""
    port: safekeeping_ports.Restorer = restorer
    add(jobcentre, 1, answers=2)
    backup = backed_up(jobcentre, local_now() - timedelta(minutes=90))
    add(jobcentre, 2, answers=5)
    before = jobcentre.database.read_bytes()
    roles, lost = port.look(backup, PASSPHRASE)
    assert Role.ADMINISTRATOR in roles
    assert (lost.citizens, lost.meetings, lost.answers) == (1, 1, 5)
    assert lost.since is not None
    assert timedelta(minutes=89) < lost.since < timedelta(minutes=92)
    assert jobcentre.database.read_bytes() == before
    port.restore(backup, PASSPHRASE)
    [aside] = (jobcentre.folder / "set-aside").iterdir()
    assert (aside / "bip.db").read_bytes() == before
    assert names(jobcentre.folder, scripts) == named(1)
    assert names(aside, scripts) == named(1, 2)
    assert backups_in(jobcentre.folder / "backups") == (backup,)


@pytest.mark.parametrize("route", ["the passphrase", "a colleague's", "the recovery key"])
@pytest.mark.parametrize("where", ["here", "the share", "a new laptop"])
def test_every_route_restores_from_every_place(
    route: str, where: str, jobcentre: Jobcentre, scripts: Path, tmp_path: Path
) -> None:
    """Fails where the key file beside the backup is not the one that goes along with it."""
    custody = FolderKeyCustody(jobcentre.folder)
    custody.give(PASSPHRASE, BO.caseworker_id, OF_BO)
    custody.set_recovery_key(PASSPHRASE, RECOVERY)
    add(jobcentre, 1, answers=3)
    backed_up(jobcentre)
    (tmp_path / "share").mkdir()
    share = FolderShare(jobcentre.folder, local_now)
    share.choose(tmp_path / "share")
    share.bring_up_to_date()
    add(jobcentre, 2)
    folder = jobcentre.folder
    if where == "the share":
        shutil.rmtree(folder / "backups")
        (folder / "bip.db").write_bytes(b"broken")
        (folder / "bip.key").unlink()
    elif where == "a new laptop":
        folder = tmp_path / "new"
    restorer = FolderRestoring(folder, scripts)
    [backup] = restorer.offered(None if where == "here" else tmp_path / "share")
    secret = {"the passphrase": PASSPHRASE, "a colleague's": OF_BO, "the recovery key": RECOVERY.written}[route]
    restorer.restore(backup, secret)
    assert names(folder, scripts, secret) == named(1)
    assert stat.S_IMODE((folder / "bip.db").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_only_an_administrator_brings_a_backup_back(
    jobcentre: Jobcentre, restorer: FolderRestoring, store: DatabaseStore
) -> None:
    """Fails where the roles are read from the backup alone: a role that was taken since would come back with it."""
    FolderKeyCustody(jobcentre.folder).give(PASSPHRASE, BO.caseworker_id, OF_BO)
    with store.writing() as work:
        work.rights.set_roles(BO.caseworker_id, frozenset({Role.CASEWORKER, Role.ADMINISTRATOR}))
    backup = backed_up(jobcentre)
    service = Restoring(restorer, local_now, Patience())
    assert service.look(backup, OF_BO).answers == 0
    with store.writing() as work:
        work.rights.set_roles(BO.caseworker_id, frozenset({Role.CASEWORKER, Role.TEAM_LEADER}))
    store.close()
    assert _code(lambda: service.look(backup, OF_BO)) is Code.RIGHT_REFUSED
    assert _code(lambda: service.restore(backup, OF_BO)) is Code.RIGHT_REFUSED
    assert not (jobcentre.folder / "set-aside").exists()
    service.restore(backup, PASSPHRASE)


@pytest.mark.parametrize("deep", ["", "share", "share/place"])
def test_a_backup_is_found_from_the_share_its_folder_or_itself(
    deep: str, jobcentre: Jobcentre, restorer: FolderRestoring, tmp_path: Path
) -> None:
    made = [backed_up(jobcentre), backed_up(jobcentre)]
    shutil.copytree(jobcentre.folder / "backups", tmp_path / "stick" / "share")
    (tmp_path / "stick" / "share" / "place").mkdir()
    start = tmp_path / "stick" / "share" / made[0].place.name if "place" in deep else tmp_path / "stick" / deep
    found = [each.number for each in restorer.offered(start)]
    assert found == ([1] if "place" in deep else [2, 1])
    assert restorer.offered(tmp_path / "nowhere") == ()


def test_passphrases_of_today_open_what_is_restored(
    jobcentre: Jobcentre, restorer: FolderRestoring, scripts: Path
) -> None:
    """Fails where the old key file comes back with the old passphrase in it."""
    add(jobcentre, 1)
    FolderKeyCustody(jobcentre.folder).set_recovery_key(PASSPHRASE, RECOVERY)
    backup = backed_up(jobcentre)
    FolderKeyCustody(jobcentre.folder).change(PASSPHRASE, "en helt ny sætning")
    restorer.restore(backup, RECOVERY.written)
    assert names(jobcentre.folder, scripts, "en helt ny sætning") == named(1)
    assert _code(lambda: FolderVault(jobcentre.folder, scripts).open(PASSPHRASE)) is Code.PASSPHRASE_WRONG


def test_a_backup_from_before_a_new_data_key_is_opened_by_its_own_key_file(
    jobcentre: Jobcentre, restorer: FolderRestoring, scripts: Path
) -> None:
    custody = FolderKeyCustody(jobcentre.folder)
    custody.give(PASSPHRASE, BO.caseworker_id, OF_BO)
    add(jobcentre, 1)
    backup = backed_up(jobcentre)
    custody.remove(PASSPHRASE, BO.caseworker_id)
    assert _code(lambda: restorer.restore(backup, OF_BO)) is Code.PASSPHRASE_WRONG
    restorer.restore(backup, PASSPHRASE)
    assert names(jobcentre.folder, scripts) == named(1)


@pytest.mark.parametrize("secret", ["", "forkert", RECOVERY.written], ids=["none", "wrong", "another key"])
def test_a_wrong_secret_changes_nothing(secret: str, jobcentre: Jobcentre, restorer: FolderRestoring) -> None:
    backup = backed_up(jobcentre)
    before = jobcentre.database.read_bytes()
    assert _code(lambda: restorer.look(backup, secret)) is Code.PASSPHRASE_WRONG
    assert _code(lambda: restorer.restore(backup, secret)) is Code.PASSPHRASE_WRONG
    assert jobcentre.database.read_bytes() == before
    assert not (jobcentre.folder / "set-aside").exists()


def test_a_damaged_backup_is_not_offered_as_newest_and_not_restored(
    jobcentre: Jobcentre, restorer: FolderRestoring
) -> None:
    """Fails where a backup counts as whole because it once was."""
    good, bad = backed_up(jobcentre), backed_up(jobcentre)
    flipped = bytearray((bad.place / "bip.db").read_bytes())
    flipped[-2000] ^= 4
    (bad.place / "bip.db").write_bytes(flipped)
    assert restorer.newest() == good
    before = jobcentre.database.read_bytes()
    assert _code(lambda: restorer.restore(bad, PASSPHRASE)) in (Code.BACKUP_DAMAGED, Code.DATABASE_DAMAGED)
    assert jobcentre.database.read_bytes() == before


def test_an_old_backup_is_brought_up_to_date_on_the_way(tmp_path: Path, scripts: Path) -> None:
    folder = tmp_path / "BIP"
    shutil.copytree(KEPT / "0001", folder)
    FolderVault(folder, scripts).open(KEPT_PASSPHRASE)[0].close()
    [backup] = backups_in(folder / "backups")
    assert backup.schema == "0001"
    FolderRestoring(folder, scripts).restore(backup, KEPT_PASSPHRASE)
    assert names(folder, scripts, KEPT_PASSPHRASE)


def test_a_restored_database_is_another_installation_with_newer_rows(
    jobcentre: Jobcentre, restorer: FolderRestoring, scripts: Path
) -> None:
    """Fails where the number, the key or the revisions go on from where the backup stood: the centre would take two
    packages with one number for a conflict, and keep the newer rows of the two."""
    add(jobcentre, 1)
    restorer.restore(backed_up(jobcentre), PASSPHRASE)
    store, _ = FolderVault(jobcentre.folder, scripts).open(PASSPHRASE)
    with store.reading() as work:
        installation = work.people.installation()
        assert work.citizens.get(citizen(1).citizen_id).revision == citizen(1).revision + BEYOND
    store.close()
    assert (installation.site, installation.site_name) == (INSTALLATION.site, INSTALLATION.site_name)
    assert installation.installation_id != INSTALLATION.installation_id
    assert installation.signing_key != INSTALLATION.signing_key


# -- erasures ---------------------------------------------------------------------------------------------------------


def test_whoever_was_erased_since_does_not_come_back(
    jobcentre: Jobcentre, restorer: FolderRestoring, scripts: Path
) -> None:
    """Fails where the list is not read at the restore."""
    port: safekeeping_ports.Erasures = FolderErasures(jobcentre.folder)
    add(jobcentre, 1, answers=3)
    add(jobcentre, 2, answers=3)
    backup = backed_up(jobcentre)
    port.record(citizen(1).citizen_id)
    port.record(citizen(1).citizen_id)
    assert port.all() == (citizen(1).citizen_id,)
    restorer.restore(backup, PASSPHRASE)
    assert names(jobcentre.folder, scripts) == named(2)
    plain = jobcentre.folder / "plain.db"
    connection = connect(jobcentre.database, jobcentre.key)
    connection.execute(f"ATTACH DATABASE '{plain}' AS plain KEY ''")
    connection.execute("SELECT sqlcipher_export('plain')")
    changes = connection.execute("SELECT kind, key, reason FROM change_log").fetchall()
    connection.close()
    bytes_of_all = plain.read_bytes()
    for gone in (citizen(1).name, citizen(1).cpr.digits, citizen(1).citizen_id, meeting(citizen(1)).meeting_id):
        assert gone.encode() not in bytes_of_all
    assert citizen(2).name.encode() in bytes_of_all
    assert ("tombstone_citizen", citizen(1).research_id, "erasure") in changes


def test_the_list_goes_along_to_the_share_and_to_a_new_laptop(
    jobcentre: Jobcentre, scripts: Path, tmp_path: Path
) -> None:
    """Fails where only the list of the folder that is restored into is read."""
    add(jobcentre, 1)
    add(jobcentre, 2)
    backed_up(jobcentre)
    FolderErasures(jobcentre.folder).record(citizen(1).citizen_id)
    (tmp_path / "share").mkdir()
    share = FolderShare(jobcentre.folder, local_now)
    share.choose(tmp_path / "share")
    share.bring_up_to_date()
    new = FolderRestoring(tmp_path / "new", scripts)
    new.restore(new.offered(tmp_path / "share")[0], PASSPHRASE)
    assert names(tmp_path / "new", scripts) == named(2)
    assert FolderErasures(tmp_path / "new").all() == (citizen(1).citizen_id,)


@pytest.mark.parametrize("content", [b"", b"{}", b'{"format": "bip-erased", "version": 2, "citizens": []}'])
def test_without_the_list_nothing_is_restored(content: bytes, jobcentre: Jobcentre, restorer: FolderRestoring) -> None:
    backup = backed_up(jobcentre)
    (jobcentre.folder / "backups" / "erased.json").write_bytes(content)
    before = jobcentre.database.read_bytes()
    assert _code(lambda: restorer.restore(backup, PASSPHRASE)) is Code.ERASURES_DAMAGED
    assert _code(lambda: FolderErasures(jobcentre.folder).record(CitizenId("x"))) is Code.ERASURES_DAMAGED
    assert jobcentre.database.read_bytes() == before


OUTLIVING = ("audit_entry", "rights_case", "handover_in_citizen", "handover_out_citizen")
"""Where a random identity stays: what was done with the citizen, though not who that was."""


def left_rows(store: DatabaseStore, table: str) -> int:
    with store._reader.connect() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() or 0)


def test_an_erased_citizen_leaves_no_row_in_any_table_and_others_keep_theirs(tmp_path: Path, scripts: Path) -> None:
    """Fails where a table that points to another one of the citizen's is forgotten."""
    store = FolderVault(tmp_path / "BIP", scripts).create(PASSPHRASE, KAREN, "", INSTALLATION)
    fill(store)
    with store.writing() as work:
        anna, ended = sorted(work.outbox.citizens(), key=lambda each: each.citizen_id)
        work.handovers.settle(AWAY.handover_id, HandoverState.DECLINED, local_now())
        work.meetings.add(meeting(ended, 1, State.CLOSED))
    with store._writer.begin() as connection:
        assert erase(connection, anna.citizen_id)
        assert not erase(connection, anna.citizen_id)
    gone = {anna.citizen_id, *(meeting(anna, number).meeting_id for number in (1, 2))}
    with store._reader.connect() as connection:
        for table in Table.metadata.sorted_tables:
            for row in connection.execute(select(table)):
                assert table.name in OUTLIVING or not gone & {str(cell) for cell in row}, table.name
    assert left_rows(store, "submission_archive") == 0
    assert left_rows(store, "task") == left_rows(store, "answer_tick") == left_rows(store, "shown_activity") == 0
    with store.reading() as work:
        assert [each.citizen_id for each in work.outbox.citizens()] == [ended.citizen_id]
        assert len(work.meetings.of(ended.citizen_id)) == 1
    assert store.damage() == ()
    store.close()


# -- killed -----------------------------------------------------------------------------------------------------------

KILLER = """
import os, sys
from pathlib import Path
from bip_desktop.storage import durable_files, erasing, keyring, replacing, restoring

left = [int(sys.argv[2])]
def deadly(real):
    def step(*args, **named):
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), 9)
        return real(*args, **named)
    return step
for module in (durable_files, erasing, keyring, replacing, restoring):
    for name in ("rename", "flush", "write_whole", "make_private_folder", "refuse_damage", "_begin_anew", "_move"):
        if hasattr(module, name):
            setattr(module, name, deadly(getattr(module, name)))
restorer = restoring.FolderRestoring(Path(sys.argv[1]), Path("db"))
restorer.restore(restorer.offered()[0], sys.argv[3])
"""


@pytest.mark.soak("restores killed half-way: the old pair of files opens, or the new one", 4, 60, 3)
def test_killed_at_any_step_the_old_pair_opens_or_the_new_one(
    rounds: Rounds, finished: Jobcentre, tmp_path: Path, scripts: Path
) -> None:
    """Broken once by moving the database away before the folder with the new pair had its name."""
    new = old = 0
    for number in rounds:
        folder = tmp_path / str(number)
        shutil.copytree(finished.folder, folder)
        jobcentre = Jobcentre(folder, finished.key)
        add(jobcentre, 1)
        backed_up(jobcentre)
        add(jobcentre, 2)
        step = number % 20 + 1 if len(rounds) > 19 else 3 + number * 4
        command = [sys.executable, "-c", KILLER, str(folder), str(step), PASSPHRASE]
        ended = subprocess.run(command, check=False, cwd=Path(__file__).parents[2])
        assert ended.returncode in (0, -9)
        there = names(folder, scripts)
        assert there in (named(1), named(1, 2)), step
        new, old = new + (there == named(1)), old + (there == named(1, 2))
        assert not (folder / "next").exists()
    rounds.found(old_pair=old, new_pair=new, none=0)


@pytest.mark.soak("restore drills: damaged or gone, by each route: every row of the backup", 3, 50, 3)
def test_restore_drills(rounds: Rounds, finished: Jobcentre, tmp_path: Path, scripts: Path) -> None:
    """Broken once by leaving the write-ahead log of the damaged database beside the new one."""
    chance = random.Random(20261121)
    rows = 0
    for number in rounds:
        folder = tmp_path / str(number)
        shutil.copytree(finished.folder, folder)
        jobcentre = Jobcentre(folder, finished.key)
        custody = FolderKeyCustody(folder)
        custody.give(PASSPHRASE, BO.caseworker_id, OF_BO)
        custody.set_recovery_key(PASSPHRASE, RECOVERY)
        for each in range(1, 3 + number % 5):
            add(jobcentre, each, answers=each)
        backup = backed_up(jobcentre)
        secret = (PASSPHRASE, OF_BO, RECOVERY.written)[number % 3]
        whole = content(backup.place, secret)
        log = _left_by_a_crash(jobcentre)
        present = content(folder, secret)
        _ruin(folder, chance, number, log)
        restorer = FolderRestoring(folder, scripts)
        newest = restorer.newest()
        assert newest == backup
        restorer.restore(newest, secret)
        if number % 6 == KEY_FILE_ALONE:  # the database was whole: not even the newer rows are lost
            assert content(folder, secret) == present
        else:
            assert _same_but_for_the_installation(content(folder, secret), whole), number
        rows += len(whole)
    rounds.found(rows_restored=rows, rows_lost=0)


KEY_FILE_ALONE = 5


def _left_by_a_crash(jobcentre: Jobcentre) -> bytes:
    store = DatabaseStore(jobcentre.database, jobcentre.key)
    with store.writing() as work:
        work.citizens.add(citizen(99))
    log = jobcentre.database.with_name("bip.db-wal").read_bytes()
    store.close()
    return log


def _ruin(folder: Path, chance: random.Random, number: int, log: bytes) -> None:
    database = folder / "bip.db"
    flipped = bytearray(database.read_bytes())
    flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
    match number % 6:
        case 0:
            database.write_bytes(flipped)
        case 1:
            database.write_bytes(flipped)
            (folder / "bip.db-wal").write_bytes(log)
        case 2:
            database.unlink()
            (folder / "bip.key").unlink()
        case 3:
            database.write_bytes(b"")
        case 4:
            database.unlink()
        case _:
            (folder / "bip.key").write_bytes(b"{}")


def _same_but_for_the_installation(restored: list[str], backup: list[str]) -> bool:
    def others(rows: list[str]) -> list[str]:
        logged = f"'{Happened.RESTORED.value}'"  # that it was restored is the one thing more
        kept = [each for each in rows if not each.startswith(("installation:", "citizen:"))]
        return [each for each in kept if not (each.startswith("audit_entry:") and logged in each)]

    citizens = [each for each in restored if each.startswith("citizen:")]
    return others(restored) == others(backup) and len(citizens) == sum(row.startswith("citizen:") for row in backup)


def test_two_restores_in_one_second_set_aside_two(jobcentre: Jobcentre, restorer: FolderRestoring) -> None:
    backup = backed_up(jobcentre)
    for _ in range(2):
        restorer.restore(backup, PASSPHRASE)
    assert len(list((jobcentre.folder / "set-aside").iterdir())) == 2


def test_a_full_disk_is_seen_before_anything_is_written(
    jobcentre: Jobcentre, restorer: FolderRestoring, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = backed_up(jobcentre)
    usage = shutil.disk_usage(jobcentre.folder)._replace(free=SPARE)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    assert _code(lambda: restorer.restore(backup, PASSPHRASE)) is Code.DISK_FULL
    assert not (jobcentre.folder / "set-aside").exists()
