# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The program on one jobcentre until its caseload is drawn; prints how long the parts took, and the memory used."""

import json
import sys
from pathlib import Path

from benchmarks.figures import milliseconds
from benchmarks.jobcentre import PASSPHRASE, Calendar
from benchmarks.processes import memory
from benchmarks.screen import Drawn, settle
from bip_desktop import bootstrap
from bip_desktop.gui.pages.caseload.presenter import CaseloadPresenter
from bip_desktop.paths import Places
from bip_desktop.services.ports import Unlocked


def main() -> None:
    """As a person goes there: the window, the passphrase, the caseload."""
    places, calendar = Places(Path(sys.argv[1])), Calendar()
    app = bootstrap.application(sys.argv[:1])
    shell = bootstrap.shell(app, places, now=calendar)
    shell.window.show()
    drawn = Drawn(shell.window)
    while "bip_desktop.behind_lock" not in sys.modules:  # as while a person types
        settle()
    shell.tasks.shut_down()
    unlocked: list[Unlocked] = []
    opening = milliseconds(lambda: unlocked.append(bootstrap.unlocking(places).unlock(PASSPHRASE)))
    shown = drawn.after(lambda: shell.unlocked(unlocked[0]))
    if not isinstance(shell.presenter, CaseloadPresenter):
        raise TypeError("the caseload is not on show")
    citizens = shell.presenter.page.model.rowCount()
    print(json.dumps({"citizens": citizens, "opening": opening, "shown": shown, **memory()}))
    shell.window.close()


if __name__ == "__main__":
    main()
