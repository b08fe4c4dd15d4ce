# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Backups: whole or not there, opened by the same people, private, and no more of them than are needed."""

import os
import random
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bip_desktop.domain.backup import ALWAYS, MONTHLY, Backup, Reason, superseded
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.services import safekeeping_ports
from bip_desktop.storage import backups as backups_module
from bip_desktop.storage import copying
from bip_desktop.storage.backup_share import FolderShare
from bip_desktop.storage.backups import ABOUT, FolderBackups, backups_in, is_whole
from bip_desktop.storage.keyring import Keyring
from bip_desktop.storage.store import DatabaseStore
from bip_desktop.storage.vault import FolderVault
from tests.migrations.kept_databases import FOLDER as KEPT
from tests.migrations.kept_databases import PASSPHRASE as KEPT_PASSPHRASE
from tests.storage.conftest import Jobcentre
from tests.storage.invented import PASSPHRASE, citizen, meeting
from tests.storage.test_key_custody import content

NOW = datetime.fromisoformat("2026-11-21T09:30:00")


class Wall:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def made_of(jobcentre: Jobcentre, store: DatabaseStore, wall: Wall) -> FolderBackups:
    """Backups of a jobcentre that is open and has a citizen."""
    with store.writing() as work:
        work.citizens.add(citizen())
        work.meetings.add(meeting(citizen()))
    return FolderBackups(jobcentre.folder, store.copy_to, wall, "0002")


def _code(work: Callable[[], object]) -> Code:
    with pytest.raises(BipError) as caught:
        work()
    return caught.value.code


def test_a_backup_holds_every_row_and_is_opened_by_the_same_passphrase(
    made_of: FolderBackups, jobcentre: Jobcentre, store: DatabaseStore
) -> None:
    """Fails where the file is copied without its write-ahead log: the last answers are missing."""
    port: safekeeping_ports.Backups = made_of
    backup = port.make(Reason.EXIT)
    assert (backup.number, backup.made_at, backup.reason, backup.schema) == (1, NOW, Reason.EXIT, "0002")
    assert port.all() == (backup,)
    assert is_whole(backup)
    store.close()
    assert content(backup.place, PASSPHRASE) == content(jobcentre.folder, PASSPHRASE)
    assert not (backup.place / "bip.db").read_bytes().startswith(b"SQLite")


def test_names_and_modes_tell_nothing_to_anybody(made_of: FolderBackups, jobcentre: Jobcentre) -> None:
    """Fails where the driver makes the file itself, with the modes it likes."""
    before = os.umask(0)
    try:
        backup = made_of.make(Reason.EXIT)
    finally:
        os.umask(before)
    home = jobcentre.folder / "backups"
    assert [path.name for path in home.iterdir()] == ["bip-000001-2026-11-21"]
    assert {path.name for path in backup.place.iterdir()} == {"bip.db", "bip.key", ABOUT}
    if os.name == "posix":
        assert {stat.S_IMODE(path.stat().st_mode) for path in backup.place.iterdir()} == {0o600}
        assert {stat.S_IMODE(path.stat().st_mode) for path in (home, backup.place)} == {0o700}
    said = (backup.place / ABOUT).read_text()
    assert citizen().name not in said
    assert not re.search(r"\d{6}-?\d{4}(?!\d)", said.replace(backup.sha256, "").replace(backup.log_head.hash, ""))


def test_a_copy_is_one_moment_while_others_write(
    made_of: FolderBackups, store: DatabaseStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails where counting and copying are two transactions: the counts differ, and no backup comes about."""
    count = copying.row_counts

    def counts_then_another_writes(connection: Any) -> dict[str, int]:
        counted = count(connection)
        monkeypatch.undo()
        with store.writing() as work:
            work.citizens.add(citizen(2))
        return counted

    monkeypatch.setattr(copying, "row_counts", counts_then_another_writes)
    backup = made_of.make(Reason.EXIT)
    copy = DatabaseStore(backup.place / "bip.db", store._key)
    with copy.reading() as work:
        assert [each.citizen_id for each in work.outbox.citizens()] == [citizen().citizen_id]
    copy.close()


@pytest.mark.parametrize("step", ["_copy_key_file", "write_whole", "rename"])
def test_a_backup_that_fails_leaves_the_last_good_one_and_nothing_else(
    step: str, made_of: FolderBackups, jobcentre: Jobcentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails where the unfinished folder is left, or has its name before it is whole."""
    good = made_of.make(Reason.DAILY)

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(FolderBackups if step.startswith("_") else backups_module, step, fails)
    assert _code(lambda: made_of.make(Reason.EXIT)) is Code.BACKUP_SPACE
    assert made_of.all() == (good,)
    assert [path.name for path in (jobcentre.folder / "backups").iterdir()] == [good.place.name]


def test_no_backup_takes_the_room_that_answers_need(
    made_of: FolderBackups, jobcentre: Jobcentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(jobcentre.folder)._replace(free=backups_module.SPARE)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    assert _code(lambda: made_of.make(Reason.EXIT)) is Code.BACKUP_SPACE
    assert made_of.all() == ()


@pytest.mark.parametrize("content", [b"", b"{}", b"not a key file"])
def test_a_copy_that_nobody_could_open_is_not_made(
    content: bytes, made_of: FolderBackups, jobcentre: Jobcentre
) -> None:
    good = made_of.make(Reason.DAILY)
    jobcentre.key_file.write_bytes(content)
    assert _code(lambda: made_of.make(Reason.EXIT)) is Code.KEY_FILE_DAMAGED
    assert made_of.all() == (good,)


def test_a_damaged_database_is_never_backed_up(
    jobcentre: Jobcentre, made_of: FolderBackups, store: DatabaseStore
) -> None:
    """Fails where the copy is not read again: a page nobody asked for goes along unread."""
    good = made_of.make(Reason.DAILY)
    store.close()
    whole = jobcentre.database.read_bytes()
    places = random.Random(3)
    for _ in range(12):
        flipped = bytearray(whole)
        flipped[places.randrange(4096, len(whole))] ^= 1 << places.randrange(8)
        jobcentre.database.write_bytes(flipped)
        damaged = DatabaseStore(jobcentre.database, jobcentre.key)
        backups = FolderBackups(jobcentre.folder, damaged.copy_to, Wall(), "0002")
        with pytest.raises(BipError) as caught:
            backups.make(Reason.EXIT)
        assert caught.value.code is Code.DATABASE_DAMAGED
        damaged.close()
        assert jobcentre.database.read_bytes() == flipped
    assert backups_in(jobcentre.folder / "backups") == (good,)


KILLER = """
import os, sys
from datetime import datetime
from pathlib import Path
from bip_desktop.domain.backup import Reason
from bip_desktop.storage import backups, copying, durable_files
from bip_desktop.storage.keyring import DataKey
from bip_desktop.storage.store import DatabaseStore

folder, left = Path(sys.argv[1]), [int(sys.argv[2])]
def deadly(real):
    def step(*args):
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), 9)
        return real(*args)
    return step
for module in (backups, copying, durable_files):
    for name in ("rename", "flush", "write_whole", "make_private_file", "make_private_folder", "refuse_damage"):
        if hasattr(module, name):
            setattr(module, name, deadly(getattr(module, name)))
store = DatabaseStore(folder / "bip.db", DataKey(bytes.fromhex(sys.stdin.readline())))
backups.FolderBackups(folder, store.copy_to, datetime.now, "0002").make(Reason.EXIT)
"""


@pytest.mark.timeout(120)
def test_killed_at_any_step_the_last_good_one_is_there_and_what_has_a_name_is_whole(
    made_of: FolderBackups, jobcentre: Jobcentre, store: DatabaseStore
) -> None:
    """Fails where the folder gets its name before the copy is in it."""
    good = made_of.make(Reason.DAILY)
    store.close()
    step, returned = 0, -9
    while returned == -9:
        step += 1
        command = [sys.executable, "-c", KILLER, str(jobcentre.folder), str(step)]
        ended = subprocess.run(
            command, check=False, input=jobcentre.key.raw.hex(), text=True, cwd=Path(__file__).parents[2]
        )
        there = backups_in(jobcentre.folder / "backups")
        assert good in there
        assert all(is_whole(each) for each in there)
        returned = ended.returncode
    assert returned == 0
    assert step > 6
    assert not list((jobcentre.folder / "backups").glob("*.part"))


def test_before_a_migration_there_is_a_backup_of_the_old_schema(tmp_path: Path, scripts: Path) -> None:
    folder = tmp_path / "BIP"
    shutil.copytree(KEPT / "0001", folder)
    before = content(folder, KEPT_PASSPHRASE)
    FolderVault(folder, scripts).open(KEPT_PASSPHRASE)[0].close()
    (backup,) = backups_in(folder / "backups")
    assert (backup.reason, backup.schema) == (Reason.MIGRATION, "0001")
    assert content(backup.place, KEPT_PASSPHRASE) == before
    FolderVault(folder, scripts).open(KEPT_PASSPHRASE)[0].close()
    assert len(backups_in(folder / "backups")) == 1


def test_without_a_backup_nothing_is_migrated(tmp_path: Path, scripts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "BIP"
    shutil.copytree(KEPT / "0001", folder)
    before = (folder / "bip.db").read_bytes()

    def full(*_: object) -> None:
        raise BipError(Code.DISK_FULL)

    monkeypatch.setattr(copying, "make_private_file", full)
    assert _code(lambda: FolderVault(folder, scripts).open(KEPT_PASSPHRASE)) is Code.BACKUP_SPACE
    assert (folder / "bip.db").read_bytes() == before


# -- which are kept ---------------------------------------------------------------------------------------------------


def _backup(number: int, made_at: datetime) -> Backup:
    return Backup(number, made_at, Reason.EXIT, "0002", "1", 1, "", Path(str(number)))


def _kept(moments: list[datetime], now: datetime) -> list[datetime]:
    backups = [_backup(number, moment) for number, moment in enumerate(moments, start=1)]
    gone = superseded(backups, now)
    return [each.made_at for each in backups if each not in gone]


def test_a_year_of_backups_is_thinned_to_days_weeks_and_months() -> None:
    """Fails where the oldest of a span is kept in the place of the newest, or a span has two."""
    moments = [NOW - timedelta(days=day, hours=hour) for day in range(365, -1, -1) for hour in (6, 3, 0)]
    kept = _kept(moments, NOW)
    ages = [NOW - moment for moment in kept]
    assert sum(age < timedelta(days=2) for age in ages) == 6
    days = [moment.date() for moment in kept if timedelta(days=2) <= NOW - moment < timedelta(days=14)]
    assert len(days) == len(set(days)) == 12
    weeks = [m.isocalendar()[:2] for m in kept if timedelta(days=14) <= NOW - m < timedelta(days=61)]
    assert len(weeks) == len(set(weeks)) >= 7
    months = [(m.year, m.month) for m in kept if timedelta(days=61) <= NOW - m < MONTHLY]
    assert len(months) == len(set(months)) >= 4
    assert max(ages) < MONTHLY
    assert len(kept) < 35


def test_what_was_kept_yesterday_is_enough_for_today() -> None:
    """Fails where thinning day by day loses what thinning at once would keep: no month has one in the end."""
    there: list[Backup] = []
    now = NOW
    for day in range(200):
        now = NOW + timedelta(days=day)
        there.append(_backup(day + 1, now))
        there = [each for each in there if each not in superseded(there, now)]
    ages = sorted((now - each.made_at).days for each in there)
    assert any(15 <= age < 61 for age in ages)
    assert any(age >= 100 for age in ages)
    assert len(ages) < 35


def test_a_clock_that_jumps_takes_no_more_than_it_must() -> None:
    """Fails where age alone decides: one day in the wrong year would take every backup there is."""
    moments = [NOW - timedelta(days=day) for day in range(9, 0, -1)]
    assert _kept([*moments, NOW.replace(year=2040)], NOW.replace(year=2040))[:-1] == moments[-ALWAYS + 1 :]
    assert _kept([*moments, NOW.replace(year=2040)], NOW) == [*moments, NOW.replace(year=2040)]


def test_numbers_go_on_and_thinned_ones_are_gone(made_of: FolderBackups, jobcentre: Jobcentre, wall: Wall) -> None:
    for _ in range(ALWAYS + 3):
        made_of.make(Reason.EXIT)
    wall.now += timedelta(days=400)
    newest = made_of.make(Reason.EXIT)
    numbers = [each.number for each in made_of.all()]
    assert numbers == list(range(newest.number, newest.number - ALWAYS, -1))
    assert len(list((jobcentre.folder / "backups").iterdir())) == ALWAYS


# -- the share --------------------------------------------------------------------------------------------------------


@pytest.fixture
def share(jobcentre: Jobcentre, tmp_path: Path, wall: Wall) -> FolderShare:
    """A folder of the municipality's, chosen."""
    (tmp_path / "share").mkdir()
    share = FolderShare(jobcentre.folder, wall)
    share.choose(tmp_path / "share")
    return share


def test_the_share_gets_the_same_backups_and_the_same_keys(made_of: FolderBackups, share: FolderShare) -> None:
    """Fails where the keys of what is there already are left: a removed person could still open the copy."""
    port: safekeeping_ports.BackupShare = share
    made_of.make(Reason.EXIT)
    newest = made_of.make(Reason.EXIT)
    assert port.reached is None
    port.bring_up_to_date()
    assert port.reached == NOW
    assert share.place is not None
    there = backups_in(share.place)
    assert [each.sha256 for each in there] == [each.sha256 for each in made_of.all()]
    assert all(is_whole(each) for each in there)
    ring = Keyring.read(newest.place / "bip.key")
    Keyring(tuple(slot.resealed(ring.opened(PASSPHRASE)[1], "en ny sætning") for slot in ring.slots)).write(
        newest.place / "bip.key"
    )
    share.bring_up_to_date()
    assert (there[0].place / "bip.key").read_bytes() == (newest.place / "bip.key").read_bytes()


def test_a_share_that_is_away_says_so_and_hurts_nobody(
    made_of: FolderBackups, share: FolderShare, tmp_path: Path
) -> None:
    """Fails where the missing share is made anew on the local disk."""
    good = made_of.make(Reason.EXIT)
    (tmp_path / "share").rename(tmp_path / "away")
    assert _code(share.bring_up_to_date) is Code.BACKUP_SHARE
    assert not (tmp_path / "share").exists()
    assert made_of.all() == (good,)
    (tmp_path / "away").rename(tmp_path / "share")
    share.bring_up_to_date()
    assert share.place is not None
    assert len(backups_in(share.place)) == 1


def test_what_is_half_there_or_changed_on_the_way_is_no_backup(
    made_of: FolderBackups, share: FolderShare, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = made_of.make(Reason.EXIT)
    assert share.place is not None
    (share.place / backup.place.name).mkdir()
    shutil.copy(backup.place / ABOUT, share.place / backup.place.name)
    assert backups_in(share.place) == ()
    real = shutil.copyfile

    def loses(source: Path, target: Path) -> None:
        real(source, target)
        if source.name == "bip.db":
            target.write_bytes(bytes(target.stat().st_size))

    monkeypatch.setattr(shutil, "copyfile", loses)
    assert _code(share.bring_up_to_date) is Code.BACKUP_SHARE
    assert backups_in(share.place) == ()
    monkeypatch.undo()
    share.bring_up_to_date()
    assert len(backups_in(share.place)) == 1


def test_an_emptied_folder_here_empties_nothing_there(
    made_of: FolderBackups, share: FolderShare, jobcentre: Jobcentre
) -> None:
    made_of.make(Reason.EXIT)
    share.bring_up_to_date()
    for place in (jobcentre.folder / "backups").glob("bip-*"):
        shutil.rmtree(place)
    share.bring_up_to_date()
    assert share.place is not None
    assert len(backups_in(share.place)) == 1


def test_a_place_that_cannot_be_written_is_not_chosen(share: FolderShare, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert _code(lambda: share.choose(tmp_path / "file")) is Code.BACKUP_SHARE
    assert share.folder == tmp_path / "share"


def test_nothing_is_copied_where_no_share_is_chosen(made_of: FolderBackups, share: FolderShare, tmp_path: Path) -> None:
    made_of.make(Reason.EXIT)
    share.choose(None)
    share.bring_up_to_date()
    assert share.folder is None
    assert not list((tmp_path / "share").rglob("bip.db"))


@pytest.mark.parametrize("content", [b"", b"[]", b'{"folder": "/x"}', b"\xff"])
def test_a_damaged_setting_is_as_none(content: bytes, share: FolderShare, jobcentre: Jobcentre) -> None:
    (jobcentre.folder / "backups" / "share.json").write_bytes(content)
    assert share.folder is None
