# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Where files are: in the source tree, in an installed wheel, or in a frozen program."""

import sys
from dataclasses import dataclass
from pathlib import Path

KEY_FILE = "bip.key"
DATABASE = "bip.db"
NEXT = "next"
"""A folder with a key file and a database that are about to take the place of the present ones."""
SET_ASIDE = "set-aside"
"""A folder with what was taken out of use: damaged, or from before a restored backup."""
BACKUPS = "backups"
ERASED = "erased.json"
"""Beside the backups: who must not come back with one."""
HANDED_OVER = "handed-over.json"
"""Beside the backups: who was sealed for another computer."""
_PACKAGE = Path(__file__).resolve().parent


def _shipped(folder: str) -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / folder
    installed = _PACKAGE / f"_{folder}"
    return installed if installed.is_dir() else _PACKAGE.parent / folder


def resources() -> Path:
    """The folder of instruments, rules, themes and the like."""
    return _shipped("resources")


def migrations() -> Path:
    """The folder of the database's migrations."""
    return _shipped("db")


def holds_jobcentre(folder: Path) -> bool:
    """Whether there is a jobcentre in `folder`, or what is left of one."""
    return any((folder / name).exists() for name in (KEY_FILE, DATABASE, NEXT))


@dataclass(frozen=True, slots=True)
class Places:
    """The folder of one jobcentre, and what lies in it."""

    folder: Path

    @classmethod
    def of_user(cls) -> "Places":
        """The jobcentre of the person at this computer."""
        from platformdirs import user_data_path

        return cls(user_data_path("BIP", appauthor=False))

    @property
    def recipients(self) -> Path:
        """The research centre's public keys."""
        return self.folder / "recipients.json"

    @property
    def backups(self) -> Path:
        """The jobcentre's own backups, each with its key file."""
        return self.folder / BACKUPS

    @property
    def preferences(self) -> Path:
        """What whoever sits at this computer wants to see."""
        return self.folder / "preferences.toml"

    @property
    def log(self) -> Path:
        """What the program writes about itself."""
        return self.folder / "log" / "bip.log"
