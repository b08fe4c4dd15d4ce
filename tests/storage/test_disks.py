# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What a computer says of its disks, and that nothing is made or opened where a database must not lie."""

from pathlib import Path

import pytest

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.whereabouts import Facts
from bip_desktop.storage import disks
from bip_desktop.storage.vault import FolderVault
from tests.storage.conftest import Jobcentre
from tests.storage.invented import INSTALLATION, KAREN, PASSPHRASE


def test_the_tables_of_linux_and_macos_are_read() -> None:
    linux = "proc /proc proc rw 0 0\n//server/f\\303\\246lles /mnt/F\\040drev cifs rw 0 0\nbroken\n"
    assert disks.mounts_of_linux(linux) == {"/proc": "proc", "/mnt/F drev": "cifs"}
    mac = "/dev/disk3s1 on / (apfs, sealed, local)\n//ko@server/Sager on /Volumes/Mine sager (smbfs, nodev)\nnonsense\n"
    assert disks.mounts_of_mac(mac) == {"/": "apfs", "/Volumes/Mine sager": "smbfs"}


def test_this_computer_is_asked_and_has_a_disk_of_its_own(tmp_path: Path) -> None:
    disks.refuse_shared(tmp_path)
    disks.refuse_shared(tmp_path / "not there yet")


@pytest.mark.parametrize("kind", ["network", "synchronised"])
def test_nothing_is_made_or_opened_there(
    kind: str, jobcentre: Jobcentre, scripts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails where the folder is looked at after the key file has been made in it."""
    code = Code(f"folder.{kind}")
    facts = {
        "network": Facts(mounts={str(tmp_path): "cifs"}),
        "synchronised": Facts(environment={"OneDrive": str(tmp_path)}),
    }
    monkeypatch.setattr(disks, "facts_of_this_computer", lambda: facts[kind])
    before = {path: path.read_bytes() for path in jobcentre.folder.iterdir()}
    with pytest.raises(BipError) as caught:
        FolderVault(jobcentre.folder, scripts).open(PASSPHRASE)
    assert caught.value.code is code
    assert {path: path.read_bytes() for path in jobcentre.folder.iterdir()} == before
    with pytest.raises(BipError) as caught:
        FolderVault(tmp_path / "new", scripts).create(PASSPHRASE, KAREN, "", INSTALLATION)
    assert caught.value.code is code
    assert not (tmp_path / "new").exists()


def test_a_link_does_not_hide_where_a_folder_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "own").symlink_to(tmp_path / "share")
    monkeypatch.setattr(disks, "facts_of_this_computer", lambda: Facts(mounts={str(tmp_path / "share"): "nfs"}))
    with pytest.raises(BipError):
        disks.refuse_shared(tmp_path / "own" / "BIP")
