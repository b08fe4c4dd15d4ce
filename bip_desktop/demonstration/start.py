# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Starts the demonstration: in windows, or as a walk that leaves pictures."""

import os
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from bip_desktop import bootstrap
from bip_desktop.demonstration.centre import DemonstrationCentre
from bip_desktop.demonstration.jobcentre import fill
from bip_desktop.paths import Places


def run_demonstration(screenshots: Path | None) -> int:
    """Opens the invented jobcentre in a temporary folder; with `screenshots` walks through it and leaves pictures
    there. Returns the exit code."""
    if screenshots is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="bip-demo-", ignore_cleanup_errors=True) as folder:
        places = Places(Path(folder) / "jobcentre")
        centre = DemonstrationCentre.new()
        centre.write_recipients(places.recipients)
        secrets = fill(places, date.today())  # noqa: DTZ011 - meetings lie in local time
        app = bootstrap.application(sys.argv[:1])
        hint = app.translate(
            "demonstration", "Demonstration. Alle personer er opdigtede. Adgangssætning: {0} · Pinkode: {1}"
        ).format(secrets.passphrase, secrets.pin)
        if screenshots is None:
            print(hint)
            shell = bootstrap.shell(app, places, hint=hint)
            shell.window.show()
            return app.exec()
        from bip_desktop.demonstration.tour import Tour

        screenshots.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(screenshots / "submission", ignore_errors=True)
        centre.write_identity(screenshots / "centre-identity.txt")
        shell = bootstrap.shell(app, places, hint=hint)
        Tour(shell, secrets, screenshots).run()
        shell.window.close()
    print(f"Pictures, the printed agreement and the sealed submission are in {screenshots}")
    return 0
