# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Starts the demonstration: in windows, or as a walk that leaves pictures."""

import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from bip_desktop import bootstrap
from bip_desktop.demonstration.centre import DemonstrationCentre
from bip_desktop.demonstration.hands import AGREEMENT, SUBMISSION
from bip_desktop.demonstration.jobcentre import fill
from bip_desktop.demonstration.looks import SIZES, use_invisible_screens
from bip_desktop.paths import Places


def run_demonstration(screenshots: Path | None, *, complete: bool = False) -> int:
    """Opens the invented jobcentre in a temporary folder; with `screenshots` walks through it and leaves pictures
    there, or, where the set is to be `complete`, of every page in every look. Returns the exit code."""
    if screenshots is not None and complete:
        return _complete_set(screenshots)
    with tempfile.TemporaryDirectory(prefix="bip-demo-", ignore_cleanup_errors=True) as folder:
        places = Places(Path(folder) / "jobcentre")
        if screenshots is not None:
            use_invisible_screens(Path(folder), SIZES[:1])
        centre = DemonstrationCentre.new()
        centre.write_recipients(places.recipients)
        secrets = fill(places, date.today())  # noqa: DTZ011 - meetings lie in local time
        app = bootstrap.application(sys.argv[:1])
        hint = app.translate(
            "demonstration", "Demonstration. Alle personer er opdigtede. Adgangssætning: {0} · Pinkode: {1}"
        ).format(secrets.passphrase, secrets.pin)
        if screenshots is None:
            print(hint)
            shell = bootstrap.shell(app, places)
            shell.window.show_hint(hint)
            shell.window.show()
            return app.exec()
        from bip_desktop.demonstration.tour import Tour

        screenshots.mkdir(parents=True, exist_ok=True)
        _clear(screenshots)
        centre.write_identity(screenshots / "centre-identity.txt")
        shell = bootstrap.shell(app, places, hint=hint)
        Tour(shell, secrets, screenshots).run()
        shell.window.close()
    print(f"Pictures, the printed agreement and the sealed submission are in {screenshots}")
    return 0


def _clear(screenshots: Path) -> None:
    """Takes away what an earlier walk left; nothing else."""
    shutil.rmtree(screenshots / SUBMISSION, ignore_errors=True)
    for path in (*screenshots.glob("[0-9][0-9]-*.png"), screenshots / AGREEMENT):
        path.unlink(missing_ok=True)


def _complete_set(pictures: Path) -> int:
    with tempfile.TemporaryDirectory(prefix="bip-demo-", ignore_cleanup_errors=True) as folder:
        use_invisible_screens(Path(folder), SIZES)
        from bip_desktop.demonstration.gallery import INDEX, take_pictures

        app = bootstrap.application(sys.argv[:1])
        pictures.mkdir(parents=True, exist_ok=True)
        take_pictures(app, Path(folder), pictures, date.today())  # noqa: DTZ011 - meetings lie in local time
    print(f"Every page in every look: {pictures / INDEX}")
    return 0
