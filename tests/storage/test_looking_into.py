# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What lay on a computer that is gone: counts and the last uses, from a backup that is not touched."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bip_desktop.bootstrap import local_now, say_what_was_on
from bip_desktop.domain.backup import Backup
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.gui import theft_texts
from bip_desktop.services import safekeeping_ports
from bip_desktop.services.looking_into import LookingInto
from bip_desktop.services.unlocking import WRONG_BEFORE_WAIT, Patience, Unlocking
from bip_desktop.storage.key_custody import FolderKeyCustody
from bip_desktop.storage.looking_into import BackupReader
from bip_desktop.storage.pins import Argon2PinHasher
from bip_desktop.storage.store import DatabaseStore
from bip_desktop.storage.vault import FolderVault
from tests.migrations.kept_databases import BLIND, LATER, fill
from tests.migrations.kept_databases import FOLDER as KEPT
from tests.migrations.kept_databases import PASSPHRASE as KEPT_PASSPHRASE
from tests.storage.conftest import Jobcentre
from tests.storage.invented import BO, INSTALLATION, KAREN, PASSPHRASE, citizen
from tests.storage.test_restoring import OF_BO, RECOVERY, backed_up


@pytest.fixture
def looking(scripts: Path) -> LookingInto:
    reader: safekeeping_ports.BackupReader = BackupReader(scripts)
    return LookingInto(reader, local_now, Patience())


@pytest.fixture
def gone(tmp_path: Path, scripts: Path) -> Backup:
    """The last backup of a computer with something in every table; the computer itself is gone."""
    folder = tmp_path / "laptop" / "BIP"
    store = FolderVault(folder, scripts).create(PASSPHRASE, KAREN, "", INSTALLATION)
    assert isinstance(store, DatabaseStore)
    fill(store)
    store.close()
    custody = FolderKeyCustody(folder)
    custody.give(PASSPHRASE, BO.caseworker_id, OF_BO)
    custody.set_recovery_key(PASSPHRASE, RECOVERY)
    made = backed_up(Jobcentre(folder, store._key))
    shutil.copytree(made.place, tmp_path / "share" / made.place.name)
    shutil.rmtree(tmp_path / "laptop")
    [copy] = BackupReader(scripts).offered(tmp_path / "share")
    return copy


def _code(work: Callable[[], object]) -> Code:
    with pytest.raises(BipError) as caught:
        work()
    return caught.value.code


def _hashes(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


@pytest.mark.parametrize("secret", [PASSPHRASE, RECOVERY.written], ids=["passphrase", "recovery key"])
def test_the_backup_alone_says_how_much_was_on_and_is_not_touched(
    secret: str, gone: Backup, looking: LookingInto
) -> None:
    """Fails where it is opened to be written: its log appears beside it, and it is no longer what was verified."""
    before = _hashes(gone.place)
    found = looking.look(gone, secret)
    assert (found.citizens, found.measured, found.caseworkers) == (2, 1, 2)
    assert found.citizens_answers == sum(code.startswith("B") for code in (*BLIND, *LATER))
    assert found.caseworkers_answers == sum(code.startswith("S") for code in (*BLIND, *LATER))
    assert found.own_words > 0
    assert found.notes > 0
    assert (found.passphrases, found.has_recovery_key) == (2, True)
    assert (found.looked_by, found.site_name) == (KAREN.name, INSTALLATION.site_name)
    assert found.last_used == found.uses[0].at
    assert _hashes(gone.place) == before


def test_what_is_said_names_no_citizen(gone: Backup, looking: LookingInto) -> None:
    """Fails where the uses are listed with the citizen's name."""
    found = looking.look(gone, PASSPHRASE)
    for said in (theft_texts.as_text(found), theft_texts.as_html(found)):
        assert "Borgere: 2" in said
        for number in (1, 2):
            assert citizen(number).name not in said
            assert citizen(number).cpr.digits not in said
            assert citizen(number).cpr.digits[-4:] not in said.replace(citizen(number).case_number, "")


def test_a_caseworker_or_a_stranger_learns_nothing(gone: Backup, looking: LookingInto) -> None:
    assert _code(lambda: looking.look(gone, OF_BO)) is Code.RIGHT_REFUSED
    assert _code(lambda: looking.look(gone, "noget andet")) is Code.PASSPHRASE_WRONG


def test_wrong_passphrases_cost_a_wait_that_holds_on_every_page(gone: Backup, scripts: Path, tmp_path: Path) -> None:
    """Fails where each page counts for itself: there would always be one more to guess on."""
    unlocking = Unlocking(FolderVault(tmp_path / "BIP", scripts), Argon2PinHasher(), lambda: 0.0)
    looking = LookingInto(BackupReader(scripts), local_now, unlocking.patience)
    for _ in range(WRONG_BEFORE_WAIT):
        assert _code(lambda: looking.look(gone, "noget andet")) is Code.PASSPHRASE_WRONG
    assert _code(lambda: looking.look(gone, PASSPHRASE)) is Code.PASSPHRASE_WAIT
    assert _code(lambda: unlocking.unlock(PASSPHRASE)) is Code.PASSPHRASE_WAIT


def test_a_damaged_backup_is_told_apart(gone: Backup, looking: LookingInto) -> None:
    database = gone.place / "bip.db"
    flipped = bytearray(database.read_bytes())
    flipped[-100] ^= 1
    database.write_bytes(flipped)
    assert _code(lambda: looking.look(gone, PASSPHRASE)) is Code.BACKUP_DAMAGED


def test_an_old_backup_is_read_too_and_left_old(tmp_path: Path, scripts: Path, looking: LookingInto) -> None:
    folder = tmp_path / "BIP"
    shutil.copytree(KEPT / "0001", folder)
    FolderVault(folder, scripts).open(KEPT_PASSPHRASE)[0].close()
    [old] = looking.offered(folder / "backups")
    before = _hashes(old.place)
    assert looking.look(old, KEPT_PASSPHRASE).citizens == 2
    assert _hashes(old.place) == before


def test_the_command_says_the_same(gone: Backup, capsys: pytest.CaptureFixture[str]) -> None:
    assert say_what_was_on(gone.place.parent, PASSPHRASE) == 0
    assert "Borgere: 2, heraf 1 med" in capsys.readouterr().out
    assert say_what_was_on(gone.place.parent, "noget andet") == 1
    assert "passer ikke" in capsys.readouterr().out
    assert say_what_was_on(gone.place.parent.parent / "nowhere", PASSPHRASE) == 1
