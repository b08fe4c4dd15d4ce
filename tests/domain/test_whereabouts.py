# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A database lies on the computer's own disk, or nowhere."""

import pytest

from bip_desktop.domain.whereabouts import Facts, Shared, shared_place

WINDOWS = Facts(
    is_windows=True,
    environment={
        "OneDrive": r"D:\Sky",
        "OneDriveCommercial": r"C:\Brugere\ko\OneDrive - Nordby Kommune",
        "PATH": "C:\\",
    },
    remote_drives=frozenset("HS"),
)
LINUX = Facts(
    mounts={
        "/": "ext4",
        "/mnt/faelles": "cifs",
        "/mnt/faelles/lokal": "ext4",
        "/net/home": "nfs4",
        "/run/user/1000/gvfs": "fuse.gvfsd-fuse",
        "/media/stik": "vfat",
        "/srv/ntfs": "fuseblk",
    }
)
MAC = Facts(mounts={"/": "apfs", "/Volumes/Sager": "smbfs", "/Volumes/Stik": "exfat"})


@pytest.mark.parametrize(
    ("folder", "facts", "shared"),
    [
        (r"C:\Brugere\ko\AppData\Local\BIP", WINDOWS, None),
        (r"E:\BIP", WINDOWS, None),
        (r"\\?\C:\Brugere\ko\BIP", WINDOWS, None),
        (r"\\server\sager\BIP", WINDOWS, Shared.NETWORK),
        ("//server/sager/BIP", WINDOWS, Shared.NETWORK),
        (r"\\?\UNC\server\sager\BIP", WINDOWS, Shared.NETWORK),
        (r"h:\BIP", WINDOWS, Shared.NETWORK),
        (r"\\?\H:\BIP", WINDOWS, Shared.NETWORK),
        (r"D:\Sky\BIP", WINDOWS, Shared.SYNCHRONISED),
        (r"d:\sky", WINDOWS, Shared.SYNCHRONISED),
        (r"D:\Skyer\BIP", WINDOWS, None),
        (r"C:\Brugere\ko\OneDrive - Nordby Kommune\Dokumenter\BIP", WINDOWS, Shared.SYNCHRONISED),
        (r"C:\Brugere\an\OneDrive - En Anden\BIP", WINDOWS, Shared.SYNCHRONISED),
        (r"C:\Brugere\an\Dropbox\BIP", WINDOWS, Shared.SYNCHRONISED),
        (r"C:\Brugere\an\onedriver-noter\BIP", WINDOWS, None),
        ("/data/ko/.local/share/BIP", LINUX, None),
        ("/media/stik/BIP", LINUX, None),
        ("/srv/ntfs/BIP", LINUX, None),
        ("/mnt/faelles/BIP", LINUX, Shared.NETWORK),
        ("/mnt/faelles2/BIP", LINUX, None),
        ("/mnt/faelles/lokal/BIP", LINUX, None),
        ("/net/home/ko/BIP", LINUX, Shared.NETWORK),
        ("/run/user/1000/gvfs/smb-share:server=x/BIP", LINUX, Shared.NETWORK),
        ("/data/ko/OneDrive/BIP", LINUX, Shared.SYNCHRONISED),
        ("/data/ko/Nextcloud/BIP", LINUX, Shared.SYNCHRONISED),
        ("/data/ko/Library/Application Support/BIP", MAC, None),
        ("/Volumes/Stik/BIP", MAC, None),
        ("/Volumes/Sager/BIP", MAC, Shared.NETWORK),
        ("/data/ko/Library/CloudStorage/OneDrive-NordbyKommune/BIP", MAC, Shared.SYNCHRONISED),
        ("/data/ko/Library/Mobile Documents/BIP", MAC, Shared.SYNCHRONISED),
        ("/data/ko/BIP", Facts(), None),
    ],
)
def test_only_the_computers_own_disk_will_do(folder: str, facts: Facts, shared: Shared | None) -> None:
    """Fails where the first mount counts and not the nearest one, or a folder's beginning letters are taken for it."""
    assert shared_place(folder, facts) is shared
