# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Where files are: in the source tree, in an installed wheel, or in a frozen program."""

import sys
from dataclasses import dataclass
from pathlib import Path

KEY_FILE = "bip.key"
DATABASE = "bip.db"
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
    return (folder / KEY_FILE).exists() or (folder / DATABASE).exists()


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
    def log(self) -> Path:
        """What the program writes about itself."""
        return self.folder / "log" / "bip.log"
