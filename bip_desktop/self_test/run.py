# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""All checks, one after the other, in a temporary folder that is gone afterwards."""

import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType

from bip_desktop import bootstrap
from bip_desktop.self_test import interface, safekeeping
from bip_desktop.self_test.report import Outcome, without_folders, write_report
from bip_desktop.self_test.trial import Trial

Check = Callable[[Trial], str]
CHECKS: Mapping[str, Check] = {
    "the encrypted jobcentre": safekeeping.jobcentre,
    "the passphrase": safekeeping.passphrase,
    "the schema": safekeeping.schema,
    "questions and suggestions": safekeeping.data_files,
    "the answers": safekeeping.answers,
    "no plain text": safekeeping.encrypted,
    "the submission": safekeeping.submission,
    "the log": safekeeping.log,
    "the letters": interface.letters,
    "the themes": interface.themes,
    "the icons": interface.icons,
    "the languages": interface.languages,
    "the pages": interface.pages,
    "the pictures": interface.pictures,
    "the paper": interface.paper,
}


class _Bugs:
    """What was raised in a slot, from where Qt lets nothing through."""

    def __init__(self) -> None:
        self.caught: list[BaseException] = []

    def hook(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """In the place of the hook that would show a dialog."""
        self.caught.append(error)


def tried(name: str, check: Check, trial: Trial) -> Outcome:
    """One check; whatever it raises is its outcome."""
    bugs = _Bugs()
    trial.on_bug = bugs.hook
    try:
        detail = check(trial)
        if bugs.caught:
            raise bugs.caught[0]
    except Exception as error:  # noqa: BLE001 - every failure is an outcome, and none ends the others
        return Outcome(name, False, without_folders(f"{type(error).__name__}: {error}"))
    return Outcome(name, True, without_folders(detail))


def run_self_test(report: Path) -> int:
    """Runs every check, writes `report`, and returns 0 only if all passed."""
    app = bootstrap.application(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="bip-self-test-", ignore_cleanup_errors=True) as folder:
        trial = Trial(app, Path(folder))
        try:
            outcomes = [tried(name, check, trial) for name, check in CHECKS.items()]
        finally:
            trial.close()
    for each in outcomes:
        if not each.passed and sys.stderr is not None:  # a windowed program on Windows has none
            print(f"FAILED {each.name}: {each.detail}", file=sys.stderr)
    return 0 if write_report(report, outcomes) else 1
