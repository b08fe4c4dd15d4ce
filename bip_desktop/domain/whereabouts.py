# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Where a database must not lie: on another computer's disk, or in a folder that something else copies meanwhile.

On a network drive the locks that keep two programs apart are not to be trusted; a folder that is synchronised may put
an old file beside a new log. Both lose answers in silence. Encrypted backups may lie there: nobody writes in them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath, PurePosixPath, PureWindowsPath


class Shared(StrEnum):
    """Why a folder will not do."""

    NETWORK = "network"
    SYNCHRONISED = "synchronised"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a computer's disks."""

    is_windows: bool = False
    mounts: Mapping[str, str] = field(default_factory=dict)
    """The kind of file system by the folder where it begins."""
    environment: Mapping[str, str] = field(default_factory=dict)
    remote_drives: frozenset[str] = frozenset()
    """Windows: the letters of network drives."""


_NETWORK_KINDS = re.compile(
    r"nfs\d?|cifs|smb\w*|afpfs|afs|ncpfs?|webdav|davfs2?|ceph|glusterfs|lustre|vboxsf|prl_fs|vmhgfs"
    r"|fuse\.(sshfs|rclone|gvfsd-fuse|davfs2?|s3fs|smbnetfs|vmhgfs-fuse|glusterfs|onedriver?|google-drive-ocamlfuse)"
)
_SYNCHRONISED = re.compile(
    r"onedrive([ -].*)?|dropbox( \(.*\))?|google ?drive|googledrive-.*|iclouddrive|icloud drive|mobile documents"
    r"|cloudstorage|nextcloud|owncloud|sharepoint([ -].*)?",
    re.IGNORECASE,
)
_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


def shared_place(folder: str, facts: Facts) -> Shared | None:
    """Why a database must not lie in `folder`; None where it may.

    >>> shared_place("//server/sager/BIP", Facts(is_windows=True))
    <Shared.NETWORK: 'network'>
    """
    path: PurePath = PureWindowsPath(folder) if facts.is_windows else PurePosixPath(folder)
    if _is_network(path, facts):
        return Shared.NETWORK
    known = (facts.environment.get(name, "") for name in _VARIABLES)
    if any(each and path.is_relative_to(each) for each in known):
        return Shared.SYNCHRONISED
    return Shared.SYNCHRONISED if any(_SYNCHRONISED.fullmatch(part) for part in path.parts) else None


def _is_network(path: PurePath, facts: Facts) -> bool:
    if isinstance(path, PureWindowsPath):
        drive = path.drive.upper()
        if drive.startswith("\\\\?\\UNC\\"):
            return True
        local = drive.removeprefix("\\\\?\\").removeprefix("\\\\.\\")
        return local.startswith("\\\\") or local[:1] in facts.remote_drives
    beginnings = [each for each in facts.mounts if path.is_relative_to(each)]
    if not beginnings:
        return False
    return _NETWORK_KINDS.fullmatch(facts.mounts[max(beginnings, key=len)]) is not None
