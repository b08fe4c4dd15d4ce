# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Starts the demonstration: in windows, or as a walk that leaves pictures."""

import json
import os
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from bip_desktop import bootstrap
from bip_desktop.demonstration.centre import DemonstrationCentre
from bip_desktop.demonstration.hands import AGREEMENT, SIZE, SUBMISSION
from bip_desktop.demonstration.jobcentre import fill
from bip_desktop.paths import Places


def run_demonstration(screenshots: Path | None) -> int:
    """Opens the invented jobcentre in a temporary folder; with `screenshots` walks through it and leaves pictures
    there. Returns the exit code."""
    with tempfile.TemporaryDirectory(prefix="bip-demo-", ignore_cleanup_errors=True) as folder:
        places = Places(Path(folder) / "jobcentre")
        if screenshots is not None:
            _use_invisible_screen(Path(folder))
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


def _use_invisible_screen(folder: Path) -> None:
    """A screen of the pictures' size that nobody sees: the citizen's whole screen fills it."""
    screen = {"name": "pictures", "x": 0, "y": 0, "width": SIZE[0], "height": SIZE[1], "logicalDpi": 96, "dpr": 1}
    config = folder / "screen.json"
    config.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={config}"
