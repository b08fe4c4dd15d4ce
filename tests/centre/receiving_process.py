# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A process that receives, made to be killed: `python -m tests.centre.receiving_process HOME FOLDER`."""

import sys
from pathlib import Path

from bip_desktop.centre.clock import now
from bip_desktop.centre.home import open_home
from bip_desktop.centre.intake import Intake, packages_in


def main(home_folder: str, folder: str) -> None:
    """Says when it begins, and after each package how far it is."""
    home = open_home(Path(home_folder))
    with home.opened() as store:
        intake = Intake(home, store, now)
        paths = packages_in([Path(folder)])
        print("ready", flush=True)
        for number, outcome in enumerate(intake.receive(paths)):
            print(number, outcome.fate.value, outcome.path.name, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
