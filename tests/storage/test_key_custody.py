# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Who can open the jobcentre: any route can be lost, and the others still open everything."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CaseworkerId
from bip_desktop.domain.recovery_key import RecoveryKey
from bip_desktop.paths import NEXT
from bip_desktop.storage import replacing
from bip_desktop.storage.engine import reading_engine
from bip_desktop.storage.key_custody import FolderKeyCustody
from bip_desktop.storage.keyring import DataKey, Keyring
from bip_desktop.storage.store import DatabaseStore
from bip_desktop.storage.vault import FolderVault
from tests.migrations.kept_databases import FOLDER as KEPT
from tests.migrations.kept_databases import PASSPHRASE as KEPT_PASSPHRASE
from tests.storage.conftest import Jobcentre
from tests.storage.invented import BO, KAREN, PASSPHRASE, citizen, meeting

OF_BO = "otte store elefanter"
RECOVERY = RecoveryKey.random()


@pytest.fixture
def shared(jobcentre: Jobcentre) -> Jobcentre:
    """A jobcentre with a citizen that Karen, Bo and the recovery key open."""
    custody = FolderKeyCustody(jobcentre.folder)
    custody.give(PASSPHRASE, BO.caseworker_id, OF_BO)
    custody.set_recovery_key(PASSPHRASE, RECOVERY)
    store = DatabaseStore(jobcentre.database, jobcentre.key)
    with store.writing() as work:
        work.citizens.add(citizen())
        work.meetings.add(meeting(citizen()))
    store.close()
    return jobcentre


def content(folder: Path, secret: str) -> list[str]:
    """All rows of all tables, the counters too."""
    _, key = Keyring.read(folder / "bip.key").opened(secret)
    engine = reading_engine(folder / "bip.db", key)
    with engine.connect() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        dumped = [str(row) for row in connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master")]
        for table in tables:
            dumped += [f"{table}: {row}" for row in connection.exec_driver_sql(f"SELECT * FROM {table}")]
    engine.dispose()
    return sorted(dumped)


def _code(folder: Path, scripts: Path, secret: str) -> Code | None:
    try:
        FolderVault(folder, scripts).open(secret)[0].close()
    except BipError as error:
        return error.code
    return None


@pytest.mark.parametrize("lost", [0, 1, 2])
def test_any_one_route_can_be_lost_and_the_others_open_all_rows(lost: int, shared: Jobcentre, scripts: Path) -> None:
    """Fails where `Keyring.read` gives up at the first damaged slot."""
    secrets = [PASSPHRASE, OF_BO, RECOVERY.written]
    whole = content(shared.folder, PASSPHRASE)
    document = json.loads(shared.key_file.read_bytes())
    document["slots"][lost]["wrapped"] = "AAAA"
    shared.key_file.write_text(json.dumps(document), encoding="utf-8")
    for number, secret in enumerate(secrets):
        if number == lost:
            assert _code(shared.folder, scripts, secret) is Code.KEY_FILE_DAMAGED
        else:
            assert content(shared.folder, secret) == whole
    assert len(whole) > 40


def test_the_recovery_key_opens_however_it_is_typed_and_a_mistake_is_named(shared: Jobcentre, scripts: Path) -> None:
    assert _code(shared.folder, scripts, RECOVERY.written.lower().replace("-", " ")) is None
    wrong = "A" if RECOVERY.groups[2][0] != "A" else "B"
    mistyped = "-".join((*RECOVERY.groups[:2], wrong + RECOVERY.groups[2][1:], *RECOVERY.groups[3:]))
    assert _code(shared.folder, scripts, mistyped) is Code.RECOVERY_KEY_GROUP
    assert _code(shared.folder, scripts, RecoveryKey.random().written) is Code.PASSPHRASE_WRONG


def test_a_new_recovery_key_takes_the_place_of_the_old_one(shared: Jobcentre, scripts: Path) -> None:
    new = RecoveryKey.random()
    FolderKeyCustody(shared.folder).set_recovery_key(OF_BO, new)
    assert _code(shared.folder, scripts, new.written) is None
    assert _code(shared.folder, scripts, RECOVERY.written) is Code.PASSPHRASE_WRONG


def test_a_changed_passphrase_leaves_the_database_and_the_other_slots_untouched(
    shared: Jobcentre, scripts: Path
) -> None:
    before, slots = shared.database.read_bytes(), json.loads(shared.key_file.read_bytes())["slots"]
    FolderKeyCustody(shared.folder).change(PASSPHRASE, "en helt ny sætning")
    assert shared.database.read_bytes() == before
    after = json.loads(shared.key_file.read_bytes())["slots"]
    assert [new == old for new, old in zip(after, slots, strict=True)] == [False, True, True]
    assert _code(shared.folder, scripts, "en helt ny sætning") is None
    assert _code(shared.folder, scripts, PASSPHRASE) is Code.PASSPHRASE_WRONG


def test_whoever_forgot_the_passphrase_gets_a_new_one_by_the_recovery_key(shared: Jobcentre, scripts: Path) -> None:
    custody = FolderKeyCustody(shared.folder)
    custody.change(RECOVERY.written, "en helt ny sætning")
    assert custody.check("en helt ny sætning") == KAREN.caseworker_id == custody.check(RECOVERY.written)
    assert _code(shared.folder, scripts, PASSPHRASE) is Code.PASSPHRASE_WRONG


@pytest.mark.parametrize("secret", ["forkert", ""])
def test_a_wrong_secret_changes_no_byte(secret: str, shared: Jobcentre) -> None:
    custody = FolderKeyCustody(shared.folder)
    before = (shared.key_file.read_bytes(), shared.database.read_bytes())
    changes: tuple[Callable[[], None], ...] = (
        lambda: custody.give(secret, BO.caseworker_id, "noget andet her"),
        lambda: custody.change(secret, "noget andet her"),
        lambda: custody.set_recovery_key(secret, RecoveryKey.random()),
        lambda: custody.remove(secret, BO.caseworker_id),
    )
    for change in changes:
        with pytest.raises(BipError) as caught:
            change()
        assert caught.value.code is Code.PASSPHRASE_WRONG
    assert (shared.key_file.read_bytes(), shared.database.read_bytes()) == before


def test_a_removed_person_is_shut_out_by_a_new_data_key_and_nobody_else_is(shared: Jobcentre, scripts: Path) -> None:
    """Fails where the slots alone are taken away: the old data key would still open the file."""
    whole = content(shared.folder, PASSPHRASE)
    old_key = Keyring.read(shared.key_file).opened(OF_BO)[1]
    FolderKeyCustody(shared.folder).remove(PASSPHRASE, BO.caseworker_id)
    assert _code(shared.folder, scripts, OF_BO) is Code.PASSPHRASE_WRONG
    assert content(shared.folder, PASSPHRASE) == content(shared.folder, RECOVERY.written) == whole
    with pytest.raises(BipError) as caught, DatabaseStore(shared.database, old_key).reading() as work:
        work.people.installation()
    assert caught.value.code is Code.DATABASE_DAMAGED
    assert sorted(path.name for path in shared.folder.iterdir()) == ["bip.db", "bip.key"]
    assert Keyring.read(shared.key_file).opened(PASSPHRASE)[1].raw != old_key.raw


def test_a_database_under_a_new_key_is_as_safe_as_before(shared: Jobcentre, scripts: Path) -> None:
    FolderKeyCustody(shared.folder).remove(PASSPHRASE, BO.caseworker_id)
    store, _ = FolderVault(shared.folder, scripts).open(PASSPHRASE)
    with store._writer.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    assert store.damage() == ()
    store.close()
    assert {oct(path.stat().st_mode & 0o777) for path in shared.folder.iterdir()} == {"0o600"}


def test_the_removed_persons_slot_goes_from_the_backups_key_files_too(shared: Jobcentre) -> None:
    backup = shared.folder / "backups" / "one"
    backup.mkdir(parents=True)
    shutil.copy(shared.key_file, backup)
    FolderKeyCustody(shared.folder).remove(PASSPHRASE, BO.caseworker_id)
    ring = Keyring.read(backup / "bip.key")
    assert BO.caseworker_id not in {slot.holder for slot in ring.slots}
    assert ring.opened(PASSPHRASE)[1].raw == shared.key.raw


def test_the_last_person_with_a_passphrase_and_oneself_cannot_be_removed(jobcentre: Jobcentre) -> None:
    custody = FolderKeyCustody(jobcentre.folder)
    custody.set_recovery_key(PASSPHRASE, RECOVERY)
    before = jobcentre.key_file.read_bytes()
    with pytest.raises(BipError) as caught:
        custody.remove(RECOVERY.written, KAREN.caseworker_id)
    assert caught.value.code is Code.KEY_LAST
    custody.give(PASSPHRASE, BO.caseworker_id, OF_BO)
    before = jobcentre.key_file.read_bytes()
    with pytest.raises(BipError) as caught:
        custody.remove(PASSPHRASE, KAREN.caseworker_id)
    assert caught.value.code is Code.PASSPHRASE_WRONG
    assert jobcentre.key_file.read_bytes() == before


def test_a_slot_of_the_first_version_opens_for_ever_and_is_made_anew_by_its_passphrase(
    tmp_path: Path, scripts: Path
) -> None:
    folder = tmp_path / "BIP"
    shutil.copytree(KEPT / "0001", folder)
    custody = FolderKeyCustody(folder)
    assert [slot.is_old for slot in custody.slots()] == [True]
    custody.give(KEPT_PASSPHRASE, CaseworkerId("bo"), OF_BO)
    with pytest.raises(BipError) as caught:
        custody.remove(OF_BO, CaseworkerId("another"))
    assert caught.value.code is Code.KEY_SLOT_OLD
    key = Keyring.read(folder / "bip.key").opened(KEPT_PASSPHRASE)[1]
    FolderVault(folder, scripts).open(KEPT_PASSPHRASE)[0].close()
    assert [slot.is_old for slot in custody.slots()] == [False, False]
    assert Keyring.read(folder / "bip.key").opened(KEPT_PASSPHRASE)[1].raw == key.raw


STEPS = range(1, 9)


@pytest.mark.parametrize("step", STEPS)
def test_killed_at_any_step_of_a_new_key_the_old_pair_opens_or_the_new_one(
    step: int, shared: Jobcentre, scripts: Path
) -> None:
    """Fails where the database gets its name before the key file does and nothing completes it, or where the pair is
    renamed without the decision of `next`."""
    whole = content(shared.folder, PASSPHRASE)
    program = (
        "import os, sys; from pathlib import Path; from bip_desktop.storage import durable_files, replacing\n"
        "from bip_desktop.storage.key_custody import FolderKeyCustody\n"
        "real, left = durable_files.rename, [int(sys.argv[2])]\n"
        "def deadly(part, path):\n"
        "    left[0] -= 1\n"
        "    if not left[0]: os.kill(os.getpid(), 9)\n"
        "    real(part, path)\n"
        "durable_files.rename = replacing.rename = deadly\n"
        "FolderKeyCustody(Path(sys.argv[1])).remove(sys.argv[3], sys.argv[4])\n"
    )
    command = [sys.executable, "-c", program, str(shared.folder), str(step), PASSPHRASE, BO.caseworker_id]
    ended = subprocess.run(command, check=False, cwd=Path(__file__).parents[2])
    assert ended.returncode == (-9 if step < 8 else 0), ended
    assert FolderVault(shared.folder, scripts).exists()
    decided = (shared.folder / NEXT).exists() or ended.returncode == 0
    assert _code(shared.folder, scripts, PASSPHRASE) is None
    assert content(shared.folder, PASSPHRASE) == whole
    assert _code(shared.folder, scripts, OF_BO) is (Code.PASSPHRASE_WRONG if decided else None)
    assert not (shared.folder / NEXT).exists()


def test_what_is_replaced_can_be_set_aside_with_its_log(jobcentre: Jobcentre, tmp_path: Path) -> None:
    (jobcentre.folder / "bip.db-wal").write_bytes(b"left by a crash")
    with replacing.prepared(jobcentre.folder) as part:
        shutil.copy(jobcentre.database, part)
        DataKey.random()
        shutil.copy(jobcentre.key_file, part)
        replacing.replace_pair(jobcentre.folder, aside="monday")
    aside = jobcentre.folder / "set-aside" / "monday"
    assert sorted(path.name for path in aside.iterdir()) == ["bip.db", "bip.db-wal", "bip.key"]
    assert sorted(path.name for path in jobcentre.folder.iterdir()) == ["bip.db", "bip.key", "set-aside"]
